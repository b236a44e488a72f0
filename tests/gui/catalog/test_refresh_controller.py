from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import LOGIN, FakeCloud
from wizard.gui.aws_service import AskCode, AwsService, CatalogEvent, Refreshed, Task
from wizard.gui.catalog.refresh_controller import RefreshController
from wizard.gui.texts import render
from wizard.model.account.listing_events import Answered, Regions, Started, Trouble
from wizard.model.catalog.change import CatalogChange
from wizard.model.frozen import replace

CHANGE = CatalogChange(("m9g.large",), (), {}, {}, {})
TWO: list[CatalogEvent] = [
    Regions("dev", ("eu-west-1", "eu-west-2")),
    Started("dev", "eu-west-1"),
    Answered("dev", "eu-west-1", 700),
]


@pytest.fixture
def fake() -> FakeCloud:
    return FakeCloud()


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def cloud(fake: FakeCloud, asked: list[str]) -> AwsService:
    whole = fake.cloud()

    def refresh(profile: str, ask_code: AskCode) -> Task[CatalogEvent]:
        asked.append(profile)
        return whole.refresh_catalog(profile, ask_code)

    return replace(whole, refresh_catalog=refresh)


@pytest.fixture
def asking(qtbot: QtBot, cloud: AwsService) -> RefreshController:
    window = QWidget()
    qtbot.addWidget(window)
    return RefreshController(cloud, window)


def progress(asking: RefreshController) -> str:
    return render(asking.progress)


def test_how_far_it_has_come_and_what_came_of_it(
    qtbot: QtBot, fake: FakeCloud, asking: RefreshController
) -> None:
    fake.hold = threading.Event()
    fake.catalog_events = [*TWO]
    asking.start("dev")
    assert progress(asking) == "Asking which Regions there are…"
    qtbot.waitUntil(lambda: progress(asking) == "1 of 2 Regions answered")
    with qtbot.waitSignal(asking.ended):
        fake.hold.set()
    fake.catalog_events = [*TWO, Answered("dev", "eu-west-2", 1)]
    fake.hold = threading.Event()
    asking.start("dev")
    qtbot.waitUntil(lambda: progress(asking) == "Asking what the types are like…")
    with qtbot.waitSignal(asking.ended):
        fake.hold.set()
    assert progress(asking).startswith("Nothing was refreshed.")
    fake.catalog_events.append(Refreshed(CHANGE, 2))
    with qtbot.waitSignal(asking.ended):
        asking.start("dev")
    assert progress(asking).startswith("Refreshed from 2 Regions. This counts from the next start")
    assert asking.done == Refreshed(CHANGE, 2)


def test_cancelling(qtbot: QtBot, fake: FakeCloud, asking: RefreshController) -> None:
    fake.hold = threading.Event()
    asking.start("dev")
    with qtbot.waitSignal(asking.ended):
        asking.cancel()
    assert progress(asking).startswith("Cancelled.")
    asking.start("dev")
    asking.leave()
    assert not asking.running


def test_what_waited_for_a_login_is_asked_again_by_itself(
    qtbot: QtBot, fake: FakeCloud, asking: RefreshController, asked: list[str]
) -> None:
    changed: list[None] = []
    asking.logins_changed.connect(lambda: changed.append(None))
    fake.catalog_events = [Trouble("prod", "", LOGIN)]
    with qtbot.waitSignal(asking.ended):
        asking.start("prod")
    asking.look()
    assert (changed, asked) == ([], ["prod"])
    fake.stamp, fake.catalog_events = 1, [Refreshed(CHANGE, 2)]
    with qtbot.waitSignal(asking.ended):
        asking.look()
    assert (len(changed), asked) == (1, ["prod", "prod"])
    fake.stamp = 2
    asking.look()
    assert (len(changed), asked) == (2, ["prod", "prod"])
    assert not asking.troubles


def test_a_change_before_anything_is_asked_only_renews_the_profiles(
    fake: FakeCloud, asking: RefreshController, asked: list[str]
) -> None:
    fake.stamp = 1
    asking.look()
    assert asked == []
