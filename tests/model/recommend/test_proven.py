"""What is certain of an image and of its system because they run today."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from tests.model.migration.test_context import PV
from tests.model.recommend.advised import moved
from wizard.flow.interpret import needs_of
from wizard.model.ec2.finding import Evidence, Outcome
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.proven import Proven, as_it_runs, proven, proven_by
from wizard.model.recommend.recommendation import Recommendation

TR = NullTranslations()


@pytest.mark.parametrize(
    ("here", "facts"),
    [
        ("m4.large", (VirtualizationType.HVM, Architecture.X86_64, RootDeviceType.EBS, None)),
        ("m5.large", (VirtualizationType.HVM, Architecture.X86_64, RootDeviceType.EBS, True)),
        ("m8g.large", (VirtualizationType.HVM, Architecture.ARM64, RootDeviceType.EBS, True)),
        ("t2.small", (VirtualizationType.HVM, None, RootDeviceType.EBS, None)),
        ("m1.large", (None, Architecture.X86_64, None, None)),
    ],
)
def test_the_type_in_use_proves_what_nobody_said(
    knowledge: Knowledge, here: str, facts: tuple[object, ...]
) -> None:
    instance_type = knowledge.catalog.get(here)
    assert instance_type
    image = proven(Image(), instance_type)
    found = (image.virtualization_type, image.architecture, image.root_device_type, image.ena_support)
    assert found == facts


def test_what_was_said_stands(knowledge: Knowledge) -> None:
    instance_type = knowledge.catalog.get("m5.large")
    assert instance_type
    known = replace(PV, sriov_net_support=False)
    assert proven(known, instance_type) == known


def test_a_paravirtual_image_has_none_of_what_came_later() -> None:
    image = proven(Image(virtualization_type=VirtualizationType.PARAVIRTUAL), None)
    assert (image.boot_mode, image.ena_support, image.sriov_net_support, image.tpm_support) == (
        BootMode.UNSET,
        False,
        False,
        False,
    )
    assert proven(Image(), None) == Image()


def running(
    knowledge: Knowledge, family: str, version: str | None, here: str, image: Image | None = None
) -> Proven:
    system = knowledge.os_catalog.find(family, version)
    return proven_by(knowledge, image or Image(), system, knowledge.instance_type(here))


@pytest.mark.parametrize("here", ["t1.micro", "m1.small", "m2.xlarge", "c1.medium"])
def test_what_is_no_windows_is_paravirtual_on_the_oldest_types(knowledge: Knowledge, here: str) -> None:
    found = running(knowledge, "ubuntu", "14.04", here)
    assert found.image.virtualization_type is VirtualizationType.PARAVIRTUAL
    why = found.because["image.virtualization_type"]
    assert (why.rule, why.evidence) == ("V4", Evidence.REPORTED)
    assert why.sources
    assert running(knowledge, "windows", "2008 R2", here).image.virtualization_type is VirtualizationType.HVM


def test_both_kinds_run_on_m3(knowledge: Knowledge) -> None:
    assert running(knowledge, "ubuntu", "14.04", "m3.medium").image.virtualization_type is None


def test_windows_starts_from_ebs_wherever_it_runs(knowledge: Knowledge) -> None:
    assert running(knowledge, "windows", "2012", "c1.xlarge").image.root_device_type is RootDeviceType.EBS


def test_what_runs_on_nitro_has_its_drivers(knowledge: Knowledge) -> None:
    """Nobody knows of a source that says so of RHEL 7.0; it would not have come up."""
    system = running(knowledge, "rhel", "7", "a1.large").os
    assert (system.ena_driver, system.nvme_driver) == (True, True)
    assert system.grounds["nvme_driver"].evidence is Evidence.INFERRED
    assert running(knowledge, "rhel", "7", "m4.large").os.nvme_driver is None


def test_who_says_that_an_image_runs_where_it_cannot_proves_nothing(knowledge: Knowledge) -> None:
    hvm = Image(virtualization_type=VirtualizationType.HVM, platform=Platform.LINUX_UNIX)
    found = running(knowledge, "ubuntu", "14.04", "m1.small", hvm)
    assert found.because == {}
    # Nobody ever made a paravirtual image of it.
    none = running(knowledge, "amazon-linux", "2023", "m1.large")
    assert (none.image.virtualization_type, none.because) == (None, {})


def test_a_type_that_only_earlier_answers_had_proves_by_its_record(knowledge: Knowledge) -> None:
    found = running(knowledge, "centos", "6", "p2.xlarge")
    assert (found.image.virtualization_type, found.because) == (VirtualizationType.HVM, {})


def test_the_system_of_a_move_has_what_it_runs_with(knowledge: Knowledge) -> None:
    def moving(version: str, here: str, **more: str) -> Needs:
        answers = {"start": "instance", "os": "rhel", "os-version": version, "current-type": here, **more}
        return needs_of(answers, knowledge)

    stays = as_it_runs(knowledge, moving("7", "a1.large", **{"os-after": "same"}))
    assert stays.os.nvme_driver is True
    assert stays.os_updated is not None
    assert stays.os_updated.nvme_driver is True
    newest = moving("9", "m5.large")
    assert as_it_runs(knowledge, newest) is newest
    assert as_it_runs(knowledge, Needs(os=OperatingSystem())) == Needs(os=OperatingSystem())


def of_2014(knowledge: Knowledge, here: str, **more: Any) -> Recommendation:
    return moved(knowledge, here, **{"os-version": "14.04"} | more)


def test_a_move_says_that_the_image_is_paravirtual_and_how_that_is_known(knowledge: Knowledge) -> None:
    found = of_2014(knowledge, "m1.small")
    said = found.summary.render(TR)
    assert "It runs on m1.small, so your AMI is paravirtual: 19 of the 1,395 instance types take it" in said
    assert "It cannot be converted: rebuild it as HVM, on Ubuntu 26.04." in said
    reason = next(each for each in found.reasons if each.rule == "V4")
    assert (reason.outcome, reason.evidence) == (Outcome.WORKS, Evidence.REPORTED)
    assert reason.text.render(TR).startswith("It runs on m1.small, so it is paravirtual. Users report")
    assert "V4" not in [each.rule for each in of_2014(knowledge, "m3.medium").reasons]
