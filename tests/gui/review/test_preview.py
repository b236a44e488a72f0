from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.quiet import wait_until_quiet
from tests.gui.review.test_sheet import page
from wizard.gui.review.preview import Preview
from wizard.gui.review.sheet import Sheet
from wizard.gui.review.thumbnails import Thumbnails
from wizard.gui.review.zoom_bar import ZoomBar
from wizard.gui.shell.main_window import MainWindow

Make = Callable[..., MainWindow]


def test_pages_are_drawn_anew_for_another_width(qtbot: QtBot, make_window: Make, world: World) -> None:
    window = make_window({"os": "ubuntu"}, "review", (1280, 800))
    window.resize(800, 700)
    qtbot.waitUntil(lambda: len(world.scales) == 2)
    assert world.scales[1] < world.scales[0]
    assert len(world.reports) == 1


def test_a_hidden_page_is_not_drawn(qtbot: QtBot, make_window: Make, world: World) -> None:
    window = make_window({"os": "ubuntu"}, "review", (1280, 800))
    window.session.go("size")
    window.resize(800, 700)
    wait_until_quiet(qtbot, window)
    assert len(world.scales) == 1


def test_the_place_that_is_being_read_stays(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "review")
    preview = window.page.findChildren(Preview)[0]
    pages = preview.widget()
    assert pages
    pages.setMinimumHeight(5000)
    wait_until_quiet(qtbot, window)
    preview.verticalScrollBar().setValue(0)
    preview.redraw()
    assert preview.verticalScrollBar().value() == 0


def test_a_small_page_leads_to_the_large_one_and_back(qtbot: QtBot) -> None:
    preview, thumbnails = Preview(lambda _scale: [page(400, 600) for _ in range(6)]), Thumbnails()
    for widget in (preview, thumbnails):
        qtbot.addWidget(widget)
        widget.resize(500, 400)
        widget.show()
    preview.drawn.connect(thumbnails.show_pages)
    preview.read.connect(thumbnails.mark)
    thumbnails.chosen.connect(preview.go_to)
    preview.redraw()
    qtbot.waitUntil(lambda: all(not thumbnails.item(row).icon().isNull() for row in range(6)))
    assert thumbnails.item(5).toolTip() == "Page 6 of 6"
    sheets = preview.findChildren(Sheet)
    qtbot.waitUntil(lambda: sheets[0].unpacked)
    thumbnails.setCurrentRow(4)
    qtbot.waitUntil(lambda: sheets[4].unpacked)
    # Far from what is read no page keeps its pixels.
    assert not sheets[0].unpacked
    preview.verticalScrollBar().setValue(0)
    assert thumbnails.currentRow() == 0
    preview.redraw()
    assert thumbnails.currentRow() == 0


def test_pages_get_larger_and_smaller_and_fit_again(qtbot: QtBot, make_window: Make, world: World) -> None:
    window = make_window({"os": "ubuntu"}, "review", (1280, 800))
    preview = window.page.findChildren(Preview)[0]
    smaller, fit, larger = window.page.findChildren(ZoomBar)[0].findChildren(QToolButton)
    fitting = preview.scale
    assert fit.text() == f"{round(fitting * 100)} %"
    larger.click()
    assert preview.scale > fitting
    assert fit.text() in ("75 %", "100 %")
    for _ in range(9):
        larger.click()
    assert fit.text() == "200 %", "there is an end"
    drawn = len(world.scales)
    window.resize(1100, 800)
    wait_until_quiet(qtbot, window)
    assert len(world.scales) == drawn, "what was chosen stays in another width"
    smaller.click()
    assert preview.scale == 1.5
    # By the keyboard too.
    qtbot.keyClicks(preview, "-")
    assert preview.scale == 1.25
    qtbot.keyClicks(preview, "+")
    assert preview.scale == 1.5
    qtbot.keyClicks(preview, "0")
    assert preview.scale < 1
    qtbot.keyClick(preview, Qt.Key.Key_End)
    assert preview.scale < 1
    assert "fit them to the width" in fit.accessibleName()
    larger.click()
    fit.click()
    assert preview.scale < 1
