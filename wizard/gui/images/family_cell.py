"""A cell of the map: a colour and a sign, so that neither is needed alone."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wizard.gui import color
from wizard.gui.icons import Icons
from wizard.gui.padded_row import SIGN_ROLE
from wizard.model.ec2.finding import Outcome

_TINTS = {Outcome.WORKS: 0.8, Outcome.DEGRADED: 0.35}
_SHADES = {Outcome.REFUSED: 0.12, Outcome.NO_BOOT: 0.4, Outcome.UNREACHABLE: 0.4}


def ground_of(outcome: str, palette: QPalette) -> QColor:
    """The accent where it works, fainter with a limitation; grey where it does not, darker where EC2 says nothing."""
    base = palette.color(QPalette.ColorRole.Base)
    what = Outcome(outcome)
    if what in _TINTS:
        return color.mixed(base, palette.color(QPalette.ColorRole.Accent), _TINTS[what])
    return color.mixed(base, palette.color(QPalette.ColorRole.Text), _SHADES[what])


class FamilyCell(QStyledItemDelegate):
    """Signs are drawn once for each outcome, colour and size, and then only copied."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    @staticmethod
    def side() -> int:
        """The width and height of a cell."""
        return max(18, QFontMetrics(QApplication.font()).height() + 4)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.side(), self.side())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        self.draw(painter, rect, str(index.data(SIGN_ROLE)), option.palette)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Text), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -2, -2))

    def draw(self, painter: QPainter, rect: QRect, outcome: str, palette: QPalette) -> None:
        """The colour and the sign of an outcome."""
        ground = ground_of(outcome, palette)
        painter.fillRect(rect.adjusted(0, 0, -1, -1), ground)
        side = min(rect.width(), rect.height()) - 8
        ink = color.readable(ground, self._ink(palette, ground), ground)
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._sign(outcome, ink, side, ratio)
        painter.drawPixmap(
            rect.left() + (rect.width() - 1 - side) // 2, rect.top() + (rect.height() - 1 - side) // 2, pixmap
        )

    @staticmethod
    def _ink(palette: QPalette, ground: QColor) -> QColor:
        text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
        return max((text, base), key=lambda ink: color.contrast(ink, ground))

    def _sign(self, outcome: str, ink: QColor, side: int, ratio: float) -> QPixmap:
        key = outcome, ink.name(), side, ratio
        known = self._drawn.get(key)
        if known is None:
            known = self._drawn[key] = self._icons.pixmap(outcome, side, ink, ratio)
        return known
