"""The report's pictures in the window: bars, and dots between two axes, in the palette's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizard.gui.theme import colors as color
from wizard.gui.widgets.frame import mirrored
from wizard.gui.widgets.label import Style, font_of, line_width
from wizard.report.pictures.picture import Bars, Dots

_GAP = 8
_BAR = 12
_EDGE = 12
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


class BarsPicture(QWidget):
    """A line for each bar: its label, the bar, its number. The alternative text is its description."""

    def __init__(self, bars: Bars, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = bars
        self.setAccessibleName(bars.caption)
        self.setAccessibleDescription(bars.alternative)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width))

    def sizeHint(self) -> QSize:
        width = line_width(70)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(line_width(40), self.heightForWidth(max(self.width(), line_width(40))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        ground, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        label = self._label_width(self.width())
        metrics = QFontMetrics(font_of(Style.STRONG))
        figures = ("00,000", *(bar.figure for bar in self._bars.bars))
        figure = max(map(metrics.horizontalAdvance, figures)) + _GAP
        room = self.width() - label - figure - 2 * _GAP
        top = 0
        for bar, height in zip(self._bars.bars, self._heights(self.width()), strict=True):
            painter.setFont(font_of(Style.STRONG if bar.kept else Style.BODY))
            painter.setPen(ink)
            painter.drawText(mirrored(self, QRectF(0, top, label, height)), _WRAP, bar.label)
            place = QRectF(label + _GAP, top + (height - _BAR) / 2, max(2.0, room * bar.share), _BAR)
            painter.setPen(QPen(color.outline(palette, ground), 1))
            painter.setBrush(color.accent(palette, ground) if bar.kept else color.mixed(ground, ink, 0.22))
            painter.drawRect(mirrored(self, place))
            painter.setPen(ink)
            at = mirrored(self, QRectF(self.width() - figure, top, figure, height))
            painter.drawText(at, _RIGHT, bar.figure)
            top += height
        painter.end()

    @staticmethod
    def _label_width(width: int) -> int:
        return round(width * 0.46)

    def _heights(self, width: int) -> list[int]:
        """How tall the line of each bar is."""
        inner = QRect(0, 0, self._label_width(width), 10_000)
        metrics = QFontMetrics(font_of(Style.STRONG))
        rects = (metrics.boundingRect(inner, _WRAP, bar.label) for bar in self._bars.bars)
        return [max(rect.height(), _BAR) + _GAP for rect in rects]


class DotsPicture(QWidget):
    """The dots between their axes. The alternative text is its description."""

    def __init__(self, dots: Dots, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots = dots
        self.setAccessibleName(dots.caption)
        self.setAccessibleDescription(dots.alternative)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(line_width(70), line_width(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(line_width(40), line_width(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(font_of(Style.SMALL))
        below, left = 2 * metrics.height() + 10, line_width(9)
        width = min(self.width() - left - 20, line_width(90))
        area = QRectF(left, metrics.height() + 6, width, self.height() - below - metrics.height() - 12)
        self._paint_axes(painter, area, metrics)
        area = _inner(area)
        palette = self.palette()
        ground = palette.color(QPalette.ColorRole.Base)
        accent = color.accent(palette, ground)
        painter.setPen(QPen(accent, 1))
        for dot in self._dots.dots:
            radius = 3 + 6 * dot.size
            painter.setBrush(accent if dot.first else color.tint(palette, ground, 0.25))
            up = area.bottom() - dot.up * area.height()
            painter.drawEllipse(self._at(area.left() + dot.left * area.width(), up), radius, radius)
        painter.end()

    def _paint_axes(self, painter: QPainter, area: QRectF, metrics: QFontMetrics) -> None:
        palette = self.palette()
        ground, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        line, quiet = QPen(color.hairline(palette, ground), 1), color.quiet(ink, ground)
        painter.setFont(font_of(Style.SMALL))
        tall = metrics.height()
        for tick in self._dots.up_ticks:
            y = _inner(area).bottom() - tick.place * _inner(area).height()
            painter.setPen(line)
            painter.drawLine(self._at(area.left(), y), self._at(area.right(), y))
            painter.setPen(quiet)
            beside = QRectF(0, y - tall / 2, area.left() - 6, tall)
            painter.drawText(mirrored(self, beside), _RIGHT, tick.label)
        for tick in self._dots.across_ticks:
            x = _inner(area).left() + tick.place * _inner(area).width()
            painter.setPen(line)
            painter.drawLine(self._at(x, area.top()), self._at(x, area.bottom()))
            painter.setPen(quiet)
            painter.drawText(mirrored(self, QRectF(x - 30, area.bottom() + 4, 60, tall)), _CENTER, tick.label)
        painter.drawText(QRectF(0, 0, self.width(), tall), int(Qt.AlignmentFlag.AlignLeft), self._dots.up)
        across = QRectF(area.left(), area.bottom() + tall + 6, area.width(), tall)
        painter.drawText(mirrored(self, across), _CENTER, self._dots.across)

    def _at(self, x: float, y: float) -> QPointF:
        """A point in the reader's direction."""
        return mirrored(self, QRectF(x, y, 0, 0)).topLeft()


def _inner(area: QRectF) -> QRectF:
    """Where the dots are: at the ends of an axis they cover none of its numbers."""
    return area.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
