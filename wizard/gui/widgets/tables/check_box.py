"""Boxes to tick whose edge can be seen while nothing is ticked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from wizard.gui.theme import colors as color

_INSET = 0.5
# By as much per cent Fusion draws an edge darker than the window.
_DARKER = 140


def draw_edge(painter: QPainter, widget: QWidget, box: QRect) -> None:
    """Fusion draws every edge darker than the window, which in the dark leaves none."""
    palette = widget.palette()
    if not color.is_dark(palette) or widget.style().name() != "fusion":
        return
    painter.save()
    painter.setPen(QPen(color.outline(palette, palette.color(QPalette.ColorRole.Base)), 1))
    painter.drawRect(QRectF(box).adjusted(_INSET, _INSET, -_INSET, -_INSET))
    painter.restore()


class CheckBox(QCheckBox):
    """One with a text beside it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        draw_edge(painter, self, box)
        painter.end()


class CheckMenu(QMenu):
    """A menu with entries to tick."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._dressing = False
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        """The ground of a menu is another colour; that of a window is there for the edges only."""
        if self._dressing:
            return
        self._dressing = True
        usual, palette = QApplication.palette(), QPalette()
        if color.is_dark(usual) and self.style().name() == "fusion":
            edge = color.outline(usual, usual.color(QPalette.ColorRole.Base))
            palette.setColor(QPalette.ColorRole.Window, edge.lighter(_DARKER))
        self.setPalette(palette)
        self._dressing = False


class CheckedItems(QStyledItemDelegate):
    """The lines of a list, each with a box before it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        item = QStyleOptionViewItem(option)
        self.initStyleOption(item, index)
        view = item.widget
        box = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, item, view)
        draw_edge(painter, view, box)
