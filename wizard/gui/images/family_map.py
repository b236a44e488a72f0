"""All shown images against all families, to look at rather than to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtGui import QFontMetrics, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from wizard.gui.icons import Icons
from wizard.gui.images.family_cell import FamilyCell
from wizard.gui.images.family_key import FamilyKey
from wizard.gui.images.family_model import FamilyModel
from wizard.gui.images.upright_header import UprightHeader
from wizard.gui.label import Label, Style, line_width
from wizard.gui.shelf import Shelf
from wizard.gui.spoken import capital
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.finding import Outcome
from wizard.model.message import Translations
from wizard.report import words

_NAMES = 30


class FamilyMap(QWidget):
    """pointed: the person is at this image now. The line below says in words what the cell means."""

    pointed = Signal(object)

    def __init__(self, icons: Icons, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family = 0
        self._model = FamilyModel(translations, self)
        self._view = QTableView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(FamilyCell(icons, self))
        self._view.setHorizontalHeader(UprightHeader(self._view))
        self._view.setAccessibleName(translations.gettext("Map of images by families"))
        self._view.setShowGrid(False)
        self._view.setTabKeyNavigation(False)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # The corner between the headers is a button that selects all, which a map has no use for.
        self._view.setStyleSheet("QTableCornerButton::section { background: palette(base); border: none; }")
        names = self._view.verticalHeader()
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setHighlightSections(False)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._words = Label(" ", Style.QUIET)
        self._view.selectionModel().currentChanged.connect(self._point)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_legend(icons, translations))
        column.addWidget(self._view, 1)
        column.addWidget(self._words)
        self._measure()

    def fill(self, images: Sequence[JudgedImage]) -> None:
        """Show these. Where one is among them, `point_at` says."""
        self._model.fill(images)
        self._measure()
        self._words.setText(" ")

    def point_at(self, image: JudgedImage) -> None:
        """Go to the row of this image, and stay at the same family."""
        if image in self._model.images and self._at() is not image:
            family = min(self._family, len(self._model.families) - 1)
            self._view.setCurrentIndex(self._model.index(self._model.images.index(image), family))

    def first_control(self) -> QWidget:
        return self._view

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def _at(self) -> JudgedImage | None:
        row = self._view.currentIndex().row()
        return self._model.images[row] if 0 <= row < len(self._model.images) else None

    def _point(self, index: QModelIndex) -> None:
        image = self._at()
        if image is not None:
            self._family = index.column()
            self._words.setText(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
            self.pointed.emit(image)

    def _measure(self) -> None:
        side = FamilyCell.side()
        self._view.horizontalHeader().setMinimumSectionSize(side)
        self._view.horizontalHeader().setDefaultSectionSize(side)
        self._view.verticalHeader().setMinimumSectionSize(side)
        self._view.verticalHeader().setDefaultSectionSize(side)
        metrics = QFontMetrics(QApplication.font())
        rows = range(min(200, len(self._model.images)))
        texts = (str(self._model.headerData(row, Qt.Orientation.Vertical)) for row in rows)
        wanted = max((metrics.horizontalAdvance(text) for text in texts), default=0) + 20
        self._view.verticalHeader().setFixedWidth(min(wanted, line_width(_NAMES)))


def _legend(icons: Icons, translations: Translations) -> Shelf:
    keys = []
    for outcome in reversed(Outcome):
        key = QWidget()
        row = QHBoxLayout(key)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(FamilyKey(icons, outcome))
        row.addWidget(Label(capital(words.OUTCOMES[outcome].render(translations)), Style.SMALL, wrap=False))
        keys.append(key)
    legend = Shelf()
    legend.fill(keys)
    return legend
