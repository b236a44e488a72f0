from __future__ import annotations

import json
from typing import Any

import pytest

from tests.formats.shapes import WHOLE, renamed, shapes, snake, steampipe, terraform
from wizard.formats.image_text import ImageRecord, ImageText
from wizard.model.ec2.image import Image
from wizard.model.images.describe_images import ImageError, image_from
from wizard.model.images.image_row import RowReader
from wizard.model.message import ENGLISH

LINUX = {key: value for key, value in WHOLE.items() if key not in ("Platform", "SriovNetSupport", "BootMode")}
LINUX |= {"ImageId": "ami-0fedcba9876543210", "EnaSupport": False, "PlatformDetails": "Linux/UNIX"}
EACH = [
    pytest.param(record, text, region, id=f"{record['PlatformDetails']}, {name}, {number}")
    for record in (WHOLE, LINUX)
    for number, (name, text, region) in enumerate(shapes(record))
]


def records(text: str) -> list[ImageRecord]:
    return list(ImageText(text, "f").records())


def image(record: ImageRecord) -> Image:
    return image_from(record.fields, record.where, record.silent)


@pytest.mark.parametrize(("record", "text", "region"), EACH)
def test_every_shape_has_the_same_facts(record: dict[str, Any], text: str, region: str) -> None:
    (found,) = records(text)
    assert found.region == region
    assert image(found) == image_from(record, "f")


def test_there_are_enough_shapes() -> None:
    assert len(EACH) >= 100


@pytest.mark.parametrize("record", [WHOLE, LINUX])
def test_two_of_a_kind_are_two(record: dict[str, Any]) -> None:
    other = record | {"ImageId": "ami-00000000000000001"}
    one, two = json.dumps({"Images": [record]}, indent=1), json.dumps({"Images": [other]}, indent=1)
    for text in (
        one + two,
        f"{one}\n{two}\n",
        f"[{one}, {two}]",
        f"{json.dumps(record)}\n{json.dumps(other)}\n",
        f"$ aws x\n{one}\n$ aws x\n{two}\n$",
        json.dumps({"eu-west-1": {"Images": [record]}, "eu-west-2": {"Images": [other]}}),
    ):
        assert [each.fields["ImageId"] for each in records(text)] == [record["ImageId"], other["ImageId"]]


def test_a_page_says_that_it_is_one() -> None:
    for value in ({"Images": [WHOLE], "NextToken": "x"}, [{"Images": [WHOLE], "NextToken": "x"}]):
        text = ImageText(json.dumps(value), "f")
        assert len(list(text.records())) == 1
        assert text.page
    text = ImageText(json.dumps({"Images": [WHOLE]}), "f")
    assert list(text.records())
    assert not text.page


FRAGMENTS: list[Any] = [
    [{"ImageId": "ami-1", "Name": "web", "Architecture": "x86_64", "VirtualizationType": "hvm"}],
    [{"imageId": "ami-1", "virtualizationType": "hvm"}],
    [{"ami_id": "ami-1", "virtualization_type": "hvm", "state": "available", "sriov": "simple"}],
    [{"ID": "ami-01234567", "Arch": "arm64"}],
    {"ImageId": "ami-1", "Architecture": "x86_64"},
    [{"ImageId": "ami-1", "Architecture": "x86_64", "VirtualizationType": "hvm", "RootDeviceType": "ebs"}],
]


@pytest.mark.parametrize("value", FRAGMENTS)
def test_a_fragment_leaves_open_what_it_does_not_say(value: Any) -> None:
    (found,) = records(json.dumps(value))
    read = image(found)
    assert (read.ena_support, read.boot_mode, read.tpm_support) == (None, None, None)


def test_a_table_says_no_only_in_the_columns_that_it_has() -> None:
    row = steampipe(LINUX)
    (found,) = records(json.dumps([row | {"ena_support": None}]))
    assert image(found).ena_support is False
    without = {k: v for k, v in row.items() if k != "ena_support"}
    # A row that somebody copied out by itself is still one of a table.
    for text in (json.dumps([without]), json.dumps(without)):
        (found,) = records(text)
        assert image(found).ena_support is None
    # A provider of old knew no ena_support.
    old = {k: v for k, v in terraform(LINUX).items() if k not in ("ena_support", "boot_mode")}
    (found,) = records(json.dumps({"resources": [{"instances": [{"attributes": old}]}]}))
    read = image(found)
    assert (read.ena_support, read.boot_mode, read.tpm_support) == (None, None, False)


NO_IMAGES: list[Any] = [
    [{}],
    [{"a": 1}],
    {"Images": [{}]},
    {"Images": [{"Name": "x"}]},
    {"Images": 3},
    {"Images": [3]},
    {},
    3,
    [3],
    {"Name": "x"},
    {"ImageId": "ami-0123456789abcdef0"},
    {"ImageId": "ami-0123456789abcdef0", "State": "available"},
    [{"ID": "ami-0123456789abcdef0", "Name": "web", "Public": False}],
    [{"name": "debian-12", "architecture": "X86_64"}],
    {"ImageId": "ami-0123456789abcdef0", "LaunchPermissions": []},
    {"ImageId": "ami-0123456789abcdef0", "InstanceType": "m5.large", "Architecture": "x86_64"},
]


