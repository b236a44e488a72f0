from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import names
from wizard.gui.images.rows import ImageRows, Narrowing
from wizard.model.account.usage import Use, User
from wizard.model.assessment.assessment import Limitation
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.overview import Group, Overview
from wizard.model.images.image_row import RowReader
from wizard.report.images.columns import BY_ID, COLUMNS, USUAL


@pytest.fixture
def images(judge: Callable[..., list[JudgedImage]]) -> list[JudgedImage]:
    return judge([*made(12, "eu-west-1"), *made(6, "us-east-1", first=20)])


@pytest.fixture
def rows(images: list[JudgedImage]) -> ImageRows:
    rows = ImageRows()
    rows.fill(images)
    return rows


def narrow(rows: ImageRows, text: str = "", group: Group | None = None, family: str = "") -> list[str]:
    rows.narrow(Narrowing(text, group, family))
    return names(rows)


def test_all_are_shown_the_gravest_first_with_the_usual_columns(
    rows: ImageRows, images: list[JudgedImage]
) -> None:
    assert {id(image) for image in rows.shown} == {id(image) for image in images}
    held_back = [bool(image.judged.limitations) or not image.judged.usable for image in rows.shown]
    assert held_back == sorted(held_back, reverse=True)
    assert rows.shown == Overview(images).ordered
    assert rows.total == 18
    assert tuple(column.id for column in rows.columns) == USUAL
    assert rows.header[:3] == ("Name", "Held back", "Used by")
    row = dict(zip(rows.header, [rows.cell(images[0], column) for column in rows.columns], strict=True))
    assert row["Name"] == "ubuntu-jammy-22.04-arm-1"
    assert (row["System (guessed)"], row["Architecture"]) == ("Ubuntu 22.04", "arm64")
    assert row["Families"] == "35 of 35"


def test_every_word_must_stand_somewhere_in_the_row(rows: ImageRows) -> None:
    assert narrow(rows, "UBUNTU us-east") == ["ubuntu-jammy-22.04-arm-25"]
    assert narrow(rows, "ubuntu windows") == []
    assert len(narrow(rows, "  ")) == 18


def test_a_word_with_a_columns_name_looks_in_that_column_only(rows: ImageRows) -> None:
    assert set(narrow(rows, "region:us")) == set(narrow(rows, "us-east-1"))
    assert len(narrow(rows, "region:us")) == 6
    assert narrow(rows, "name:us-east-1") == []
    assert narrow(rows, "arch:arm64 reg:us") == ["ubuntu-jammy-22.04-arm-25"]
    assert len(narrow(rows, "state:disabled")) == 3, "a column that is not shown"
    assert len(narrow(rows, "ena:yes")) + len(narrow(rows, "ena:–")) + len(narrow(rows, "ena:no")) == 18


@pytest.mark.parametrize(
    ("by_title", "by_id"),
    [("held:ena", "limitations:ena"), ("created:20", "creation_date:20"), ("ami:ami-", "image_id:ami-")],
)
def test_a_column_is_named_by_its_title_or_as_in_the_files(
    rows: ImageRows, by_title: str, by_id: str
) -> None:
    assert narrow(rows, by_title) == narrow(rows, by_id) != []


@pytest.mark.parametrize("word", ["nosuch:ubuntu", ":", "region:", "ubuntu:", "::"])
def test_a_colon_that_names_no_column_is_a_letter_like_any_other(rows: ImageRows, word: str) -> None:
    assert narrow(rows, word) == []


def test_a_limitation_and_a_family_narrow_too_and_all_three_together(rows: ImageRows) -> None:
    images = rows.shown
    stuck = [i.row.name for i in images if Limitation.STUCK_ON_PV in i.judged.limitations]
    assert narrow(rows, group=Group.STUCK_ON_PV) == stuck
    assert len(stuck) == 3
    out = [i.row.name for i in images if "m5" in i.judged.locked_out]
    assert narrow(rows, family="m5") == out
    assert 0 < len(out) < 18
    assert narrow(rows, "us-east", Group.STUCK_ON_PV, "m5") == ["legacy-amzn-ami-pv-2014.03-20"]


