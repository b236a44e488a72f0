"""Specifications allow exactly the types they were written for, within the API's limits."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from wizard.model.catalog.specification import NoSpecification, Specification, Specifier
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import (
    Architecture,
    BootMode,
    Hypervisor,
    InstanceType,
    RootDeviceType,
    Support,
    VirtualizationType,
)
from wizard.model.ec2.launch import Launch
from wizard.model.knowledge import Knowledge


def conforms(specification: Specification) -> None:
    """The limits of ReplaceImageInstanceTypeSpecification."""
    entries = (*specification.supported, *specification.unsupported)
    assert len(specification.supported) <= 100
    assert len(specification.unsupported) <= 100
    assert len(set(entries)) == len(entries)
    assert all(1 <= len(entry) <= 24 and "**" not in entry for entry in entries)


def allowed(knowledge: Knowledge, specification: Specification) -> int:
    """The mask of types that may be launched with it."""
    return knowledge.catalog.mask(lambda t: specification.allows(t.name))


def test_everything_needs_no_list(knowledge: Knowledge) -> None:
    assert knowledge.specifier.specify(knowledge.catalog.everything) == Specification()


def test_nothing_is_all_unsupported(knowledge: Knowledge) -> None:
    specification = knowledge.specifier.specify(0)
    assert specification == Specification(unsupported=("*",))
    assert allowed(knowledge, specification) == 0


def test_paravirtual_types_are_six_families(knowledge: Knowledge) -> None:
    mask = knowledge.catalog.mask(lambda t: "paravirtual" in t.virtualization_types)
    assert knowledge.specifier.specify(mask).supported == ("c1.*", "c3.*", "m1.*", "m2.*", "m3.*", "t1.micro")


@pytest.mark.no_cover
def test_verdicts_expand_back_exactly(knowledge: Knowledge) -> None:
    for seed in range(60):
        usable = knowledge.judge.survey(some_launch(random.Random(seed))).usable
        specification = knowledge.specifier.specify(usable)
        assert allowed(knowledge, specification) == usable, seed
        conforms(specification)


def some_launch(chance: random.Random) -> Launch:
    """An image and a request as people make them, by chance."""
    image = Image(
        architecture=chance.choice(
            [Architecture.X86_64, Architecture.X86_64, Architecture.ARM64, Architecture.I386]
        ),
        virtualization_type=chance.choice([VirtualizationType.HVM] * 4 + [VirtualizationType.PARAVIRTUAL]),
        boot_mode=chance.choice(list(BootMode)),
        ena_support=chance.random() < 0.7,
        sriov_net_support=chance.random() < 0.7,
        tpm_support=chance.random() < 0.2,
        platform=chance.choice(list(Platform)),
        root_device_type=chance.choice([RootDeviceType.EBS] * 4 + [RootDeviceType.INSTANCE_STORE]),
    )
    return Launch(
        image,
        region=chance.choice([None, "eu-central-1", "us-east-1", "ap-southeast-5", "mx-central-1"]),
        spot=chance.random() < 0.2,
        hibernation=chance.random() < 0.2,
        enclave=chance.random() < 0.2,
    )


@pytest.mark.parametrize(
    ("takes", "supported", "unsupported"),
    [
        (lambda t: not t.bare_metal, 0, 1),
        (lambda t: t.hypervisor is Hypervisor.NITRO, 0, 17),
        (lambda t: t.ena is not Support.REQUIRED, 16, 0),
        (lambda t: BootMode.UEFI in t.boot_modes, 0, 49),
        (lambda t: Architecture.ARM64 in t.architectures, 22, 0),
        (lambda t: Architecture.I386 in t.architectures, 8, 0),
        (lambda t: RootDeviceType.INSTANCE_STORE in t.root_device_types, 9, 0),
        (lambda t: t.efa, 81, 6),
    ],
)
def test_lists_are_short(
    knowledge: Knowledge, takes: Callable[[InstanceType], bool], supported: int, unsupported: int
) -> None:
    """Of a hundred entries a list may have; a longer one is refused, or cannot be read by anybody."""
    found = knowledge.specifier.specify(knowledge.catalog.mask(takes))
    assert (len(found.supported), len(found.unsupported)) == (supported, unsupported)


def test_bare_metal_is_told_by_its_size(knowledge: Knowledge) -> None:
    mask = knowledge.catalog.mask(lambda t: not t.bare_metal)
    assert knowledge.specifier.specify(mask).unsupported == ("*.metal*",)


def test_broad_patterns_with_exceptions(knowledge: Knowledge) -> None:
    mask = knowledge.catalog.mask(
        lambda t: t.family.startswith("m") and t.name not in {"m5.large", "m6i.2xlarge"}
    )
    specification = knowledge.specifier.specify(mask)
    assert specification.supported
    assert {"m5.large", "m6i.2xlarge"} <= set(specification.unsupported)
    assert allowed(knowledge, specification) == mask


def test_too_scattered_is_refused_with_the_number(knowledge: Knowledge) -> None:
    chance = random.Random(1)
    mask = sum(1 << bit for bit in range(len(knowledge.catalog.types)) if chance.random() < 0.5)
    with pytest.raises(NoSpecification, match="entries are needed"):
        knowledge.specifier.specify(mask)


def test_a_hundred_entries_are_a_list_and_one_more_is_none(knowledge: Knowledge) -> None:
    """Types from all over the catalogue have nothing in common but themselves."""
    scattered = [1 << bit for bit in range(0, len(knowledge.catalog.types), 7)]
    assert len(knowledge.specifier.specify(sum(scattered[:100])).supported) == 100
    with pytest.raises(NoSpecification, match="101 entries are needed, 100 a list are allowed"):
        knowledge.specifier.specify(sum(scattered[:101]))


@pytest.mark.parametrize("name", ["m5.large", "u-3tb1.56xlarge", "mac2-m2pro.metal"])
def test_a_single_type_is_written_by_its_name(knowledge: Knowledge, name: str) -> None:
    """A pattern would let in what AWS adds next to it."""
    mask = knowledge.catalog.mask(lambda t: t.name == name)
    assert Specifier(knowledge.catalog).specify(mask) == Specification(supported=(name,))


def test_supported_and_unsupported_together() -> None:
    specification = Specification(supported=("m5.*",), unsupported=("m5.metal",))
    assert specification.allows("m5.large")
    assert not specification.allows("m5.metal")
    assert not specification.allows("c5.large")
