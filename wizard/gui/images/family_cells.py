"""The cells of the map: their model for Qt, and how each is painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen, QPixmap, Qt
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wizard.gui.texts import render
from wizard.gui.theme import colors as color
from wizard.gui.theme.icons import icon_pixmap
from wizard.gui.widgets.label import as_tip
from wizard.gui.widgets.table import SIGN_ROLE
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.finding import Outcome
from wizard.model.message import Message
from wizard.report import words
from wizard.report.visible import visible

_TINTS = {Outcome.WORKS: 0.8, Outcome.DEGRADED: 0.35, Outcome.UNKNOWN: 0.12}
_SHADES = {Outcome.REFUSED: 0.12, Outcome.NO_BOOT: 0.4, Outcome.UNREACHABLE: 0.4}


def ground_of(outcome: str, palette: QPalette) -> QColor:
    """The accent where it works, fainter with a limitation, faintest where nobody knows; grey where it does not, darker where EC2 says nothing."""
    base = palette.color(QPalette.ColorRole.Base)
    what = Outcome(outcome)
    if what in _TINTS:
        return color.mixed(base, palette.color(QPalette.ColorRole.Accent), _TINTS[what])
    return color.mixed(base, palette.color(QPalette.ColorRole.Text), _SHADES[what])


class FamilyCell(QStyledItemDelegate):
    """Signs are drawn once for each outcome, colour and size, and then only copied."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
            known = self._drawn[key] = icon_pixmap(outcome, side, ink, ratio)
        return known


_Index = QModelIndex | QPersistentModelIndex


class FamilyModel(QAbstractTableModel):
    """A row for each image, a column for each family. SIGN_ROLE: the outcome that a cell stands for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.images: Sequence[JudgedImage] = ()
        self.families: tuple[str, ...] = ()

    def fill(self, images: Sequence[JudgedImage]) -> None:
        """Show how these images stand with each family."""
        self.beginResetModel()
        self.images = images
        self.families = tuple(images[0].judged.families) if images else ()
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.images)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
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
        result = image.judged.families[family]
        values = {
            "image": visible(image.row.name or image.row.image_id, 200),
            "family": family,
            "outcome": words.OUTCOMES[result.outcome],
            "usable": result.usable,
            "types": result.types,
        }
        text = Message("{image} on {family}: {outcome}, {usable} of {types} types", values)
        return render(text)
