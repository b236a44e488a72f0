from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import LOGIN, FakeCloud
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import NO_RIGHT
from wizard.gui.aws_service import Kept, Request
from wizard.gui.dialogs.mfa import MfaDialog
from wizard.gui.images.controller import ImagesController
from wizard.gui.images.image_loader import Origin
from wizard.gui.images.launcher import ImagesLauncher
from wizard.gui.user_error import UserError
from wizard.model.account.listing_events import Identified, Trouble

DEV = Request("dev")


def ask(qtbot: QtBot, controller: ImagesController) -> None:
    with qtbot.waitSignal(controller.loader.ended):
        controller.ask([DEV])


def dialogs(launcher: ImagesLauncher) -> list[MfaDialog]:
    return [d for d in launcher._parent.findChildren(MfaDialog) if d.isVisible()]


def test_a_login_done_elsewhere_asks_again_what_waited_for_it_and_keeps_the_rest(
    qtbot: QtBot, controller: ImagesController, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1", *made(4))
    cloud.fail("us-east-1")
    ask(qtbot, controller)
    before = list(controller.loader.images)
    controller.look()
    assert len(cloud.requests) == 1, "nothing has happened"
    cloud.events, cloud.stamp = [], 1
    cloud.answer("us-east-1", *made(2, "us-east-1", first=20))
    with qtbot.waitSignals([controller.logins_changed, controller.loader.ended]):
        controller.look()
    assert cloud.requests[-1] == (Request("dev", ("us-east-1",)),)
    assert controller.loader.images[:4] == before
    assert len(controller.loader.images) == 6
    assert controller.loader.troubles == []
    controller.look()
    assert len(cloud.requests) == 2


def test_a_login_changes_nothing_where_nobody_waits_for_one(
    qtbot: QtBot, controller: ImagesController, cloud: FakeCloud
) -> None:
    cloud.fail("us-east-1", NO_RIGHT)
    ask(qtbot, controller)
    cloud.stamp = 1
    with qtbot.waitSignal(controller.logins_changed):
        controller.look()
    assert len(cloud.requests) == 1


def test_a_login_while_others_are_asked_waits_until_they_have_answered(
    qtbot: QtBot, controller: ImagesController, cloud: FakeCloud
) -> None:
    cloud.hold = threading.Event()
    cloud.fail("us-east-1")
    controller.ask([DEV])
    qtbot.waitUntil(lambda: len(controller.loader.troubles) == 1)
    cloud.stamp = 1
    controller.look()
    assert len(cloud.requests) == 1
    with qtbot.waitSignal(controller.loader.ended):
        cloud.hold.set()
    controller.look()
    assert cloud.requests[1:] == [(Request("dev", ("us-east-1",)),)]


def test_a_login_also_asks_again_what_uses_the_images(
    qtbot: QtBot, controller: ImagesController, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1", *made(2))
    ask(qtbot, controller)
    cloud.usage = [Trouble("dev", "eu-west-1", LOGIN)]
    with qtbot.waitSignal(controller.usage.ended):
        controller.usage.ask(controller.loader.images)
    cloud.usage, cloud.stamp = [], 1
    with qtbot.waitSignal(controller.usage.ended):
        controller.look()
    assert len(cloud.asked_usage) == 2
    assert len(cloud.requests) == 1


def test_it_looks_by_itself_once_somebody_asked(
    qtbot: QtBot, controller: ImagesController, cloud: FakeCloud
) -> None:
    controller._watch.setInterval(5)
    cloud.stamp = 1
    ask(qtbot, controller)
    cloud.stamp = 2
    qtbot.waitSignal(controller.logins_changed).wait()
    controller.leave()
    cloud.stamp = 3
    with qtbot.assertNotEmitted(controller.logins_changed, wait=30):
        pass


def test_the_code_of_an_mfa_device_goes_where_it_is_asked_for(
    qtbot: QtBot, launcher: ImagesLauncher, controller: ImagesController, cloud: FakeCloud
) -> None:
    cloud.ask_for_code = "arn:aws:iam::123456789012:mfa/me"
    cloud.answer("eu-west-1", *made(2))
    with qtbot.waitSignal(controller.loader.ended):
        controller.ask([DEV])
        qtbot.waitUntil(lambda: bool(dialogs(launcher)))
        dialogs(launcher)[0]._line.setText("123456")
        dialogs(launcher)[0]._go.click()
    assert cloud.codes == ["123456"]
    assert len(controller.loader.images) == 2
    assert not dialogs(launcher)


@pytest.mark.parametrize("way", ["cancel", "sample", "ask", "leave"])
def test_a_question_for_a_code_goes_with_what_it_was_asked_for(
    qtbot: QtBot, launcher: ImagesLauncher, controller: ImagesController, cloud: FakeCloud, way: str
) -> None:
    threads = threading.active_count()
    cloud.ask_for_code = "arn:aws:iam::123456789012:mfa/me"
    controller.ask([DEV])
    qtbot.waitUntil(lambda: bool(dialogs(launcher)))
    cloud.ask_for_code = ""
    {
        "cancel": controller.cancel,
        "sample": controller.show_sample,
        "ask": lambda: controller.ask([DEV]),
        "leave": controller.leave,
    }[way]()
    qtbot.waitUntil(lambda: not controller.busy)
    qtbot.waitUntil(lambda: not dialogs(launcher))
    assert cloud.codes == [None]
    assert threading.active_count() == threads


def test_the_sample_a_file_and_what_was_kept_are_told_apart(
    controller: ImagesController, cloud: FakeCloud
) -> None:
    assert not controller.show_kept()
    assert controller.loader.origin is Origin.NOTHING
    cloud.kept = Kept(made(3), "26 November")
    assert controller.show_kept()
    assert (controller.loader.origin, controller.kept_since) == (Origin.KEPT, "26 November")
    controller.show_sample()
    assert (controller.loader.origin, len(controller.loader.images)) == (Origin.SAMPLE, 12)
    controller.show_file(Path("/x/reply.json"))
    assert (controller.loader.origin, controller.file) == (Origin.FILE, "reply.json")


def test_what_was_kept_outlives_a_login_that_ended(
    qtbot: QtBot, controller: ImagesController, cloud: FakeCloud
) -> None:
    own = made(3)
    cloud.kept = Kept((*own, *made(2, "eu-west-1", "prod", first=50)), "26 November")
    controller.show_kept()
    cloud.fail("eu-west-1")
    controller.ask([DEV])
    with qtbot.waitSignal(controller.loader.ended):
        pass
    assert {image.row for image in controller.loader.images} == set(own)
    assert [state.kept is not None for state in controller.loader.troubles] == [True]
    cloud.events = []
    cloud.answer("eu-west-1", *made(1))
    controller.ask_again()
    with qtbot.waitSignal(controller.loader.ended):
        pass
    assert [image.row.image_id for image in controller.loader.images] == [made(1)[0].image_id]


def test_a_broken_file_changes_nothing(controller: ImagesController) -> None:
    controller.show_sample()
    before = list(controller.loader.images)
    with pytest.raises(UserError):
        controller.show_file(Path("/x/broken.json"))
    assert controller.loader.images == before
    assert (controller.loader.origin, controller.file) == (Origin.SAMPLE, "")


def test_leaving_leaves_no_thread(qtbot: QtBot, controller: ImagesController, cloud: FakeCloud) -> None:
    threads = threading.active_count()
    cloud.hold = threading.Event()
    controller.ask([DEV])
    controller.usage.ask([])
    before = controller.busy
    controller.leave()
    assert (before, controller.busy) == (True, False)
    assert threading.active_count() == threads


def test_a_profile_says_the_account_that_aws_told(
    qtbot: QtBot, controller: ImagesController, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1", *made(1))
    cloud.events.append(Identified("dev", "999999999999", None))
    with qtbot.waitSignal(controller.logins_changed):
        controller.ask([DEV])
    dev, prod = controller.logins()
    assert (dev.account_id, dev.role) == ("999999999999", "Reader")
    assert prod == cloud.profiles[1]
