"""What an instance has today is the least that it has afterwards."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.ec2.instance_type import Architecture
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.criteria.criteria import criteria
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.size_of_today import SizeOfToday


def size_of(knowledge: Knowledge, name: str, *answered: str) -> SizeOfToday:
    instance_type = knowledge.instance_type(name)
    assert instance_type
    return SizeOfToday.of(instance_type, answered)


@pytest.mark.parametrize(
    ("name", "reasons"),
    [
        (
            "r4.16xlarge",
            ["Fewer than the 64 vCPUs of r4.16xlarge", "Less than the 488 GiB of memory of r4.16xlarge"],
        ),
        (
            "m3.medium",
            ["Fewer than the 1 vCPUs of m3.medium", "Less than the 3.75 GiB of memory of m3.medium"],
        ),
        (
            "inf1.xlarge",
            [
                "Fewer than the 4 vCPUs of inf1.xlarge",
                "Less than the 8 GiB of memory of inf1.xlarge",
                "Without accelerators of the kind of inf1.xlarge",
                "Less than the 8 GiB of accelerator memory of inf1.xlarge",
            ],
        ),
        (
            "g5.12xlarge",
            [
                "Fewer than the 48 vCPUs of g5.12xlarge",
                "Less than the 192 GiB of memory of g5.12xlarge",
                "Fewer than the 4 GPUs of g5.12xlarge",
                "Without accelerators of the kind of g5.12xlarge",
                "Less than the 89 GiB of accelerator memory of g5.12xlarge",
                "Less than the 3,800 GB of local disks of g5.12xlarge",
            ],
        ),
    ],
)
def test_each_measure_has_its_reason(knowledge: Knowledge, name: str, reasons: list[str]) -> None:
    found = list(criteria(Needs(today=size_of(knowledge, name))))
    assert [criterion.text.render(NullTranslations()) for criterion in found] == reasons
    assert {(criterion.answer, criterion.instead) for criterion in found} == {("same-size", "no")}
    assert all(criterion.relax(Needs(today=size_of(knowledge, name))).today is None for criterion in found)


def test_an_answer_counts_before_todays_size(knowledge: Knowledge) -> None:
    today = size_of(knowledge, "g5.12xlarge", "vcpus", "memory-gib", "gpu", "local-storage-gb", "arch")
    assert (today.vcpus, today.memory_gib, today.gpus, today.local_storage_gb) == (0, 0, 0, 0)
    assert not today.accelerators
    assert not today.accelerator_memory_mib
    assert list(criteria(Needs(today=today))) == []


def test_no_type_that_fits_is_smaller(knowledge: Knowledge) -> None:
    today = size_of(knowledge, "i3.8xlarge")
    for entry in advise(knowledge, Needs(today=today, vcpus=Range(0))).ranked:
        t = entry.instance_type
        assert t.vcpus >= 32
        assert t.memory_gib >= 244
        # 7,500 GB are what is sold for 7,600 GB today.
        assert t.local_storage_gb >= 7500


@pytest.mark.parametrize(
    ("name", "architecture"),
    [("m1.small", "x86_64"), ("a1.large", "arm64"), ("t2.micro", "x86_64"), ("mac1.metal", "x86_64_mac")],
)
def test_it_keeps_the_architecture(knowledge: Knowledge, name: str, architecture: Architecture) -> None:
    assert size_of(knowledge, name).architecture == architecture
    decision = advise(knowledge, Needs(today=size_of(knowledge, name))).decision
    assert decision
    assert decision.architecture == architecture


def test_an_accelerator_is_replaced_by_one_of_its_kind_with_as_much_memory(knowledge: Knowledge) -> None:
    ranked = advise(knowledge, Needs(today=size_of(knowledge, "inf1.6xlarge"))).ranked
    assert {entry.instance_type.family for entry in ranked} == {"inf1", "inf2"}
    memory = [entry.instance_type.accelerators[0].memory_mib for entry in ranked]
    assert min(memory) >= 32 * 1024


def test_disks_that_are_counted_otherwise_today_will_do_and_come_later(knowledge: Knowledge) -> None:
    """x1e.32xlarge has 3,840 GB, its successor 3,800 GB: that is no reason for a machine with eight GPUs."""
    assert advise(knowledge, Needs(today=size_of(knowledge, "x1e.32xlarge"))).ranked[
        0
    ].instance_type.name == ("x2iedn.32xlarge")
    order = [
        e.instance_type.name for e in advise(knowledge, Needs(today=size_of(knowledge, "i3.8xlarge"))).ranked
    ]
    assert order.index("i7i.12xlarge") < order.index("i7i.8xlarge")


def test_hard_disks_may_be_replaced_by_hard_disks(knowledge: Knowledge) -> None:
    ranked = advise(knowledge, Needs(today=size_of(knowledge, "h1.4xlarge"))).ranked
    assert ranked[0].instance_type.name == "d3en.4xlarge"


def test_disks_that_are_asked_for_again_may_be_counted_otherwise_too_and_are_never_left_out(
    knowledge: Knowledge,
) -> None:
    needs = Needs(today=size_of(knowledge, "x1e.32xlarge"), local_storage_gb=3840)
    assert advise(knowledge, needs).ranked[0].instance_type.name == "x2iedn.32xlarge"
    alone = advise(knowledge, Needs(local_storage_gb=3840)).ranked
    assert min(entry.instance_type.local_storage_gb for entry in alone) >= 3840
    asked = Needs(today=size_of(knowledge, "m1.small"), local_storage_gb=160)
    assert min(e.instance_type.local_storage_gb for e in advise(knowledge, asked).ranked) >= 0.96 * 160


def test_memory_is_asked_for_as_it_is_shown(knowledge: Knowledge) -> None:
    """A t1.micro has 627 MiB, which is shown as 0.61 GiB, and an m1.small 1.7 GiB but for a few KiB."""
    for name, amount in (("t1.micro", 0.61), ("m1.small", 1.7), ("m1.small", 1.699)):
        found = advise(knowledge, Needs(types=(name,), memory_gib=Range(amount))).ranked
        assert [entry.instance_type.name for entry in found] == [name]
