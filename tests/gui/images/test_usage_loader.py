from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import FakeCloud
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import NO_RIGHT
from wizard.gui.images.controller import ImagesController
from wizard.gui.images.usage_loader import UsageLoader
from wizard.model.account.listing_events import Trouble
from wizard.model.account.usage import Looked, Use, User, Uses
from wizard.model.assessment.judged_image import JudgedImage


@pytest.fixture
def usage(controller: ImagesController) -> UsageLoader:
    return controller.usage


@pytest.fixture
def images(judge: Callable[..., list[JudgedImage]]) -> list[JudgedImage]:
    return judge([*made(3), *made(1, "us-east-1", first=9)])


@pytest.fixture
def ask(qtbot: QtBot, usage: UsageLoader) -> Callable[..., Sequence[JudgedImage]]:
    """Asks, waits for the end, and gives the images of which something is said."""

    told: list[Sequence[JudgedImage]] = []
    usage.found.connect(told.append)

    def ask(images: Sequence[JudgedImage], again: bool = False) -> Sequence[JudgedImage]:
        with qtbot.waitSignal(usage.ended):
            if again:
                usage.ask_again()
            else:
                usage.ask(images)
        return told[-1]

    return ask


def looked(region: str = "eu-west-1") -> list[Looked]:
    return [Looked("dev", region, part) for part in ("instances", "templates", "references")]


def use_of(image: JudgedImage, id: str = "i-1") -> Use:
    return Use(image.row.image_id, User.INSTANCE, image.row.region, id)


def uses_of(image: JudgedImage, id: str = "i-1") -> Uses:
    return Uses("dev", image.row.region, (use_of(image, id),))


def test_each_image_learns_what_uses_it(
    usage: UsageLoader,
    cloud: FakeCloud,
    images: list[JudgedImage],
    ask: Callable[..., Sequence[JudgedImage]],
) -> None:
    cloud.usage = [uses_of(images[0]), uses_of(images[0], "i-2"), *looked(), *looked("us-east-1")]
    assert set(ask(images)) == set(images)
    assert images[0].uses == (use_of(images[0]), use_of(images[0], "i-2"))
    assert [image.uses for image in images[1:]] == [()] * 3
    ids = [image.row.image_id for image in images]
    assert cloud.asked_usage == [{"dev": {"eu-west-1": ids[:3], "us-east-1": ids[3:]}}]


def test_where_a_part_was_not_answered_nothing_found_is_not_nothing(
    usage: UsageLoader,
    cloud: FakeCloud,
    images: list[JudgedImage],
    ask: Callable[..., Sequence[JudgedImage]],
) -> None:
    trouble = Trouble("dev", "eu-west-1", NO_RIGHT)
    cloud.usage = [Looked("dev", "eu-west-1", "instances"), uses_of(images[0]), trouble, *looked("us-east-1")]
    ask(images)
    assert images[0].uses == (use_of(images[0]),), "what was found all the same is told"
    assert [image.uses for image in images[1:3]] == [None, None]
    assert images[3].uses == (), "the other Region has answered"
    assert usage.troubles == [trouble]


@pytest.mark.parametrize("end", ["cancelled", "error"])
def test_an_end_before_all_was_asked_is_not_nothing_either(
    qtbot: QtBot, usage: UsageLoader, cloud: FakeCloud, images: list[JudgedImage], end: str
) -> None:
    cloud.usage = [Looked("dev", "eu-west-1", "instances"), uses_of(images[0])]
    cloud.hold = threading.Event()
    if end == "error":
        cloud.error = KeyError("x")
    usage.ask(images)
    assert cloud.holding.wait(30)
    assert usage.is_asking(images[0])
    with qtbot.captureExceptions(), qtbot.waitSignal(usage.ended) as ended:
        usage.cancel()
    assert ended.args == [cloud.error]
    assert images[0].uses == (use_of(images[0]),)
    assert images[1].uses is None
    assert not usage.is_asking(images[1])


def test_asking_again_asks_only_where_there_was_trouble(
    usage: UsageLoader,
    cloud: FakeCloud,
    images: list[JudgedImage],
    ask: Callable[..., Sequence[JudgedImage]],
) -> None:
    cloud.usage = [*looked(), Trouble("dev", "us-east-1", NO_RIGHT)]
    ask(images)
    cloud.usage = [*looked("us-east-1")]
    assert ask([], again=True) == [images[3]]
    assert cloud.asked_usage[-1] == {"dev": {"us-east-1": [images[3].row.image_id]}}
    assert usage.troubles == []
    assert images[3].uses == ()
    assert images[0].uses == ()


def test_what_names_a_parameter_is_kept_apart(
    usage: UsageLoader,
    cloud: FakeCloud,
    images: list[JudgedImage],
    ask: Callable[..., Sequence[JudgedImage]],
) -> None:
    indirect = Use("resolve:ssm:/web", User.LAUNCH_TEMPLATE, "eu-west-1", "lt-1", "web", "1")
    cloud.usage = [Uses("dev", "eu-west-1", (indirect,)), *looked()]
    ask(images[:1])
    assert usage.unresolved == (indirect,)
    assert images[0].uses == ()


def test_the_newest_question_wins(
    usage: UsageLoader,
    cloud: FakeCloud,
    images: list[JudgedImage],
    ask: Callable[..., Sequence[JudgedImage]],
) -> None:
    first = cloud.hold = threading.Event()
    usage.ask(images[:1])
    cloud.hold = None
    cloud.usage = [*looked()]
    assert ask(images[1:2]) == [images[1]]
    assert first.is_set()
    assert images[0].uses is None


def test_what_uses_the_sample_is_known_at_once_and_never_said_of_others(
    controller: ImagesController, usage: UsageLoader, cloud: FakeCloud
) -> None:
    first = cloud.cloud().sample()[0]
    cloud.sample_uses = [
        Uses("sample", "us-east-1", (Use(first.image_id, User.INSTANCE, "us-east-1", "i-1"),)),
        Uses("sample", "us-east-1", (Use("resolve:ssm:/x", User.LAUNCH_TEMPLATE, "us-east-1", "lt-1"),)),
    ]
    controller.show_sample()
    known = {image.row.image_id: image.uses for image in controller.loader.images}
    assert [use.id for use in known[first.image_id] or ()] == ["i-1"]
    assert set(known.values()) == {known[first.image_id], ()}
    assert [use.id for use in usage.unresolved] == ["lt-1"]
    controller.show_file(Path("images.json"))
    assert {image.uses for image in controller.loader.images} == {None}
    assert not usage.unresolved
    assert not usage.has_found
