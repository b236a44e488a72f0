"""A header whose words stand on their side, over columns too narrow for them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

_AIR = 6


class UprightHeader(QHeaderView):
    """Read from the bottom up."""

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
