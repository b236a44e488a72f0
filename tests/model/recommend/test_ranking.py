"""The order of what fits."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.finding import Outcome
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.ranking import generation, rank


def ranked(knowledge: Knowledge, needs: Needs, *names: str) -> list[str]:
    types = [(knowledge.catalog.get(name), Outcome.WORKS) for name in names]
    return [entry.instance_type.name for entry in rank([(t, o) for t, o in types if t], needs)]


@pytest.mark.parametrize(
    ("needs", "names"),
    [
        (Needs(), ["m8i.large", "m7i.large", "m5.large"]),
        (Needs(), ["m8i.large", "c8i.large", "m8i.24xlarge"]),
        (Needs(), ["m8i.large", "m8i.xlarge", "g6.xlarge"]),
        (Needs(gpus=1), ["g6.xlarge", "g6.48xlarge"]),
        (Needs(), ["m8i.large", "m8i.metal-48xl"]),
        (
            Needs(vcpus=Range(96), features=frozenset({Feature.BARE_METAL})),
            ["m8i.metal-48xl", "m7i.metal-48xl"],
        ),
        (Needs(vcpus=Range(8)), ["m8i.2xlarge", "m8i.large"]),
        (Needs(memory_gib=Range(64)), ["m8i.4xlarge", "r8i.2xlarge", "m8i.large"]),
        (Needs(vcpus=Range(4), memory_gib=Range(32)), ["r8i.xlarge", "m8i.2xlarge"]),
    ],
)
def test_order(knowledge: Knowledge, needs: Needs, names: list[str]) -> None:
    assert ranked(knowledge, needs, *reversed(names)) == names


def test_degraded_comes_last(knowledge: Knowledge) -> None:
    small, large = knowledge.catalog.get("m8i.large"), knowledge.catalog.get("m8i.48xlarge")
    assert small
    assert large
    order = rank([(small, Outcome.DEGRADED), (large, Outcome.WORKS)], Needs())
    assert [entry.instance_type for entry in order] == [large, small]


@pytest.mark.parametrize(
    ("name", "number"), [("m8i.large", 8), ("u7in-16tb.224xlarge", 7), ("trn1.2xlarge", 1)]
)
def test_generation_is_the_number_in_the_family(knowledge: Knowledge, name: str, number: int) -> None:
    instance_type = knowledge.catalog.get(name)
    assert instance_type
    assert generation(instance_type) == number


@pytest.mark.parametrize(
    ("name", "outcome", "words"),
    [
        ("m8i.large", Outcome.WORKS, "current generation"),
        ("m8i.large", Outcome.DEGRADED, "something lost"),
        ("m4.large", Outcome.WORKS, "previous generation"),
        ("g6.xlarge", Outcome.WORKS, "with NVIDIA L4"),
        ("t3.micro", Outcome.WORKS, "burstable"),
        ("m8i.metal-48xl", Outcome.WORKS, "bare metal"),
    ],
)
def test_why(knowledge: Knowledge, name: str, outcome: Outcome, words: str) -> None:
    instance_type = knowledge.catalog.get(name)
    assert instance_type
    (entry,) = rank([(instance_type, outcome)], Needs())
    assert words in entry.why.render(NullTranslations())


@pytest.mark.parametrize(
    ("vcpus", "memory", "words"),
    [
        (2, 8, "just the size you asked for"),
        (None, 8, "just the size you asked for"),
        (2, 4, "4 GiB more than you asked for"),
        (1, None, "1 vCPUs more than you asked for"),
        (1, 3.5, "1 vCPUs and 4.5 GiB more than you asked for"),
    ],
)
def test_how_near_in_size(
    knowledge: Knowledge, vcpus: float | None, memory: float | None, words: str
) -> None:
    instance_type = knowledge.catalog.get("m8i.large")
    assert instance_type
    (entry,) = rank([(instance_type, Outcome.WORKS)], Needs(vcpus=Range(vcpus), memory_gib=Range(memory)))
    assert entry.why.render(NullTranslations()) == words
