"""Images by families of instance types, as a map in colour and sign, with its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from wizard.gui.images.family_cells import FamilyCell, FamilyModel
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import capital
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.label import Label, Style, line_width
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.finding import Outcome
from wizard.report import words


class FamilyKey(QWidget):
    """It stands beside the word that says the same, so it has no name of its own."""

    def __init__(self, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell = FamilyCell(self)
        self._outcome = outcome
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(FamilyCell.side(), FamilyCell.side())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._cell.draw(painter, self.rect(), self._outcome.value, self.palette())
        painter.end()


_AIR = 6


class UprightHeader(QHeaderView):
    """A header whose titles are turned by 90 degrees, to be read from the bottom up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(QApplication.font())
        words = (self._word(section) for section in range(self.count()))
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(super().sizeHint().width(), longest + 2 * _AIR)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        palette = self.palette()
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Base))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.setFont(QApplication.font())
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        place = QRect(_AIR, 0, rect.height() - _AIR, rect.width())
        painter.drawText(
            place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._word(section)
        )
        painter.restore()

    def _word(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation()) or "")


_NAMES = 30


class FamilyMap(QWidget):
    """pointed: the person is at this image now. The line below says in words what the cell means."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family = 0
        self._model = FamilyModel(self)
        self._view = QTableView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(FamilyCell(self))
        self._view.setHorizontalHeader(UprightHeader(self._view))
        self._view.setAccessibleName(gettext("Map of images by families"))
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
        column.addWidget(_legend())
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


def _legend() -> FlowRow:
    keys = []
    for outcome in reversed(Outcome):
        key = QWidget()
        row = QHBoxLayout(key)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(FamilyKey(outcome))
        row.addWidget(Label(capital(render(words.OUTCOMES[outcome])), Style.SMALL, wrap=False))
        keys.append(key)
    legend = FlowRow()
    legend.fill(keys)
    return legend
