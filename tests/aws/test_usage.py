from __future__ import annotations

from typing import Any

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.told import told
from wizard.aws.account import Account
from wizard.aws.operations import ALLOWED, Part, policy
from wizard.aws.usage import ask_usage
from wizard.model.account.listing_events import Trouble
from wizard.model.account.problem import Kind
from wizard.model.account.usage import Launched, Looked, UsageEvent, Use, User, Uses

REGION = "eu-west-1"


def version(template: str, number: int, image_id: str | None, default: bool = False) -> dict[str, Any]:
    data = {"ImageId": image_id} if image_id else {}
    return {
        "LaunchTemplateId": template,
        "LaunchTemplateName": f"{template}-name",
        "VersionNumber": number,
        "DefaultVersion": default,
        "LaunchTemplateData": data,
    }


@pytest.fixture
def busy(aws: Endpoint) -> Endpoint:
    aws.regions[REGION] = {
        "Reservations": [
            {
                "Instances": [
                    {"InstanceId": "i-1", "ImageId": "ami-1", "State": {"Name": "running"}, "Tags": [{"Key": "Name", "Value": "web"}]},
                    {"InstanceId": "i-2", "ImageId": "ami-2", "State": {"Name": "stopped"}},
                    {"InstanceId": "i-3", "ImageId": "ami-1", "State": {"Name": "terminated"}},
                    {"InstanceId": "i-4", "ImageId": "ami-9", "State": {"Name": "running"}},
                ]
            }
        ],
        "LaunchTemplates": [
            {"LaunchTemplateId": "lt-1", "LaunchTemplateName": "lt-1-name", "LatestVersionNumber": 3},
            {"LaunchTemplateId": "lt-2", "LaunchTemplateName": "lt-2-name", "LatestVersionNumber": 1},
        ],
        "LaunchTemplateVersions": [
            version("lt-1", 3, "ami-3"),
            version("lt-1", 2, "ami-2"),
            version("lt-1", 1, "ami-1", default=True),
            version("lt-2", 1, "resolve:ssm:/image", default=True),
        ],
        "LaunchConfigurations": [
            {"LaunchConfigurationName": "lc", "ImageId": "ami-4", "InstanceType": "m5.large"}
        ],
        "AutoScalingGroups": [
            {"AutoScalingGroupName": "default", "LaunchTemplate": {"LaunchTemplateId": "lt-1"}},
            {"AutoScalingGroupName": "latest", "LaunchTemplate": {"LaunchTemplateName": "lt-1-name", "Version": "$Latest"}},
            {"AutoScalingGroupName": "old", "LaunchConfigurationName": "lc"},
            {
                "AutoScalingGroupName": "mixed",
                "MixedInstancesPolicy": {
                    "LaunchTemplate": {
                        "LaunchTemplateSpecification": {"LaunchTemplateId": "lt-1", "Version": "1"},
                        "Overrides": [
                            {"LaunchTemplateSpecification": {"LaunchTemplateId": "lt-1", "Version": "2"}},
                            {"InstanceType": "m5.large"},
                        ],
                    }
                },
            },
            {"AutoScalingGroupName": "gone", "LaunchTemplate": {"LaunchTemplateId": "lt-0", "Version": "7"}},
        ],
        "ImageReferences": [
            {"ImageId": "ami-1", "ResourceType": "ssm:Parameter", "Arn": "arn:aws:ssm:eu-west-1:1:parameter/image"}
        ],
    }  # fmt: skip
    return aws


def ask(account: Account, *ids: str) -> list[UsageEvent]:
    return told(ask_usage, [(account, {REGION: ids})])


def uses(events: list[UsageEvent]) -> set[tuple[str, User, str, str]]:
    found: list[Use] = [use for event in events if isinstance(event, Uses) for use in event.uses]
    assert {use.region for use in found} <= {REGION}
    told = [event for event in events if isinstance(event, Uses | Looked)]
    assert {(event.profile, event.region) for event in told} == {("default", REGION)}
    return {(use.image_id, use.user, use.id, use.detail) for use in found}


def test_everything_that_uses_an_image_is_found(busy: Endpoint, account: Account) -> None:
    events = ask(account, "ami-1", "ami-2", "ami-3", "ami-4")
    assert uses(events) == {
        ("ami-1", User.INSTANCE, "i-1", "running"),
        ("ami-2", User.INSTANCE, "i-2", "stopped"),
        ("ami-1", User.LAUNCH_TEMPLATE, "lt-1", "1 (default)"),
        ("ami-2", User.LAUNCH_TEMPLATE, "lt-1", "2"),
        ("ami-3", User.LAUNCH_TEMPLATE, "lt-1", "3 (latest)"),
        ("resolve:ssm:/image", User.LAUNCH_TEMPLATE, "lt-2", "1 (default, latest)"),
        ("ami-4", User.LAUNCH_CONFIGURATION, "lc", ""),
        ("ami-1", User.AUTO_SCALING_GROUP, "default", ""),
        ("ami-3", User.AUTO_SCALING_GROUP, "latest", ""),
        ("ami-4", User.AUTO_SCALING_GROUP, "old", ""),
        ("ami-1", User.AUTO_SCALING_GROUP, "mixed", ""),
        ("ami-2", User.AUTO_SCALING_GROUP, "mixed", ""),
        (
            "ami-1",
            User.REFERENCE,
            "arn:aws:ssm:eu-west-1:1:parameter/image",
            "ssm:Parameter",
        ),
    }
    assert {event.part for event in events if isinstance(event, Looked)} == {
        "instances",
        "templates",
        "references",
    }


