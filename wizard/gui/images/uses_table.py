"""What uses the images that are shown: instances, templates and groups, and why their image is held back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.gui.images.table import sign_of
from wizard.gui.texts import current, gettext, render
from wizard.gui.widgets.label import Label, Style, line_width
from wizard.gui.widgets.tables.chip_delegate import CHIPS_ROLE, ChipDelegate
from wizard.gui.widgets.tables.item_delegate import AIR, SIGN_ROLE
from wizard.gui.widgets.tables.table import RowModel, RowTable
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.overview import Overview
from wizard.report.images.groups import chips
from wizard.report.images.uses import COLUMNS, ImageUse, uses_of

_Index = QModelIndex | QPersistentModelIndex
_WIDEST = 34


class UsesModel(RowModel):
    """A row for each use."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: list[ImageUse] = []
        self._overview = Overview(())

    def fill(self, images: Iterable[JudgedImage], overview: Overview) -> None:
        """Show what uses these."""
        self.beginResetModel()
        self.shown, self._overview = uses_of(images), overview
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column, it = COLUMNS[index.column()], self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(it, current())
        if column.id == "limitations" and role == SIGN_ROLE:
            return sign_of(it.image)
        if column.id == "limitations" and role == CHIPS_ROLE:
            return "\n".join(render(chip) for chip in chips(it.image, self._overview.groups(it.image)))
        return None

    def title(self, section: int) -> str:
        return f"{AIR}{AIR}{render(COLUMNS[section].title)}{AIR}{AIR}"


class UsesTable(QWidget):
    """pointed: the person is at something that uses this image."""

    pointed = Signal(object)
    asked_to_copy = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = UsesModel(self)
        self._table = RowTable(self._model, gettext("What uses the images"))
        self._table.setItemDelegate(ChipDelegate(self._table))
        self._hint = Label("", Style.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._hint)
        column.addWidget(self._table, 1)
        self._table.asked_to_copy.connect(self.asked_to_copy)
        self._table.selectionModel().currentChanged.connect(self._point)

    @property
    def shown(self) -> list[ImageUse]:
        """All rows."""
        return self._model.shown

    @property
    def selected(self) -> list[ImageUse]:
        """The selected rows, in the order in which they stand."""
        return [self._model.shown[row] for row in self._table.selected_places()]

    def fill(self, images: list[JudgedImage], overview: Overview) -> None:
        """Show what uses these images, in their order."""
        self._model.fill(images, overview)
        unknown = sum(image.uses is None for image in images)
        self._hint.setVisible(not self.shown)
        self._hint.setText(
            gettext("Nobody has asked yet what uses these images.")
            if unknown
            else gettext("Nothing that the account told of uses these images.")
        )
        self._table.setVisible(bool(self.shown))
        if self.shown:
            self._table.fit()
            for place in range(len(COLUMNS)):
                self._table.setColumnWidth(place, min(self._table.columnWidth(place), line_width(_WIDEST)))

    def first_control(self) -> QWidget:
        return self._table

    def _point(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pointed.emit(self.shown[index.row()].image)