@pytest.mark.parametrize("column", [column.id for column in COLUMNS])
@pytest.mark.parametrize("downwards", [False, True])
def test_every_column_sorts_both_ways_and_back(
    rows: ImageRows, images: list[JudgedImage], column: str, downwards: bool
) -> None:
    images[3].uses = (Use("ami-1", User.INSTANCE, "eu-west-1", "i-1"),)
    rows.sort((column, downwards))
    keys = [BY_ID[column].key(image) for image in rows.shown]
    assert keys == sorted(keys, reverse=downwards)
    assert rows.order == (column, downwards)
    rows.sort(None)
    assert rows.shown == rows.overview.ordered


@pytest.mark.parametrize("column", ["architecture", "region", "creation_date"])
def test_what_is_alike_in_a_column_stands_as_it_came(
    rows: ImageRows, images: list[JudgedImage], column: str
) -> None:
    rows.sort((column, True))
    key = BY_ID[column].key
    assert rows.shown == sorted(images, key=key, reverse=True)


def test_what_is_found_stands_in_the_order_of_the_column(rows: ImageRows) -> None:
    rows.sort(("name", False))
    whole = names(rows)
    for text in ("us-east", "amzn", "amzn-", "", "1"):
        found = narrow(rows, text)
        assert found == [name for name in whole if name in found] != []
    rows.sort(("name", True))
    assert names(rows) == found[::-1]


def test_order_and_filter_stay_when_other_images_come(
    rows: ImageRows, judge: Callable[..., list[JudgedImage]]
) -> None:
    rows.sort(("name", True))
    narrow(rows, "arm")
    rows.fill(judge(made(30)))
    assert names(rows) == sorted(names(rows), reverse=True)
    assert len(names(rows)) == 5
    assert rows.total == 30
    rows.fill([])
    assert rows.shown == []


def test_the_filter_looks_through_the_columns_that_are_shown(rows: ImageRows) -> None:
    assert narrow(rows, "dev") == []
    rows.choose(["profile", "name"])
    assert rows.header == ("Name", "Profile")
    assert len(rows.shown) == 18
    assert narrow(rows, "arm64") == []


def test_what_changed_of_an_image_is_found_as_soon_as_it_is_said(
    rows: ImageRows, images: list[JudgedImage]
) -> None:
    rows.choose(["name", "used_by"])
    assert rows.prepare(10)
    images[0].uses = ()
    rows.forget(images[:1])
    assert narrow(rows, "used:0") == [images[0].row.name]
    assert images[0].row.name not in narrow(rows, "asked")


def test_writing_ahead_stops_in_time_and_goes_on(
    rows: ImageRows, judge: Callable[..., list[JudgedImage]]
) -> None:
    rows.fill(judge(made(300)))
    assert not rows.prepare(-1)
    assert rows.prepare(10)
    assert rows.prepare(0)
    assert len(narrow(rows, "arm")) == 50


def test_foreign_texts_show_what_they_hide(rows: ImageRows, judge: Callable[..., list[JudgedImage]]) -> None:
    record = {"ImageId": "ami-1", "Name": "\u202eold<b>", "Description": "a\nb"}
    images = judge([RowReader().read(record, "dev", "eu-west-1", "")])
    rows.choose(["name", "description"])
    assert [tuple(rows.cell(image, column) for column in rows.columns) for image in images] == [
        ("U+202Eold<b>", "aU+000Ab")
    ]


def test_what_is_not_written_yet_is_found_as_soon_as_it_is(
    rows: ImageRows, judge: Callable[..., list[JudgedImage]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wizard.gui.images.rows._AT_ONCE_SECONDS", -1)
    rows.fill(judge(made(300)))
    some = narrow(rows, "jammy")
    assert 0 <= len(some) < 50
    assert not rows.searched
    assert rows.prepare(10)
    assert len(narrow(rows, "jammy")) == 50
    # One types on, takes a letter back, adds a word: always the same as from the beginning.
    every = [narrow(rows, text) for text in ("a", "ar", "arm", "arm-1", "arm-1 us", "arm", "x", "")]
    for text, found in zip(("a", "ar", "arm", "arm-1", "arm-1 us", "arm", "x", ""), every, strict=True):
        fresh = ImageRows()
        fresh.fill(rows._all)
        assert fresh.prepare(10)
        assert narrow(fresh, text) == found


def test_an_ami_id_is_found_though_its_column_is_not_shown(rows: ImageRows) -> None:
    rows.choose(["name"])
    image = rows.shown[4]
    assert narrow(rows, image.row.image_id) == [image.row.name]
