from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.fake_cloud import FakeCloud
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import alike, in_menu_bar, list_images, settle, texts
from tests.gui.quiet import wait_until_quiet
from wizard.gui.images.launcher import ImagesLauncher
from wizard.gui.images.window import ImagesWindow
from wizard.gui.theme import colors as color
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme
from wizard.gui.user_error import UserError
from wizard.model.frozen import replace


def test_what_one_does_often_has_a_key_and_no_key_is_given_twice(images: ImagesWindow) -> None:
    keys = {text: action.shortcut().toString() for text, action in in_menu_bar(images).items()}
    assert keys["List images"] == "Ctrl+L"
    assert keys["Open a saved reply…"] == "Ctrl+O"
    assert keys["Filter"] == "Ctrl+F"
    assert keys["Close"] == "Ctrl+W"
    given = [key for key in keys.values() if key]
    assert sorted(given) == sorted(set(given))


def test_the_file_menu_lists_opens_and_closes(
    qtbot: QtBot, images: ImagesWindow, cloud: FakeCloud, chosen_file: Callable[[Path], None]
) -> None:
    cloud.answer("eu-west-1", *made(3))
    menu = in_menu_bar(images)
    menu["List images"].trigger()
    settle(qtbot, images.panel)
    assert len(images.panel.browser.rows.shown) == 3
    menu["Sample account"].trigger()
    assert len(images.panel.browser.rows.shown) == 12
    chosen_file(Path("/x/reply.json"))
    menu["Open a saved reply…"].trigger()
    assert len(images.panel.browser.rows.shown) == 6
    menu["Close"].trigger()
    assert not images.isVisible()


def test_the_view_menu_shows_list_map_and_filter(images: ImagesWindow) -> None:
    images.panel.show_sample()
    menu = in_menu_bar(images)
    menu["Map"].trigger()
    assert images.panel.browser.view == 1
    menu["Filter"].trigger()
    assert images.panel.browser.filter.first_control().hasFocus()
    menu["List"].trigger()
    assert images.panel.browser.view == 0


def test_the_account_menu_asks_for_uses_and_cancels(
    qtbot: QtBot, images: ImagesWindow, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1", *made(3))
    menu = in_menu_bar(images)
    menu["List images"].trigger()
    menu["Cancel"].trigger()
    settle(qtbot, images.panel)
    menu["Ask what uses the shown images"].trigger()
    settle(qtbot, images.panel)
    assert len(cloud.asked_usage) == 1


def test_what_is_kept_is_the_persons_to_say(qtbot: QtBot, images: ImagesWindow, cloud: FakeCloud) -> None:
    keep = in_menu_bar(images)["Keep what was found for the next start"]
    assert keep.isChecked()
    keep.trigger()
    assert not cloud.keeping
    in_menu_bar(images)["Forget what was kept"].trigger()
    assert cloud.forgotten == 1
    assert "2 kept files are gone." in texts(images)


def test_ticks_show_what_was_chosen_before(
    world: World, cloud: FakeCloud, launcher: ImagesLauncher, qtbot: QtBot
) -> None:
    world.preferences["mask_accounts"] = True
    cloud.keeping = False
    window = ImagesWindow(launcher.controller, world.services())
    qtbot.addWidget(window)
    menu = in_menu_bar(window)
    assert menu["Leave account numbers out of copies and exports"].isChecked()
    assert not menu["Keep what was found for the next start"].isChecked()


def test_what_cannot_be_forgotten_is_a_dialog(
    images: ImagesWindow, problems: list[UserError], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise UserError("Unable to forget.", "Read-only.", "Look at the folder.")

    cloud = images.panel.controller.cloud
    monkeypatch.setattr(images.panel.controller, "cloud", replace(cloud, forget=fail, keep=fail))
    in_menu_bar(images)["Forget what was kept"].trigger()
    in_menu_bar(images)["Keep what was found for the next start"].trigger()
    assert [problem.problem for problem in problems] == ["Unable to forget."] * 2


def busy(qtbot: QtBot, images: ImagesWindow, cloud: FakeCloud) -> None:
    """Four images have come, and more are waited for."""
    cloud.hold = threading.Event()
    cloud.answer("eu-west-1", *made(4))
    images.panel.ask()
    qtbot.waitUntil(lambda: len(images.panel.browser.rows.shown) == 4)


def escape(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


@pytest.mark.parametrize("place", ["filter", "table", "owner"])
def test_esc_cancels_and_never_closes(
    qtbot: QtBot, images: ImagesWindow, cloud: FakeCloud, place: str
) -> None:
    busy(qtbot, images, cloud)
    {
        "filter": images.panel.browser.filter.first_control(),
        "table": images.panel.browser.table,
        "owner": images.panel.source.findChildren(QLineEdit)[0],
    }[place].setFocus()
    escape(qtbot)
    qtbot.waitUntil(lambda: not images.panel.controller.busy)
    assert images.isVisible()
    assert len(images.panel.browser.rows.shown) == 4
    escape(qtbot)
    assert images.isVisible()


def test_other_keys_do_not_close(qtbot: QtBot, images: ImagesWindow) -> None:
    qtbot.keyClick(images, Qt.Key.Key_F7)
    assert images.isVisible()


def test_closing_cancels_and_what_came_is_there_when_it_is_opened_again(
    qtbot: QtBot, images: ImagesWindow, cloud: FakeCloud
) -> None:
    threads = threading.active_count()
    busy(qtbot, images, cloud)
    images.close()
    qtbot.waitUntil(lambda: not images.panel.controller.busy)
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
@given(moment=st.sampled_from(["begun", "told", "shown"]), way=st.sampled_from(["escape", "close", "cancel"]))
def test_ending_at_any_moment_loses_nothing(
    qtbot: QtBot, images: ImagesWindow, cloud: FakeCloud, moment: str, way: str
) -> None:
    images.show()
    cloud.holding.clear()
    threads = threading.active_count()
    cloud.hold, cloud.events = threading.Event(), []
    cloud.answer("eu-west-1", *made(30))
    images.panel.ask()
    if moment == "told":
        assert cloud.holding.wait(30)
    elif moment == "shown":
        qtbot.waitUntil(lambda: len(images.panel.browser.rows.shown) == 30)
    if way == "escape":
        qtbot.keyClick(images, Qt.Key.Key_Escape)
    elif way == "close":
        images.close()
    else:
        images.panel.controller.cancel()
    qtbot.waitUntil(lambda: not images.panel.controller.busy)
    assert threading.active_count() == threads
    assert len(images.panel.browser.rows.shown) == 30


@pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.LIGHT])
def test_it_is_dark_in_the_dark(qtbot: QtBot, images: ImagesWindow, scheme: Scheme) -> None:
    images.panel.show_sample()
    appearance.show(scheme)
    qtbot.waitUntil(lambda: color.is_dark(images.palette()) is (scheme is Scheme.DARK))
    wait_until_quiet(qtbot, images)
    base = images.palette().color(QPalette.ColorRole.Base)
    picture = images.grab().toImage()
    corner = picture.pixelColor(4, picture.height() - 4)
    assert alike(corner, base)


def test_it_says_whose_window_it_is_and_fits_a_small_screen(images: ImagesWindow) -> None:
    assert images.windowTitle() == "Images – AMI Wizard"
    assert images.minimumWidth() <= 760
    assert images.minimumHeight() <= 480
