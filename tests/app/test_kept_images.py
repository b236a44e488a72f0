from __future__ import annotations

import gettext
import logging
from pathlib import Path

import pytest

from tests.aws.records import image
from wizard.app.kept_images import KeptImages
from wizard.gui.cloud import Kept
from wizard.model.asking import Answered, Event, Regions, Rows, Started
from wizard.model.image_row import RowReader
from wizard.store.image_cache import images_folder

ROWS = tuple(RowReader().read(image(number), "me", "eu-west-1", "") for number in range(1, 4))
EVENTS: list[Event] = [
    Regions("me", ("eu-west-1", "eu-west-2")),
    Started("me", "eu-west-1"),
    Rows("me", "eu-west-1", ROWS[:2]),
    Rows("me", "eu-west-1", ROWS[2:]),
    Answered("me", "eu-west-1", 3),
    Rows("me", "eu-west-2", ROWS[:1]),
]


def keeping(wanted: bool = True) -> KeptImages:
    return KeptImages(lambda: wanted, gettext.NullTranslations())


def test_a_region_that_answered_is_kept_and_comes_back() -> None:
    kept = keeping()
    assert list(kept.watch(iter(EVENTS))) == EVENTS
    found = kept.found()
    assert [row.record for row in found.rows] == [row.record for row in ROWS]
    assert found.oldest[:2] == "20"
    assert kept.forget() == 1
    assert kept.found() == Kept()


def test_nothing_is_kept_of_whom_does_not_want_it() -> None:
    kept = keeping(wanted=False)
    assert list(kept.watch(iter(EVENTS))) == EVENTS
    assert kept.found() == Kept()
    assert not images_folder().exists()


def test_what_cannot_be_kept_hinders_nobody(caplog: pytest.LogCaptureFixture) -> None:
    images_folder().parent.mkdir(parents=True, exist_ok=True)
    images_folder().write_text("in the way")
    with caplog.at_level(logging.INFO):
        assert list(keeping().watch(iter(EVENTS))) == EVENTS
    assert "not written" in caplog.text


def test_a_damaged_file_is_left_out_and_told(caplog: pytest.LogCaptureFixture) -> None:
    kept = keeping()
    list(kept.watch(iter(EVENTS)))
    file: Path = next(images_folder().glob("*.json"))
    file.write_text("{")
    with caplog.at_level(logging.INFO):
        assert kept.found() == Kept()
    assert "damaged" in caplog.text
