"""The project's drawings, in whatever colour the palette has when they are painted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

if TYPE_CHECKING:
    from pathlib import Path

_SIDE = 16
_SHARE = 0.95


def use(folder: Path) -> None:
    """Take the drawings, SVG files that say `currentColor`, from this folder from now on."""
    _Chosen.folder = folder


class _Chosen:
    folder: Path


def icon(name: str) -> QIcon:
    """A drawing for a button or an action, by its name in the folder; it follows the palette by itself."""
    return QIcon(_Tinted(name))


def put_icon(button: QAbstractButton, name: str) -> None:
    """Put a drawing on a button, as large as the text beside it."""
    button.setIcon(icon(name))
    suit_icon(button)


def suit_icon(button: QAbstractButton) -> None:
    """Make a button's drawing as large as the text is now: Qt's own stays at 16 pixels beside letters of any size."""
    side = max(_SIDE, round(QFontMetrics(QApplication.font()).height() * _SHARE))
    button.setIconSize(QSize(side, side))


def draw_icon(painter: QPainter, rect: QRectF, name: str, ink: QColor) -> None:
    """Paint a drawing into the rectangle in this colour."""
    _renderer(name, ink.name()).render(painter, rect)


def icon_pixmap(name: str, size: int, ink: QColor, ratio: float) -> QPixmap:
    """A drawing of size x size logical pixels, sharp at this device pixel ratio."""
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_icon(painter, QRectF(0, 0, size, size), name, ink)
    painter.end()
    return pixmap


def application_icon() -> QIcon:
    """The program's own sign, in its own colours."""
    sign = QIcon()
    for size in (32, 64):
        sign.addPixmap(icon_pixmap("ami-wizard", size, QColor(255, 255, 255), 1.0))
    return sign


class _Tinted(QIconEngine):
    """Paints a drawing in the palette's colour of this very moment."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def clone(self) -> QIconEngine:
        return _Tinted(self._name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        disabled = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        ink = QApplication.palette().color(group, QPalette.ColorRole.ButtonText)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_icon(painter, QRectF(rect), self._name, ink)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap


@lru_cache(maxsize=256)
def _renderer(name: str, ink: str) -> QSvgRenderer:
    return QSvgRenderer(_drawing(name).replace("currentColor", ink).encode())


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return (_Chosen.folder / f"{name}.svg").read_text(encoding="utf-8")
