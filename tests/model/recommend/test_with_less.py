"""What costs much less and does as well for the same answers, and what it lacks: no price jump is passed over in silence."""

from __future__ import annotations

import datetime
from decimal import Decimal
from gettext import NullTranslations
from typing import Any

import pytest

from tests.model.priced import with_prices
from wizard.flow.interpret import needs_of
from wizard.model.knowledge import Knowledge
from wizard.model.prices.price import LINUX, PriceList, Prices
from wizard.model.recommend.advise import advise

UBUNTU: dict[str, Any] = {"os": "ubuntu", "os-version": "24.04", "region": "us-east-1"}


def said(knowledge: Knowledge, hourly: dict[str, str], answers: dict[str, Any]) -> list[str]:
    amounts = {name: Decimal(usd) for name, usd in hourly.items()}
    day = datetime.date(2026, 11, 1)
    prices = Prices.of([PriceList("us-east-1", LINUX, day, "a test", "https://example.com/", amounts)])
    found = advise(with_prices(knowledge, prices), needs_of(UBUNTU | answers, knowledge))
    texts = [each.text.render(NullTranslations()) for each in found.cheaper]
    return [text.split(" USD an hour in us-east-1. Beside ")[-1] for text in texts if "Beside" in text]


SIZE = {"vcpus": {"minimum": 4}, "memory-gib": {"minimum": 16}}
HARD_DISKS = (
    "i7ie.18xlarge: 64 vCPUs less; 544 GiB less; generation 5 instead of 7; hard disks instead of SSDs; "
    "12.5 instead of 37.5 Gbit/s of network."
)


@pytest.mark.parametrize(
    ("hourly", "answers", "texts"),
    [
        # A sibling that bursts, and a flex one where it costs less than the rest.
        (
            {"m8i.xlarge": "0.21", "t3a.xlarge": "0.15"},
            SIZE,
            ["m8i.xlarge: generation 5 instead of 8; burstable: full speed only while CPU credits last."],
        ),
        (
            {"m8i.xlarge": "0.21", "m8i-flex.xlarge": "0.18"},
            SIZE,
            [
                "m8i.xlarge: flex: full speed most of the time, not always; 0.937 instead of 1.875 Gbit/s of network."
            ],
        ),
        # What is nearer in price is not worth the loss, nor beside one of full speed that costs as much.
        ({"m8i.xlarge": "0.21", "m8i-flex.xlarge": "0.2"}, SIZE, []),
        ({"m8i.xlarge": "0.21", "m7i.xlarge": "0.15", "m8i-flex.xlarge": "0.15"}, SIZE, []),
        # Where one of both was named, half of the other may do, and no less.
        (
            {"m8i.xlarge": "0.21", "c8i.xlarge": "0.15"},
            {"vcpus": {"minimum": 4}},
            ["m8i.xlarge: 8 GiB less."],
        ),
        ({"m8i.2xlarge": "0.21", "c3.2xlarge": "0.1"}, {"vcpus": {"minimum": 8}}, []),
        (
            {"r8i.2xlarge": "0.5", "x8i.xlarge": "0.4"},
            {"memory-gib": {"minimum": 64}},
            ["r8i.2xlarge: 4 vCPUs less."],
        ),
        # Of another kind: of GPUs, of disks, of bandwidth.
        (
            {"g6.xlarge": "0.8", "g4dn.xlarge": "0.5"},
            {"gpu": 1},
            ["g6.xlarge: 1 NVIDIA T4 instead of 1 NVIDIA L4."],
        ),
        (
            {"p6-b200.48xlarge": "114", "g7e.48xlarge": "33", "g4dn.xlarge": "0.5"},
            {"purpose": "training"},
            ["p6-b200.48xlarge: 8 NVIDIA RTX PRO Server 6000 instead of 8 NVIDIA B200."],
        ),
        (
            {"i7ie.18xlarge": "9", "d3en.2xlarge": "1"},
            {"local-storage-gb": 40000},
            [HARD_DISKS],
        ),
        # What nobody would take in its place: another kind for the purpose, another size, bare metal, older, unasked.
        ({"r8i.large": "0.14", "m8i.large": "0.1"}, {"purpose": "database"}, []),
        ({"m8a.large": "0.12", "c8a.large": "0.05"}, {"need": ["enclaves"]}, []),
        (
            {"m8i.24xlarge": "5", "m5.metal": "2"},
            {"vcpus": {"minimum": 96}, "memory-gib": {"minimum": 384}},
            [],
        ),
        ({"m8i.xlarge": "0.21", "m4.xlarge": "0.1"}, SIZE, []),
        ({"m8i.xlarge": "0.21", "g4dn.xlarge": "0.1"}, SIZE, []),
        ({"g6.xlarge": "0.8", "g4dn.12xlarge": "0.5"}, {"gpu": 1}, []),
        # Of a first type without a price nothing can be said.
        ({"t3a.xlarge": "0.15"}, SIZE, []),
    ],
)
def test_what_costs_much_less_says_what_it_lacks(
    knowledge: Knowledge, hourly: dict[str, str], answers: dict[str, Any], texts: list[str]
) -> None:
    assert said(knowledge, hourly, answers) == texts


def test_what_costs_less_and_lacks_nothing_says_that(knowledge: Knowledge) -> None:
    amounts = {"m8i.xlarge": Decimal(5), "m8i.2xlarge": Decimal(3)}
    day = datetime.date(2026, 11, 1)
    prices = Prices.of([PriceList("us-east-1", LINUX, day, "a test", "https://example.com/", amounts)])
    needs = needs_of(UBUNTU | SIZE, knowledge)
    texts = [e.text.render(NullTranslations()) for e in advise(with_prices(knowledge, prices), needs).cheaper]
    assert texts == [
        "x86_64: 40 % less: m8i.2xlarge costs 3.00 USD an hour in us-east-1, and has all that you asked for."
    ]


def test_disks_that_the_first_has_are_no_matter_of_the_same_size(knowledge: Knowledge) -> None:
    assert not said(knowledge, {"i7i.large": "0.2", "r5a.large": "0.1"}, {"purpose": "storage"})
