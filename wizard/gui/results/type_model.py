"""The rows as Qt's views want them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import Qt

from wizard.gui.padded_row import AIR, SIGN_ROLE
from wizard.gui.results.type_rows import COLUMNS, RESULT, Order, TypeRows
from wizard.model.message import Translations
from wizard.model.recommend.recommendation import Ranked

_Index = QModelIndex | QPersistentModelIndex


class TypeModel(QAbstractTableModel):
    """Shows what `rows` computed; it neither filters nor sorts."""

    def __init__(self, translations: Translations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = TypeRows(translations)

    @property
    def rows(self) -> TypeRows:
        return self._rows

    def fill(self, ranked: tuple[Ranked, ...]) -> None:
        self.beginResetModel()
        self._rows.fill(ranked)
        self.endResetModel()

    def narrow(self, text: str) -> None:
        self.beginResetModel()
        self._rows.narrow(text)
        self.endResetModel()

    def arrange(self, order: Order | None) -> None:
        """Best first where order is None, else by a column, downwards or not."""
        self.beginResetModel()
        self._rows.sort(order)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.arrange((column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows.shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows.texts(self._rows.shown[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight if COLUMNS[index.column()].numeric else Qt.AlignmentFlag.AlignLeft
            )
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == SIGN_ROLE and index.column() == RESULT:
            return self._rows.shown[index.row()].outcome.value
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            # The unit under its title, for figures are narrow; and the same air as in the cells.
            lines = self._rows.header[section].replace(" (", "\n(").split("\n")
            return "\n".join(f"{AIR}{line}{AIR}" for line in lines)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if COLUMNS[section].numeric else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None
