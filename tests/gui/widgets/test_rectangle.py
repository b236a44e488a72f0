from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.rectangle import draw_rect

WHITE, RED, BLUE = QColor("#ffffff"), QColor("#ff0000"), QColor("#0000ff")


def drawn(rect: QRectF, radius: float = 0, **how: QColor | float) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    draw_rect(painter, rect, radius, **how)  # type: ignore[arg-type]  # keywords of each case
    painter.end()
    return image


def test_it_is_filled_to_its_very_edges(qtbot: QtBot) -> None:
    image = drawn(QRectF(10, 20, 2, 15), fill=RED)
    assert [image.pixelColor(x, 20) for x in (9, 10, 11, 12)] == [WHITE, RED, RED, WHITE]
    assert [image.pixelColor(10, y) for y in (19, 20, 34, 35)] == [WHITE, RED, RED, WHITE]


def test_the_edge_is_half_outside_and_the_corners_are_round(qtbot: QtBot) -> None:
    image = drawn(QRectF(10, 10, 20, 20), 8, fill=RED, edge=BLUE, width=2)
    assert [image.pixelColor(x, 20) for x in (8, 9, 10, 11)] == [WHITE, BLUE, BLUE, RED]
    assert image.pixelColor(9, 9) == WHITE
    assert drawn(QRectF(10, 10, 20, 20), edge=BLUE).pixelColor(20, 20) == WHITE
