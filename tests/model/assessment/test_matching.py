from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import pytest

from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.judged_image import JudgedImage, judge_rows
from wizard.model.assessment.matching import matching
from wizard.model.ec2.instance_type import VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import replace
from wizard.model.images.image_row import RowReader
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs

HVM: dict[str, Any] = {
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "EnaSupport": True,
    "BootMode": "uefi-preferred",
    "RootDeviceType": "ebs",
}
RECORDS = (
    {**HVM, "Name": "ubuntu-jammy-22.04"},
    {**HVM, "Name": "debian-12-amd64"},
    {**HVM, "Name": "web"},
    {**HVM, "Name": "ubuntu-arm-22.04", "Architecture": "arm64"},
    {**HVM, "Name": "ubuntu-trusty-14.04-pv", "VirtualizationType": "paravirtual", "EnaSupport": None},
    {**HVM, "Name": "ubuntu-noble-24.04-off", "State": "disabled"},
)


@pytest.fixture(scope="module")
def images(knowledge: Knowledge) -> list[JudgedImage]:
    reader = RowReader()
    rows = [
        reader.read({"ImageId": f"ami-{place}", **record}, "me", "us-east-1", "x")
        for place, record in enumerate(RECORDS)
    ]
    return judge_rows(rows, ImageAssessor(knowledge, datetime.date(2026, 11, 23)), knowledge.os_catalog)


def fitting(knowledge: Knowledge, images: Sequence[JudgedImage], needs: Needs) -> list[str]:
    found = matching(images, advise(knowledge, needs), knowledge.catalog)
    return [image.row.name for image in found]


def test_an_image_fits_if_it_starts_on_one_of_the_recommended_types(
    knowledge: Knowledge, images: list[JudgedImage]
) -> None:
    assert fitting(knowledge, images, Needs(families=("m7i",))) == [
        "ubuntu-jammy-22.04",
        "debian-12-amd64",
        "web",
    ]
    assert fitting(knowledge, images, Needs(families=("m7g",))) == ["ubuntu-arm-22.04"]


def test_an_image_that_starts_on_neighbours_only_does_not_fit(
    knowledge: Knowledge, images: list[JudgedImage]
) -> None:
    """T1 takes PV images, and no type beside it in the catalogue does."""
    needs = Needs(types=("t1.micro",), virtualization_type=VirtualizationType.PARAVIRTUAL)
    assert fitting(knowledge, images, needs) == ["ubuntu-trusty-14.04-pv"]
    assert fitting(knowledge, images, replace(needs, types=("t2.2xlarge",))) == []


def test_a_guess_of_another_system_leaves_an_image_out_and_no_guess_does_not(
    knowledge: Knowledge, images: list[JudgedImage]
) -> None:
    needs = Needs(os=OperatingSystem(family="ubuntu"), families=("m7i",))
    assert fitting(knowledge, images, needs) == ["ubuntu-jammy-22.04", "web"]


def test_a_guess_of_another_version_leaves_an_image_out(
    knowledge: Knowledge, images: list[JudgedImage]
) -> None:
    needs = Needs(os=knowledge.os_catalog.find("ubuntu", "24.04"), families=("m7i",))
    assert fitting(knowledge, images, needs) == ["web"]


def test_without_any_type_left_no_image_fits(knowledge: Knowledge, images: list[JudgedImage]) -> None:
    needs = Needs(os=knowledge.os_catalog.find("windows"), families=("m7g",))
    assert advise(knowledge, needs).decision is None
    assert fitting(knowledge, images, needs) == []
    assert fitting(knowledge, [], Needs()) == []
