from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.fake_cloud import FakeCloud
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import in_menu_bar, settle, texts
from wizard.gui.desk import Desk
from wizard.gui.icons import Icons
from wizard.gui.images.images_window import ImagesWindow
from wizard.gui.problem import Problem
from wizard.model.message import Translations


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
    world: World, cloud: FakeCloud, desk: Desk, icons: Icons, english: Translations, qtbot: QtBot
) -> None:
    world.preferences["mask_accounts"] = True
    cloud.keeping = False
    window = ImagesWindow(desk.images.gallery, desk, icons, english)
    qtbot.addWidget(window)
    menu = in_menu_bar(window)
    assert menu["Leave account numbers out of copies and exports"].isChecked()
    assert not menu["Keep what was found for the next start"].isChecked()


def test_what_cannot_be_forgotten_is_a_dialog(
    images: ImagesWindow, problems: list[Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Problem("Unable to forget.", "Read-only.", "Look at the folder.")

    cloud = images.panel.gallery.cloud
    broken = type(cloud)(
        **{name: getattr(cloud, name) for name in cloud.__slots__} | {"forget": fail, "keep": fail}
    )
    monkeypatch.setattr(images.panel.gallery, "cloud", broken)
    in_menu_bar(images)["Forget what was kept"].trigger()
    in_menu_bar(images)["Keep what was found for the next start"].trigger()
    assert [problem.problem for problem in problems] == ["Unable to forget."] * 2
