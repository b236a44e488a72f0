from __future__ import annotations

import json
from typing import Any

import pytest

from wizard.formats.saved_reply import SavedReply
from wizard.model.images.describe_images import ImageError
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.message import ENGLISH

IMAGES: list[dict[str, Any]] = [
    {"ImageId": "ami-1", "Name": "größe", "Architecture": "arm64", "Tags": [{"Key": "a"}]},
    {"ImageId": "ami-2", "Architecture": "x86_64", "x": None},
]


def read(text: str) -> tuple[SavedReply, list[ImageRow]]:
    reply = SavedReply(text, "reply.json")
    return reply, list(reply.rows("eu-west-1", RowReader(keep=False)))


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"Images": IMAGES}, indent=4),
        "\ufeff" + json.dumps(IMAGES, ensure_ascii=False),
        json.dumps({"Other": "Images", "Images": IMAGES}),
    ],
)
def test_each_rows_record_is_found_again(text: str) -> None:
    reply, rows = read(text)
    assert [(row.profile, row.region, row.image_id) for row in rows] == [
        ("", "eu-west-1", "ami-1"),
        ("", "eu-west-1", "ami-2"),
    ]
    assert [row.record for row in rows] == [None, None]
    assert [reply.record(row) for row in rows] == IMAGES
    assert reply.record(rows[1]) == IMAGES[1]


def test_a_row_from_elsewhere_has_none() -> None:
    reply, _ = read("[]")
    assert reply.record(RowReader().read(IMAGES[0], "", "", "")) is None


def test_rows_come_before_the_damage() -> None:
    text = '{"Images": [{"ImageId": "ami-1", "Architecture": "arm64"}, {"Archi'
    rows = SavedReply(text, "f").rows("", RowReader(keep=False))
    assert next(rows).image_id == "ami-1"
    with pytest.raises(ImageError, match="f: line 1: no valid JSON"):
        next(rows)


def test_an_odd_record_costs_itself_only() -> None:
    odd = IMAGES[1] | {"ImageId": "ami-3", "RootDeviceType": "standard"}
    reply, rows = read(json.dumps({"Images": [IMAGES[0], odd, IMAGES[1]]}))
    assert [row.image_id for row in rows] == ["ami-1", "ami-2"]
    (problem,) = reply.odd
    assert problem.values["image"] == "ami-3"
    assert "Images[1]: RootDeviceType: 'standard' is not one of ebs" in problem.render(ENGLISH)
