from __future__ import annotations

import gettext
from typing import Any

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import image
from wizard.aws.account import Account
from wizard.aws.published_image import ask_published
from wizard.model.account.problem import Unanswered
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.recommendation import ImageProfile
from wizard.model.systems.published_image import PublishedImage

REGION = "eu-west-1"
NOBLE = "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-"


def wanted(knowledge: Knowledge, family: str, version: str) -> PublishedImage:
    kind = ImageProfile(
        VirtualizationType.HVM, Architecture.X86_64, BootMode.UEFI_PREFERRED, True, RootDeviceType.EBS
    )
    found = knowledge.publishers.newest(OperatingSystem(family, version), kind, REGION)
    assert found
    return found


def named(number: int, name: str, day: str) -> dict[str, Any]:
    return image(number, Name=name, CreationDate=f"{day}T00:00:00.000Z")


IMAGES = [
    named(1, f"{NOBLE}20260801", "2026-08-01"),
    named(2, f"{NOBLE}20260923", "2026-09-23"),
    named(
        3, "ubuntu-pro-server/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-pro-server-20260930", "2026-09-30"
    ),
]


@pytest.fixture
def ubuntu(knowledge: Knowledge) -> PublishedImage:
    return wanted(knowledge, "ubuntu", "24.04")


def ask(account: Account, image: PublishedImage) -> str:
    return str(ask_published(account, REGION, image)["ImageId"])


def test_the_parameter_leads_to_the_image(aws: Endpoint, account: Account, ubuntu: PublishedImage) -> None:
    parameter = {"Name": ubuntu.ssm_parameter, "Value": IMAGES[0]["ImageId"]}
    aws.regions = {REGION: {"Images": IMAGES, "Parameters": [parameter]}}
    assert ask(account, ubuntu) == IMAGES[0]["ImageId"]
    assert aws.asked() == {"ssm:GetParameters", "ec2:DescribeImages"}


def test_a_region_without_the_parameter_is_searched_by_name(
    aws: Endpoint, account: Account, ubuntu: PublishedImage
) -> None:
    aws.regions = {REGION: {"Images": IMAGES}}
    assert ask(account, ubuntu) == IMAGES[1]["ImageId"]
    search = aws.calls[-1].parameters
    assert search["Owner.1"] == "099720109477"
    assert search["IncludeDeprecated"] == "true"


def test_a_parameter_that_leads_nowhere(aws: Endpoint, account: Account, ubuntu: PublishedImage) -> None:
    parameter = {"Name": ubuntu.ssm_parameter, "Value": "ami-00000000000000999"}
    aws.regions = {REGION: {"Images": IMAGES, "Parameters": [parameter]}}
    assert ask(account, ubuntu) == IMAGES[1]["ImageId"]


def test_a_parameter_whose_image_is_gone(aws: Endpoint, account: Account, ubuntu: PublishedImage) -> None:
    parameter = {"Name": ubuntu.ssm_parameter, "Value": IMAGES[0]["ImageId"]}
    aws.regions = {REGION: {"Images": IMAGES, "Parameters": [parameter]}}
    aws.faults = [refuse("InvalidAMIID.NotFound", "The image id does not exist", last=1)]
    assert ask(account, ubuntu) == IMAGES[1]["ImageId"]


def test_without_the_right_to_read_parameters_the_name_finds_it(
    aws: Endpoint, account: Account, ubuntu: PublishedImage
) -> None:
    aws.regions = {REGION: {"Images": IMAGES}}
    aws.faults = [refuse("AccessDeniedException", "not authorized", action="GetParameters")]
    assert ask(account, ubuntu) == IMAGES[1]["ImageId"]


def test_a_login_that_fails_is_not_asked_twice(
    aws: Endpoint, account: Account, ubuntu: PublishedImage
) -> None:
    aws.faults = [refuse("ExpiredTokenException", "The security token expired", action="GetParameters")]
    with pytest.raises(Unanswered) as unanswered:
        ask(account, ubuntu)
    assert unanswered.value.problem.kind.of_login
    assert aws.asked() == {"ssm:GetParameters"}


def test_red_hat_s_newest_is_the_newest_by_date(
    aws: Endpoint, account: Account, knowledge: Knowledge
) -> None:
    aws.regions = {
        REGION: {
            "Images": [
                named(1, "RHEL-7.9_HVM-20240930-x86_64-0-Hourly2-GP3", "2024-09-30"),
                named(2, "RHEL-7.9_HVM_GA-20200917-x86_64-0-Hourly2-GP2", "2020-09-17"),
            ]
        }
    }
    found = ask_published(account, REGION, wanted(knowledge, "rhel", "7"))
    assert str(found["Name"]).startswith("RHEL-7.9_HVM-2024")
    assert aws.asked() == {"ec2:DescribeImages"}


def test_no_such_image(aws: Endpoint, account: Account, ubuntu: PublishedImage) -> None:
    aws.regions = {REGION: {"Images": IMAGES[2:]}}
    with pytest.raises(Unanswered) as unanswered:
        ask(account, ubuntu)
    assert "no image of this name and publisher in eu-west-1" in unanswered.value.problem.message.render(
        gettext.NullTranslations()
    )


def test_a_refused_search_is_a_problem(aws: Endpoint, account: Account, ubuntu: PublishedImage) -> None:
    aws.faults = [refuse("UnauthorizedOperation", "You are not authorized")]
    with pytest.raises(Unanswered) as unanswered:
        ask(account, ubuntu)
    assert "ec2:DescribeImages" in unanswered.value.problem.message.render(gettext.NullTranslations())
