from __future__ import annotations

import datetime
import hashlib
import json
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.aws.records import EVERYTHING, images
from wizard.model.message import Message
from wizard.store.image_cache import KeptRegion, images_folder, keep_region, kept, kept_codes, wipe
from wizard.store.whole_file import NotWritten

WHEN = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)


def read() -> list[KeptRegion]:
    told: list[Message] = []
    found = list(kept(told.append))
    assert told == []
    return found


def only_file() -> Path:
    (path,) = images_folder().iterdir()
    return path


def test_what_was_kept_is_found_again() -> None:
    assert read() == []
    keep_region("work", "eu-west-1", [EVERYTHING], WHEN)
    keep_region("", "us-east-1", images(2), WHEN)
    first, second = read()
    assert (first.profile, first.region, first.when) == ("", "us-east-1", WHEN)
    assert [row.image_id for row in first.rows] == [image["ImageId"] for image in images(2)]
    assert (second.profile, second.region) == ("work", "eu-west-1")
    assert second.rows[0].record == EVERYTHING
    assert (second.rows[0].profile, second.rows[0].region) == ("work", "eu-west-1")


def test_a_region_is_kept_once() -> None:
    keep_region("work", "eu-west-1", images(2), WHEN)
    keep_region("work", "eu-west-1", images(1), WHEN + datetime.timedelta(days=1))
    (found,) = read()
    assert (len(found.rows), found.when.day) == (1, 24)


def test_they_come_by_profile_and_region_whatever_the_files_are_called() -> None:
    places = [
        (profile, region) for profile in ("", "a", "b") for region in ("eu-west-1", "eu-west-2", "us-east-1")
    ]
    for profile, region in reversed(places):
        keep_region(profile, region, [], WHEN)
    assert [(found.profile, found.region) for found in read()] == places


def test_the_prices_that_matter_are_those_of_the_images_that_were_kept() -> None:
    assert kept_codes() == frozenset()
    windows, linux = (
        {"ImageId": id, "UsageOperation": code}
        for id, code in (("ami-1", "RunInstances:0002"), ("ami-2", "RunInstances"))
    )
    keep_region("work", "eu-west-1", [windows, windows], WHEN)
    keep_region("other", "eu-west-2", [linux], WHEN)
    assert kept_codes() == {"RunInstances:0002", "RunInstances"}
    for path in images_folder().iterdir():
        path.write_bytes(b"{")
    assert kept_codes() == frozenset()


def test_only_its_owner_may_read_it(home: Path) -> None:
    keep_region("work", "eu-west-1", images(1), WHEN)
    assert images_folder().is_relative_to(home)
    assert stat.S_IMODE(images_folder().stat().st_mode) == 0o700
    assert stat.S_IMODE(only_file().stat().st_mode) == 0o600


@given(st.text(st.characters(codec="utf-8"), max_size=20) | st.sampled_from(["../x", "/", "a\0b"]), st.text())
def test_no_name_becomes_a_path(profile: str, region: str) -> None:
    wipe()
    keep_region(profile, region, [], WHEN)
    assert only_file().name == hashlib.sha256(json.dumps([profile, region]).encode()).hexdigest() + ".json"
    (found,) = read()
    assert (found.profile, found.region) == (profile, region)


def test_what_json_does_not_know_is_kept_as_text() -> None:
    keep_region("work", "eu-west-1", [{"ImageId": "ami-1", "CreationDate": WHEN}], WHEN)
    assert read()[0].rows[0].creation_date == str(WHEN)


def damaged(**changes: Any) -> bytes:
    good = {"profile": "work", "region": "eu-west-1", "when": WHEN.isoformat(), "Images": images(1)}
    return json.dumps({**good, **changes}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"3",
        b"{}",
        b"[" * 100_000,
        damaged(profile="other"),
        damaged(profile=3),
        damaged(when="yesterday"),
        damaged(when=3),
        damaged(when="2026-11-23T12:00:00"),
        damaged(Images=3),
        damaged(Images=[3]),
        damaged(Images="x"),
        damaged(Images=[{"Architecture": "sparc"}]),
    ],
)
def test_a_damaged_file_is_set_aside_and_hides_nothing(content: bytes) -> None:
    keep_region("work", "eu-west-1", images(1), WHEN)
    path = only_file()
    path.write_bytes(content)
    keep_region("work", "eu-west-2", images(2), WHEN)
    told: list[Message] = []
    assert [found.region for found in kept(told.append)] == ["eu-west-2"]
    (message,) = told
    assert str(path.name) in str(message.values["problem"])
    aside = Path(str(message.values["aside"]))
    assert aside.read_bytes() == content
    assert [found.region for found in read()] == ["eu-west-2"]
    assert wipe() == 2


def test_everything_is_wiped_but_what_is_not_ours() -> None:
    assert wipe() == 0
    keep_region("work", "eu-west-1", images(1), WHEN)
    keep_region("work", "eu-west-2", images(1), WHEN)
    (images_folder() / ".ami-wizard-0123456789abcdef.part").write_text("half")
    mine = images_folder() / "mine.txt"
    mine.write_text("mine")
    assert wipe() == 3
    assert only_file() == mine
    assert read() == []


def test_a_folder_that_cannot_be() -> None:
    images_folder().parent.mkdir(parents=True)
    images_folder().write_text("in the way")
    with pytest.raises(NotWritten):
        keep_region("work", "eu-west-1", [], WHEN)
    assert read() == []


def test_what_cannot_be_wiped_is_said() -> None:
    keep_region("work", "eu-west-1", [], WHEN)
    path = only_file()
    path.unlink()
    path.mkdir()
    with pytest.raises(NotWritten, match=path.name):
        wipe()
