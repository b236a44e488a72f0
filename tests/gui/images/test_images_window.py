from __future__ import annotations

import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import FakeCloud
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import alike, list_images
from wizard.gui import appearance, color
from wizard.gui.appearance import Scheme
from wizard.gui.images.images_window import ImagesWindow


def busy(qtbot: QtBot, images: ImagesWindow, cloud: FakeCloud) -> None:
    """Four images have come, and more are waited for."""
    cloud.hold = threading.Event()
    cloud.answer("eu-west-1", *made(4))
    images.panel.ask()
    qtbot.waitUntil(lambda: len(images.panel.browser.rows.shown) == 4)


def escape(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


@pytest.mark.parametrize("place", ["filter", "table", "owner"])
def test_esc_cancels_first_and_closes_then(
    qtbot: QtBot, images: ImagesWindow, cloud: FakeCloud, place: str
) -> None:
    busy(qtbot, images, cloud)
    {
        "filter": images.panel.browser.filter.first_control(),
        "table": images.panel.browser.table,
        "owner": images.panel.source.findChildren(QLineEdit)[0],
    }[place].setFocus()
    escape(qtbot)
    qtbot.waitUntil(lambda: not images.panel.gallery.busy, timeout=1000)
    assert images.isVisible()
    assert len(images.panel.browser.rows.shown) == 4
    escape(qtbot)
    assert not images.isVisible()


def test_other_keys_do_not_close(qtbot: QtBot, images: ImagesWindow) -> None:
    qtbot.keyClick(images, Qt.Key.Key_F7)
    assert images.isVisible()


def test_closing_cancels_and_what_came_is_there_when_it_is_opened_again(
    qtbot: QtBot, images: ImagesWindow, cloud: FakeCloud
) -> None:
    threads = threading.active_count()
    busy(qtbot, images, cloud)
    images.close()
    qtbot.waitUntil(lambda: not images.panel.gallery.busy, timeout=1000)
    assert threading.active_count() == threads
    images.show()
    assert len(images.panel.browser.rows.shown) == 4


def test_the_focus_is_where_one_begins(qtbot: QtBot, images: ImagesWindow, cloud: FakeCloud) -> None:
    assert images.focusWidget() is images.panel.source.first_control()
    cloud.answer("eu-west-1", *made(4))
    list_images(qtbot, images.panel)
    images.close()
    images.show()
    assert images.focusWidget() is images.panel.browser.filter.first_control()


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wait=st.integers(0, 80), way=st.sampled_from(["escape", "close", "cancel"]))
def test_ending_at_any_moment_takes_less_than_a_second_and_loses_nothing(
    qtbot: QtBot, images: ImagesWindow, cloud: FakeCloud, wait: int, way: str
) -> None:
    images.show()
    threads = threading.active_count()
    cloud.hold, cloud.events = threading.Event(), []
    cloud.answer("eu-west-1", *made(30))
    images.panel.ask()
    qtbot.wait(wait)
    if way == "escape":
        qtbot.keyClick(images, Qt.Key.Key_Escape)
    elif way == "close":
        images.close()
    else:
        images.panel.gallery.cancel()
    qtbot.waitUntil(lambda: not images.panel.gallery.busy, timeout=1000)
    assert threading.active_count() == threads
    assert len(images.panel.browser.rows.shown) == 30


def test_it_is_dark_in_the_dark(qtbot: QtBot, images: ImagesWindow) -> None:
    images.panel.show_sample()
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        appearance.show(scheme)
        qtbot.waitUntil(lambda: color.is_dark(images.palette()) is (scheme is Scheme.DARK))  # noqa: B023
        qtbot.wait(20)
        base = images.palette().color(QPalette.ColorRole.Base)
        picture = images.grab().toImage()
        corner = picture.pixelColor(4, picture.height() - 4)
        assert alike(corner, base)


def test_it_says_whose_window_it_is_and_fits_a_small_screen(images: ImagesWindow) -> None:
    assert images.windowTitle() == "Images – AMI Wizard"
    assert images.minimumWidth() <= 760
    assert images.minimumHeight() <= 480
