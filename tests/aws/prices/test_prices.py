from __future__ import annotations

import json
from decimal import Decimal
from gettext import NullTranslations
from typing import Any

import pytest

from tests.aws.endpoint import Endpoint, Fault, cut, refuse, reply
from tests.aws.prices.price_products import product
from wizard.aws.account import Account
from wizard.aws.prices import PricesAnswered, PricesTrouble, ask_prices, endpoints
from wizard.model.account.problem import Kind
from wizard.model.prices.price import Prices

LINUX, WINDOWS, RHEL, RHEL_HA = (
    "RunInstances",
    "RunInstances:0002",
    "RunInstances:0010",
    "RunInstances:1010",
)


def ask(
    account: Account, *operations: str, region: str = "us-east-1"
) -> list[PricesAnswered | PricesTrouble]:
    return list(ask_prices(account, [region], operations or (LINUX,)))


def known(events: list[PricesAnswered | PricesTrouble]) -> Prices:
    return Prices.of(
        each for e in events if isinstance(e, PricesAnswered) for each in e.prices.lists.values()
    )


def pages(products: list[dict[str, Any]]) -> Fault:
    """An endpoint that gives all of this, whatever is asked."""
    body = json.dumps({"PriceList": [json.dumps(each) for each in products]})
    return reply(body.encode(), action="GetProducts")


def cost(prices: Prices, name: str, operation: str = LINUX, region: str = "us-east-1") -> Decimal | None:
    found = prices.price(name, region, operation)
    return found.hourly_usd if found else None


def test_each_billing_code_has_its_own_price(aws: Endpoint, account: Account) -> None:
    aws.regions["us-east-1"] = {
        "PriceList": [
            product(usd="0.0960000000"),
            product(usd="0.1880000000", operation=WINDOWS),
            product(usd="0.0960000000", operation="RunInstances:0800"),
            product(usd="0.1240000000", operation=RHEL),
            product(usd="0.1560000000", operation=RHEL_HA),
            product(usd="0.5760000000", operation="RunInstances:0006"),
        ]
    }
    prices = known(ask(account, LINUX, WINDOWS, "RunInstances:0800", RHEL, RHEL_HA, "RunInstances:0006"))
    assert cost(prices, "m5.large") == Decimal("0.096")
    assert cost(prices, "m5.large", RHEL) == Decimal("0.124")
    assert cost(prices, "m5.large", RHEL_HA) == Decimal("0.156")
    assert cost(prices, "m5.large", "RunInstances:0800") == Decimal("0.096")
    assert prices.licence("m5.large", "us-east-1", WINDOWS) == Decimal("0.092")
    assert prices.licence("m5.large", "us-east-1", "RunInstances:000g") is None
    assert aws.asked() == {"pricing:GetProducts"}


def test_all_pages_are_read(aws: Endpoint, account: Account) -> None:
    aws.regions["us-east-1"] = {"PriceList": [product(f"m5.{n}xlarge", f"{n}.5") for n in range(1, 251)]}
    (answered,) = ask(account)
    assert isinstance(answered, PricesAnswered)
    assert len(answered.prices.lists["us-east-1", LINUX].hourly_usd) == 250
    assert len(aws.calls) == 3


def test_metal_costs_what_its_shared_row_says(aws: Endpoint, account: Account) -> None:
    metal = [product("m5.metal", "4.608"), product("m5.metal", "5.069", tenancy="Dedicated")]
    aws.regions["us-east-1"] = {"PriceList": metal}
    assert cost(known(ask(account)), "m5.metal") == Decimal("4.608")


@pytest.mark.parametrize("usd", ["0.0000000000", "-1", "free", "NaN", ""])
def test_a_price_that_is_none_is_refused_and_said(aws: Endpoint, account: Account, usd: str) -> None:
    aws.regions["us-east-1"] = {"PriceList": [product(usd=usd), product("m5.xlarge", "0.192")]}
    (answered,) = ask(account)
    assert isinstance(answered, PricesAnswered)
    assert cost(answered.prices, "m5.large") is None
    assert cost(answered.prices, "m5.xlarge") == Decimal("0.192")
    (problem,) = answered.problems
    assert problem.render(NullTranslations()).startswith("product 1: ")


def test_of_two_prices_for_one_thing_neither_is_taken(aws: Endpoint, account: Account) -> None:
    aws.regions["us-east-1"] = {"PriceList": [product(usd="0.1"), product(usd="0.2")]}
    (answered,) = ask(account)
    assert isinstance(answered, PricesAnswered)
    assert answered.prices.lists == {}
    assert "neither is taken" in answered.problems[0].render(NullTranslations())


def test_another_currency_is_said_not_converted(aws: Endpoint, account: Account) -> None:
    aws.regions["cn-north-1"] = {"PriceList": [product(region="cn-north-1", currency="CNY")]}
    (answered,) = ask(account, region="cn-north-1")
    assert isinstance(answered, PricesAnswered)
    assert answered.prices.lists == {}
    assert "CNY; expected USD" in answered.problems[0].render(NullTranslations())
    assert {call.region for call in aws.calls} == {"cn-northwest-1"}


def test_a_region_with_nothing_for_sale_has_no_list(aws: Endpoint, account: Account) -> None:
    (answered,) = ask(account)
    assert isinstance(answered, PricesAnswered)
    assert answered.prices.lists == {}


