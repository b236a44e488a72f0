from __future__ import annotations

from typing import Any

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.told import told
from wizard.aws.account import Account
from wizard.aws.catalog_refresh import Event, ask_catalog
from wizard.aws.operations import ALLOWED, Part, policy
from wizard.aws.regions import home_region
from wizard.model.account.listing_events import Answered, Trouble


def offer(*names: str) -> dict[str, Any]:
    return {
        "InstanceTypeOfferings": [{"InstanceType": name} for name in names],
        "InstanceTypes": [{"InstanceType": name} for name in names],
    }


def test_each_type_is_described_once(aws: Endpoint, account: Account) -> None:
    aws.regions = {
        "eu-west-1": offer(*(f"a1.{n}" for n in range(250))),
        "eu-west-2": offer("a1.1", "b1.1"),
    }
    events: list[Event] = []
    answers = ask_catalog(account, None, events.append)
    assert {(e.region, e.count) for e in events if isinstance(e, Answered)} == {
        ("eu-west-1", 250),
        ("eu-west-2", 2),
    }
    assert answers.offerings["eu-west-2"] == {"a1.1", "b1.1"}
    assert len(answers.types) == 251
    asked = [call for call in aws.calls if call.action == "DescribeInstanceTypes"]
    assert sum(key.startswith("InstanceType.") for call in asked for key in call.parameters) == 251


def test_a_type_is_described_at_home_where_it_is_offered_there(aws: Endpoint, account: Account) -> None:
    home = home_region(account)
    aws.regions = {"ap-south-1": offer("a1.1"), home: offer("a1.1"), "us-west-2": offer("a1.1", "b1.1")}
    told(ask_catalog, account, None)
    asked = [call for call in aws.calls if call.action == "DescribeInstanceTypes"]
    assert sorted(call.region for call in asked) == sorted([home, "us-west-2"])


def test_the_calls_are_the_list_and_the_policy(aws: Endpoint, account: Account) -> None:
    aws.regions = {"eu-west-1": offer("a1.1")}
    told(ask_catalog, account, None)
    assert aws.asked() == {operation.right for operation in ALLOWED[Part.CATALOG]}
    assert aws.asked() == set(policy(Part.CATALOG)["Statement"][0]["Action"])


def test_a_region_whose_types_are_not_described_counts_as_not_answered(
    aws: Endpoint, account: Account
) -> None:
    aws.regions = {"eu-west-1": offer("a1.1"), "eu-west-2": offer("b1.1")}
    aws.faults = [
        refuse("UnauthorizedOperation", "no", status=403, action="DescribeInstanceTypes", region="eu-west-2")
    ]
    events: list[Event] = []
    answers = ask_catalog(account, None, events.append)
    assert [event.region for event in events if isinstance(event, Trouble)] == ["eu-west-2"]
    assert set(answers.offerings) == {"eu-west-1"}
