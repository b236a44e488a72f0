"""Who moves a dense machine is told of the one that has almost as much and is not twice as large."""

from __future__ import annotations

import datetime
from decimal import Decimal
from gettext import NullTranslations
from typing import Any

import pytest

from tests.model.priced import with_prices
from tests.model.recommend.advised import moved
from wizard.flow.kind import Value
from wizard.model.knowledge import Knowledge
from wizard.model.prices.price import LINUX, PriceList, Prices


def said(knowledge: Knowledge, current: str, **more: Value) -> str:
    return moved(knowledge, current, **more).summary.render(NullTranslations())


@pytest.mark.parametrize(
    ("current", "nearer", "less", "options"),
    [
        (
            "d2.8xlarge",
            "d3.8xlarge",
            "32 of 36 vCPUs and 47,520 of 49,152 GB of local disks",
            "--vcpus 32 --local-storage-gb 47520",
        ),
        ("d2.4xlarge", "d3.4xlarge", "23,760 of 24,576 GB of local disks", "--local-storage-gb 23760"),
        ("d2.xlarge", "d3.xlarge", "5,940 of 6,144 GB of local disks", "--local-storage-gb 5940"),
        # Twice the disks is far as well.
        ("i3.2xlarge", "i7i.2xlarge", "1,875 of 1,900 GB of local disks", "--local-storage-gb 1875"),
    ],
)
def test_the_nearer_type_is_named_with_what_it_lacks(
    knowledge: Knowledge, current: str, nearer: str, less: str, options: str
) -> None:
    text = said(knowledge, current)
    assert text.startswith(f"{nearer} (")
    assert f"), with a little less: {less}. " in text
    far = "5,000 GB of local disks" if current == "i3.2xlarge" else "is far larger"
    assert f" has all of it, and {far}. Who can do with {nearer} says so: {options}" in text
    words = options.split()
    answers: dict[str, Any] = {
        word.removeprefix("--"): int(least) if word == "--local-storage-gb" else {"minimum": int(least)}
        for word, least in zip(words[::2], words[1::2], strict=True)
    }
    assert f"{nearer} (" in said(knowledge, current, **answers).partition(" replaces ")[0]


def test_what_both_cost_is_told_where_both_are_known(knowledge: Knowledge) -> None:
    amounts = {"d3.8xlarge": Decimal("3.99"), "i7ie.24xlarge": Decimal("12.47")}
    day = datetime.date(2026, 11, 1)
    prices = Prices.of([PriceList("us-east-1", LINUX, day, "a test", "https://example.com/", amounts)])
    text = said(with_prices(knowledge, prices), "d2.8xlarge")
    assert (
        "--local-storage-gb 47520. In us-east-1 it costs 3.99 USD an hour, and i7ie.24xlarge 12.47." in text
    )


def test_what_is_far_larger_is_not_named_again_for_the_next_system(knowledge: Knowledge) -> None:
    text = said(knowledge, "d2.8xlarge", os="rhel", **{"os-version": "7", "os-after": "same"})
    assert "To stay on Red Hat Enterprise Linux 7: d3.8xlarge (" in text
    assert "After a move" not in text


@pytest.mark.parametrize("current", ["x1e.xlarge", "x2iedn.xlarge", "x2idn.16xlarge", "x2iedn.4xlarge"])
def test_no_answer_is_named_that_leads_to_another_type(knowledge: Knowledge, current: str) -> None:
    assert "says so" not in said(knowledge, current)


def test_what_was_done_without_is_not_told_again(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {"vcpus": {"minimum": 32}, "local-storage-gb": 47520}
    text = said(knowledge, "d2.8xlarge", **answers)
    assert text.startswith("d3.8xlarge (32 vCPUs, 256 GiB) replaces d2.8xlarge")
    assert "a little less" not in text


@pytest.mark.parametrize(
    "current",
    [
        "m5.large",
        "i2.8xlarge",
        "m4.10xlarge",
        "c4.8xlarge",
        "t2.micro",
        "mac1.metal",
        "mac2-m2.metal",
        "mac-m4.metal",
    ],
)
def test_where_the_answer_is_near_already_nothing_is_told(knowledge: Knowledge, current: str) -> None:
    assert "a little less" not in said(knowledge, current)


def test_where_nothing_is_nearer_nothing_is_told(knowledge: Knowledge) -> None:
    assert "a little less" not in said(knowledge, "d2.8xlarge", family=["i7ie", "d3en"])


def test_what_is_a_little_less_and_yet_far_larger_is_no_nearer(knowledge: Knowledge) -> None:
    assert "a little less" not in said(
        knowledge, "d2.xlarge", family=["i7ie", "d3"], type=["i7ie.3xlarge", "d3.2xlarge"]
    )


def test_memory_that_is_a_little_less_is_named_too(knowledge: Knowledge) -> None:
    text = said(knowledge, "m2.xlarge")
    assert text.startswith("r8i.large (2 vCPUs, 16 GiB) is the nearest to m2.xlarge (2 vCPUs, 17.1 GiB)")
    assert "with a little less: 16 of 17.1 GiB." in text
    assert "Who can do with r8i.large says so: --memory-gib 16." in text
    assert "The 420 GB of local disks of m2.xlarge are no need here" in text