def test_where_the_nearest_endpoint_is_forbidden_another_is_asked(aws: Endpoint, account: Account) -> None:
    aws.regions["eu-west-1"] = {
        "PriceList": [product(region="eu-west-1"), product(region="eu-west-1", operation=WINDOWS)]
    }
    aws.faults.append(
        refuse("AccessDeniedException", "explicit deny", action="GetProducts", region="eu-central-1")
    )
    events = ask(account, LINUX, WINDOWS, region="eu-west-1")
    assert cost(known(events), "m5.large", region="eu-west-1") == Decimal("0.096")
    # The endpoint that answered is asked first from then on.
    assert [call.region for call in aws.calls] == ["eu-central-1", "us-east-1", "us-east-1"]


def test_without_the_right_the_missing_right_is_named(aws: Endpoint, account: Account) -> None:
    aws.faults.append(
        refuse(
            "AccessDeniedException",
            "User: arn:aws:iam::123456789012:user/jane is not authorized to perform: pricing:GetProducts",
            action="GetProducts",
        )
    )
    (trouble,) = ask(account)
    assert isinstance(trouble, PricesTrouble)
    assert trouble.problem.kind is Kind.RIGHTS
    assert "pricing:GetProducts" in trouble.problem.message.render(NullTranslations())
    assert {call.region for call in aws.calls} == {"us-east-1", "eu-central-1", "ap-south-1"}


def test_throttling_is_waited_out(aws: Endpoint, account: Account) -> None:
    aws.regions["us-east-1"] = {"PriceList": [product()]}
    aws.faults.append(refuse("ThrottlingException", "Rate exceeded", action="GetProducts", last=1))
    assert cost(known(ask(account)), "m5.large") == Decimal("0.096")


def test_an_answer_of_another_shape_is_said(aws: Endpoint, account: Account) -> None:
    aws.faults.append(reply(b'{"PriceList": ["{\\"product\\": 1}"]}', action="GetProducts"))
    (trouble,) = ask(account)
    assert isinstance(trouble, PricesTrouble)
    assert "not understood" in trouble.problem.message.render(NullTranslations())


def test_a_cut_network_is_said(aws: Endpoint, account: Account) -> None:
    aws.faults.append(cut(action="GetProducts"))
    (trouble,) = ask(account)
    assert isinstance(trouble, PricesTrouble)
    assert trouble.problem.kind is Kind.NETWORK


@pytest.mark.parametrize(
    ("region", "first"),
    [
        ("us-west-2", "us-east-1"),
        ("sa-east-1", "us-east-1"),
        ("eu-central-2", "eu-central-1"),
        ("me-south-1", "eu-central-1"),
        ("ap-southeast-2", "ap-south-1"),
    ],
)
def test_the_nearest_endpoint_is_asked_first(region: str, first: str) -> None:
    assert endpoints(region)[0] == first
    assert sorted(endpoints(region)) == ["ap-south-1", "eu-central-1", "us-east-1"]


def test_where_no_endpoint_is_the_public_file_is_named(aws: Endpoint, account: Account) -> None:
    (trouble,) = ask(account, region="us-gov-east-1")
    assert isinstance(trouble, PricesTrouble)
    assert "prices fetch --region us-gov-east-1" in trouble.problem.message.render(NullTranslations())
    assert aws.calls == []


def test_of_a_whole_catalogue_only_what_an_hour_of_an_instance_costs_counts(
    aws: Endpoint, account: Account
) -> None:
    """The filters keep most of it away; what comes all the same is refused by what the row says."""
    aws.faults.append(
        pages(
            [
                product("m5.large", "0.096"),
                product("p5.48xlarge", "31.464", market="CapacityBlock"),
                product("p5.48xlarge", "55.04"),
                product("p5.48xlarge", "0", status="AllocatedCapacityReservation"),
                product("p5.48xlarge", "55.04", status="UnusedCapacityReservation"),
                product("mac2.metal", "0.65", tenancy="Host", operation="RunInstances:Mac"),
                product("m5.metal", "4.608"),
                product("m5.metal", "5.069", tenancy="Dedicated"),
                product("m5.metal", "0", tenancy="Host"),
                product("m5.large", "0.576", operation="RunInstances:0006"),
                product("m5.large", "0.188", region="eu-west-1"),
                product("m5.large", "70.08", unit="Quantity"),
            ]
        )
    )
    (answered,) = ask(account)
    assert isinstance(answered, PricesAnswered)
    assert answered.problems == ()
    known = {
        key: {name: str(usd) for name, usd in each.hourly_usd.items()}
        for key, each in answered.prices.lists.items()
    }
    assert known == {("us-east-1", LINUX): {"m5.large": "0.096", "p5.48xlarge": "55.04", "m5.metal": "4.608"}}


@pytest.mark.parametrize(
    ("operation", "licence"),
    [
        ("RunInstances:0004", "0.48"),
        ("RunInstances:0200", "0.068"),
        ("RunInstances:0100", "1.5"),
        ("RunInstances:0006", "0.572"),
        ("RunInstances:0102", "1.592"),
        ("RunInstances:0014", "0.508"),
        ("RunInstances:1110", "1.56"),
        ("RunInstances:00g0", "0"),
    ],
)
def test_what_the_licence_costs_is_the_price_above_that_of_linux(
    aws: Endpoint, account: Account, operation: str, licence: str
) -> None:
    whole = Decimal("0.096") + Decimal(licence)
    aws.regions["us-east-1"] = {
        "PriceList": [product(usd="0.096"), product(usd=f"{whole:f}", operation=operation)]
    }
    prices = known(ask(account, LINUX, operation))
    assert prices.licence("m5.large", "us-east-1", operation) == Decimal(licence)


def test_a_region_that_answers_for_another_one_is_not_believed(aws: Endpoint, account: Account) -> None:
    aws.faults.append(pages([product(region="us-west-2")]))
    (answered,) = ask(account)
    assert isinstance(answered, PricesAnswered)
    assert answered.prices.lists == {}
