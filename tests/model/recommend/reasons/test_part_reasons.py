"""One sentence for each part of a decision, about all types that fit."""

from __future__ import annotations

from collections.abc import Callable
from gettext import NullTranslations
from typing import Any

import pytest

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.finding import Finding, Outcome
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import (
    Architecture,
    BootMode,
    InstanceType,
    RootDeviceType,
    Support,
    VirtualizationType,
)
from wizard.model.ec2.launch import Edition, Launch
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.decide import decide
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.reasons.case import Case
from wizard.model.recommend.reasons.part_reasons import PARTS

TR = NullTranslations()
LINUX = OperatingSystem(family="linux", kind=OsKind.LINUX)
WINDOWS = OperatingSystem(family="windows", kind=OsKind.WINDOWS)
MACOS = OperatingSystem(family="macos", kind=OsKind.MACOS)
STORE = frozenset({Feature.INSTANCE_STORE_ROOT})


def by_part(knowledge: Knowledge, **needs: Any) -> dict[str | None, Finding]:
    return {finding.part: finding for finding in advise(knowledge, Needs(**needs)).reasons}


def said(knowledge: Knowledge, part: str, **needs: Any) -> str:
    return by_part(knowledge, **needs)[part].text.render(TR)


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        (
            {"os": LINUX},
            "All 958 types that fit take HVM, 949 of them nothing else; a paravirtual AMI would run on 19, all of old families (C1, C3, M1, M2, M3, T1). 10 of them do not run this system as HVM.",
        ),
        (
            {"os": LINUX, "families": ("m5",)},
            "All 9 types that fit take only HVM; paravirtual would leave none.",
        ),
        ({"os": LINUX, "types": ("m5.large",)}, "m5.large takes only HVM; paravirtual would leave none."),
        (
            {"os": LINUX, "families": ("m3",)},
            "All 4 types that fit take HVM and paravirtual AMIs; a paravirtual AMI would run on 4, all of old families (M3).",
        ),
        (
            {"os": LINUX, "types": ("t1.micro",)},
            "Paravirtual because HVM would leave none: t1.micro does not run this system as HVM.",
        ),
        (
            {"os": LINUX, "virtualization_type": VirtualizationType.PARAVIRTUAL},
            "Paravirtual because you asked for it: 19 of 1,395 types take such an AMI and fit",
        ),
        (
            {"os": LINUX, "edition": Edition.YEAR_2014},
            "Paravirtual by what was known in June 2014; 19 types take it",
        ),
        (
            {"os": LINUX, "architecture": Architecture.ARM64},
            "All 418 types that fit take only HVM; paravirtual would leave none.",
        ),
        (
            {"os": LINUX, "types": ("m5.large", "m5.xlarge", "t1.micro")},
            "All 2 types that fit take only HVM; a paravirtual AMI would run on 1 more, all of old families (T1).",
        ),
        ({"os": WINDOWS}, "HVM: Windows runs in no other way, and all"),
        ({"os": MACOS}, "HVM: all"),
    ],
)
def test_hvm_or_paravirtual(knowledge: Knowledge, needs: dict[str, Any], words: str) -> None:
    assert words in said(knowledge, "virtualization", **needs)
    recommendation = advise(knowledge, Needs(**needs))
    assert words in recommendation.hvm_or_paravirtual.render(TR)


def test_hvm_where_a_paravirtual_image_of_the_system_runs_nowhere(knowledge: Knowledge) -> None:
    blind = OperatingSystem(family="custom", kind=OsKind.LINUX, xen_pv_kernel=False)
    words = said(knowledge, "virtualization", os=blind, families=("m3",))
    assert "3 of them nothing else; no paravirtual" in said(
        knowledge, "virtualization", os=blind, types=("m5.large", "m5.xlarge", "t2.micro", "m3.large")
    )
    assert words == (
        "All 4 types that fit take HVM and paravirtual AMIs, but no paravirtual AMI of this system runs on one."
    )


