from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl

from wizard.gui.images.details_tabs import console_address
from wizard.model.images.image_row import ImageRow, RowReader


def row(region: str, image_id: str = "ami-0123456789abcdef0") -> ImageRow:
    return RowReader().read({"ImageId": image_id, "Name": "x"}, "dev", region, "")


@pytest.mark.parametrize(
    ("region", "host"),
    [
        ("eu-west-1", "console.aws.amazon.com"),
        ("us-gov-west-1", "console.amazonaws-us-gov.com"),
        ("cn-north-1", "console.amazonaws.cn"),
    ],
)
def test_each_partition_has_its_console(region: str, host: str) -> None:
    address = console_address(row(region))
    assert address is not None
    assert QUrl(address).host() == host
    assert address.endswith(f"/ec2/home?region={region}#ImageDetails:imageId=ami-0123456789abcdef0")


@pytest.mark.parametrize(
    ("region", "image_id"),
    [
        ("", "ami-0123456789abcdef0"),
        ("eu-west-1@evil.example", "ami-0123456789abcdef0"),
        ("eu-west-1", "ami-0123456789abcdef0&x=1"),
        ("eu-west-1", ""),
        ("eu-west-1\n", "ami-01234567"),
        ("eu-west-\u0661", "ami-01234567"),
    ],
)
def test_what_is_not_of_the_form_of_aws_is_never_part_of_an_address(region: str, image_id: str) -> None:
    assert console_address(row(region, image_id)) is None
