from __future__ import annotations

from typing import Any

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import image
from tests.aws.told import told
from wizard.aws.account import Account
from wizard.aws.machines import ask_machines
from wizard.aws.operations import ALLOWED, Part, policy
from wizard.model.account.listing_events import Answered, Regions, Started, Trouble
from wizard.model.account.machine import Machine, MachineEvent, MachineKind, Machines
from wizard.model.account.problem import Kind

REGION = "eu-west-1"
WEB, GONE = image(1)["ImageId"], image(99)["ImageId"]


def instance(id: str, image_id: str, state: str = "running", **fields: Any) -> dict[str, Any]:
    return {
        "InstanceId": id,
        "ImageId": image_id,
        "InstanceType": "m4.large",
        "State": {"Name": state},
        "Architecture": "x86_64",
        "VirtualizationType": "hvm",
        "EnaSupport": False,
        "PlatformDetails": "Linux/UNIX",
        **fields,
    }


def version(id: str, number: int, data: dict[str, str], default: bool = False) -> dict[str, Any]:
    return {
        "LaunchTemplateId": id,
        "LaunchTemplateName": f"{id}-name",
        "VersionNumber": number,
        "DefaultVersion": default,
        "LaunchTemplateData": data,
    }


@pytest.fixture
def busy(aws: Endpoint) -> Endpoint:
    tags = [{"Key": "team", "Value": "x"}, {"Key": "Name", "Value": "web"}]
    aws.regions[REGION] = {
        "Images": [image(1), image(2, PlatformDetails="Windows"), image(3)],
        "Reservations": [
            {"Instances": [instance("i-1", WEB, Tags=tags), instance("i-2", GONE, "stopped")]},
            {"Instances": [instance("i-3", WEB, "terminated")]},
        ],
        "LaunchTemplateVersions": [
            version("lt-1", 1, {"ImageId": image(2)["ImageId"], "InstanceType": "t3.small"}, default=True),
            version("lt-1", 2, {"ImageId": WEB}),
            version("lt-1", 3, {"ImageId": "resolve:ssm:/image", "InstanceType": "t3.nano"}),
            version("lt-2", 7, {}, default=True),
        ],
    }
    aws.regions["eu-west-2"] = {}
    return aws


def found(events: list[MachineEvent]) -> dict[tuple[str, str], Machine]:
    return {
        (machine.id, machine.detail): machine
        for event in events
        if isinstance(event, Machines)
        for machine in event.machines
    }


def test_instances_and_the_versions_that_count_of_each_template(busy: Endpoint, account: Account) -> None:
    events = told(ask_machines, account, None)
    machines = found(events)
    assert set(machines) == {
        ("i-1", "running"), ("i-2", "stopped"), ("lt-1", "1"), ("lt-1", "3"), ("lt-2", "7"),
    }  # fmt: skip
    web = machines["i-1", "running"]
    assert (web.kind, web.name, web.instance_type, web.image_id, web.platform, web.region) == (
        MachineKind.INSTANCE,
        "web",
        "m4.large",
        WEB,
        "Linux/UNIX",
        REGION,
    )
    template = machines["lt-1", "1"]
    assert (template.kind, template.name, template.instance_type) == (
        MachineKind.LAUNCH_TEMPLATE,
        "lt-1-name",
        "t3.small",
    )
    # A template says nothing of a platform; its image does.
    assert template.platform == "Windows"
    assert machines["lt-1", "3"].image_id == "resolve:ssm:/image"
    assert (machines["lt-2", "7"].instance_type, machines["lt-2", "7"].image_id) == ("", "")
    assert {(e.region, e.count) for e in events if isinstance(e, Answered)} == {(REGION, 5), ("eu-west-2", 0)}
    assert sum(isinstance(event, Started) for event in events) == 2


def test_the_image_comes_with_it_unless_it_is_gone(busy: Endpoint, account: Account) -> None:
    machines = found(told(ask_machines, account, [REGION]))
    assert machines["i-1", "running"].record == image(1)
    gone = machines["i-2", "stopped"]
    assert gone.record is None
    assert gone.facts["EnaSupport"] is False
    assert gone.facts["VirtualizationType"] == "hvm"
    assert "State" not in gone.facts
    asked = [call.parameters for call in busy.calls if call.action == "DescribeImages"]
    # Each image once, with those that EC2 hides, and by a filter, which passes over one that is gone.
    ids = [value for call in asked for key, value in call.items() if key.startswith("Filter.1.Value")]
    assert sorted(ids) == sorted({WEB, GONE, image(2)["ImageId"]})
    assert all(call["IncludeDeprecated"] == call["IncludeDisabled"] == "true" for call in asked)


def test_many_come_page_by_page(aws: Endpoint, account: Account) -> None:
    aws.regions[REGION] = {
        "Reservations": [{"Instances": [instance(f"i-{n}", f"ami-{n:017x}")]} for n in range(1203)]
    }
    events = told(ask_machines, account, [REGION])
    assert len(found(events)) == 1203
    assert sum(call.action == "DescribeInstances" for call in aws.calls) == 2


def test_the_calls_are_the_list_and_the_policy(busy: Endpoint, account: Account) -> None:
    told(ask_machines, account, None)
    assert busy.asked() == {operation.right for operation in ALLOWED[Part.MACHINES]}
    assert busy.asked() == set(policy(Part.MACHINES)["Statement"][0]["Action"])


def test_what_came_before_a_trouble_stays(busy: Endpoint, account: Account) -> None:
    busy.faults = [refuse("UnauthorizedOperation", "no", status=403, action="DescribeLaunchTemplateVersions")]
    events = told(ask_machines, account, [REGION])
    assert set(found(events)) == {("i-1", "running"), ("i-2", "stopped")}
    (trouble,) = [event for event in events if isinstance(event, Trouble)]
    assert trouble.problem.kind is Kind.RIGHTS
    assert not any(isinstance(event, Answered) for event in events)


def test_without_a_login_no_region_is_asked(busy: Endpoint, account: Account) -> None:
    busy.faults = [refuse("ExpiredToken", "gone", action="DescribeRegions")]
    (trouble,) = told(ask_machines, account, None)
    assert isinstance(trouble, Trouble)
    assert (trouble.region, trouble.problem.kind) == ("", Kind.LOGIN)
    assert not any(isinstance(event, Regions) for event in [trouble])
