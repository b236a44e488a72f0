from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import EVERYTHING, image, images
from tests.aws.told import listed
from wizard.aws import account as account_module
from wizard.aws.account import Account
from wizard.model.account.listing_events import Answered, Event, Regions, Rows, Started, Trouble
from wizard.model.account.problem import Kind
from wizard.model.images.describe_images import image_from
from wizard.model.message import ENGLISH

# Before the other tests make it fewer.
ATTEMPTS = account_module._RETRIES["total_max_attempts"]


def ask(
    *accounts: Account, regions: list[str] | None = None, owners: tuple[str, ...] = ("self",)
) -> list[Event]:
    return listed(*accounts, regions=regions, owners=owners)


def ids(events: list[Event]) -> list[str]:
    return [found.image_id for event in events if isinstance(event, Rows) for found in event.images]


def test_all_enabled_regions_are_asked_and_every_image_comes(aws: Endpoint, account: Account) -> None:
    aws.regions = {f"eu-test-{n}": {"Images": images(n)} for n in range(1, 12)}
    events = ask(account)
    assert len(ids(events)) == sum(range(1, 12))
    assert Counter(type(event) for event in events) == {Regions: 1, Started: 11, Rows: 11, Answered: 11}
    assert {(e.region, e.count) for e in events if isinstance(e, Answered)} == {
        (f"eu-test-{n}", n) for n in range(1, 12)
    }


def test_a_busy_aws_is_asked_three_times_more(
    aws: Endpoint, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(account_module._RETRIES, "total_max_attempts", ATTEMPTS)
    aws.regions = {"eu-west-1": {"Images": images(3)}}
    aws.faults.append(refuse("RequestLimitExceeded", status=503, last=3))
    events = ask(account)
    assert len(ids(events)) == 3
    assert not [event for event in events if isinstance(event, Trouble)]


@pytest.mark.parametrize(("regions", "kind"), [(["eu-west-1"], Kind.LOGIN), (None, Kind.REGION)])
def test_keys_that_one_region_does_not_know_are_wrong_unless_another_answer_proved_them(
    aws: Endpoint, account: Account, regions: list[str] | None, kind: Kind
) -> None:
    aws.regions = {"eu-west-1": {"Images": images(1)}}
    aws.faults.append(refuse("AuthFailure", status=401))
    troubles = [event for event in ask(account, regions=regions) if isinstance(event, Trouble)]
    assert [trouble.problem.kind for trouble in troubles] == [kind]


def test_the_owner_is_always_named_and_nothing_of_ones_own_is_left_out(
    aws: Endpoint, account: Account
) -> None:
    aws.regions = {"eu-west-1": {}}
    ask(account)
    (call,) = [call for call in aws.calls if call.action == "DescribeImages"]
    assert call.parameters["Owner.1"] == "self"
    assert call.parameters["IncludeDeprecated"] == call.parameters["IncludeDisabled"] == "true"
    assert "ami-wizard/" in call.user_agent


def test_without_an_owner_nothing_is_asked(aws: Endpoint, account: Account) -> None:
    with pytest.raises(ValueError, match="owners"):
        ask(account, owners=())
    assert aws.calls == []


def test_every_field_comes_through_the_protocol(aws: Endpoint, account: Account) -> None:
    aws.regions = {"eu-west-1": {"Images": [EVERYTHING]}}
    (rows,) = [event for event in ask(account) if isinstance(event, Rows)]
    assert rows.images[0].record == EVERYTHING
    assert rows.images[0].image == image_from(EVERYTHING, "")


def test_all_pages_come(aws: Endpoint, account: Account) -> None:
    aws.regions = {"eu-west-1": {"Images": images(1050)}}
    events = ask(account, regions=["eu-west-1"])
    assert len(set(ids(events))) == 1050
    assert sum(isinstance(event, Rows) for event in events) > 1


def test_the_profiles_own_region_comes_first(aws: Endpoint, account: Account, home: Path) -> None:
    (home / ".aws" / "config").write_text("[default]\nregion = eu-test-7\n")
    from wizard.aws.profiles import read_profiles

    profile = read_profiles().get("default")
    assert profile is not None
    aws.regions = {f"eu-test-{n}": {} for n in range(1, 9)}
    events = ask(Account(profile))
    assert isinstance(events[0], Regions)
    assert events[0].regions[0] == "eu-test-7"
    assert aws.calls[0].region == "eu-test-7"


def test_one_regions_trouble_hides_nothing(aws: Endpoint, account: Account) -> None:
    aws.regions = {region: {"Images": images(3)} for region in ("eu-west-1", "eu-west-2", "eu-west-3")}
    aws.faults = [
        refuse(
            "UnauthorizedOperation", "You are not authorized to perform this operation.", region="eu-west-2"
        )
    ]
    events = ask(account)
    assert len(ids(events)) == 6
    (trouble,) = [event for event in events if isinstance(event, Trouble)]
    assert (trouble.region, trouble.problem.kind) == ("eu-west-2", Kind.RIGHTS)


def test_one_image_that_cannot_be_read_hides_nothing(aws: Endpoint, account: Account) -> None:
    aws.regions = {"eu-west-1": {"Images": [image(1), image(2, Architecture="sparc"), image(3)]}}
    (rows,) = [event for event in ask(account) if isinstance(event, Rows)]
    assert len(rows.images) == 2
    (problem,) = (message.render(ENGLISH) for message in rows.unread)
    assert "Architecture" in problem
    assert f"ami-{2:017x}" in problem


def test_a_login_that_ends_between_pages_keeps_what_came_and_is_asked_again(
    aws: Endpoint, account: Account
) -> None:
    aws.regions = {"eu-west-1": {"Images": images(450)}, "eu-west-2": {"Images": images(5)}}
    aws.faults = [
        refuse(
            "ExpiredToken",
            "The security token included in the request is expired",
            region="eu-west-1",
            first=2,
        )
    ]
    events = ask(account)
    first = ids(events)
    assert len(first) >= 200
    (trouble,) = [event for event in events if isinstance(event, Trouble) and event.region == "eu-west-1"]
    assert trouble.problem.kind is Kind.LOGIN
    aws.faults = []
    again = ask(account, regions=["eu-west-1"])
    assert len(ids(again)) == 450


def test_a_profile_without_login_is_told_once_for_each_region_and_not_asked_on(
    aws: Endpoint, account: Account
) -> None:
    aws.regions = {f"eu-test-{n}": {} for n in range(30)}
    aws.faults = [refuse("ExpiredToken", "expired")]
    events = ask(account)
    assert {e.region for e in events if isinstance(e, Trouble)} == set(aws.regions)
    assert sum(call.action == "DescribeImages" for call in aws.calls) < 30
