from __future__ import annotations

import pytest

from wizard.model.ec2.instance_type import AcceleratorKind, Hypervisor, InstanceType
from wizard.model.knowledge import Knowledge


def type_named(knowledge: Knowledge, name: str) -> InstanceType:
    found = knowledge.catalog.get(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "family", "size"),
    [
        ("m5d.xlarge", "m5d", "xlarge"),
        ("u-6tb1.56xlarge", "u-6tb1", "56xlarge"),
        ("c7i.metal-24xl", "c7i", "metal-24xl"),
        ("mac-m4.metal", "mac-m4", "metal"),
    ],
)
def test_family_and_size(knowledge: Knowledge, name: str, family: str, size: str) -> None:
    found = type_named(knowledge, name)
    assert (found.family, found.size) == (family, size)


def test_memory_in_gib(knowledge: Knowledge) -> None:
    assert type_named(knowledge, "m5.large").memory_gib == 8
    assert type_named(knowledge, "t3.nano").memory_gib == 0.5


@pytest.mark.parametrize(
    ("name", "gpus", "manufacturers"),
    [
        ("g4dn.12xlarge", 4, ("NVIDIA",)),
        ("g6f.large", 0, ("NVIDIA",)),
        ("inf2.xlarge", 0, ()),
        ("m5.large", 0, ()),
    ],
)
def test_gpus_whole_and_in_slices(
    knowledge: Knowledge, name: str, gpus: int, manufacturers: tuple[str, ...]
) -> None:
    found = type_named(knowledge, name)
    assert (found.gpus, found.gpu_manufacturers) == (gpus, manufacturers)


def test_what_the_processor_can_do(knowledge: Knowledge) -> None:
    nested = {t.name for t in knowledge.catalog.types if t.nested_virtualization}
    snp = {t.name for t in knowledge.catalog.types if t.sev_snp}
    assert len(nested) == 166
    assert len(snp) == 16
    assert "m8i.large" in nested
    assert snp >= {"m6a.large", "c6a.16xlarge", "r6a.4xlarge"}


def test_bare_metal_has_no_hypervisor(knowledge: Knowledge) -> None:
    for t in knowledge.catalog.types:
        assert (t.hypervisor is Hypervisor.NONE) is t.bare_metal


@pytest.mark.parametrize(
    ("name", "devices"),
    [
        ("inf1.24xlarge", [("Inferentia", 16)]),
        ("inf2.xlarge", [("Inferentia2", 1)]),
        ("trn1.2xlarge", [("Trainium", 1)]),
        ("g4dn.12xlarge", [("T4", 4)]),
        ("m5.large", []),
    ],
)
def test_a_chip_that_aws_tells_of_twice_is_there_once(
    knowledge: Knowledge, name: str, devices: list[tuple[str, int]]
) -> None:
    found = knowledge.catalog.get(name)
    assert found is not None
    assert [(device.name, device.count) for device in found.devices] == devices


def test_every_kind_of_accelerator_occurs(knowledge: Knowledge) -> None:
    kinds = {a.kind for t in knowledge.catalog.types for a in t.accelerators}
    assert kinds == set(AcceleratorKind)


def test_a_type_is_known_by_its_name(knowledge: Knowledge) -> None:
    assert hash(type_named(knowledge, "m5.large")) == hash("m5.large")
    assert len(set(knowledge.catalog.types)) == 1395


@pytest.mark.parametrize(
    ("name", "count"),
    [("m5.large", 0), ("t2.micro", 0), ("m5n.24xlarge", 1), ("p4d.24xlarge", 4), ("p5.48xlarge", 32)],
)
def test_an_efa_on_each_network_card(knowledge: Knowledge, name: str, count: int) -> None:
    assert type_named(knowledge, name).efa_interfaces == count
