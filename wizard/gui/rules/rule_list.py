"""The list of all rules, under headings."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from wizard.gui.icons import Icons
from wizard.gui.padded_row import SIGN_ROLE
from wizard.gui.rules.contents import Chapter
from wizard.gui.rules.rule_row import ID_ROLE, TITLE_ROLE, RuleRow
from wizard.model.message import Translations
from wizard.report.visible import visible


class RuleList(QListWidget):
    """Headings cannot be chosen. pointed: the id of the rule that became the current one."""

    pointed = Signal(str)

    def __init__(self, icons: Icons, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translations.gettext("Rules"))
        self.setItemDelegate(RuleRow(icons, self))
        self.setResizeMode(self.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Rows get their height from the width, so the width must not depend on the rows.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._tell)

    @property
    def shown(self) -> list[str]:
        """The ids, in the order in which they stand."""
        return [id for row in range(self.count()) if (id := self.item(row).data(ID_ROLE))]

    def fill(self, chapters: Iterable[Chapter], wanted: str) -> None:
        """Show these. wanted: the id to stay at; if it is not among them the first one is chosen."""
        self.blockSignals(True)
        self.clear()
        for chapter in chapters:
            self._add(visible(chapter.title), "", "")
            for line in chapter.lines:
                self._add(visible(line.title), line.id, line.sign)
        self.blockSignals(False)
        if not self.choose(wanted) and self.count():
            self.setCurrentRow(1)

    def choose(self, id: str) -> bool:
        """Make a rule the current one; False if it is not in the list."""
        for row in range(self.count()):
            if id and self.item(row).data(ID_ROLE) == id:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row), self.ScrollHint.PositionAtCenter)
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        # At once: what was reckoned for the width before would leave gaps where one is taken to a rule.
        super().resizeEvent(event)
        self.doItemsLayout()

    def _add(self, title: str, id: str, sign: str) -> None:
        item = QListWidgetItem(f"{id} {title}".strip())
        item.setData(TITLE_ROLE, title)
        if id:
            item.setData(ID_ROLE, id)
            item.setData(SIGN_ROLE, sign)
        else:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(ID_ROLE):
            self.pointed.emit(item.data(ID_ROLE))
