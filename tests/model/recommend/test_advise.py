"""The decisions that the product is judged by."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.flow.interpret import needs_of
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import (
    Architecture,
    BootMode,
    Hypervisor,
    RootDeviceType,
    VirtualizationType,
)
from wizard.model.ec2.launch import Edition
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.recommendation import ImageProfile
from wizard.model.recommend.sentences.described import describe

LINUX = OperatingSystem(family="linux", kind=OsKind.LINUX)
WINDOWS = OperatingSystem(family="windows", kind=OsKind.WINDOWS)
THEN = Edition.YEAR_2014


@pytest.mark.parametrize(
    ("needs", "expected"),
    [
        (Needs(os=WINDOWS), "hvm"),
        (Needs(os=LINUX), "hvm"),
        (Needs(os=LINUX, edition=THEN), "paravirtual"),
        (Needs(os=WINDOWS, edition=THEN), "hvm"),
        (Needs(os=LINUX, types=("t1.micro",)), "paravirtual"),
        (Needs(os=LINUX, types=("t1.micro",), edition=THEN), "paravirtual"),
        (Needs(os=WINDOWS, types=("t1.micro",)), "hvm"),
        (Needs(os=LINUX, families=("m1",)), "paravirtual"),
        (Needs(os=LINUX, families=("m5",), edition=THEN), "hvm"),
        (Needs(os=OperatingSystem(kind=OsKind.LINUX, xen_pv_kernel=False), edition=THEN), "hvm"),
        (Needs(os=OperatingSystem(kind=OsKind.LINUX, pv_drivers=False), edition=THEN), "hvm"),
        (Needs(os=OperatingSystem(kind=OsKind.LINUX, host_vt=False), edition=THEN), "paravirtual"),
        (Needs(os=OperatingSystem(kind=OsKind.LINUX, host_vt=False)), "hvm"),
    ],
)
def test_virtualization_type(knowledge: Knowledge, needs: Needs, expected: str) -> None:
    decision = advise(knowledge, needs).decision
    assert decision is not None
    assert decision.virtualization_type == expected


@pytest.mark.parametrize(
    ("needs", "relaxed"),
    [
        (Needs(os=LINUX, families=("m1",), region="eu-central-1"), {"family", "region"}),
        (Needs(os=WINDOWS, architecture=Architecture.ARM64), {"arch", "os"}),
        (Needs(os=WINDOWS, virtualization_type=VirtualizationType.PARAVIRTUAL), {"virtualization"}),
        (Needs(os=OperatingSystem(kind=OsKind.WINDOWS, host_vt=False), edition=THEN), {"edition", "os"}),
        (Needs(vcpus=Range(2000), memory_gib=Range(100_000)), {"vcpus+memory-gib"}),
        (Needs(without=frozenset({Feature.ENA}), features=frozenset({Feature.EFA})), {"without", "need"}),
    ],
)
def test_nothing_left_names_what_to_relax(knowledge: Knowledge, needs: Needs, relaxed: set[str]) -> None:
    recommendation = advise(knowledge, needs)
    assert recommendation.decision is None
    assert recommendation.ranked == ()
    assert relaxed <= {r.answer for r in recommendation.relax}
    assert all(r.count > 0 for r in recommendation.relax)
    counts = [r.count for r in recommendation.relax]
    assert counts == sorted(counts, reverse=True)


def test_tpm_takes_uefi_and_no_bare_metal(knowledge: Knowledge) -> None:
    recommendation = advise(knowledge, Needs(features=frozenset({Feature.TPM})))
    assert recommendation.decision is not None
    assert recommendation.decision.boot_mode is BootMode.UEFI
    assert recommendation.decision.tpm
    assert not any(entry.instance_type.bare_metal for entry in recommendation.ranked)


def test_count_of_685(knowledge: Knowledge) -> None:
    needs = Needs(
        architecture=Architecture.X86_64, vcpus=Range(4), memory_gib=Range(16), hypervisor=Hypervisor.NITRO
    )
    assert len(advise(knowledge, needs).ranked) == 685


def test_then_and_now_disagree_on_linux_and_say_why(knowledge: Knowledge) -> None:
    both = advise(knowledge, Needs(os=LINUX)).then_and_now
    assert both.then.virtualization_type == "paravirtual"
    assert both.now.virtualization_type == "hvm"
    assert "contested" in both.changed.template
    assert any("minops.com" in source.url for source in both.sources)
    assert (both.then.types, both.now.types) == (19, 958)
    assert both.then.sources[0].url.startswith("https://www.computerweekly.com/de/")


def test_then_and_now_agree_on_windows(knowledge: Knowledge) -> None:
    both = advise(knowledge, Needs(os=WINDOWS)).then_and_now
    assert both.then.virtualization_type == both.now.virtualization_type == "hvm"
    assert "the same" in both.changed.template


def test_then_and_now_with_nothing_left(knowledge: Knowledge) -> None:
    both = advise(knowledge, Needs(os=LINUX, vcpus=Range(5000))).then_and_now
    assert both.then.virtualization_type is both.now.virtualization_type is None


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (
            ImageProfile(
                VirtualizationType.HVM, Architecture.X86_64, BootMode.UEFI, True, RootDeviceType.EBS, True
            ),
            "NitroTPM",
        ),
        (
            ImageProfile(
                VirtualizationType.HVM, Architecture.X86_64, BootMode.UEFI, False, RootDeviceType.EBS
            ),
            "without ENA",
        ),
        (
            ImageProfile(VirtualizationType.HVM, Architecture.ARM64, BootMode.UEFI, True, RootDeviceType.EBS),
            "an HVM AMI for arm64",
        ),
        (
            ImageProfile(
                VirtualizationType.PARAVIRTUAL,
                Architecture.I386,
                BootMode.UNSET,
                False,
                RootDeviceType.INSTANCE_STORE,
            ),
            "a paravirtual AMI for i386 with an instance-store root volume",
        ),
    ],
)
def test_describe(profile: ImageProfile, words: str) -> None:
    assert words in describe(profile).render(NullTranslations())


def test_what_loses_something_stands_behind_what_works_though_all_of_it_is_open(knowledge: Knowledge) -> None:
    """Whether this RHEL 7 has the drivers is open on every type; that its kernel is too old for r8i is known."""
    answers = {
        "start": "instance",
        "os": "rhel",
        "os-version": "7",
        "current-type": "r4.2xlarge",
        "region": "ca-west-1",
    }
    outcomes = [entry.outcome for entry in advise(knowledge, needs_of(answers, knowledge)).ranked]
    works = [place for place, outcome in enumerate(outcomes) if outcome is Outcome.WORKS]
    lost = [place for place, outcome in enumerate(outcomes) if outcome is Outcome.DEGRADED]
    assert works
    assert lost
    assert max(works) < min(lost)
