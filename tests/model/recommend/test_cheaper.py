"""What costs less for the same size, and what a move saves."""

from __future__ import annotations

import datetime
from decimal import Decimal
from gettext import NullTranslations
from typing import Any

import pytest

from tests.model.priced import with_prices
from wizard.flow.interpret import needs_of
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import Architecture
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.prices.price import LINUX, PriceList, Prices
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.recommendation import Recommendation

WINDOWS = "RunInstances:0002"


def listed(operation: str, **hourly: str) -> PriceList:
    amounts = {name.replace("_", "."): Decimal(usd) for name, usd in hourly.items()}
    day = datetime.date(2026, 11, 1)
    return PriceList("us-east-1", operation, day, "a test", "https://example.com/", amounts)


PRICES = Prices.of(
    [
        listed(
            LINUX,
            m8i_large="0.2",
            m8g_large="0.15",
            m6g_large="0.1",
            m5a_large="0.162",
            m8i_flex_large="0.1",
            t3_large="0.08",
            m8i_xlarge="0.01",
            m4_large="0.21",
        ),
        listed(WINDOWS, m8i_large="0.3", m4_large="0.4"),
    ]
)


def asked(knowledge: Knowledge, family: str = "ubuntu", **changes: Any) -> Recommendation:
    needs = Needs(os=knowledge.os_catalog.resolve(family, None), region="us-east-1")
    return advise(with_prices(knowledge, PRICES), replace(needs, **changes))


def of_a_size(knowledge: Knowledge, **changes: Any) -> Recommendation:
    return asked(knowledge, vcpus=Range(2, 2), memory_gib=Range(8, 8), **changes)


def test_the_same_size_for_less_on_either_architecture(knowledge: Knowledge) -> None:
    found = of_a_size(knowledge)
    assert found.ranked[0].instance_type.name == "m8i.large"
    said = [(each.architecture, each.instance_type.name, each.percent) for each in found.cheaper]
    # Flex and burstable types do not do the same work, which is said; of another architecture the newest counts.
    assert said == [
        (Architecture.X86_64, "m5a.large", 19),
        (Architecture.ARM64, "m8g.large", 25),
        (Architecture.X86_64, "t3.large", 60),
    ]
    texts = [each.text.render(NullTranslations()) for each in found.cheaper]
    assert texts[:2] == [
        "x86_64: 19 % less for the same size, of generation 5 instead of 8: m5a.large costs 0.162 USD an hour in us-east-1.",
        "arm64: 25 % less for the same size: m8g.large costs 0.15 USD an hour in us-east-1.",
    ]
    assert texts[2].endswith(
        "Beside m8i.large: generation 5 instead of 8; burstable: full speed only while CPU credits last."
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"vcpus": Range(), "memory_gib": Range()},
        {"region": "eu-west-1"},
        {"families": ("m7i",)},
        {"architecture": Architecture.X86_64, "families": ("m8i",)},
    ],
)
def test_nothing_costs_less_where_no_type_is_named_or_its_price_is_not_known(
    knowledge: Knowledge, changes: dict[str, object]
) -> None:
    assert (
        of_a_size(knowledge, **changes).cheaper == ()
        if "vcpus" not in changes
        else asked(knowledge).cheaper == ()
    )


@pytest.mark.parametrize(
    ("usd", "percent"),
    [("0.05", [75]), ("0.198", [1]), ("0.199", [1]), ("0.1991", []), ("0.2", []), ("0.3", [])],
)
def test_the_difference_is_said_in_whole_percent_if_it_is_one(
    knowledge: Knowledge, usd: str, percent: list[int]
) -> None:
    prices = Prices.of([listed(LINUX, m8i_large="0.2", m5a_large=usd)])
    needs = Needs(region="us-east-1", vcpus=Range(2, 2), memory_gib=Range(8, 8), families=("m8i", "m5a"))
    found = advise(with_prices(knowledge, prices), needs)
    assert [each.percent for each in found.cheaper] == percent


def test_another_gpu_is_no_equal_for_less(knowledge: Knowledge) -> None:
    prices = Prices.of([listed(LINUX, p6_b200_48xlarge="113", g7e_48xlarge="33", p5_48xlarge="55")])
    needs = Needs(gpus=8, region="us-east-1")
    found = advise(with_prices(knowledge, prices), needs)
    assert found.ranked[0].instance_type.name == "p6-b200.48xlarge"
    assert found.cheaper == ()


def test_hard_disks_are_no_equal_of_ssds_for_less(knowledge: Knowledge) -> None:
    prices = Prices.of([listed(LINUX, m8id_2xlarge="0.52", h1_2xlarge="0.47", m6id_2xlarge="0.5")])
    found = advise(
        with_prices(knowledge, prices),
        Needs(region="us-east-1", vcpus=Range(8), memory_gib=Range(32), local_storage_gb=160),
    )
    assert found.ranked[0].instance_type.name == "m8id.2xlarge"
    assert [each.instance_type.name for each in found.cheaper] == ["m6id.2xlarge"]


