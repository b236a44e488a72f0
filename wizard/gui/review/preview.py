"""The pages of the report as they will print."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPalette, QResizeEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from wizard.gui.review.sheet import Sheet
from wizard.gui.texts import gettext

_PAGE_WIDTH = 794
"""Of an A4 page at scale 1, in pixels."""
_MARGIN = 24
_RESET_AFTER_MS = 150
_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_LEAST_STEP = 0.01


class Preview(QScrollArea):
    """Draws the pages anew when the report or the width changes, always at the screen's resolution.

    draw: the pages as PNG at a scale, or None where they could not be drawn. drawn (list): the pages. read (int): the
    page that one is at, the first is 0. Only pages in sight have their pixels in memory, and none while it is hidden.
    """

    drawn = Signal(list)
    read = Signal(int)

    def __init__(self, draw: Callable[[float], list[bytes] | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._scale = 0.0
        self._wanted: float | None = None
        self.setAccessibleName(gettext("The report’s pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheets: list[Sheet] = []
        self.verticalScrollBar().valueChanged.connect(lambda _: self._follow())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_RESET_AFTER_MS)
        self._later.timeout.connect(self._follow_width)

    def sizeHint(self) -> QSize:
        """As tall as there is room for, and not as tall as its pages."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    @property
    def scale(self) -> float:
        """How large the pages are, where 1 is as they print."""
        return self._scale or self._fitting()

    def zoom(self, scale: float | None) -> None:
        """Show the pages so large; None: as wide as there is room for."""
        self._wanted = scale
        if abs(self._fitting() - self._scale) > _LEAST_STEP:
            at = self._scale and self.verticalScrollBar().value() / self._scale
            self.redraw()
            self.verticalScrollBar().setValue(round(at * self._scale))

    def step(self, *, larger: bool) -> None:
        """One step larger or smaller than now."""
        now = self.scale
        steps = [
            step for step in _STEPS if (step > now + _LEAST_STEP if larger else step < now - _LEAST_STEP)
        ]
        if steps:
            self.zoom(steps[0] if larger else steps[-1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.text():
            case "+" | "-":
                self.step(larger=event.text() == "+")
            case "0":
                self.zoom(None)
            case _:
                super().keyPressEvent(event)

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
        self._sheets = [
            Sheet(page, ratio, text.replace("{number}", str(number))) for number, page in enumerate(pages, 1)
        ]
        for sheet in self._sheets:
            column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.setWidget(mat)
        self.verticalScrollBar().setValue(place)
        self.drawn.emit(pages)

    def go_to(self, page: int) -> None:
        """Show this page from its top."""
        if page < len(self._sheets):
            self.verticalScrollBar().setValue(self._sheets[page].y() - _MARGIN // 2)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for sheet in self._sheets:
            sheet.drop()

    def _follow(self) -> None:
        """Tell which page is read, and let go of those that are out of sight."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        middle = top + height // 2
        for sheet in self._sheets:
            if sheet.y() > top + 2 * height or sheet.geometry().bottom() < top - height:
                sheet.drop()
        at = [place for place, sheet in enumerate(self._sheets) if sheet.y() <= middle]
        if at:
            self.read.emit(at[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._scale and abs(self._fitting() - self._scale) > _LEAST_STEP:
            self._later.start()

    def _follow_width(self) -> None:
        if self.isVisible() and abs(self._fitting() - self._scale) > _LEAST_STEP:
            self.redraw()

    def _fitting(self) -> float:
        bar = self.verticalScrollBar().sizeHint().width()
        if self._wanted is not None:
            return self._wanted
        room = self.width() - bar - 2 * _MARGIN - 2
        return max(0.4, min(1.25, room / _PAGE_WIDTH))
