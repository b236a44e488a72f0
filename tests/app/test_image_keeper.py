from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.aws.records import images
from wizard.app.image_keeper import ImageKeeper, kept_images
from wizard.gui.aws_service import Kept, Request
from wizard.model.account.listing_events import Answered, Rows
from wizard.model.images.image_row import RowReader
from wizard.store.image_cache import images_folder


def rows(profile: str = "dev", region: str = "eu-west-1") -> Rows:
    reader = RowReader()
    return Rows(profile, region, tuple(reader.read(record, profile, region, "") for record in images(2)))


def keeper(*requests: Request, wanted: bool = True) -> ImageKeeper:
    return ImageKeeper(requests or (Request("dev"),), lambda: wanted)


def test_only_a_region_that_answered_to_the_end_is_kept() -> None:
    taking = keeper()
    taking.take(rows())
    assert kept_images() == Kept()
    taking.take(Answered("dev", "eu-west-1", 2))
    taking.take(Answered("dev", "eu-west-2", 0))
    assert len(kept_images().rows) == 2
    assert len(list(images_folder().iterdir())) == 2


def test_only_ones_own_images_are_kept_and_only_where_it_is_wanted() -> None:
    for taking in (
        keeper(wanted=False),
        keeper(Request("dev", None, ("amazon",))),
        keeper(Request("dev"), Request("dev", None, ("amazon",))),
        keeper(Request("other")),
    ):
        taking.take(rows())
        taking.take(Answered("dev", "eu-west-1", 2))
    assert kept_images() == Kept()


def test_what_cannot_be_kept_holds_nobody_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("wizard.store.image_cache.images_folder", lambda: tmp_path / "file" / "x")
    taking = keeper()
    taking.take(rows())
    taking.take(Answered("dev", "eu-west-1", 2))


def test_a_damaged_file_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    taking = keeper()
    taking.take(rows())
    taking.take(Answered("dev", "eu-west-1", 2))
    (file,) = images_folder().iterdir()
    file.write_text("{")
    with caplog.at_level(logging.INFO, "wizard.app.image_keeper"):
        assert kept_images() == Kept()
    assert "damaged" in caplog.text
