"""A rectangle, filled or edged, with round corners if wanted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}"><rect x="{inset}" y="{inset}" width="{inner_w}"'
    ' height="{inner_h}" rx="{radius}" fill="{fill}" stroke="{edge}" stroke-width="{width}"/></svg>'
)


def draw_rect(
    painter: QPainter,
    rect: QRectF,
    radius: float = 0.0,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Draw it with smooth edges. width: of the edge, of which half is outside, in pixels.

    As a drawing, for what the first picture needs: to choose among the overloads of QPainter.setPen and setBrush,
    PySide makes all 93 enums of `Qt`, a tenth of the start.
    """
    inset = width / 2 if edge else 0.0
    outer = rect.adjusted(-inset, -inset, inset, inset)
    names = tuple(color.name() if color else "none" for color in (fill, edge))
    _renderer((outer.width(), outer.height()), radius, names, width if edge else 0.0).render(painter, outer)


@lru_cache(maxsize=128)
def _renderer(
    size: tuple[float, float], radius: float, colors: tuple[str, ...], width: float
) -> QSvgRenderer:
    (w, h), (fill, edge) = size, colors
    values = {"w": w, "h": h, "inset": width / 2, "inner_w": w - width, "inner_h": h - width}
    svg = _SVG.format(**values, radius=radius, fill=fill, edge=edge, width=width)
    return QSvgRenderer(svg.encode())
