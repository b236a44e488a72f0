"""The images as Qt's views want them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import Qt

from wizard.gui.images.image_rows import ImageRows
from wizard.gui.padded_row import SIGN_ROLE
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.message import Translations

_Index = QModelIndex | QPersistentModelIndex
_AIR = "\u00a0\u00a0"
_SIDES = {
    numeric: int(side | Qt.AlignmentFlag.AlignVCenter)
    for numeric, side in ((True, Qt.AlignmentFlag.AlignRight), (False, Qt.AlignmentFlag.AlignLeft))
}


class ImageModel(QAbstractTableModel):
    """Shows what `rows` computed; it neither filters nor sorts."""

    def __init__(self, translations: Translations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = ImageRows(translations)

    def change(self, act: Callable[[ImageRows], None]) -> None:
        """Have something done to the rows, and show what came of it."""
        self.beginResetModel()
        act(self.rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows.shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = self.rows.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows.cell(self.rows.shown[index.row()], column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _SIDES[column.numeric]
        if role == SIGN_ROLE and column.id == "plights":
            return sign_of(self.rows.shown[index.row()])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            # The same air as in the cells.
            return f"{_AIR}{self.rows.header[section]}{_AIR}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _SIDES[self.rows.columns[section].numeric]
        return None


def sign_of(image: JudgedImage) -> str:
    """The drawing that says at a glance how an image stands."""
    if image.judged.usable == 0:
        return "refused"
    return "degraded" if image.judged.plights else "works"
