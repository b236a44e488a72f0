"""Any wish names a type to begin with, and says by what; where nothing was asked there is none."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from tests.model.recommend.advised import advised
from wizard.model.knowledge import Knowledge

UBUNTU = {"os": "ubuntu", "os-version": "24.04"}
METAL: dict[str, Any] = UBUNTU | {"need": ["bare-metal"]}
SMALLEST_METAL = "the smallest bare metal of the plain general purpose families, newest first."


def said(knowledge: Knowledge, **answers: Any) -> str:
    return advised(knowledge, **answers).headline.first.render(NullTranslations())


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (UBUNTU | {"purpose": "hpc"}, "hpc8a.96xlarge (192 vCPUs, 768 GiB): the newest type for HPC."),
        (UBUNTU | {"need": ["efa"]}, "hpc8a.96xlarge (192 vCPUs, 768 GiB): the newest type for HPC."),
        (
            UBUNTU | {"purpose": "training"},
            "p6-b200.48xlarge (192 vCPUs, 2,048 GiB): the newest type to train on.",
        ),
        (
            UBUNTU | {"purpose": "web"},
            "t8i.medium (2 vCPUs, 4 GiB): the nearest to the size that one begins with for that purpose, newest first.",
        ),
        (
            UBUNTU | {"need": ["enclaves"]},
            "m8a.large (2 vCPUs, 8 GiB): the nearest to a small usual size that has what you need, newest first.",
        ),
        (
            UBUNTU | {"family": ["m7i"]},
            "m7i.large (2 vCPUs, 8 GiB): the nearest to a small usual size in what you named, newest first.",
        ),
        (
            UBUNTU | {"family": ["vt1"]},
            "vt1.3xlarge (12 vCPUs, 24 GiB): of what you named the newest generation first, then the smallest.",
        ),
        (UBUNTU | {"need": ["burstable"]}, "t8i.medium (2 vCPUs, 4 GiB): "),
        (
            UBUNTU | {"purpose": "tiny"},
            "t3a.micro (2 vCPUs, 1 GiB): the cheapest small type with enough memory for the system. For arm64 it is t4g",
        ),
        (
            {"os": "windows", "os-version": "2022", "purpose": "tiny"},
            "t3a.small (2 vCPUs, 2 GiB): the cheapest small type with enough memory for the system. 939 of",
        ),
        (
            UBUNTU | {"free-plan": True},
            "t3.micro (2 vCPUs, 1 GiB): the cheapest of the Free Plan with enough memory for the system. For arm64 it is",
        ),
        (
            {"os": "windows", "os-version": "2022", "free-plan": True},
            "t3.small (2 vCPUs, 2 GiB): the cheapest of the Free Plan with enough memory for the system.",
        ),
        (METAL, "m8a.metal-24xl (96 vCPUs, 384 GiB): " + SMALLEST_METAL),
        (METAL | {"purpose": "virtual-machines"}, "m8a.metal-24xl (96 vCPUs, 384 GiB): " + SMALLEST_METAL),
        (METAL | {"arch": "arm64"}, "m7g.metal (64 vCPUs, 256 GiB): " + SMALLEST_METAL),
        (
            METAL | {"purpose": "tiny"},
            "c5.metal (96 vCPUs, 192 GiB): the cheapest bare metal with enough memory for the system.",
        ),
        # By its purpose, of its family, or for HPC.
        (
            METAL | {"purpose": "database"},
            "r8a.metal-24xl (96 vCPUs, 768 GiB): the nearest to the size that one begins with for that purpose",
        ),
        (
            METAL | {"family": ["c7i"]},
            "c7i.metal-24xl (96 vCPUs, 192 GiB): the nearest to a small usual size that has what you need",
        ),
        (
            UBUNTU | {"need": ["bare-metal", "efa"]},
            "c8in.metal-96xl (384 vCPUs, 768 GiB): the newest type for HPC.",
        ),
        (
            {"os": "macos", "os-version": "15"},
            "mac2.metal (8 vCPUs, 16 GiB): the smallest Mac that is known to run it.",
        ),
    ],
)
def test_it_names_a_type_to_begin_with(knowledge: Knowledge, answers: dict[str, Any], words: str) -> None:
    text = said(knowledge, **answers)
    assert f" Begin with {words}" in text
    assert "Say how many vCPUs and how much memory you need for another size." in text


@pytest.mark.parametrize(
    "answers", [{}, {"arch": "arm64"}, {"region": "eu-west-1"}, {"need": ["spot"]}, {"need": ["ena"]}]
)
def test_without_a_wish_there_is_none(knowledge: Knowledge, answers: dict[str, Any]) -> None:
    text = said(knowledge, **UBUNTU, **answers)
    assert "Begin with" not in text
    assert "Say how many vCPUs and how much memory you need, and the answer names one." in text


def test_an_image_with_a_purpose_gets_its_type_named(knowledge: Knowledge) -> None:
    text = said(
        knowledge, start="image", image_virtualization="hvm", image_ena="yes", purpose="web", **UBUNTU
    )
    assert "types that fit is t8i.medium (2 vCPUs, 4 GiB)." in text


def test_newer_types_than_the_kernel_is_made_for_are_not_passed_over_in_silence(knowledge: Knowledge) -> None:
    text = said(knowledge, os="ubuntu", os_version="16.04", vcpus={"minimum": 2})
    assert "the closest is m5a.large (2 vCPUs, 8 GiB)" in text
    assert text.endswith("newest first of those that its kernel is new enough for.")
    assert "new enough" not in said(knowledge, **UBUNTU, vcpus={"minimum": 2})


def test_what_an_instance_store_starts_boots_by_bios(knowledge: Knowledge) -> None:
    assert "with boot mode legacy-bios, ENA and an instance-store root" in said(
        knowledge, **UBUNTU, need=["instance-store-root"]
    )


@pytest.mark.parametrize(
    ("gib", "first", "exact"),
    [
        (32, "r8i.2xlarge (8 vCPUs, 64 GiB)", "m8i.2xlarge (8 vCPUs, 32 GiB)"),
        (16, "m8i.2xlarge (8 vCPUs, 32 GiB)", "c8i.2xlarge (8 vCPUs, 16 GiB)"),
        (64, "r8i.2xlarge (8 vCPUs, 64 GiB)", ""),
    ],
)
def test_more_memory_for_a_purpose_than_asked_for_is_told_with_what_has_just_that(
    knowledge: Knowledge, gib: int, first: str, exact: str
) -> None:
    size = {"vcpus": {"minimum": 8}, "memory-gib": {"minimum": gib}}
    text = said(knowledge, **UBUNTU, purpose="database", **size)
    assert f"the first is {first}: of about the size you asked for" in text
    assert ("Of just the size you asked for" in text) is bool(exact)
    assert exact in text
