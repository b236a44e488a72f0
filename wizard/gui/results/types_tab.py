"""The types that fit: a table to sort, filter, copy and export, and the findings on the selected one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection
from PySide6.QtGui import QAction, QKeySequence, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wizard.gui import table_text
from wizard.gui.conversation import Conversation
from wizard.gui.desk import Desk
from wizard.gui.editors.text import Line
from wizard.gui.icons import Icons
from wizard.gui.label import Label, Style, line_width
from wizard.gui.padded_row import PaddedRow
from wizard.gui.results.type_details import TypeDetails
from wizard.gui.results.type_model import TypeModel
from wizard.gui.results.type_verdict import verdict_on
from wizard.gui.spoken import number
from wizard.model.message import Translations
from wizard.model.recommendation import Ranked


class TypesTab(QWidget):
    """What is copied and exported is what is shown: these rows, in this order."""

    def __init__(
        self, conversation: Conversation, desk: Desk, icons: Icons, translations: Translations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._conversation = conversation
        self._desk = desk
        self._translations = translations
        self._model = TypeModel(translations, self)
        self._filter = Line()
        self._order = QComboBox()
        self._downwards = QToolButton()
        self._count = Label("", Style.QUIET, wrap=False)
        self._table = QTableView()
        self._details = TypeDetails(icons, translations)
        self._fitted = False
        self._count.hide()
        self._build_table(icons)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._table)
        splitter.addWidget(self._details)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([300, 200])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._tools(icons))
        column.addWidget(splitter, 1)

    def refresh(self) -> None:
        """Show the types of the recommendation as it is now; the selected one stays so if it is still there."""
        kept = self._current()
        self._model.fill(self._conversation.recommendation.ranked)
        if not self._fitted:
            self._fit()
        self._tell_count()
        self._select(kept.instance_type.name if kept else "")

    def first_control(self) -> QWidget:
        return self._filter

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._fitted:
            self._fit()

    def _fit(self) -> None:
        self._fitted = True
        self._table.resizeColumnsToContents()
        if self._model.rowCount():
            self._table.verticalHeader().setDefaultSectionSize(self._table.sizeHintForRow(0))

    def _build_table(self, icons: Icons) -> None:
        table = self._table
        table.setModel(self._model)
        table.setItemDelegate(PaddedRow(icons, table))
        table.setAccessibleName(self._translations.gettext("Instance types that fit"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setMinimumHeight(120)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setResizeContentsPrecision(40)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.sectionClicked.connect(self._header_clicked)
        table.selectionModel().selectionChanged.connect(self._selected)
        copy = QAction(self._translations.gettext("Copy selected rows"), table)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._copy_selected)
        table.addAction(copy)

    def _tools(self, icons: Icons) -> QHBoxLayout:
        gettext = self._translations.gettext
        self._filter.setPlaceholderText(gettext("Filter, for instance: nitro arm64"))
        self._filter.setAccessibleName(gettext("Filter the types"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setMinimumWidth(line_width(24))
        self._filter.textChanged.connect(self._narrowed)
        self._order.addItem(gettext("Best first"))
        self._order.addItems(self._model.rows.header)
        self._order.activated.connect(self._sort)
        self._order.setAccessibleName(gettext("Sort by"))
        self._downwards.setCheckable(True)
        self._downwards.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._downwards.toggled.connect(self._sort)
        sort = QLabel(gettext("S&ort by"))
        sort.setBuddy(self._order)
        copy = QPushButton(gettext("&Copy"))
        copy.setAutoDefault(True)
        icons.put_on(copy, "copy")
        copy.setMenu(self._copy_menu())
        export = QPushButton(gettext("&Export CSV…"))
        export.setAutoDefault(True)
        icons.put_on(export, "export")
        export.clicked.connect(self._export)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget, stretch in ((self._filter, 1), (sort, 0), (self._order, 0), (self._downwards, 0)):
            row.addWidget(widget, stretch)
        row.addSpacing(8)
        for widget in (copy, export):
            row.addWidget(widget)
        row.insertWidget(1, self._count)
        self._show_direction()
        return row

    def _copy_menu(self) -> QMenu:
        gettext = self._translations.gettext
        menu = QMenu(self)
        menu.addAction(gettext("&Selected rows, tab-separated"), self._copy_selected)
        menu.addAction(gettext("&All shown rows, tab-separated"), self._copy_shown)
        menu.addSeparator()
        menu.addAction(gettext("Selected rows as &Markdown"), lambda: self._copy(self._selection(), table_text.markdown))
        menu.addAction(
            gettext("All shown rows as Mark&down"), lambda: self._copy(self._model.rows.shown, table_text.markdown)
        )
        return menu

    def _copy_selected(self) -> None:
        self._copy(self._selection(), table_text.tab_separated)

    def _copy_shown(self) -> None:
        self._copy(self._model.rows.shown, table_text.tab_separated)

    def _copy(self, rows: list[Ranked], write: table_text.Write) -> None:
        said = self._translations.ngettext(
            "{count} row is on the clipboard.", "{count} rows are on the clipboard.", len(rows)
        ).replace("{count}", number(len(rows), self._translations))
        self._desk.copy(write(self._model.rows.header, self._model.rows.table(rows)), said)

    def _export(self) -> None:
        rows = self._model.rows
        self._desk.save_table(table_text.comma_separated(rows.header, rows.table(rows.shown)))

    def _selection(self) -> list[Ranked]:
        chosen = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        return [self._model.rows.shown[row] for row in chosen]

    def _current(self) -> Ranked | None:
        row = self._table.currentIndex().row()
        return self._model.rows.shown[row] if 0 <= row < len(self._model.rows.shown) else None

    def _select(self, name: str) -> None:
        rows = self._model.rows.shown
        place = next((row for row, ranked in enumerate(rows) if ranked.instance_type.name == name), 0)
        if rows:
            self._table.selectRow(place)
        self._selected()

    def _narrowed(self, text: str) -> None:
        kept = self._current()
        self._model.narrow(text)
        self._tell_count()
        self._select(kept.instance_type.name if kept else "")

    def _header_clicked(self, column: int) -> None:
        if self._order.currentIndex() == column + 1:
            self._downwards.toggle()
        else:
            self._order.setCurrentIndex(column + 1)
            self._sort()

    def _sort(self) -> None:
        kept = self._current()
        column, downwards = self._order.currentIndex() - 1, self._downwards.isChecked()
        self._model.arrange((column, downwards) if column >= 0 else None)
        header = self._table.horizontalHeader()
        header.setSortIndicatorShown(column >= 0)
        if column >= 0:
            header.setSortIndicator(
                column, Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
            )
        self._show_direction()
        self._select(kept.instance_type.name if kept else "")

    def _show_direction(self) -> None:
        gettext = self._translations.gettext
        downwards = self._downwards.isChecked()
        self._downwards.setEnabled(self._order.currentIndex() > 0)
        self._downwards.setArrowType(Qt.ArrowType.DownArrow if downwards else Qt.ArrowType.UpArrow)
        text = gettext("Descending order") if downwards else gettext("Ascending order")
        self._downwards.setToolTip(text)
        self._downwards.setAccessibleName(text)

    def _tell_count(self) -> None:
        shown, all_ = len(self._model.rows.shown), len(self._conversation.recommendation.ranked)
        text = self._translations.gettext("{shown} of {all}").replace("{shown}", number(shown, self._translations))
        self._count.setText(text.replace("{all}", number(all_, self._translations)))
        self._count.setVisible(shown < all_)

    def _selected(self, *_: QItemSelection) -> None:
        current = self._current()
        if current is None:
            self._details.show_hint(self._translations.gettext("No type matches the filter. Clear it to see them all."))
            return
        conversation = self._conversation
        needs = conversation.recommendation.needs
        self._details.show_verdict(verdict_on(conversation.knowledge, needs, current.instance_type))
