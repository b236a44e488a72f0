from __future__ import annotations

import datetime
from decimal import Decimal
from gettext import NullTranslations

import pytest

from wizard.model.account.usage import Launched, Use, User
from wizard.model.assessment.bill import Bill, bill_of, sum_of
from wizard.model.prices.price import LINUX, PriceList, Prices

WINDOWS = "RunInstances:0002"


def listed(operation: str, day: str, **hourly: str) -> PriceList:
    amounts = {name.replace("_", "."): Decimal(usd) for name, usd in hourly.items()}
    as_of = datetime.date.fromisoformat(day)
    return PriceList("eu-west-1", operation, as_of, "a test", "https://example.com/", amounts)


PRICES = Prices.of(
    [
        listed(LINUX, "2026-11-01", m5_large="0.107", m5_xlarge="0.214"),
        listed(WINDOWS, "2026-10-01", m5_large="0.199", c5_large="0.188"),
    ]
)


def instance(
    name: str = "m5.large",
    operation: str = "",
    *,
    running: bool = True,
    shared: bool = True,
    region: str = "eu-west-1",
) -> Use:
    launched = Launched(name, operation, running, shared)
    return Use("ami-1", User.INSTANCE, region, f"i-{name}", launched=launched)


def said(bill: Bill) -> str:
    return bill.text.render(NullTranslations())


def test_the_running_instances_are_summed_by_what_they_are_billed_as() -> None:
    uses = [instance(), instance("m5.xlarge"), instance("m5.large", WINDOWS), instance(running=False)]
    bill = bill_of([*uses, Use("ami-1", User.LAUNCH_TEMPLATE, "eu-west-1", "lt-1")], LINUX, PRICES)
    assert (bill.running, bill.priced, bill.hourly_usd) == (3, 3, Decimal("0.520"))
    assert bill.licences_usd == Decimal("0.092")
    assert bill.oldest == datetime.date(2026, 10, 1)
    assert said(bill) == (
        "3 instances run. 0.52 USD an hour On-Demand, 379.60 a month of 730 hours, by prices of 2026-10-01. "
        "Of it 0.092 USD an hour is for licences."
    )


def test_what_is_priced_otherwise_or_not_known_is_not_in_the_sum_and_said() -> None:
    uses = [instance(), instance(shared=False), instance("m9.large"), instance(region="eu-west-2")]
    bill = bill_of(uses, LINUX, PRICES)
    assert (bill.priced, bill.other, bill.unknown) == (1, 1, 2)
    assert said(bill).endswith(
        "Not in it: 1 on Spot, Capacity Blocks or dedicated hardware, whose prices are others. "
        "Not in it: 2 whose price is not known."
    )
    assert said(bill_of([instance("m9.large")], LINUX, PRICES)) == (
        "1 instance runs. Not in it: 1 whose price is not known."
    )


def test_a_licence_that_is_not_known_of_each_is_not_known_of_all() -> None:
    bill = bill_of([instance(), instance("c5.large", WINDOWS)], LINUX, PRICES)
    assert bill.licences_usd is None
    assert "licences" not in said(bill)


def test_nothing_runs() -> None:
    assert said(bill_of([instance(running=False)], LINUX, PRICES)) == "No instance of it runs."


@pytest.mark.parametrize(
    ("bills", "hourly"), [([], None), ([None], None), ([None, Bill(1, Decimal(2)), Bill(1, Decimal(3))], 5)]
)
def test_the_sum_of_images_is_that_of_those_asked_about(bills: list[Bill | None], hourly: int | None) -> None:
    total = sum_of(bills)
    assert (total.hourly_usd if total else None) == hourly
