"""Why a type stands where it does."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.finding import Outcome
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.costs.costs import NO_COSTS
from wizard.model.recommend.listed import listed
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.order.ranking import rank
from wizard.model.recommend.ranked import Ranked, Wish
from wizard.model.recommend.size_of_today import SizeOfToday


def why(knowledge: Knowledge, name: str, needs: Needs, outcome: Outcome = Outcome.WORKS) -> str:
    instance_type = knowledge.catalog.get(name)
    assert instance_type
    (entry,) = rank([(instance_type, outcome)], needs, knowledge.families)
    return entry.why.render(NullTranslations())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("m8i.large", "Intel, generation 8"),
        ("m8g.large", "AWS Graviton, generation 8"),
        ("t3a.large", "AMD, as old as M5; burstable: full speed only while CPU credits last"),
        ("m8i-flex.large", "flex: full speed most of the time"),
        ("m4.large", "a previous generation"),
        ("i3.large", "on the older Xen hypervisor"),
        ("g6.xlarge", "NVIDIA L4"),
        ("m8i.metal-48xl", "bare metal"),
        ("m8id.large", "118 GB of local disks, empty after a stop"),
        ("c8in.large", "3.125 Gbit/s of network"),
        ("mac2.metal", "Apple"),
    ],
)
def test_what_it_is_made_of_and_what_to_watch(knowledge: Knowledge, name: str, words: str) -> None:
    assert words in why(knowledge, name, Needs())


@pytest.mark.parametrize(
    ("needs", "name", "words"),
    [
        (Needs(purpose=Purpose.VIRTUAL_MACHINES), "m8i.large", "nested virtualization, a CPU option"),
        (
            Needs(features=frozenset({Feature.NESTED_VIRTUALIZATION})),
            "m8i.large",
            "virtual machines inside",
        ),
        (Needs(purpose=Purpose.VIRTUAL_MACHINES), "m8a.large", "AMD, generation 8"),
        (Needs(purpose=Purpose.VIRTUAL_MACHINES), "m8i.metal-48xl", "bare metal, without a hypervisor"),
    ],
)
def test_whether_virtual_machines_run_inside(
    knowledge: Knowledge, needs: Needs, name: str, words: str
) -> None:
    assert words in why(knowledge, name, needs)
    assert ("nested" in why(knowledge, name, needs)) is (name == "m8i.large")


def test_what_is_open_says_on_what_it_depends_and_not_that_it_is_lost(knowledge: Knowledge) -> None:
    kind = knowledge.catalog.get("m8i.large")
    assert kind is not None
    row = Ranked(kind, Outcome.UNKNOWN, open_on=("launch.zone_offers", "os.ena_driver"))
    said = row.why.render(NullTranslations())
    assert said.startswith(
        "depends on whether the type is offered in the zone, and its kinds of volume and whether the system has an ENA driver; "
    )
    assert "lost" not in said


def test_all_of_a_range_is_what_was_asked_for(knowledge: Knowledge) -> None:
    needs = Needs(vcpus=Range(1, 16), memory_gib=Range(4, 8))
    assert why(knowledge, "m8i.large", needs).startswith("the size you asked for; ")


@pytest.mark.parametrize(
    ("lost", "words"),
    [
        (("F12",), "runs with something lost (rule F12); Intel"),
        (("D4",), "on the slower standard network interface; Intel"),
        (("D3", "D9"), "on the slower standard network interface; runs with something lost (rule D9); Intel"),
    ],
)
def test_what_is_lost_comes_first(knowledge: Knowledge, lost: tuple[str, ...], words: str) -> None:
    kind = knowledge.catalog.get("m8i.large")
    assert kind is not None
    assert Ranked(kind, Outcome.DEGRADED, lost=lost).why.render(NullTranslations()).startswith(words)


@pytest.mark.parametrize(
    ("vcpus", "memory", "words"),
    [
        (2, 8, "the size you asked for"),
        (None, 8, "the size you asked for"),
        (2, 7.5, "the size you asked for"),
        (2, 4, "4 GiB more than you asked for"),
        (1, None, "1 vCPU more than you asked for"),
        (1, 3.5, "1 vCPU and 4.5 GiB more than you asked for"),
    ],
)
def test_how_near_in_size(
    knowledge: Knowledge, vcpus: float | None, memory: float | None, words: str
) -> None:
    needs = Needs(vcpus=Range(vcpus), memory_gib=Range(memory))
    assert why(knowledge, "m8i.large", needs).startswith(f"{words}; ")


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("m4.large", "as large as m4.large"),
        ("c4.large", "4.25 GiB more than c4.large"),
        ("m3.medium", "1 vCPU and 4.25 GiB more than m3.medium"),
        ("x1e.xlarge", "as large as x1e.xlarge"),
    ],
)
def test_how_it_compares_with_today(knowledge: Knowledge, today: str, words: str) -> None:
    instance_type = knowledge.catalog.get(today)
    assert instance_type
    needs = Needs(today=SizeOfToday.of(instance_type, ()))
    assert why(knowledge, "m8i.large", needs).startswith(f"{words}; ")


def test_more_vcpus_than_today_with_the_memory_asked_for(knowledge: Knowledge) -> None:
    instance_type = knowledge.catalog.get("m3.medium")
    assert instance_type
    needs = Needs(today=SizeOfToday.of(instance_type, ("memory-gib",)))
    assert why(knowledge, "m8i.large", needs).startswith("1 vCPU more than m3.medium; ")


def test_neighbours_are_told_apart(knowledge: Knowledge) -> None:
    """Never twenty times the same sentence."""
    types = [t for t in knowledge.catalog.types if (t.vcpus, t.memory_gib) == (2, 8)]
    needs = Needs(vcpus=Range(2, 2), memory_gib=Range(8, 8))
    order = rank([(t, Outcome.WORKS) for t in types], needs, knowledge.families)
    said = [entry.why.render(NullTranslations()) for entry in order]
    assert len(set(said)) > len(said) * 0.7


def test_less_disk_than_today_is_said(knowledge: Knowledge) -> None:
    today = knowledge.catalog.get("x1.32xlarge")
    assert today
    needs = Needs(today=SizeOfToday.of(today, ()))
    assert "3,800 GB of local disks, 40 GB less than today, empty after a stop" in why(
        knowledge, "x2idn.32xlarge", needs
    )


@pytest.mark.parametrize(
    ("name", "today", "words"),
    [
        ("d3.4xlarge", 0, "; 23,760 GB of local hard disks, empty after a stop"),
        ("d3.4xlarge", 24576, "; 23,760 GB of local hard disks, 816 GB less than today, empty after a stop"),
        ("i7ie.large", 0, "; 1,250 GB of local disks, empty after a stop"),
        ("i7ie.large", 1300, "; 1,250 GB of local disks, 50 GB less than today, empty after a stop"),
    ],
)
def test_hard_disks_are_told_from_ssds(knowledge: Knowledge, name: str, today: int, words: str) -> None:
    kind = knowledge.catalog.get(name)
    assert kind is not None
    wish = Wish(local_storage_gb=today, hard_disks=knowledge.families.hard_disks)
    assert words in Ranked(kind, Outcome.WORKS, wish).why.render(NullTranslations())
    entry = next(each for each in listed(knowledge, NO_COSTS) if each.instance_type is kind)
    assert ("hard disks" in entry.why.render(NullTranslations())) is name.startswith("d3")