@pytest.mark.parametrize("value", NO_IMAGES)
def test_what_is_no_image_is_never_one(value: Any) -> None:
    with pytest.raises(ImageError) as caught:
        records(json.dumps(value))
    said = str(caught.value)
    assert said.startswith("f: ")
    assert "aws ec2 describe-images" in said
    assert "\n" not in said
    if "ami-0123456789abcdef0" in json.dumps(value):
        assert "--image-ids ami-0123456789abcdef0" in said


@pytest.mark.parametrize("odd", [{}, {"a": 1}, 3, None, {"Name": "x"}, {"ImageId": "ami-1"}])
def test_a_member_that_is_none_costs_itself_only(odd: Any) -> None:
    for value in ([WHOLE, odd, LINUX], {"Images": [WHOLE, odd, LINUX]}):
        text = ImageText(json.dumps(value), "f")
        found = [record.fields["ImageId"] for record in text.records()]
        assert found == [WHOLE["ImageId"], LINUX["ImageId"]]
        assert ["[1]" in each.render(ENGLISH) for each in text.odd] == [True]


def test_an_empty_reply_is_an_account_without_images() -> None:
    assert records("[]\n[]\n") == []
    assert (
        records('{"Images": []}') == records("[]") == records('{"Images": [], "ResponseMetadata": {}}') == []
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (json.dumps({"Images": [WHOLE, WHOLE]}, indent=1)[:-100], 40),
        ("$ aws x\n" + json.dumps({"Images": [WHOLE]}, indent=1)[:-20], 1),
        (json.dumps(WHOLE) + "\n" + json.dumps(WHOLE)[:-9], 2),
        ('{"Images": [{"ImageId": "ami-1",}]}', 1),
    ],
)
def test_what_broke_off_is_never_taken_for_all(text: str, line: int) -> None:
    with pytest.raises(ImageError, match=r"no valid JSON"):
        records(text)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '{"ImageId": ' + "9" * 5000 + "}"])
def test_what_python_cannot_follow_is_one_line(text: str) -> None:
    with pytest.raises(ImageError, match=r"f: .*(deeply|too long|no valid JSON)"):
        records(text)


def test_an_image_without_a_name_for_itself_is_asked_for() -> None:
    fields = {"Architecture": "x86_64", "VirtualizationType": "hvm", "RootDeviceType": "ebs"}
    (found,) = ImageText(json.dumps(fields), "f", nameless=True).records()
    assert image(found).ena_support is False
    with pytest.raises(ImageError, match="no image"):
        records(json.dumps(fields))


def test_an_unknown_word_is_told_with_the_image() -> None:
    text = ImageText(json.dumps([renamed(WHOLE, snake) | {"architecture": "riscv64"}, WHOLE]), "f")
    assert len(list(text.rows("", RowReader()))) == 1
    (problem,) = text.odd
    assert problem.values["image"] == WHOLE["ImageId"]
    assert "'riscv64'" in str(problem.values["problem"])


def test_depth_and_texts_within_that_are_no_json_are_left_alone() -> None:
    value: Any = [WHOLE]
    for _ in range(40):
        value = {"x": value}
    with pytest.raises(ImageError, match="an image without what decides"):
        records(json.dumps(value))
    assert len(records(json.dumps({"a": '{"broken', "b": "[{", "Images": [WHOLE]}))) == 1


def test_odd_values_of_tables() -> None:
    row = steampipe(LINUX) | {
        "sriov_net_support": True,
        "block_device_mappings": "[{broken",
        "product_codes": "[]",
    }
    (found,) = records(json.dumps([row]))
    with pytest.raises(ImageError, match="BlockDeviceMappings"):
        image(found)
    (found,) = records(json.dumps([row | {"block_device_mappings": ""}]))
    assert image(found).sriov_net_support is True
    assert image(found).marketplace is False


@pytest.mark.parametrize(
    ("said", "gib"),
    [("12", 12), ("many", None), ("", None), ("-3", None), ("9" * 10, None), ("١٢", None)],
)
def test_a_size_in_words_is_a_number_or_not_known(said: str, gib: int | None) -> None:
    volume = {"device_name": "/dev/sda1", "ebs": {"volume_size": said}}
    record = {
        "image_id": "ami-0123456789abcdef0",
        "architecture": "x86_64",
        "block_device_mappings": [volume],
    }
    (found,) = ImageText(json.dumps([record]), "a table").records()
    assert found.fields["BlockDeviceMappings"] == [{"DeviceName": "/dev/sda1", "Ebs": {"VolumeSize": gib}}]
