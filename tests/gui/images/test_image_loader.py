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
from tests.gui.quiet import wait_until_quiet
from wizard.gui.aws_service import Request
from wizard.gui.images.controller import ImagesController
from wizard.gui.images.image_loader import ImageLoader, Origin
from wizard.model.account.listing_events import Answered, Regions, Rows, Started, Trouble
from wizard.model.message import Message

DEV = Request("dev")
MOMENTS = ("begun", "told", "shown")


@pytest.fixture
def loader(controller: ImagesController) -> ImageLoader:
    return controller.loader


@pytest.fixture
def ask(qtbot: QtBot, loader: ImageLoader) -> Callable[..., object]:
    """Asks, waits for the end, and gives what ended it."""

    def ask(*requests: Request, again: bool = False) -> object:
        with qtbot.waitSignal(loader.ended) as ended:
            if again:
                loader.ask_again()
            else:
                loader.ask(requests or (DEV,))
        return ended.args[0]

    return ask


def regions(loader: ImageLoader) -> list[str]:
    return sorted({image.row.region for image in loader.images})


def asked(cloud: FakeCloud) -> Sequence[Request]:
    return cloud.requests[-1]


def test_images_come_region_by_region_and_are_judged(
    loader: ImageLoader, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    assert (loader.origin, loader.images) == (Origin.NOTHING, ())
    cloud.answer("us-east-1", *made(3, "us-east-1"))
    cloud.answer("eu-west-1", *made(4, first=10))
    assert ask() is None
    assert loader.origin is Origin.ACCOUNT
    assert len(loader.images) == 7
    assert [(s.region, s.answered, s.count) for s in loader.states] == [
        ("eu-west-1", True, 4),
        ("us-east-1", True, 3),
    ]
    pv = next(image for image in loader.images if "pv" in image.row.name)
    assert "m5" in pv.judged.locked_out


def test_what_came_stays_when_a_region_has_trouble(
    loader: ImageLoader, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(4))
    cloud.fail("us-east-1")
    ask()
    assert len(loader.images) == 4
    assert [(s.profile, s.region) for s in loader.troubles] == [("dev", "us-east-1")]


def test_asking_again_asks_exactly_what_had_trouble(
    loader: ImageLoader, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(4))
    cloud.fail("us-east-1")
    cloud.fail("ap-south-1")
    cloud.fail("", profile="prod")
    ask(Request("dev", None, ("amazon",)), Request("prod", ("eu-west-1", "eu-west-2"), ("amazon",)))
    before = list(loader.images)
    cloud.events = []
    cloud.answer("us-east-1", *made(2, "us-east-1", first=50))
    ask(again=True)
    assert sorted(asked(cloud), key=lambda request: request.profile) == [
        Request("dev", ("ap-south-1", "us-east-1"), ("amazon",)),
        # The profile itself could not be asked, so all that it was asked for is asked.
        Request("prod", ("eu-west-1", "eu-west-2"), ("amazon",)),
    ]
    assert [image for image in loader.images if image.row.region == "eu-west-1"] == before
    assert regions(loader) == ["eu-west-1", "us-east-1"]
    assert [(s.profile, s.region) for s in loader.troubles] == [("dev", "ap-south-1"), ("prod", "")]


def test_without_trouble_there_is_nothing_to_ask_again(
    loader: ImageLoader, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(1))
    ask()
    loader.ask_again()
    assert not loader.asking
    assert len(cloud.requests) == 1


def test_trying_again_loses_no_region_that_has_not_answered_yet(
    qtbot: QtBot, loader: ImageLoader, cloud: FakeCloud
) -> None:
    cloud.hold = threading.Event()
    cloud.fail("us-east-1")
    cloud.events += [Regions("dev", ("eu-west-1", "eu-west-2")), Started("dev", "eu-west-1")]
    loader.ask([DEV])
    qtbot.waitUntil(lambda: len(loader.states) == 3)
    loader.ask_again()
    assert list(asked(cloud)) == [Request("dev", ("eu-west-1", "eu-west-2", "us-east-1"))]
    loader.cancel()


def test_asking_once_more_keeps_the_rows_until_the_region_answers(
    qtbot: QtBot, loader: ImageLoader, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(4))
    ask()
    cloud.hold, cloud.events = (
        threading.Event(),
        [Regions("dev", ("eu-west-1",)), Started("dev", "eu-west-1")],
    )
    loader.ask([DEV])
    with qtbot.waitSignal(loader.moved):
        pass
    assert len(loader.images) == 4
    loader.cancel()
    qtbot.waitUntil(lambda: not loader.asking)
    assert len(loader.images) == 4
    cloud.hold, cloud.events = None, []
    cloud.answer("eu-west-1", *made(2))
    ask()
    assert len(loader.images) == 2


def test_other_requests_leave_nothing_of_what_is_not_asked_any_more(
    loader: ImageLoader, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(4))
    cloud.answer("eu-west-1", *made(2, profile="prod"), profile="prod")
    ask(DEV, Request("prod"))
    assert len(loader.images) == 6
    cloud.events = []
    cloud.answer("eu-west-1", *made(4))
    ask(DEV)
    assert {image.row.profile for image in loader.images} == {"dev"}
    cloud.events = []
    cloud.answer("us-east-1", *made(1, "us-east-1"))
    ask(Request("dev", ("us-east-1",)))
    assert regions(loader) == ["us-east-1"]
    cloud.events = []
    cloud.answer("eu-west-1", *made(2, profile="prod"), profile="prod")
    ask(Request("dev", ("us-east-1",)), Request("prod"))
    assert len(loader.images) == 3, "what is asked once more stays until it answers"


def test_an_error_keeps_the_rows_and_is_told(
    qtbot: QtBot, loader: ImageLoader, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(4))
    cloud.error = KeyError("x")
    with qtbot.captureExceptions():
        assert ask() is cloud.error
    assert len(loader.images) == 4
    assert not loader.asking


def test_the_newest_asking_wins(
    qtbot: QtBot, loader: ImageLoader, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    first = cloud.hold = threading.Event()
    cloud.answer("eu-west-1", *made(4))
    loader.ask([DEV])
    cloud.hold, cloud.events = None, []
    cloud.answer("us-east-1", *made(2, "us-east-1"))
    ask(Request("dev", ("us-east-1",)))
    assert first.is_set()
    assert regions(loader) == ["us-east-1"]


def test_images_of_a_file_take_the_place_of_those_that_are_asked_for(
    qtbot: QtBot, loader: ImageLoader, cloud: FakeCloud
) -> None:
    before = threading.active_count()
    cloud.hold = threading.Event()
    cloud.answer("eu-west-1", *made(4))
    loader.ask([DEV])
    loader.show(made(3, "", ""), Origin.FILE)
    wait_until_quiet(qtbot, loader)
    assert (loader.origin, len(loader.images), loader.states) == (Origin.FILE, 3, [])
    assert threading.active_count() == before


def test_an_image_that_is_seen_again_keeps_what_was_said_of_it(
    qtbot: QtBot, loader: ImageLoader, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.answer("eu-west-1", *made(4))
    ask()
    before = list(loader.images)
    cloud.events = []
    cloud.answer("us-east-1", *made(2, "us-east-1"))
    with qtbot.waitSignal(loader.grown):
        ask()
    assert loader.images[:4] == before


def test_records_that_cannot_be_read_are_told(
    loader: ImageLoader, cloud: FakeCloud, ask: Callable[..., object]
) -> None:
    cloud.events = [
        Regions("dev", ("eu-west-1",)),
        Rows("dev", "eu-west-1", made(1), (Message("ami-9: Architecture is no text"),)),
        Answered("dev", "eu-west-1", 1),
    ]
    ask()
    assert loader.unread == [Message("ami-9: Architecture is no text")]
    assert len(loader.images) == 1


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moment=st.sampled_from(MOMENTS), pages=st.integers(0, 5), trouble=st.booleans())
def test_cancelling_at_any_moment_ends_it_and_keeps_what_came(
    qtbot: QtBot, loader: ImageLoader, cloud: FakeCloud, moment: str, pages: int, trouble: bool
) -> None:
    cloud.holding.clear()
    threads = threading.active_count()
    cloud.hold, cloud.events = threading.Event(), [Regions("dev", ("eu-west-1",))]
    cloud.events += [Rows("dev", "eu-west-1", made(3, first=1 + 3 * page)) for page in range(pages)]
    if trouble:
        cloud.events.append(Trouble("dev", "eu-west-1", problem()))
    loader.show((), Origin.NOTHING)
    loader.ask([DEV])
    if moment == "told":
        assert cloud.holding.wait(30)
    elif moment == "shown":
        qtbot.waitUntil(lambda: bool(loader.states) and len(loader.images) == 3 * pages)
    shown = len(loader.images)
    with qtbot.waitSignal(loader.ended):
        loader.cancel()
    assert threading.active_count() == threads
    assert shown <= len(loader.images) == 3 * pages
    assert bool(loader.troubles) is trouble
