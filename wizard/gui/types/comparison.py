"""Up to four instance types beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wizard.gui import feedback
from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.texts import current, gettext
from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.tables.check_box import CheckBox
from wizard.gui.widgets.tables.item_delegate import AIR, SIGN_ROLE
from wizard.gui.widgets.tables.table import RowModel, RowTable
from wizard.model.recommend.ranked import Ranked
from wizard.report import table_text
from wizard.report.report_writer import ReportWriter
from wizard.report.type_comparison import Property, type_comparison

MOST = 4
_MARGIN = 20
_Index = QModelIndex | QPersistentModelIndex


class _Model(RowModel):
    """A row for each property, a column for each type."""

    def __init__(self, header: tuple[str, ...], properties: tuple[Property, ...]) -> None:
        super().__init__()
        self.header = header
        self._all = properties
        self.shown = properties

    def keep_differing(self, only: bool) -> None:
        """Only what differs, or everything."""
        self.beginResetModel()
        self.shown = tuple(each for each in self._all if each.differs or not only)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.header)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.title, *row.values)[index.column()]
        if role == SIGN_ROLE and index.column() == 0 and len(self.header) > 2:
            return "comparison/differs" if row.differs else "comparison/same"
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0 and row.differs:
            return gettext("{property}, differs").replace("{property}", row.title)
        return None

    def title(self, section: int) -> str:
        return f"{AIR}{self.header[section]}{AIR}"

    def table(self) -> list[tuple[str, ...]]:
        """What is shown, to carry away."""
        return [(row.title, *row.values) for row in self.shown]


class ComparisonDialog(QDialog):
    """A table of properties, those that differ marked; for one type, all that is known of it."""

    def __init__(self, entries: Sequence[Ranked], files: FileDialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._files = files
        names = tuple(entry.instance_type.name for entry in entries)
        title = ", ".join(names)
        self.setWindowTitle(title)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        properties = type_comparison(entries, ReportWriter(current()))
        self._model = _Model((gettext("Property"), *names), properties)
        self.table = RowTable(self._model, title)
        self._model.setParent(self.table)
        self._differing = CheckBox(gettext("Only what &differs"))
        self._differing.setVisible(len(names) > 1)
        self._differing.toggled.connect(self._model.keep_differing)
        self.table.asked_to_copy.connect(partial(self._copy, table_text.tab_separated))
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        column.setSpacing(10)
        column.addWidget(Label(title, Style.DECISION))
        column.addWidget(self._differing)
        column.addWidget(self.table, 1)
        column.addLayout(self._build_buttons())
        self.table.fit()
        self.table.go_to(0)
        self.table.setFocus()
        self.resize(QSize(max(480, self._width()), 760).boundedTo(self.screen().availableSize() * 0.95))

    def _width(self) -> int:
        """What all columns need beside each other, with what stands around them."""
        bar = self.table.verticalScrollBar().sizeHint().width()
        return self.table.horizontalHeader().length() + bar + 2 * (_MARGIN + self.table.frameWidth())

    def _build_buttons(self) -> QHBoxLayout:
        copy = QPushButton(gettext("&Copy"))
        put_icon(copy, "copy")
        menu = QMenu(copy)
        menu.addAction(gettext("&Tab-separated"), partial(self._copy, table_text.tab_separated))
        menu.addAction(gettext("As &Markdown"), partial(self._copy, table_text.markdown))
        copy.setMenu(menu)
        export = QPushButton(gettext("&Export CSV…"))
        put_icon(export, "export")
        export.clicked.connect(self._export)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addWidget(export)
        row.addStretch()
        row.addWidget(close)
        return row

    def _copy(self, write: table_text.Write) -> None:
        feedback.copy(
            write(self._model.header, self._model.table()), gettext("The comparison is on the clipboard.")
        )

    def _export(self) -> None:
        self._files.save(
            gettext("Export the comparison"),
            "comparison.csv",
            gettext("CSV (*.csv)"),
            lambda: table_text.comma_separated(self._model.header, self._model.table()),
        )
