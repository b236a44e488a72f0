from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import FakeCloud
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import problem
from wizard.gui.aws_service import Request
from wizard.gui.images.controller import Gallery
from wizard.gui.images.image_loader import Collection, Origin
from wizard.model.account.listing_events import Answered, Regions, Rows, Started, Trouble

DEV = Request("dev")


@pytest.fixture
def collection(gallery: Gallery) -> Collection:
    return gallery.collection


@pytest.fixture
def ask(qtbot: QtBot, collection: Collection) -> Callable[..., object]:
    """Asks, waits for the end, and gives what ended it."""

    def ask(*requests: Request, again: bool = False) -> object:
        with qtbot.waitSignal(collection.ended) as ended:
            if again:
                collection.ask_again()
            else:
                collection.ask(requests or (DEV,))
        return ended.args[0]

    return ask


def regions(collection: Collection) -> list[str]:
    return sorted({image.row.region for image in collection.images})


def asked(cloud: FakeCloud) -> Sequence[Request]:
    return cloud.requests[-1]


def test_images_come_region_by_region_and_are_judged(
    collection: Collection, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    assert (collection.origin, collection.images) == (Origin.NOTHING, ())
    cloud.answer("us-east-1", *made(3, "us-east-1"))
    cloud.answer("eu-west-1", *made(4, first=10))
    assert ask() is None
    assert collection.origin is Origin.ACCOUNT
    assert len(collection.images) == 7
    assert [(s.region, s.answered, s.count) for s in collection.states] == [
        ("eu-west-1", True, 4),
        ("us-east-1", True, 3),
    ]
    pv = next(image for image in collection.images if "pv" in image.row.name)
    assert "m5" in pv.judged.locked_out


def test_what_came_stays_when_a_region_has_trouble(
    collection: Collection, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(4))
    cloud.fail("us-east-1")
    ask()
    assert len(collection.images) == 4
    assert [(s.profile, s.region) for s in collection.troubles] == [("dev", "us-east-1")]


def test_asking_again_asks_exactly_what_had_trouble(
    collection: Collection, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(4))
    cloud.fail("us-east-1")
    cloud.fail("ap-south-1")
    cloud.fail("", profile="prod")
    ask(Request("dev", None, ("amazon",)), Request("prod", ("eu-west-1", "eu-west-2"), ("amazon",)))
    before = list(collection.images)
    cloud.events = []
    cloud.answer("us-east-1", *made(2, "us-east-1", first=50))
    ask(again=True)
    assert sorted(asked(cloud), key=lambda request: request.profile) == [
        Request("dev", ("ap-south-1", "us-east-1"), ("amazon",)),
        # The profile itself could not be asked, so all that it was asked for is asked.
        Request("prod", ("eu-west-1", "eu-west-2"), ("amazon",)),
    ]
    assert [image for image in collection.images if image.row.region == "eu-west-1"] == before
    assert regions(collection) == ["eu-west-1", "us-east-1"]
    assert [(s.profile, s.region) for s in collection.troubles] == [("dev", "ap-south-1"), ("prod", "")]


def test_without_trouble_there_is_nothing_to_ask_again(
    collection: Collection, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(1))
    ask()
    collection.ask_again()
    assert not collection.asking
    assert len(cloud.requests) == 1


def test_trying_again_loses_no_region_that_has_not_answered_yet(
    qtbot: QtBot, collection: Collection, cloud: FakeCloud
) -> None:
    cloud.hold = threading.Event()
    cloud.fail("us-east-1")
    cloud.events += [Regions("dev", ("eu-west-1", "eu-west-2")), Started("dev", "eu-west-1")]
    collection.ask([DEV])
    qtbot.waitUntil(lambda: len(collection.states) == 3)
    collection.ask_again()
    assert list(asked(cloud)) == [Request("dev", ("eu-west-1", "eu-west-2", "us-east-1"))]
    collection.cancel()


def test_asking_once_more_keeps_the_rows_until_the_region_answers(
    qtbot: QtBot, collection: Collection, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(4))
    ask()
    cloud.hold, cloud.events = (
        threading.Event(),
        [Regions("dev", ("eu-west-1",)), Started("dev", "eu-west-1")],
    )
    collection.ask([DEV])
    qtbot.wait(90)
    assert len(collection.images) == 4
    collection.cancel()
    qtbot.waitUntil(lambda: not collection.asking)
    assert len(collection.images) == 4
    cloud.hold, cloud.events = None, []
    cloud.answer("eu-west-1", *made(2))
    ask()
    assert len(collection.images) == 2


def test_other_requests_leave_nothing_of_what_is_not_asked_any_more(
    collection: Collection, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(4))
    cloud.answer("eu-west-1", *made(2, profile="prod"), profile="prod")
    ask(DEV, Request("prod"))
    assert len(collection.images) == 6
    cloud.events = []
    cloud.answer("eu-west-1", *made(4))
    ask(DEV)
    assert {image.row.profile for image in collection.images} == {"dev"}
    cloud.events = []
    cloud.answer("us-east-1", *made(1, "us-east-1"))
    ask(Request("dev", ("us-east-1",)))
    assert regions(collection) == ["us-east-1"]
    cloud.events = []
    cloud.answer("eu-west-1", *made(2, profile="prod"), profile="prod")
    ask(Request("dev", ("us-east-1",)), Request("prod"))
    assert len(collection.images) == 3, "what is asked once more stays until it answers"


def test_an_error_keeps_the_rows_and_is_told(
    qtbot: QtBot, collection: Collection, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(4))
    cloud.error = KeyError("x")
    with qtbot.captureExceptions():
        assert ask() is cloud.error
    assert len(collection.images) == 4
    assert not collection.asking


def test_the_newest_asking_wins(
    qtbot: QtBot, collection: Collection, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    first = cloud.hold = threading.Event()
    cloud.answer("eu-west-1", *made(4))
    collection.ask([DEV])
    cloud.hold, cloud.events = None, []
    cloud.answer("us-east-1", *made(2, "us-east-1"))
    ask(Request("dev", ("us-east-1",)))
    assert first.is_set()
    assert regions(collection) == ["us-east-1"]


def test_images_of_a_file_take_the_place_of_those_that_are_asked_for(
    qtbot: QtBot, collection: Collection, cloud: FakeCloud
) -> None:
    before = threading.active_count()
    cloud.hold = threading.Event()
    cloud.answer("eu-west-1", *made(4))
    collection.ask([DEV])
    collection.show(made(3, "", ""), Origin.FILE)
    qtbot.wait(90)
    assert (collection.origin, len(collection.images), collection.states) == (Origin.FILE, 3, [])
    assert threading.active_count() == before


def test_an_image_that_is_seen_again_keeps_what_was_said_of_it(
    qtbot: QtBot, collection: Collection, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(4))
    ask()
    before = list(collection.images)
    cloud.events = []
    cloud.answer("us-east-1", *made(2, "us-east-1"))
    with qtbot.waitSignal(collection.grown):
        ask()
    assert collection.images[:4] == before


def test_records_that_cannot_be_read_are_told(
    collection: Collection, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.events = [
        Regions("dev", ("eu-west-1",)),
        Rows("dev", "eu-west-1", made(1), ("ami-9: Architecture is no text",)),
        Answered("dev", "eu-west-1", 1),
    ]
    ask()
    assert collection.unread == ["ami-9: Architecture is no text"]
    assert len(collection.images) == 1


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wait=st.integers(0, 60), pages=st.integers(0, 5), trouble=st.booleans())
def test_cancelling_at_any_moment_ends_within_a_second_and_keeps_what_came(
    qtbot: QtBot, collection: Collection, cloud: FakeCloud, wait: int, pages: int, trouble: bool
) -> None:
    threads = threading.active_count()
    cloud.hold, cloud.events = threading.Event(), [Regions("dev", ("eu-west-1",))]
    cloud.events += [Rows("dev", "eu-west-1", made(3, first=1 + 3 * page)) for page in range(pages)]
    if trouble:
        cloud.events.append(Trouble("dev", "eu-west-1", problem()))
    collection.show((), Origin.NOTHING)
    collection.ask([DEV])
    qtbot.wait(wait)
    shown = len(collection.images)
    with qtbot.waitSignal(collection.ended, timeout=1000):
        collection.cancel()
    assert threading.active_count() == threads
    assert shown <= len(collection.images) == 3 * pages
    assert bool(collection.troubles) is trouble
