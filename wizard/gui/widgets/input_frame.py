"""What the fields one types into have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from wizard.gui.theme import colors as color

if TYPE_CHECKING:

    class _Widget(QWidget):
        def hasFrame(self) -> bool: ...

else:
    _Widget = object


class InputFrame(_Widget):
    """Mixed into a field: rolling past it must not change it, and its edge can be seen."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Also with the focus: who rolls on to read the page would change what was just answered.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # Fusion draws every edge darker than the window, which in the dark leaves none.
        # The style last: to tell its name PySide makes enums that take milliseconds.
        # The line inside a box has none: the box has it.
        if color.is_dark(self.palette()) and self.hasFrame() and self.style().name() == "fusion":
            palette = self.palette()
            ground = palette.color(QPalette.ColorRole.Base)
            focused = self.hasFocus()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(
                QPen(color.accent(palette, ground) if focused else color.outline(palette, ground), 1)
            )
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5)
            painter.end()
