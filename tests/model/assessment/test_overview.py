from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from tests.aws.records import image as record
from wizard.model.account.usage import Use, User
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.next_step import next_step
from wizard.model.assessment.overview import Group, Overview, Tally
from wizard.model.images.image_row import RowReader
from wizard.model.knowledge import Knowledge

TODAY = datetime.date(2026, 11, 23)
HVM_32_BIT: dict[str, Any] = {"Architecture": "i386"}
PV: dict[str, Any] = {"VirtualizationType": "paravirtual", "EnaSupport": None}
Make = Callable[..., JudgedImage]


@pytest.fixture
def make(knowledge: Knowledge) -> Make:
    assessor, reader = ImageAssessor(knowledge, TODAY), RowReader()

    def make(number: int, **fields: Any) -> JudgedImage:
        given = {"BootMode": "uefi-preferred", "Name": "al2023-ami-2023-web", **fields}
        row = reader.read(record(number, **given), "dev", "eu-west-1", "")
        return JudgedImage(row, assessor.judge(row), knowledge.os_catalog)

    return make


def use(image: JudgedImage, *users: tuple[User, str]) -> JudgedImage:
    image.uses = tuple(Use(image.row.image_id, user, "eu-west-1", id) for user, id in users)
    return image


def test_each_image_is_in_the_groups_that_hold_it_back_or_is_fine(make: Make) -> None:
    images = {
        (Group.FINE,): make(1),
        (Group.NOT_TO_NITRO, Group.STUCK_ON_PV): make(2, **PV),
        (Group.NOT_TO_NITRO, Group.NO_ENA): make(3, EnaSupport=None),
        (Group.BIOS_ONLY,): make(4, BootMode=None),
        (Group.UNUSABLE,): make(5, State="failed"),
        # To the day: what is deprecated from tomorrow on is fine today.
        (Group.DEPRECATED,): make(6, DeprecationTime="2026-11-23T00:00:00.000Z"),
    }
    overview = Overview(list(images.values()))
    assert {overview.groups(image): image for image in images.values()} == images
    assert overview.groups(make(7, DeprecationTime="2026-11-24T00:00:00.000Z")) == (Group.FINE,)
    for group in Group:
        inside = [image for groups, image in images.items() if group in groups]
        assert overview.within(group, images.values()) == inside
        assert overview.tally(group).images == len(inside)


def test_of_what_too_little_is_known_nothing_is_said_and_it_is_not_fine(knowledge: Knowledge) -> None:
    row = RowReader().read({"ImageId": "ami-1", "State": "available"}, "dev", "eu-west-1", "", frozenset())
    image = JudgedImage(row, ImageAssessor(knowledge, TODAY).judge(row), knowledge.os_catalog)
    assert Overview([image]).groups(image) == (Group.UNKNOWN,)
    step = next_step(image)
    assert step is not None
    assert step.template == "see its verdict"


def test_what_uses_the_images_of_a_group_is_counted_once(make: Make) -> None:
    one, other, third = make(1, **PV), make(2, **PV), make(3)
    use(one, (User.INSTANCE, "i-1"), (User.LAUNCH_TEMPLATE, "lt-1"), (User.AUTO_SCALING_GROUP, "web"))
    use(other, (User.INSTANCE, "i-2"), (User.LAUNCH_TEMPLATE, "lt-1"), (User.REFERENCE, "arn:x"))
    overview = Overview([one, other, third])
    assert overview.tally(Group.STUCK_ON_PV) == Tally(2, 2, 2, 1, 1, 1)
    assert overview.tally(Group.STUCK_ON_PV).uses == 5
    assert overview.tally(Group.FINE) == Tally(1)


def test_the_gravest_come_first_and_of_these_what_is_most_used(make: Make) -> None:
    fine, doubt = use(make(1), *((User.INSTANCE, f"i-{n}") for n in range(9))), make(6, Name="x")
    bios, idle = make(2, BootMode=None), make(3, **PV)
    little = use(make(4, **PV), (User.INSTANCE, "i-a"))
    much = use(make(5, EnaSupport=None), (User.INSTANCE, "i-b"), (User.INSTANCE, "i-c"))
    assert Overview([fine, doubt, bios, idle, little, much]).ordered == [
        much,
        little,
        idle,
        bios,
        doubt,
        fine,
    ]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, None),
        (PV, "rebuild as HVM"),
        (PV | {"Architecture": "i386"}, "build anew for x86_64, as HVM"),
        ({"EnaSupport": None}, "add the ENA and NVMe drivers"),
        ({"EnaSupport": None, "Platform": "windows"}, "upgrade Windows and its AWS drivers"),
        ({"BootMode": None}, "try UEFI, then register it so"),
        ({"State": "pending"}, "wait until it is available"),
        ({"State": "disabled"}, "enable it, or take another AMI"),
        ({"State": "failed"}, "create it again"),
        ({"DeprecationTime": "2020-01-01T00:00:00.000Z"}, "take a newer AMI"),
        ({"DeprecationTime": "2020-01-01T00:00:00.000Z", **PV}, "rebuild as HVM"),
        ({"ImageType": "kernel"}, "see its verdict"),
        ({"RootDeviceType": "instance-store"}, "rebuild with an EBS root"),
        (HVM_32_BIT, "build anew for x86_64, as HVM"),
        ({"InstanceTypeSpecification": {"SupportedInstanceTypes": ["t2.micro"]}}, "see its verdict"),
    ],
)
def test_the_first_thing_to_do(make: Make, fields: dict[str, Any], says: str | None) -> None:
    step = next_step(make(1, **fields))
    assert (step.template if step else None) == says