def test_the_question_has_its_answer_where_nothing_is_left(knowledge: Knowledge) -> None:
    recommendation = advise(knowledge, Needs(os=WINDOWS, architecture=Architecture.ARM64))
    assert recommendation.hvm_or_paravirtual.render(TR) == "Neither: no type is left."
    assert {finding.part for finding in recommendation.reasons} == {None}


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        (
            {"os": LINUX},
            "x86_64 reaches 958 types. An AMI runs on one architecture only; types that fit with another one: arm64 418.",
        ),
        (
            {"os": LINUX, "architecture": Architecture.ARM64},
            "arm64 because you asked for it: 418 of 1,395 types run such AMIs, and 418 of them fit.",
        ),
        (
            {"os": LINUX, "families": ("m7g",)},
            "arm64: no other architecture runs on a type that fits your answers.",
        ),
        (
            {
                "os": LINUX,
                "image": Image(architecture=Architecture.ARM64, virtualization_type=VirtualizationType.HVM),
            },
            "arm64, as your AMI is, on 418 types. It cannot be converted",
        ),
    ],
)
def test_architecture(knowledge: Knowledge, needs: dict[str, Any], words: str) -> None:
    assert words in said(knowledge, "architecture", **needs)


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        (
            {"os": LINUX},
            "790 of the 958 types that fit boot by UEFI, 168 by BIOS only: an AMI that boots both ways (uefi-preferred) runs on all.",
        ),
        (
            {"os": LINUX, "families": ("m5",), "features": frozenset({Feature.SECURE_BOOT})},
            "boot by UEFI. NitroTPM and UEFI Secure Boot need UEFI.",
        ),
        ({"os": LINUX, "architecture": Architecture.ARM64}, "All 418 types that fit boot by UEFI only."),
        ({"os": LINUX, "types": ("m8a.large", "m8a.xlarge")}, "keeps those open that know BIOS only."),
        ({"os": LINUX, "architecture": Architecture.I386}, "All 5 types that fit boot by BIOS only."),
        ({"os": LINUX, "types": ("t2.micro",), "features": frozenset()}, "boots by BIOS only"),
        (
            {"os": OperatingSystem(family="custom", kind=OsKind.OTHER, uefi_boot=False, bios_boot=True)},
            "in no other way.",
        ),
        (
            {
                "os": OperatingSystem(family="custom", uefi_boot=False, bios_boot=True),
                "types": ("m5.large", "m6i.large"),
            },
            "All 2 types that fit boot by BIOS.",
        ),
        (
            {
                "os": LINUX,
                "request": Launch(zone="us-east-1-wl1-bos-wlz-1"),
                "types": ("t3.medium", "r5.2xlarge"),
            },
            "All 2 types that fit boot by BIOS there: Wavelength Zones have no UEFI.",
        ),
        ({"os": MACOS}, "No boot mode: a Mac starts by its own firmware."),
        (
            {"os": LINUX, "types": ("t1.micro",)},
            "No boot mode: a paravirtual AMI starts its kernel through an AKI.",
        ),
    ],
)
def test_boot_mode(knowledge: Knowledge, needs: dict[str, Any], words: str) -> None:
    assert words in said(knowledge, "boot_mode", **needs)


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        (
            {"os": LINUX},
            "894 of the 958 types that fit require ENA: EC2 refuses an AMI that is not marked for it there.",
        ),
        ({"os": LINUX, "families": ("m5",)}, "All 9 types that fit require ENA"),
        ({"os": LINUX, "types": ("t1.micro",)}, "t1.micro has no ENA."),
        ({"os": LINUX, "families": ("r4",)}, "None of the 6 types that fit requires ENA; 6 can use it."),
        ({"os": LINUX, "families": ("t2",)}, "None of the 7 types that fit has ENA."),
    ],
)
def test_ena(knowledge: Knowledge, needs: dict[str, Any], words: str) -> None:
    assert words in said(knowledge, "ena", **needs)


def test_root_device(knowledge: Knowledge) -> None:
    assert said(knowledge, "root_device", os=LINUX, families=("m5",)) == (
        "All 9 types that fit start from EBS; an instance-store root would leave none."
    )
    assert "24 of them would start from an instance store, too." in said(knowledge, "root_device", os=LINUX)
    assert "You asked for an instance-store root" in said(knowledge, "root_device", os=LINUX, features=STORE)


@pytest.mark.parametrize(
    ("version", "words"),
    [("11", "Windows 11 needs a TPM 2.0: "), (None, "The current Windows needs a TPM 2.0: ")],
)
def test_a_system_that_needs_a_tpm_says_so(knowledge: Knowledge, version: str | None, words: str) -> None:
    catalog = knowledge.os_catalog
    system = catalog.booting_as(catalog.resolve("windows-client", version), "11")
    assert said(knowledge, "tpm", os=system).startswith(words)


def test_nitrotpm_is_spoken_of_where_it_is_asked_for(knowledge: Knowledge) -> None:
    assert "tpm" not in by_part(knowledge, os=LINUX)
    words = said(knowledge, "tpm", os=LINUX, features=frozenset({Feature.TPM}))
    assert words.startswith("You asked for NitroTPM: ")
    assert "register-image" in words


