"""Images against instance families, as Qt's views want them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import Qt

from wizard.gui.label import as_tip
from wizard.gui.padded_row import SIGN_ROLE
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.finding import Outcome
from wizard.model.message import Message, Translations
from wizard.report import words
from wizard.report.visible import visible

_Index = QModelIndex | QPersistentModelIndex


class FamilyModel(QAbstractTableModel):
    """A row for each image, a column for each family. SIGN_ROLE: the outcome that a cell stands for."""

    def __init__(self, translations: Translations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translations = translations
        self.images: Sequence[JudgedImage] = ()
        self.families: tuple[str, ...] = ()

    def fill(self, images: Sequence[JudgedImage]) -> None:
        self.beginResetModel()
        self.images = images
        self.families = tuple(images[0].judged.families) if images else ()
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.images)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.families)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == SIGN_ROLE:
            return self._outcome(index).value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self._words(index))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.families[section]
        row = self.images[section].row
        return visible(row.name or row.image_id, 200)

    def _outcome(self, index: _Index) -> Outcome:
        return self.images[index.row()].judged.families[self.families[index.column()]].outcome

    def _words(self, index: _Index) -> str:
        image, family = self.images[index.row()], self.families[index.column()]
        standing = image.judged.families[family]
        values = {
            "image": visible(image.row.name or image.row.image_id, 200),
            "family": family,
            "outcome": words.OUTCOMES[standing.outcome],
            "usable": standing.usable,
            "types": standing.types,
        }
        text = Message("{image} on {family}: {outcome}, {usable} of {types} types", values)
        return text.render(self._translations)
