from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import button, list_images, names, texts
from tests.gui.quiet import wait_until_quiet
from wizard.gui.findings.find_image_dialog import FindImageDialog
from wizard.gui.findings.newest_image import NewestImage
from wizard.gui.images.panel import ImagesPanel
from wizard.gui.shell.main_window import MainWindow

Make = Callable[..., MainWindow]


def panel(window: MainWindow) -> ImagesPanel:
    return window.page.findChildren(ImagesPanel)[0]


def listed(qtbot: QtBot, window: MainWindow, world: World) -> ImagesPanel:
    world.fake_aws.answer("us-east-1", *made(12, "us-east-1"))
    list_images(qtbot, panel(window))
    return panel(window)


def test_those_images_are_shown_that_fit_the_answers(qtbot: QtBot, make_window: Make, world: World) -> None:
    window = make_window({"os": "ubuntu", "arch": "arm64"}, "account")
    shown = listed(qtbot, window, world)
    assert names(shown.browser.rows) == ["ubuntu-jammy-22.04-arm-1", "ubuntu-jammy-22.04-arm-7"]
    assert "2 of 12" in texts(window.page)
    # Whoever looks for the others sees why they are not there, and gets them.
    button(shown, "fits your answers").click()
    assert len(shown.browser.rows.shown) == 12
    button(shown, "Only what fits your answers").click()
    assert len(shown.browser.rows.shown) == 2
    assert "12 images · 1 of 1 Regions answered" in texts(window.page)


def test_other_answers_show_other_images(qtbot: QtBot, make_window: Make, world: World) -> None:
    window = make_window({"os": "ubuntu"}, "account")
    shown = listed(qtbot, window, world)
    window.session.go("system")
    window.session.answer("os", "windows")
    window.session.go("account")
    assert {name[:12] for name in names(shown.browser.rows)} == {"Windows_Serv"}
    window.session.answer("family", ["m7g"])
    assert names(shown.browser.rows) == []


def test_it_holds_what_the_images_window_holds(qtbot: QtBot, make_window: Make, world: World) -> None:
    window = make_window({"os": "ubuntu"}, "account")
    listed(qtbot, window, world)
    window.images.show()
    assert len(window.images.window.panel.browser.rows.shown) == 12
    window.images.window.panel.show_sample()
    assert "Sample account: none of these images exists." in texts(window.page)


def test_one_can_leave_it_out_and_enter_never_asks_aws(qtbot: QtBot, make_window: Make, world: World) -> None:
    window = make_window({"os": "ubuntu"}, "account")
    assert window.page.first_control() is None
    window.go_on()
    assert window.session.walk.step == "results"
    assert world.fake_aws.requests == []
    window.session.go("account")
    shown = listed(qtbot, window, world)
    assert window.page.first_control() is shown.browser.filter.first_control()


def test_an_image_that_fits_goes_on_through_the_walk(qtbot: QtBot, make_window: Make, world: World) -> None:
    window = make_window({}, "account")
    window.session.mark_saved()
    shown = listed(qtbot, window, world)
    button(window.page, "Recommend for this image").click()
    image = window.session.walk.effective["image"]
    assert isinstance(image, Mapping)
    assert image["Name"] == names(shown.browser.rows)[0]
    assert window.session.walk.step == "results"


def test_the_publishers_newest_image_stands_beside_ones_own(
    qtbot: QtBot, make_window: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(FindImageDialog, "exec", lambda dialog: opened.append(dialog.windowTitle()))
    window = make_window({"os": "ubuntu", "os-version": "24.04"}, "account")
    assert "Take the newest Ubuntu 24.04 image for x86_64 that Canonical publishes" in " ".join(
        texts(window.page)
    )
    button(window.page, "Find it in my account…").click()
    assert opened == ["Find the image"]


def test_where_nobody_is_known_to_publish_one_nothing_is_offered(make_window: Make) -> None:
    window = make_window({"os": "custom"}, "account")
    (newest,) = window.page.findChildren(NewestImage)
    assert not newest.isVisible()


def test_the_page_scrolls_for_nothing_neither_before_there_are_images_nor_then(
    qtbot: QtBot, make_window: Make
) -> None:
    window = make_window({"os": "ubuntu", "os-version": "22.04"}, "account")
    window.resize(1280, 800)
    wait_until_quiet(qtbot, window)
    bar = window.page.verticalScrollBar()
    assert bar.maximum() == 0, "there is nothing below"
    panel(window).show_sample()
    wait_until_quiet(qtbot, window)
    assert bar.maximum() == 0, "the list takes the room that there is"