def test_only_the_images_asked_for(busy: Endpoint, account: Account) -> None:
    found = uses(ask(account, "ami-4"))
    assert {image_id for image_id, *_ in found} == {"ami-4", "resolve:ssm:/image"}


def test_the_calls_are_the_list_and_the_policy(busy: Endpoint, account: Account) -> None:
    ask(account, "ami-1")
    assert busy.asked() == {operation.right for operation in ALLOWED[Part.USAGE]}
    assert busy.asked() == set(policy(Part.USAGE)["Statement"][0]["Action"])


def test_many_images_are_not_put_into_a_filter(busy: Endpoint, account: Account) -> None:
    ask(account, "ami-1", *(f"ami-x{n}" for n in range(300)))
    (call,) = [call for call in busy.calls if call.action == "DescribeInstances"]
    assert "Filter.1.Name" not in call.parameters
    assert sum(call.action == "DescribeImageReferences" for call in busy.calls) == 31


def test_a_right_that_is_missing_hides_nothing_else(busy: Endpoint, account: Account) -> None:
    busy.faults = [refuse("AccessDenied", "no", status=403, action="DescribeLaunchConfigurations")]
    events = ask(account, "ami-1")
    (trouble,) = [event for event in events if isinstance(event, Trouble)]
    assert trouble.problem.kind is Kind.RIGHTS
    assert "autoscaling:DescribeLaunchConfigurations" in str(trouble.problem.problem.values)
    assert ("ami-1", User.INSTANCE, "i-1", "running") in uses(events)
    assert ("ami-1", User.LAUNCH_TEMPLATE, "lt-1", "1 (default)") in uses(events)


def test_where_references_are_not_offered(busy: Endpoint, account: Account) -> None:
    busy.faults = [refuse("InvalidAction", "unknown", action="DescribeImageReferences")]
    events = ask(account, "ami-1")
    (trouble,) = [event for event in events if isinstance(event, Trouble)]
    assert trouble.problem.kind is Kind.REGION
    assert len(uses(events)) > 3


@pytest.mark.parametrize(
    ("fields", "running", "shared"),
    [
        ({}, True, True),
        ({"State": {"Name": "pending"}}, True, True),
        ({"State": {"Name": "stopped"}}, False, True),
        ({"InstanceLifecycle": "spot"}, True, False),
        ({"InstanceLifecycle": "capacity-block"}, True, False),
        ({"Placement": {"Tenancy": "dedicated"}}, True, False),
        ({"Placement": {"Tenancy": "host"}}, True, False),
        ({"Placement": {"Tenancy": "default"}}, True, True),
    ],
)
def test_an_instance_says_what_it_is_paid_for(
    aws: Endpoint, account: Account, fields: dict[str, Any], running: bool, shared: bool
) -> None:
    instance = {
        "InstanceId": "i-1",
        "ImageId": "ami-1",
        "InstanceType": "m5.large",
        "UsageOperation": "RunInstances:0002",
        "State": {"Name": "running"},
    }
    aws.regions[REGION] = {"Reservations": [{"Instances": [instance | fields]}]}
    events: list[UsageEvent] = told(ask_usage, [(account, {REGION: ["ami-1"]})])
    (use,) = (use for event in events if isinstance(event, Uses) for use in event.uses)
    assert use.launched == Launched("m5.large", "RunInstances:0002", running, shared)


def test_a_page_is_as_long_as_aws_allows_and_no_longer(busy: Endpoint, account: Account) -> None:
    ask(account, *(f"ami-{number}" for number in range(21)))
    pages = {
        call.action: call.parameters.get("MaxResults") or call.parameters.get("MaxRecords")
        for call in busy.calls
    }
    assert {action: size for action, size in pages.items() if size} == {
        "DescribeInstances": "1000",
        "DescribeLaunchTemplates": "200",
        "DescribeLaunchTemplateVersions": "200",
        "DescribeLaunchConfigurations": "100",
        "DescribeAutoScalingGroups": "100",
    }
    asked = [call for call in busy.calls if call.action == "DescribeImageReferences"]
    assert [sum(key.startswith("ImageId") for key in call.parameters) for call in asked] == [10, 10, 1]


@pytest.mark.parametrize(("images", "filtered"), [(200, True), (201, False)])
def test_two_hundred_images_are_filtered_by_aws_and_more_are_not(
    busy: Endpoint, account: Account, images: int, filtered: bool
) -> None:
    ask(account, *(f"ami-{number}" for number in range(images)))
    (call,) = [call for call in busy.calls if call.action == "DescribeInstances"]
    assert any(key.startswith("Filter") for key in call.parameters) is filtered
