from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageWriter
from pytestqt.qtbot import QtBot

from wizard.gui.review.sheet import Sheet, size_of, small
from wizard.gui.shell.main_window import MainWindow

Make = Callable[..., MainWindow]


def page(width: int = 200, height: int = 300) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    buffer = QBuffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def test_a_sheet_shows_each_pixel_as_one(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "review")
    sheet = window.page.findChildren(Sheet)[0]
    assert (sheet.sizeHint().width(), sheet.sizeHint().height()) == (3, 3)
    assert not sheet.grab().isNull()


def test_the_pixels_of_a_page_are_there_only_while_it_is_looked_at(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "review")
    sheets = window.page.findChildren(Sheet)
    qtbot.waitUntil(lambda: sheets[0].unpacked)
    window.session.go("size")
    assert not any(sheet.unpacked for sheet in sheets)
    window.session.go("review")
    qtbot.waitUntil(lambda: sheets[0].unpacked)


def test_a_small_picture_keeps_its_shape_and_its_sharpness() -> None:
    picture = small(page(), 50, 2.0)
    assert (picture.width(), picture.height()) == (100, 150)
    assert picture.devicePixelRatio() == 2.0
    assert (size_of(page()).width(), size_of(page()).height()) == (200, 300)
