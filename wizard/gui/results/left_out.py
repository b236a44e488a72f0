"""What was left out, by reason; and "why not this one?" for any type."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wizard.gui.findings.finding_list import FindingColumn
from wizard.gui.session import Session
from wizard.gui.texts import gettext, ngettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.types.details import say_verdict
from wizard.gui.widgets.disclosure import Disclosure
from wizard.gui.widgets.frame import set_margins
from wizard.gui.widgets.label import Style, line_width
from wizard.gui.widgets.line_edit import AskingLine
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Exclusion
from wizard.model.recommend.type_verdict import type_verdict
from wizard.report.visible import visible

_MOST_NAMES = 60


class LeftOut(QWidget):
    """A field for one type, and the groups of types that share a reason, each to be unfolded."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
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
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self._name, 100)
        row.addWidget(ask)
        row.addStretch(1)
        self._answer = FindingColumn()
        self._answer.hide()
        groups = FindingColumn()
        self._fill(groups)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(row)
        self._column.addWidget(self._answer)
        self._column.addWidget(groups)

    def ask(self, name: str) -> None:
        """Show what is to be said about a type; a name that is none is said to be none."""
        knowledge = self._session.knowledge
        instance_type = knowledge.catalog.get(name.strip().lower())
        if instance_type is None and not name.strip():
            return
        answer = FindingColumn()
        if instance_type is not None:
            say_verdict(answer, type_verdict(knowledge, self._session.recommendation, instance_type))
        else:
            values = {"name": visible(name.strip(), 60)}
            answer.say(render(Message("{name} is not one of the types in the catalogue.", values)))
        answer.space()
        self._answer.hide()
        self._answer.deleteLater()
        self._answer = answer
        self._column.insertWidget(1, answer)
        answer.show()

    def _fill(self, groups: FindingColumn) -> None:
        excluded = self._session.recommendation.excluded
        if not excluded:
            groups.say(gettext("Nothing was left out: every type fits."), Style.QUIET)
        for group in excluded:
            groups.put(LeftOutGroup(group))


class LeftOutGroup(QWidget):
    """How many types, and why; unfolded also the whole finding, and which types. It is filled when it is unfolded."""

    def __init__(self, group: Exclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self._told: FindingColumn | None = None
        count = len(group.types)
        text = ngettext("{count} type  ·  {reason}", "{count} types  ·  {reason}", count)
        text = text.replace("{count}", number(count)).replace("{reason}", _reason(group))
        self._head = Disclosure(text, Style.BODY)
        self._head.toggled.connect(self._unfold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._head)

    def _unfold(self, unfolded: bool) -> None:
        if self._told is None:
            self._told = self._tell()
            self._column.addWidget(self._told)
        self._told.setVisible(unfolded)

    def _tell(self) -> FindingColumn:
        group, told = self._group, FindingColumn()
        set_margins(told.column, 28, 0, 0, 8)
        if group.finding is not None:
            told.findings((group.finding,))
        names = ", ".join(instance_type.name for instance_type in group.types[:_MOST_NAMES])
        more = len(group.types) - _MOST_NAMES
        if more > 0:
            text = ngettext("{names} and {more} more", "{names} and {more} more", more)
            names = text.replace("{names}", names).replace("{more}", number(more))
        told.say(names, Style.QUIET)
        return told


def _reason(group: Exclusion) -> str:
    return visible(render(group.text), 600)
