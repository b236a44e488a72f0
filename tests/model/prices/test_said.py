from __future__ import annotations

import datetime
from decimal import Decimal
from gettext import NullTranslations

import pytest

from wizard.model.ec2.image import Image
from wizard.model.images.describe_images import image_from
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.prices.amount import plain, rounded
from wizard.model.prices.billing import MATTERING, mattering
from wizard.model.prices.price import LINUX, Price, PriceList
from wizard.model.prices.said import (
    billed_as,
    cut_said,
    licence_said,
    list_said,
    price_said,
    seller_said,
    share_said,
)

DAY = datetime.date(2026, 11, 1)
WINDOWS = "RunInstances:0002"


def said(message: Message | None) -> str:
    return message.render(NullTranslations()) if message else ""


def price(usd: str = "0.192", operation: str = WINDOWS) -> Price:
    return Price(Decimal(usd), "eu-west-1", "m5.xlarge", operation, DAY, "a test")


def test_a_price_is_said_with_its_region_and_day(knowledge: Knowledge) -> None:
    assert said(price_said(price())) == "0.192 USD an hour On-Demand in eu-west-1, as of 2026-11-01."
    assert said(billed_as("RunInstances:9999")) == "RunInstances:9999"
    kind = knowledge.catalog.get("m5.xlarge")
    assert kind is not None
    assert said(share_said(price(), kind)) == "That is 0.048 for each vCPU, or 0.012 for each GiB of memory."


def test_what_of_a_price_is_for_the_licence() -> None:
    assert said(licence_said(price(), Decimal("0.092"))) == (
        "Of it 0.092 is for the licence in the image: Windows (RunInstances:0002)."
    )
    assert licence_said(price(), None) is None
    assert licence_said(price(), Decimal(0)) is None


@pytest.mark.parametrize(
    ("codes", "ending"),
    [
        (
            [{"ProductCodeId": "abc123", "ProductCodeType": "marketplace"}],
            "here: https://aws.amazon.com/marketplace/pp?sku=abc123",
        ),
        ([{"ProductCodeId": "a&b=<c>", "ProductCodeType": "marketplace"}], "which is not known here."),
        ([{}], "which is not known here."),
    ],
)
def test_a_sellers_charge_is_named_with_the_way_to_it(codes: list[dict[str, str]], ending: str) -> None:
    assert said(seller_said(image_from({"ProductCodes": codes}, "a test"))).endswith(ending)
    assert seller_said(Image()) is None


def test_a_list_is_said_with_how_much_it_holds() -> None:
    known = PriceList("eu-west-1", LINUX, DAY, "a test", "https://example.com/", {"m5.large": Decimal(1)})
    assert (
        said(list_said(known)) == "eu-west-1, Linux/UNIX (RunInstances): 1 instance type, 2026-11-01, a test"
    )


def test_amounts_are_exact_and_sums_are_to_the_cent() -> None:
    assert (plain(Decimal("0.0960000000")), plain(Decimal(100))) == ("0.096", "100")
    assert rounded(Decimal("1234.499")) == "1,234.50"


def test_the_prices_to_ask_for_are_the_usual_ones_and_those_of_ones_own_images() -> None:
    assert mattering([]) == MATTERING
    assert mattering(["RunInstances:1014", LINUX, "RunInstances:unheard-of"]) == (
        *MATTERING,
        "RunInstances:1014",
    )


def test_a_list_that_was_cut_off_is_said_with_both_counts_and_the_way_to_take_it() -> None:
    known = PriceList(
        "eu-west-1", LINUX, DAY, "a test", "https://example.com/", dict.fromkeys("abc", Decimal(1))
    )
    cut = PriceList("eu-west-1", LINUX, DAY, "a test", "https://example.com/", {"a": Decimal(1)})
    text = said(cut_said(cut, known))
    assert "prices of 1 instance type, where the list of 2026-11-01 has 3" in text
    assert "(ami-wizard prices reset)" in text
