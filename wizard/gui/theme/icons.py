"""The project's drawings, in whatever colour the palette has just now."""

from __future__ import annotations

import weakref
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap, Qt
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_SIZES = (16, 20, 24, 32, 40, 48)


class Iconic(Protocol):
    """What can wear an icon: a button or an action."""

    def setIcon(self, icon: QIcon, /) -> None: ...


class Icons:
    """SVG drawings from one folder, tinted.

    The drawings say `currentColor`; it is replaced when they are painted, so that one file does for
    light and dark. What was dressed with `put_on` is dressed anew by `repaint`, which the window
    calls when the palette changes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawings: dict[str, str] = {}
        self._worn: weakref.WeakKeyDictionary[Iconic, str] = weakref.WeakKeyDictionary()

    def put_on(self, target: Iconic, name: str) -> None:
        """Dress a button or an action, now and after each change of palette."""
        self._worn[target] = name
        target.setIcon(self._icon(name))

    def repaint(self) -> None:
        for target, name in list(self._worn.items()):
            target.setIcon(self._icon(name))

    def draw(self, painter: QPainter, rect: QRectF, name: str, ink: QColor) -> None:
        """Paint a drawing into the rectangle in this colour."""
        _renderer(self._drawing(name), ink.name()).render(painter, rect)

    def pixmap(self, name: str, size: int, ink: QColor, ratio: float) -> QPixmap:
        """A drawing of size x size logical pixels, sharp at this device pixel ratio."""
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(0, 0, size, size), name, ink)
        painter.end()
        return pixmap

    def application_icon(self) -> QIcon:
        """The program's own sign, in its own colours."""
        from PySide6.QtGui import QIcon

        icon = QIcon()
        for size in (32, 64):
            icon.addPixmap(self.pixmap("ami-wizard", size, QColor(Qt.GlobalColor.white), 1.0))
        return icon

    def _icon(self, name: str) -> QIcon:
        from PySide6.QtGui import QIcon

        palette = QApplication.palette()
        icon = QIcon()
        for mode, group in (
            (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
            (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
        ):
            ink = palette.color(group, QPalette.ColorRole.ButtonText)
            for size in _SIZES:
                icon.addPixmap(self.pixmap(name, size, ink, 1.0), mode)
        return icon

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            self._drawings[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return self._drawings[name]


@lru_cache(maxsize=256)
def _renderer(drawing: str, ink: str) -> QSvgRenderer:
    return QSvgRenderer(drawing.replace("currentColor", ink).encode())
