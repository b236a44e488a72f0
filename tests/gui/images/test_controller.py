from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import LOGIN, FakeCloud
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import NO_RIGHT
from wizard.gui.actions import Desk
from wizard.gui.aws_service import Kept, Request
from wizard.gui.dialogs.mfa import CodeDialog
from wizard.gui.images.controller import Gallery
from wizard.gui.images.image_loader import Origin
from wizard.gui.user_error import Problem
from wizard.model.account.listing_events import Identified, Trouble

DEV = Request("dev")


def ask(qtbot: QtBot, gallery: Gallery) -> None:
    with qtbot.waitSignal(gallery.collection.ended):
        gallery.ask([DEV])


def dialogs(desk: Desk) -> list[CodeDialog]:
    return [d for d in desk.images._parent.findChildren(CodeDialog) if d.isVisible()]


def test_a_login_done_elsewhere_asks_again_what_waited_for_it_and_keeps_the_rest(
    qtbot: QtBot, gallery: Gallery, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1", *made(4))
    cloud.fail("us-east-1")
    ask(qtbot, gallery)
    before = list(gallery.collection.images)
    gallery.look()
    assert len(cloud.requests) == 1, "nothing has happened"
    cloud.events, cloud.stamp = [], 1
    cloud.answer("us-east-1", *made(2, "us-east-1", first=20))
    with qtbot.waitSignals([gallery.logins_changed, gallery.collection.ended]):
        gallery.look()
    assert cloud.requests[-1] == (Request("dev", ("us-east-1",)),)
    assert gallery.collection.images[:4] == before
    assert len(gallery.collection.images) == 6
    assert gallery.collection.troubles == []
    gallery.look()
    assert len(cloud.requests) == 2


def test_a_login_changes_nothing_where_nobody_waits_for_one(
    qtbot: QtBot, gallery: Gallery, cloud: FakeCloud
) -> None:
    cloud.fail("us-east-1", NO_RIGHT)
    ask(qtbot, gallery)
    cloud.stamp = 1
    with qtbot.waitSignal(gallery.logins_changed):
        gallery.look()
    assert len(cloud.requests) == 1


def test_a_login_while_others_are_asked_waits_until_they_have_answered(
    qtbot: QtBot, gallery: Gallery, cloud: FakeCloud
) -> None:
    cloud.hold = threading.Event()
    cloud.fail("us-east-1")
    gallery.ask([DEV])
    qtbot.waitUntil(lambda: len(gallery.collection.troubles) == 1)
    cloud.stamp = 1
    gallery.look()
    assert len(cloud.requests) == 1
    with qtbot.waitSignal(gallery.collection.ended):
        cloud.hold.set()
    gallery.look()
    assert cloud.requests[1:] == [(Request("dev", ("us-east-1",)),)]


def test_a_login_also_asks_again_what_uses_the_images(
    qtbot: QtBot, gallery: Gallery, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1", *made(2))
    ask(qtbot, gallery)
    cloud.usage = [Trouble("dev", "eu-west-1", LOGIN)]
    with qtbot.waitSignal(gallery.usage.ended):
        gallery.usage.ask(gallery.collection.images)
    cloud.usage, cloud.stamp = [], 1
    with qtbot.waitSignal(gallery.usage.ended):
        gallery.look()
    assert len(cloud.asked_usage) == 2
    assert len(cloud.requests) == 1


def test_it_looks_by_itself_once_somebody_asked(qtbot: QtBot, gallery: Gallery, cloud: FakeCloud) -> None:
    gallery._watch.setInterval(5)
    cloud.stamp = 1
    ask(qtbot, gallery)
    cloud.stamp = 2
    qtbot.waitSignal(gallery.logins_changed).wait()
    gallery.leave()
    cloud.stamp = 3
    with qtbot.assertNotEmitted(gallery.logins_changed, wait=30):
        pass


def test_the_code_of_an_mfa_device_goes_where_it_is_asked_for(
    qtbot: QtBot, desk: Desk, gallery: Gallery, cloud: FakeCloud
) -> None:
    cloud.ask_for_code = "arn:aws:iam::123456789012:mfa/me"
    cloud.answer("eu-west-1", *made(2))
    with qtbot.waitSignal(gallery.collection.ended):
        gallery.ask([DEV])
        qtbot.waitUntil(lambda: bool(dialogs(desk)))
        dialogs(desk)[0]._line.setText("123456")
        dialogs(desk)[0]._go.click()
    assert cloud.codes == ["123456"]
    assert len(gallery.collection.images) == 2
    assert not dialogs(desk)


@pytest.mark.parametrize("way", ["cancel", "sample", "ask", "leave"])
def test_a_question_for_a_code_goes_with_what_it_was_asked_for(
    qtbot: QtBot, desk: Desk, gallery: Gallery, cloud: FakeCloud, way: str
) -> None:
    threads = threading.active_count()
    cloud.ask_for_code = "arn:aws:iam::123456789012:mfa/me"
    gallery.ask([DEV])
    qtbot.waitUntil(lambda: bool(dialogs(desk)))
    cloud.ask_for_code = ""
    {
        "cancel": gallery.cancel,
        "sample": gallery.show_sample,
        "ask": lambda: gallery.ask([DEV]),
        "leave": gallery.leave,
    }[way]()
    qtbot.waitUntil(lambda: not gallery.busy, timeout=1000)
    qtbot.waitUntil(lambda: not dialogs(desk), timeout=1000)
    assert cloud.codes == [None]
    assert threading.active_count() == threads


def test_the_sample_a_file_and_what_was_kept_are_told_apart(gallery: Gallery, cloud: FakeCloud) -> None:
    assert not gallery.show_kept()
    assert gallery.collection.origin is Origin.NOTHING
    cloud.kept = Kept(made(3), "26 November")
    assert gallery.show_kept()
    assert (gallery.collection.origin, gallery.kept_since) == (Origin.KEPT, "26 November")
    gallery.show_sample()
    assert (gallery.collection.origin, len(gallery.collection.images)) == (Origin.SAMPLE, 12)
    gallery.show_file(Path("/x/reply.json"))
    assert (gallery.collection.origin, gallery.file) == (Origin.FILE, "reply.json")


def test_what_was_kept_outlives_a_login_that_ended(qtbot: QtBot, gallery: Gallery, cloud: FakeCloud) -> None:
    own = made(3)
    cloud.kept = Kept((*own, *made(2, "eu-west-1", "prod", first=50)), "26 November")
    gallery.show_kept()
    cloud.fail("eu-west-1")
    gallery.ask([DEV])
    with qtbot.waitSignal(gallery.collection.ended):
        pass
    assert {image.row for image in gallery.collection.images} == set(own)
    assert [state.kept is not None for state in gallery.collection.troubles] == [True]
    cloud.events = []
    cloud.answer("eu-west-1", *made(1))
    gallery.ask_again()
    with qtbot.waitSignal(gallery.collection.ended):
        pass
    assert [image.row.image_id for image in gallery.collection.images] == [made(1)[0].image_id]


def test_a_broken_file_changes_nothing(gallery: Gallery) -> None:
    gallery.show_sample()
    before = list(gallery.collection.images)
    with pytest.raises(Problem):
        gallery.show_file(Path("/x/broken.json"))
    assert gallery.collection.images == before
    assert (gallery.collection.origin, gallery.file) == (Origin.SAMPLE, "")


def test_leaving_leaves_no_thread(qtbot: QtBot, gallery: Gallery, cloud: FakeCloud) -> None:
    threads = threading.active_count()
    cloud.hold = threading.Event()
    gallery.ask([DEV])
    gallery.usage.ask([])
    assert gallery.busy
    gallery.leave()
    assert not gallery.busy
    assert threading.active_count() == threads


def test_a_profile_says_the_account_that_aws_told(qtbot: QtBot, gallery: Gallery, cloud: FakeCloud) -> None:
    cloud.answer("eu-west-1", *made(1))
    cloud.events.append(Identified("dev", "999999999999", None))
    with qtbot.waitSignal(gallery.logins_changed):
        gallery.ask([DEV])
    dev, prod = gallery.logins()
    assert (dev.account_id, dev.role) == ("999999999999", "Reader")
    assert prod == cloud.profiles[1]
