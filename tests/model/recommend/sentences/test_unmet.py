"""A wish that the operating system cannot meet is said before the advice."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from wizard.flow.interpret import needs_of
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise


def first_words(knowledge: Knowledge, **answers: Any) -> str:
    given = {id.replace("_", "-"): value for id, value in answers.items()}
    return advise(knowledge, needs_of(given, knowledge)).headline.first.render(NullTranslations())


@pytest.mark.parametrize(
    ("os", "version", "need", "words"),
    [
        (
            "freebsd",
            "14",
            "enclaves",
            "Nitro Enclaves need Linux, or Windows Server 2016 or later, in the parent",
        ),
        (
            "windows",
            "2022",
            "efa",
            "Windows Server 2022 is not among the systems that AWS names for the Elastic Fabric",
        ),
        (
            "ubuntu",
            "26.04",
            "hibernation",
            "Ubuntu 26.04 is not among the systems that AWS names for hibernation",
        ),
    ],
)
def test_what_the_system_cannot_do_comes_first_with_what_does(
    knowledge: Knowledge, os: str, version: str, need: str, words: str
) -> None:
    text = first_words(knowledge, os=os, os_version=version, need=[need])
    assert text.startswith(words)
    assert text.index("Use ") < text.index("HVM AMI")


@pytest.mark.parametrize(
    ("os", "version", "need"), [("ubuntu", "22.04", "hibernation"), ("ubuntu", "24.04", "efa")]
)
def test_nothing_stands_before_what_the_system_does(
    knowledge: Knowledge, os: str, version: str, need: str
) -> None:
    assert first_words(knowledge, os=os, os_version=version, need=[need]).startswith("Use an HVM AMI")


def test_what_nobody_asked_for_is_no_wish(knowledge: Knowledge) -> None:
    # t2.micro loses something of its own there, which has its place among the reasons.
    assert first_words(knowledge, os="ubuntu", os_version="24.04", type=["t2.micro"]).startswith("Use an HVM")


def test_a_limit_is_held_against_on_demand_also_where_spot_is_asked_and_that_is_said(
    knowledge: Knowledge,
) -> None:
    answers: dict[str, Any] = {"region": "us-east-1", "need": ["spot"], "max_price": 0.001}
    assert "On-Demand, which as Spot may be less (aws ec2 describe-spot-price-history tells)" in first_words(
        knowledge, **answers
    )
    assert "as Spot" not in first_words(knowledge, **answers | {"need": []})
