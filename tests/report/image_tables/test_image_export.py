from __future__ import annotations

import csv
import io
from gettext import NullTranslations

from tests.report.images import FULL, judged
from wizard.model.knowledge import Knowledge
from wizard.report.account_mask import AccountMask
from wizard.report.images.columns import BY_ID
from wizard.report.images.export import (
    EVERYTHING,
    LOCKED_OUT,
    REASONS,
    cells,
    comma_separated,
    markdown,
    tab_separated,
    titles,
)

ENGLISH = NullTranslations()
SOME = (BY_ID["image_id"], BY_ID["families"], BY_ID["name"])


def test_these_columns_of_these_images_in_this_order(knowledge: Knowledge) -> None:
    first, second = judged(knowledge, **FULL), judged(knowledge, **FULL | {"Name": "=b", "ImageId": "ami-2"})
    images = [second, first]
    assert titles(SOME, ENGLISH) == ["AMI ID", "Families", "Name"]
    assert list(cells(SOME, images, ENGLISH)) == [
        ["ami-2", "1 of 2", "=b"],
        ["ami-1", "1 of 2", "ubuntu-jammy-22.04"],
    ]
    assert tab_separated(SOME, images, ENGLISH).splitlines() == [
        "AMI ID\tFamilies\tName",
        "ami-2\t1 of 2\t'=b",
        "ami-1\t1 of 2\tubuntu-jammy-22.04",
    ]
    assert markdown(SOME, [first], ENGLISH).splitlines()[2] == "| ami-1 | 1 of 2 | ubuntu-jammy-22.04 |"
    read = list(csv.reader(io.StringIO(comma_separated(SOME, images, ENGLISH).decode("utf-8-sig"))))
    assert read[0] == ["AMI ID", "Families", "Name"]
    assert read[1] == ["ami-2", "1 of 2", "'=b"]


def test_what_images_of_one_kind_share_is_said_once(knowledge: Knowledge) -> None:
    one, other = judged(knowledge, **FULL), judged(knowledge, **FULL)
    other.judged = one.judged
    rows = list(cells(EVERYTHING, [one, other], ENGLISH))
    assert rows[0] == rows[1]
    assert rows[0] is not rows[1]
    assert rows[0] == [column.text(one, ENGLISH) for column in EVERYTHING]


def test_what_an_image_is_locked_out_of_and_why(knowledge: Knowledge) -> None:
    image = judged(knowledge, **FULL)
    assert LOCKED_OUT.text(image, ENGLISH).split() == list(image.judged.locked_out)
    assert {"virtualization"} <= set(REASONS.text(image, ENGLISH).split())
    assert LOCKED_OUT.key(image) == REASONS.key(image) == image.judged.locked_out


def test_a_header_of_ones_own(knowledge: Knowledge) -> None:
    header = [column.id for column in EVERYTHING]
    data = comma_separated(EVERYTHING, [judged(knowledge)], ENGLISH, header=header).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(data))
    assert list(row) == header


def test_accounts_are_masked_in_every_table(knowledge: Knowledge) -> None:
    images = [judged(knowledge, **FULL | {"Name": "of-123456789012", "PlatformDetails": "123456789012"})]
    tables = [
        comma_separated(EVERYTHING, images, ENGLISH, mask=AccountMask(())).decode("utf-8-sig"),
        tab_separated(EVERYTHING, images, ENGLISH, AccountMask(())),
        markdown(EVERYTHING, images, ENGLISH, AccountMask(())),
    ]
    for table in tables:
        assert "123456789012" not in table
        assert table.count("account") == 3
