"""The pages of the report as they will print."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPixmap, QResizeEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from wizard.gui.texts import gettext
from wizard.gui.theme import colors as color


class Sheet(QWidget):
    """A page image, one image pixel on one screen pixel, with a thin edge."""

    def __init__(self, png: bytes, ratio: float, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._picture.loadFromData(png, "PNG")
        self._picture.setDevicePixelRatio(ratio)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._picture.deviceIndependentSize().toSize() + QSize(2, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(1, 1, self._picture)
        palette = self.palette()
        painter.setPen(QPen(color.hairline(palette, palette.color(self.backgroundRole())), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


_PAGE_WIDTH = 794
"""Of an A4 page at scale 1, in pixels."""
_MARGIN = 24
_RESET_AFTER_MS = 150


class Preview(QScrollArea):
    """Draws the pages anew when the report or the width changes, always at the screen's resolution.

    draw: the pages as PNG at a scale, or None where they could not be drawn.
    """

    drawn = Signal()

    def __init__(self, draw: Callable[[float], list[bytes] | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._scale = 0.0
        self.setAccessibleName(gettext("The report’s pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_RESET_AFTER_MS)
        self._later.timeout.connect(self._follow_width)

    def redraw(self) -> None:
        """Show the report as it is now, at the width there is; stays at the place that is being read."""
        self._scale = self._fitting()
        place = self.verticalScrollBar().value()
        ratio = self.devicePixelRatioF()
        pages = self._draw(self._scale * ratio) or []
        mat = QWidget()
        mat.setBackgroundRole(QPalette.ColorRole.Window)
        mat.setAutoFillBackground(True)
        column = QVBoxLayout(mat)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        text = gettext("Page {number} of {pages}").replace("{pages}", str(len(pages)))
        for number, page in enumerate(pages, 1):
            sheet = Sheet(page, ratio, text.replace("{number}", str(number)))
            column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.setWidget(mat)
        self.verticalScrollBar().setValue(place)
        self.drawn.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._scale and abs(self._fitting() - self._scale) > 0.01:
            self._later.start()

    def _follow_width(self) -> None:
        if self.isVisible() and abs(self._fitting() - self._scale) > 0.01:
            self.redraw()

    def _fitting(self) -> float:
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - 2 * _MARGIN - 2
        return max(0.4, min(1.25, room / _PAGE_WIDTH))
