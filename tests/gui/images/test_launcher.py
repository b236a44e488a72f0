from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

import pytest
from pytestqt.qtbot import QtBot

from tests.aws.records import image
from tests.gui.conftest import World
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import button, in_menu_bar, list_images
from wizard.gui import feedback
from wizard.gui.images.launcher import ImagesLauncher
from wizard.gui.images.window import ImagesWindow
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.user_error import UserError


def test_the_window_of_the_walk_opens_it_and_opens_it_once(window: MainWindow, qtbot: QtBot) -> None:
    in_menu_bar(window)["Your images…"].trigger()
    images = window.findChildren(ImagesWindow)
    assert len(images) == 1
    assert images[0].isVisible()
    images[0].close()
    in_menu_bar(window)["Your images…"].trigger()
    assert window.findChildren(ImagesWindow) == images
    assert images[0].isVisible()


def test_an_image_starts_the_walk_anew(window: MainWindow, qtbot: QtBot, world: World) -> None:
    world.fake_aws.answer("eu-west-1", *made(2))
    window.images.show()
    images = window.images.window
    list_images(qtbot, images.panel)
    button(images, "Recommend for this image").click()
    assert window.session.walk.effective["start"] == "image"
    image = window.session.walk.effective["image"]
    assert isinstance(image, Mapping)
    assert image["ImageId"] == images.panel.browser.rows.shown[0].row.image_id
    assert window.session.walk.step == "results"


def test_answers_that_are_not_saved_are_not_lost_to_an_image(
    make_window: Callable[..., MainWindow], discarding: Callable[[int], list[str]]
) -> None:
    window = make_window()
    window.session.answer("os", "ubuntu")
    asked = discarding(2)
    window.images.start_with(image(1))
    assert asked == ["Start over with this image?"]
    assert window.session.walk.effective == {"os": "ubuntu"}
    discarding(1)
    window.images.start_with(image(1))
    assert window.session.walk.effective["image"] == image(1)


def test_an_image_whose_fields_are_not_at_hand_starts_nothing_and_says_so(
    qtbot: QtBot, launcher: ImagesLauncher
) -> None:
    with qtbot.waitSignal(feedback.bridge.told) as told:
        launcher.start_with(None)
    assert told.args == ["The fields of this image are not at hand. List it again."]
    assert not launcher._session.walk.answers


def test_leaving_the_program_leaves_no_thread(window: MainWindow, world: World) -> None:
    threads = threading.active_count()
    window.images.leave()
    world.fake_aws.hold = threading.Event()
    window.images.show()
    window.images.window.panel.ask()
    assert threading.active_count() > threads
    window.leave()
    assert threading.active_count() == threads


@pytest.mark.parametrize("part", ["loader", "usage"])
def test_what_ended_the_asking_is_said(
    qtbot: QtBot, launcher: ImagesLauncher, images: ImagesWindow, problems: list[UserError], part: str
) -> None:
    ended = getattr(launcher.controller, part).ended
    said = UserError("Unable to ask.", "Broken.", "Install again.")
    ended.emit(said)
    ended.emit(None)
    assert problems == [said]
    with qtbot.captureExceptions() as raised:
        ended.emit(KeyError("x"))
    assert [type(error) for _, error, _ in raised] == [KeyError]
