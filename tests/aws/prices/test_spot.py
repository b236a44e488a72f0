from __future__ import annotations

from decimal import Decimal
from gettext import NullTranslations

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.prices.price_products import spot_record
from wizard.aws.account import Account
from wizard.aws.spot import SpotAnswered, SpotTrouble, ask_spot
from wizard.model.account.problem import Kind

LINUX, WINDOWS, BYOL = "RunInstances", "RunInstances:0002", "RunInstances:0800"


def ask(account: Account, *operations: str, regions: tuple[str, ...] = ("eu-west-1",)) -> list[object]:
    return list(ask_spot(account, regions, operations or (LINUX,)))


def test_the_lowest_of_the_regions_own_zones_counts_for_what_is_sold(aws: Endpoint, account: Account) -> None:
    aws.regions["eu-west-1"] = {
        "SpotPriceHistory": [
            spot_record("m5.large", "eu-west-1a", "0.0412"),
            spot_record("m5.large", "eu-west-1b", "0.0388"),
            spot_record("m5.large", "eu-west-1b", "0.0210", hour=11),
            spot_record("m5.large", "eu-west-1-dub-1a", "0.0100"),
            spot_record("m5.large", "eu-west-1a", "0.13", product="Windows"),
        ]
    }
    linux, windows = ask(account, LINUX, WINDOWS, BYOL)
    assert isinstance(linux, SpotAnswered)
    assert isinstance(windows, SpotAnswered)
    offer = linux.prices.offers["m5.large"]
    assert (offer.hourly_usd, offer.zone, offer.zones) == (Decimal("0.0388"), "eu-west-1b", 2)
    assert windows.prices.offers["m5.large"].hourly_usd == Decimal("0.13")
    assert aws.asked() == {"ec2:DescribeSpotPriceHistory"}
    # One moment: with it comes the last change before, and not three months of history.
    assert all("StartTime" in call.parameters for call in aws.calls)


def test_all_pages_are_read(aws: Endpoint, account: Account) -> None:
    aws.regions["eu-west-1"] = {
        "SpotPriceHistory": [
            spot_record(f"m5.{size}xlarge", f"eu-west-1{zone}", "0.1")
            for size in range(1, 801)
            for zone in "abc"
        ]
    }
    (answered,) = ask(account)
    assert isinstance(answered, SpotAnswered)
    assert len(answered.prices.offers) == 800
    assert len(aws.calls) == 3


def test_a_price_that_cannot_be_is_refused_and_said(aws: Endpoint, account: Account) -> None:
    aws.regions["eu-west-1"] = {"SpotPriceHistory": [spot_record("m5.large", "eu-west-1a", "0.0")]}
    (answered,) = ask(account)
    assert isinstance(answered, SpotAnswered)
    assert answered.prices.offers == {}
    said = [problem.render(NullTranslations()) for problem in answered.problems]
    assert said == ["m5.large in eu-west-1a: 0.0 is not above zero; expected a price"]


def test_a_region_without_the_right_hides_nothing_of_the_others(aws: Endpoint, account: Account) -> None:
    for region in ("eu-west-1", "eu-west-2"):
        aws.regions[region] = {"SpotPriceHistory": [spot_record("m5.large", f"{region}a", "0.04")]}
    aws.faults.append(
        refuse(
            "UnauthorizedOperation",
            "You are not authorized to perform this operation.",
            status=403,
            action="DescribeSpotPriceHistory",
            region="eu-west-1",
        )
    )
    trouble, answered = ask(account, regions=("eu-west-1", "eu-west-2"))
    assert isinstance(trouble, SpotTrouble)
    assert trouble.problem.kind is Kind.RIGHTS
    assert "ec2:DescribeSpotPriceHistory" in trouble.problem.message.render(NullTranslations())
    assert isinstance(answered, SpotAnswered)


def test_throttling_is_waited_out(aws: Endpoint, account: Account) -> None:
    aws.regions["eu-west-1"] = {"SpotPriceHistory": [spot_record("m5.large", "eu-west-1a", "0.04")]}
    aws.faults.append(refuse("RequestLimitExceeded", status=503, action="DescribeSpotPriceHistory", last=1))
    (answered,) = ask(account)
    assert isinstance(answered, SpotAnswered)