def test_a_reason_is_for_the_decision_and_has_a_source(knowledge: Knowledge) -> None:
    reasons = advise(knowledge, Needs(os=LINUX)).reasons
    assert [finding.part for finding in reasons][:5] == list(PARTS)[:5]
    assert all(finding.sources for finding in reasons)
    assert all(finding.outcome is Outcome.WORKS for finding in reasons if finding.part)


def test_ec2s_words_stand_below_where_another_choice_would_be_refused(knowledge: Knowledge) -> None:
    found = by_part(knowledge, os=LINUX)
    assert "is required for instances of type" in str(found["virtualization"].ec2_error)
    assert found["ena"].ec2_error_code == "InvalidParameterCombination"
    assert found["root_device"].ec2_error is None


@pytest.mark.parametrize(
    ("part", "is_refused"),
    [
        ("virtualization", lambda t: VirtualizationType.PARAVIRTUAL not in t.virtualization_types),
        ("boot_mode", lambda t: BootMode.UEFI not in t.boot_modes),
        ("ena", lambda t: t.ena is Support.REQUIRED),
    ],
)
def test_ec2s_words_name_a_type_that_the_other_choice_is_refused_on(
    knowledge: Knowledge, part: str, is_refused: Callable[[InstanceType], bool]
) -> None:
    words = by_part(knowledge, os=LINUX)[part].ec2_error
    assert words is not None
    named = knowledge.catalog.get(str(words.values["type.name"]))
    assert named is not None
    assert is_refused(named)


def test_ec2_has_no_words_where_another_choice_would_do_as_well(knowledge: Knowledge) -> None:
    """What fits Ubuntu 14.04 needs no ENA and no UEFI; a paravirtual image is refused on some all the same."""
    found = by_part(knowledge, os=knowledge.os_catalog.resolve("ubuntu", "14.04"))
    said = {part for part, finding in found.items() if finding.ec2_error}
    assert said == {"virtualization"}


def test_windows_reads_of_virtualization_last_and_of_no_error(knowledge: Knowledge) -> None:
    parts = [finding.part for finding in advise(knowledge, Needs(os=WINDOWS)).reasons if finding.part]
    assert parts[-1] == "virtualization"
    assert by_part(knowledge, os=WINDOWS)["virtualization"].ec2_error is None


def test_an_instance_store_root_is_a_choice_of_ones_own(knowledge: Knowledge) -> None:
    decision = advise(knowledge, Needs(os=LINUX, features=STORE)).decision
    assert decision is not None
    assert decision.root_device_type is RootDeviceType.INSTANCE_STORE


def test_a_sentence_names_eight_families(knowledge: Knowledge) -> None:
    decision = decide(knowledge, Needs(os=LINUX))
    case = Case(decision, Needs(os=LINUX))
    assert case.families(decision.best.fits).count(", ") == 7
    named = knowledge.catalog.mask(lambda t: t.family in ("m5", "u-6tb1", "p4d"))
    assert case.families(named) == "M5, p4d, U-6TB1"


@pytest.mark.parametrize(
    ("family", "version", "more", "named"),
    [
        ("windows", "2022", {}, "TPM-Windows_Server-2022- are registered"),
        ("windows-sql", "2022", {"region": "us-gov-west-1"}, "TPM-Windows_Server-2022- are registered"),
        # AWS publishes none of these, and none in China.
        ("windows", "2012 R2", {}, ""),
        ("windows-client", "11", {}, ""),
        ("amazon-linux", "2023", {}, ""),
    ],
)
def test_windows_amis_with_nitrotpm_are_named_where_aws_has_them(
    knowledge: Knowledge, family: str, version: str, more: dict[str, Any], named: str
) -> None:
    system = knowledge.os_catalog.find(family, version)
    words = said(knowledge, "tpm", os=system, features=frozenset({Feature.TPM}), **more)
    assert ("names begin with" in words) is bool(named)
    assert named in words
    assert "register-image with TpmSupport v2.0 and boot mode uefi" in words


@pytest.mark.parametrize(("types", "number"), [((), "764 of them fit"), (("m7i.large",), "m7i.large fits")])
def test_who_asks_for_secure_boot_on_windows_hears_why_it_has_a_tpm(
    knowledge: Knowledge, types: tuple[str, ...], number: str
) -> None:
    system = knowledge.os_catalog.find("windows", "2025")
    words = said(knowledge, "tpm", os=system, features=frozenset({Feature.SECURE_BOOT}), types=types)
    assert words.startswith(
        "You asked for Secure Boot: AWS's Windows AMIs that bring its keys have a NitroTPM as well"
    )
    assert number in words
