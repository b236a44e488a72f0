"""What was left out, by reason; and "why not this one?" for any type."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from wizard.gui.questions.simple_editors import AskingLine
from wizard.gui.session import Session
from wizard.gui.texts import gettext, ngettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.types.details import TypeDetails
from wizard.gui.widgets.label import Style, line_width
from wizard.gui.widgets.table import ItemDelegate
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Exclusion
from wizard.model.recommend.type_verdict import type_verdict
from wizard.report.visible import visible

_MOST_NAMES = 60


class LeftOutTab(QWidget):
    """A field for one type, and the groups of types that share a reason."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._excluded: tuple[Exclusion, ...] = ()
        self._name = AskingLine()
        self._name.setPlaceholderText(gettext("Any instance type, for instance t1.micro"))
        self._name.setMinimumWidth(line_width(16))
        self._name.setMaximumWidth(line_width(46))
        names = [instance_type.name for instance_type in session.knowledge.catalog.types]
        completer = QCompleter(QStringListModel(names, self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self.ask)
        self._name.setCompleter(completer)
        self._name.returnPressed.connect(lambda: self.ask(self._name.text()))
        label = QLabel(gettext("Why not thi&s one?"))
        label.setBuddy(self._name)
        ask = QPushButton(gettext("&Ask"))
        ask.setAutoDefault(True)
        ask.clicked.connect(lambda: self.ask(self._name.text()))
        self._groups = QListWidget()
        self._groups.setAccessibleName(gettext("Types left out, by reason"))
        self._groups.setAlternatingRowColors(True)
        self._groups.setItemDelegate(ItemDelegate(self._groups))
        self._groups.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._groups.setMinimumHeight(96)
        self._groups.currentRowChanged.connect(self._show_group)
        self._details = TypeDetails()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self._name, 100)
        row.addWidget(ask)
        row.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._groups)
        splitter.addWidget(self._details)
        splitter.setSizes([150, 350])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(splitter, 1)

    def refresh(self) -> None:
        self._excluded = self._session.recommendation.excluded
        self._groups.blockSignals(True)
        self._groups.clear()
        for group in self._excluded:
            count = len(group.types)
            row = ngettext("{count} type  ·  {reason}", "{count} types  ·  {reason}", count)
            row = row.replace("{count}", number(count))
            self._groups.addItem(row.replace("{reason}", self._reason(group)))
        self._groups.blockSignals(False)
        if self._excluded:
            self._groups.setCurrentRow(0)
        else:
            self._details.show_hint(gettext("Nothing was left out: every type fits."))

    def _show_group(self, row: int) -> None:
        if not 0 <= row < len(self._excluded):
            return
        group = self._excluded[row]
        count = len(group.types)
        details = self._details
        details.clear()
        title = ngettext("{count} type left out", "{count} types left out", count)
        details.heading(title.replace("{count}", number(count)))
        if group.finding is not None:
            details.findings((group.finding,))
        else:
            details.say(self._reason(group))
        names = ", ".join(instance_type.name for instance_type in group.types[:_MOST_NAMES])
        more = count - _MOST_NAMES
        if more > 0:
            text = ngettext("{names} and {more} more", "{names} and {more} more", more)
            names = text.replace("{names}", names).replace("{more}", number(more))
        details.say(names, Style.QUIET)
        details.done()

    def _reason(self, group: Exclusion) -> str:
        return visible(render(group.text), 600)

    def ask(self, name: str) -> None:
        """Show what is to be said about a type; a name that is none is said to be none."""
        knowledge = self._session.knowledge
        instance_type = knowledge.catalog.get(name.strip().lower())
        if instance_type is not None:
            self._details.show_verdict(type_verdict(knowledge, self._session.recommendation, instance_type))
        elif name.strip():
            text = Message(
                "{name} is not one of the types in the catalogue.", {"name": visible(name.strip(), 60)}
            )
            self._details.show_hint(render(text))
