from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.model.ec2.image import NEVER
from wizard.model.images.describe_images import ImageError, image_from
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.knowledge import Knowledge

VOLUME = {"VolumeSize": 8, "VolumeType": "gp3", "Encrypted": False}
BASE: dict[str, Any] = {
    "ImageId": "ami-1",
    "Name": "ubuntu-jammy-22.04",
    "CreationDate": "2025-03-01T10:00:00.000Z",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "RootDeviceName": "/dev/sda1",
    "BlockDeviceMappings": [{"DeviceName": "/dev/sda1", "Ebs": VOLUME}, {"DeviceName": "/dev/sdb"}],
}
ODD: st.SearchStrategy[object] = st.sampled_from(
    [None, "", "x", 3, True, [], ["x"], [{}], {}, {"Ebs": 3}, "\ud800", "naïve", [{"Ebs": []}]]
)


def read(reader: RowReader | None = None, **fields: Any) -> ImageRow:
    return (reader or RowReader()).read({**BASE, **fields}, "me", "eu-west-1", "reply.json")


def test_the_row_is_the_image() -> None:
    row = read(DeprecationTime="2027-01-01T00:00:00Z", Description="text")
    assert row.image == image_from(row.record or {}, "")
    assert (row.profile, row.region, row.created) == ("me", "eu-west-1", datetime.date(2025, 3, 1))
    assert row.deprecation == datetime.date(2027, 1, 1)


def test_images_that_differ_in_their_names_only_are_of_one_kind() -> None:
    reader = RowReader(keep=False)
    rows = [read(reader, ImageId=f"ami-{n}", Name=str(n), DeprecationTime="2027-01-01") for n in range(3)]
    assert len({id(row.kind) for row in rows}) == 1
    assert rows[0].record is None
    assert rows[2].image.name == "2"


@pytest.mark.parametrize(
    "fields",
    [
        {"EnaSupport": True},
        {"BootMode": "uefi"},
        {"BlockDeviceMappings": [{"DeviceName": "/dev/sda1", "Ebs": VOLUME | {"Encrypted": True}}]},
        {"ProductCodes": [{"ProductCodeId": "x"}]},
        {"InstanceTypeSpecification": {"SupportedInstanceTypes": [{"InstanceType": "m5.*"}]}},
    ],
)
def test_whatever_else_differs_makes_another_kind(fields: dict[str, Any]) -> None:
    reader = RowReader()
    one, other = read(reader), read(reader, **fields)
    assert one.kind is not other.kind
    assert other.image == image_from(other.record or {}, "")


def test_a_name_that_is_not_ascii_is_kept() -> None:
    row = read(Name="größe")
    assert row.image.name == "größe"
    assert read(Name="\ud800").name == "?"
    assert read(RowReader(keep=False), Name="größe").record is None


def test_a_record_without_volumes_or_with_null_is_read() -> None:
    assert RowReader().read({"ImageId": "ami-1"}, "", "", "").image == image_from({"ImageId": "ami-1"}, "")
    nothing = dict.fromkeys(BASE)
    assert RowReader().read(nothing, "", "", "").image == image_from(nothing, "")


def test_a_creation_date_that_is_none() -> None:
    assert read(CreationDate=None).created is None
    assert read(DeprecationTime=None).deprecation == NEVER


def test_a_damaged_record_is_named() -> None:
    with pytest.raises(ImageError, match=r"reply.json: Architecture: 'sparc'"):
        read(Architecture="sparc")
    with pytest.raises(ImageError, match=r"BlockDeviceMappings"):
        read(BlockDeviceMappings="x")
    with pytest.raises(ImageError, match=r"BlockDeviceMappings\[0\]: 'x' is not an object"):
        read(BlockDeviceMappings=["x"])
    with pytest.raises(ImageError, match=r"BlockDeviceMappings\[0\].Ebs: 3"):
        read(BlockDeviceMappings=[{"Ebs": 3}])
    with pytest.raises(ImageError, match=r"DeprecationTime"):
        read(DeprecationTime="soon")


@given(st.dictionaries(st.sampled_from([*BASE, "ProductCodes", "DeprecationTime", "EnaSupport"]), ODD))
def test_whatever_a_record_holds_the_row_says_what_the_image_says(fields: dict[str, Any]) -> None:
    reader = RowReader()
    read(reader)
    try:
        expected = image_from({**BASE, **fields}, "reply.json")
    except ImageError as problem:
        with pytest.raises(ImageError, match=f"^{re.escape(str(problem))}$"):
            read(reader, **fields)
    else:
        assert read(reader, **fields).image == expected


def test_the_system_is_guessed(knowledge: Knowledge) -> None:
    assert read().guess(knowledge.os_catalog).title == "Ubuntu 22.04"
