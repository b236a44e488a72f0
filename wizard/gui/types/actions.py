"""What one does with the rows of a table of types: compare, copy, export, ask why."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from wizard.gui import feedback
from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.texts import gettext, ngettext
from wizard.gui.theme.icons import icon
from wizard.gui.theme.locale_format import number
from wizard.gui.types.comparison import MOST, ComparisonDialog
from wizard.gui.types.table import TypeTable
from wizard.report import table_text


class ShortButton(QPushButton):
    """A button whose words can be left away where there is no room; it keeps its name, its key and a tip."""

    def __init__(self, text: str, drawing: str) -> None:
        super().__init__(text)
        self._said = text
        self.setIcon(icon(drawing))
        self.setAccessibleName(text.replace("&", ""))

    @property
    def wordy(self) -> int:
        """How much of the width that it wants now is for its words."""
        return self.fontMetrics().horizontalAdvance(self.text())

    def shorten(self, short: bool) -> None:
        """short: only the drawing."""
        if short is bool(self.text()):
            key = self.shortcut()
            self.setText("" if short else self._said)
            self.setToolTip(self.accessibleName() if short else "")
            # With its words a button loses the key that they name.
            self.setShortcut(key)


class TypeActions(QObject):
    """The buttons over the table, and the menu of its rows. asked_why: read the findings on the current row."""

    asked_why = Signal()

    def __init__(self, table: TypeTable, files: FileDialogs) -> None:
        super().__init__(table)
        self._table = table
        self._files = files
        self._compare = QPushButton()
        self._compare.clicked.connect(self.compare)
        self._copy = ShortButton(gettext("&Copy"), "copy")
        self._copy.setMenu(self._copy_menu())
        self._export = ShortButton(gettext("&Export CSV…"), "export")
        self._export.clicked.connect(self._save)
        for button in self.buttons:
            button.setAutoDefault(True)
        table.pointed.connect(self._count)
        table.asked_for_menu.connect(self._show_menu)
        table.asked_to_copy.connect(partial(self._copy_selected, table_text.tab_separated))
        table.doubleClicked.connect(lambda _: self.show_properties())
        self._count()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """From left to right."""
        return self._compare, self._copy, self._export

    @property
    def wordy(self) -> int:
        """How much narrower the buttons would be, shortened."""
        return self._copy.wordy + self._export.wordy

    def shorten(self, short: bool) -> None:
        """Leave the words of those buttons away that have a drawing, or show them again."""
        for button in (self._copy, self._export):
            button.shorten(short)

    def compare(self) -> None:
        """The selected types beside each other."""
        selected = self._table.selected[:MOST]
        if len(selected) > 1:
            ComparisonDialog(selected, self._files, self._table).exec()

    def show_properties(self) -> None:
        """All that is known of the current type."""
        current = self._table.current()
        if current is not None:
            ComparisonDialog([current], self._files, self._table).exec()

    def menu(self) -> QMenu:
        """What can be done with the row that one points at, and with those selected."""
        menu = QMenu(self._table)
        current, several = self._table.current(), len(self._table.selected) > 1
        name = current.instance_type.name if current else ""
        entries = (
            (gettext("Copy {type}").replace("{type}", name), self._copy_name, current is not None),
            (
                gettext("Copy selected &rows"),
                partial(self._copy_selected, table_text.tab_separated),
                current is not None,
            ),
            (self._compare.text(), self.compare, several),
            (gettext("&Properties…"), self.show_properties, current is not None),
            (gettext("&Why"), self.asked_why.emit, current is not None),
        )
        for text, act, possible in entries:
            action = QAction(text, menu)
            action.setEnabled(possible)
            action.triggered.connect(lambda _=False, act=act: act())
            menu.addAction(action)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.exec(place)
        menu.deleteLater()

    def _count(self) -> None:
        """Say how many would be compared."""
        count = len(self._table.selected)
        self._compare.setEnabled(count > 1)
        text = gettext("Com&pare ({count})").replace("{count}", str(min(count, MOST) if count > 1 else 0))
        self._compare.setText(text)
        self._compare.setToolTip(
            gettext("Select two to four rows: Ctrl or Shift with a click or an arrow key.")
        )

    def _copy_menu(self) -> QMenu:
        menu = QMenu(self._copy)
        tabs, marks = table_text.tab_separated, table_text.markdown
        menu.addAction(gettext("&Selected rows, tab-separated"), partial(self._copy_selected, tabs))
        menu.addAction(gettext("&All shown rows, tab-separated"), partial(self._copy_shown, tabs))
        menu.addSeparator()
        menu.addAction(gettext("Selected rows as &Markdown"), partial(self._copy_selected, marks))
        menu.addAction(gettext("All shown rows as Mark&down"), partial(self._copy_shown, marks))
        return menu

    def _copy_name(self) -> None:
        current = self._table.current()
        if current is not None:
            name = current.instance_type.name
            feedback.copy(name, gettext("{type} is on the clipboard.").replace("{type}", name))

    def _copy_selected(self, write: table_text.Write) -> None:
        self._put(self._table.texts(self._table.selected), write)

    def _copy_shown(self, write: table_text.Write) -> None:
        self._put(self._table.texts(self._table.shown), write)

    def _put(self, rows: list[tuple[str, ...]], write: table_text.Write) -> None:
        said = ngettext("{count} row is on the clipboard.", "{count} rows are on the clipboard.", len(rows))
        said = said.replace("{count}", number(len(rows)))
        feedback.copy(write(self._table.header, rows), said)

    def _save(self) -> None:
        header, rows = self._table.exported(self._table.shown)
        self._files.save(
            gettext("Export the table"),
            "instance-types.csv",
            gettext("CSV (*.csv)"),
            lambda: table_text.comma_separated(header, rows),
        )