def test_todays_type_is_no_offer_to_who_moves_away_from_it(knowledge: Knowledge) -> None:
    prices = Prices.of([listed(LINUX, inf2_xlarge="0.76", inf1_xlarge="0.23")])
    answers = {"os": "ubuntu", "os-version": "22.04", "current-type": "inf1.xlarge", "start": "instance"}
    found = advise(with_prices(knowledge, prices), needs_of(answers, knowledge))
    assert found.ranked[0].instance_type.name == "inf2.xlarge"
    assert found.cheaper == ()
    assert found.saving is not None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        # The next in the order that has a price and is as large, and no larger one.
        (
            {},
            "No price is known for m9g.large. The nearest of its size that has one is m7g.large: 0.16 USD an hour in us-east-1.",
        ),
        (
            {"current_type": "m5.large"},
            (
                "No price is known for m9g.large. The nearest of its size that has one is m7g.large. In us-east-1 m5.large costs "
                "0.19 USD an hour and m7g.large 0.16: 21.90 USD a month less, of 730 hours."
            ),
        ),
        ({"families": ("m9g",)}, "No price is known for m9g.large."),
        ({"region": "eu-west-1"}, None),
        ({"families": ("m7g",)}, None),
    ],
)
def test_a_first_type_without_a_price_is_told_with_the_nearest_that_has_one(
    knowledge: Knowledge, changes: dict[str, Any], said: str | None
) -> None:
    prices = Prices.of([listed(LINUX, m7g_large="0.16", m6g_large="0.15", m8g_xlarge="0.1", m5_large="0.19")])
    needs = Needs(
        os=knowledge.os_catalog.resolve("ubuntu", None),
        region="us-east-1",
        vcpus=Range(2),
        memory_gib=Range(8),
    )
    found = advise(with_prices(knowledge, prices), replace(needs, architecture=Architecture.ARM64, **changes))
    assert (found.unpriced.render(NullTranslations()) if found.unpriced else None) == said


def test_a_move_saves_the_difference_of_a_month(knowledge: Knowledge) -> None:
    found = of_a_size(knowledge, current_type="m4.large")
    assert found.saving is not None
    assert found.saving.monthly_usd == Decimal("7.30")
    assert found.saving.text.render(NullTranslations()) == (
        "In us-east-1 m4.large costs 0.21 USD an hour and m8i.large 0.20: 7.30 USD a month less, of 730 hours."
    )


def test_each_side_of_a_move_costs_what_it_is_billed_as(knowledge: Knowledge) -> None:
    windows = Image(usage_operation=WINDOWS)
    kept = of_a_size(knowledge, current_type="m4.large", image=windows)
    assert kept.saving is not None
    assert kept.saving.monthly_usd == Decimal(73)
    linux = knowledge.os_catalog.resolve("ubuntu", None)
    changed = of_a_size(knowledge, current_type="m4.large", image=windows, os_after=linux)
    assert changed.saving is not None
    assert (changed.saving.here.operation, changed.saving.there.operation) == (WINDOWS, LINUX)


@pytest.mark.parametrize(("dear", "said"), [("0.19", "7.30 USD a month more"), ("0.2", "0.20: the same.")])
def test_a_move_that_saves_nothing_says_so(knowledge: Knowledge, dear: str, said: str) -> None:
    prices = Prices.of([listed(LINUX, m8i_large="0.2", m4_large=dear)])
    needs = Needs(
        os=knowledge.os_catalog.resolve("ubuntu", None), region="us-east-1", vcpus=Range(2, 2),
        memory_gib=Range(8, 8), current_type="m4.large",
    )  # fmt: skip
    found = advise(with_prices(knowledge, prices), needs)
    assert found.saving is not None
    assert said in found.saving.text.render(NullTranslations())


def test_without_a_price_of_today_nothing_is_said_of_a_saving(knowledge: Knowledge) -> None:
    assert of_a_size(knowledge, current_type="m3.large").saving is None
    assert of_a_size(knowledge).saving is None


def test_what_costs_less_runs_virtual_machines_where_those_are_the_purpose(knowledge: Knowledge) -> None:
    prices = Prices.of(
        [
            listed(
                LINUX, m8i_large="0.2", m7i_large="0.18", m5a_large="0.1", m8g_large="0.1", t3_large="0.05",
                c7g_metal="2.3", c6g_metal="2.1", hpc7g_16xlarge="1.6",
            )
        ]
    )  # fmt: skip
    needs = Needs(
        os=knowledge.os_catalog.resolve("ubuntu", None), region="us-east-1", purpose=Purpose.VIRTUAL_MACHINES
    )
    found = advise(with_prices(knowledge, prices), needs)
    assert found.ranked[0].instance_type.name == "m8i.large"
    assert [each.instance_type.name for each in found.cheaper] == ["m7i.large"]
    arm = advise(with_prices(knowledge, prices), replace(needs, architecture=Architecture.ARM64))
    assert arm.ranked[0].instance_type.name == "c7g.metal"
    assert [each.instance_type.name for each in arm.cheaper] == ["c6g.metal"]
