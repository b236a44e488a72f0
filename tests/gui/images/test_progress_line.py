from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.gui.fake_cloud import LOGIN
from tests.gui.images.looking import texts
from wizard.gui.images.progress_line import ProgressLine
from wizard.gui.widgets.progress import ProgressStrip
from wizard.model.account.listing_progress import RegionState
from wizard.model.message import Message


@pytest.fixture
def line(show: Callable[..., None]) -> ProgressLine:
    line = ProgressLine()
    show(line, 700, 30)
    return line


def states(*waiting: str) -> list[RegionState]:
    return [
        RegionState("dev", "", problem=LOGIN),
        RegionState("dev", "eu-west-1", asked=True, answered=True, count=1200),
        RegionState("dev", "us-east-1", asked=True, problem=LOGIN),
        RegionState("dev", "ap-south-1"),
        *(RegionState("dev", region, asked=True) for region in waiting),
    ]


def test_it_counts_images_and_regions_and_names_whom_it_waits_for(line: ProgressLine) -> None:
    line.show_states(states("eu-west-2"), 1200, asking=True)
    assert texts(line) == ["1,200 images · 1 of 4 Regions answered · waiting for eu-west-2"]
    line.show_states(states(*[f"eu-west-{n}" for n in range(2, 9)]), 1, asking=True)
    assert texts(line) == [
        "1 image · 1 of 10 Regions answered · waiting for eu-west-2, eu-west-3, eu-west-4…"
    ]


def test_the_bar_is_there_while_something_is_asked(line: ProgressLine) -> None:
    bar = line.findChildren(ProgressStrip)[0]
    line.show_states([], 0, asking=True)
    assert bar.isVisible()
    assert bar.share == 0, "nobody knows yet how many Regions there are"
    line.show_states(states(), 5, asking=True)
    assert bar.share == pytest.approx(2 / 3)
    line.show_states(states("eu-west-2"), 5, asking=False)
    assert not bar.isVisible()
    assert texts(line) == ["5 images · 1 of 4 Regions answered"]


def test_each_region_is_told_on_asking_for_it(line: ProgressLine) -> None:
    line.show_states(states("eu-west-2"), 5, asking=True)
    assert line.accessibleDescription().splitlines() == [
        "dev eu-west-1: 1200 images",
        "dev us-east-1: The login of the profile dev has ended.",
        "dev ap-south-1: not asked yet",
        "dev eu-west-2: asked",
    ]
    line.show_states([RegionState("<b>dev</b>", "eu-west-1", asked=True)], 5, asking=True)
    assert "&lt;b&gt;dev&lt;/b&gt; eu-west-1: asked" in line.toolTip()
    assert "<b>" not in line.toolTip()


def test_records_that_could_not_be_read_are_counted_and_named(line: ProgressLine) -> None:
    line.show_states(
        [], 3, asking=False, unread=[Message("ami-1: Architecture: expected a word"), Message("<b>ami-2")]
    )
    assert texts(line) == ["3 images · 2 records unreadable"]
    assert "ami-1: Architecture: expected a word" in line.accessibleDescription()
    assert "&lt;b&gt;ami-2" in line.toolTip()
