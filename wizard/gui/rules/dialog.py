"""All rules to browse and to search, and beside them the one that is read."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QPalette, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from wizard.gui.rules.index import contents, narrowed
from wizard.gui.rules.rule_list import RuleList
from wizard.gui.rules.rule_view import RuleView
from wizard.gui.texts import gettext
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.label import Label, Style, line_width
from wizard.gui.widgets.line_edit import LineEdit
from wizard.model.rules.rulebook import Rulebook


class RulesDialog(QDialog):
    """The rulebook as it judges, and what it knows and leaves unjudged."""

    def __init__(self, rulebook: Rulebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rulebook = rulebook
        self._known = {entry.id: entry for entry in rulebook.not_judged}
        self._chapters = contents(rulebook)
        self._read = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(gettext("Rules"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.resize(QSize(1120, 740).boundedTo(self.screen().availableSize()))
        self._filter = LineEdit()
        self._filter.setAccessibleName(gettext("Search the rules"))
        self._filter.setPlaceholderText(gettext("Search, for instance: uefi refused"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setMinimumWidth(line_width(24))
        self._count = Label("", Style.QUIET, wrap=False)
        self._list = RuleList()
        self._sheet = RuleView()
        self._filter.textChanged.connect(self._narrow)
        self._filter.returnPressed.connect(self._list.setFocus)
        self._list.pointed.connect(self._show)
        self._sheet.chosen.connect(self.show_rule)
        self._lay_out()
        self._narrow("")
        self._filter.setFocus()

    def show_rule(self, id: str) -> None:
        """Go to a rule, also where the search hides it just now."""
        if not self._list.choose(id) and id in self._ids():
            self._filter.clear()
            self._list.choose(id)

    def narrow(self, text: str) -> None:
        """Search as if the person had typed this."""
        self._filter.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the search leads to the list; Qt would press some button for it.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        left = QWidget()
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self._filter, 1)
        tools.addWidget(self._count)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self._list, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(16)
        splitter.addWidget(left)
        splitter.addWidget(self._sheet)
        splitter.setSizes([440, 640])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(splitter, 1)
        whole.addWidget(buttons)

    def _narrow(self, text: str) -> None:
        exact = next((id for id in self._ids() if id.casefold() == text.strip().casefold()), self._read)
        self._list.fill(narrowed(self._chapters, text), exact)
        shown, total = len(self._list.shown), sum(len(chapter.lines) for chapter in self._chapters)
        count = gettext("{shown} of {all}")
        count = count.replace("{shown}", number(shown))
        self._count.setText(count.replace("{all}", number(total)))
        if not shown:
            self._read = ""
            hint = gettext("No rule matches the search. Clear it to see them all.")
            self._sheet.show_hint(hint)

    def _ids(self) -> tuple[str, ...]:
        return tuple(line.id for chapter in self._chapters for line in chapter.lines)

    def _show(self, id: str) -> None:
        if id == self._read:
            return
        self._read = id
        rule = self._rulebook.get(id)
        if rule is not None:
            self._sheet.show_rule(rule)
        else:
            self._sheet.show_known(self._known[id])
