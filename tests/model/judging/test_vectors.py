"""Launches whose outcome is known from the documentation, one of each kind of problem."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from wizard.model.ec2.finding import Outcome, Verdict
from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.images.describe_images import image_from
from wizard.model.judging.judge import judge
from wizard.model.knowledge import Knowledge

HVM: dict[str, Any] = {
    "State": "available",
    "VirtualizationType": "hvm",
    "Architecture": "x86_64",
    "RootDeviceType": "ebs",
    "EnaSupport": True,
    "SriovNetSupport": "simple",
}
PV = HVM | {"VirtualizationType": "paravirtual", "EnaSupport": False, "SriovNetSupport": None}
ARM = HVM | {"Architecture": "arm64"}
I386 = HVM | {"Architecture": "i386", "BootMode": "legacy-bios"}
UEFI = HVM | {"BootMode": "uefi"}
BOTH = HVM | {"BootMode": "uefi-preferred"}
WINDOWS = HVM | {"Platform": "windows"}
WINDOWS_UEFI = WINDOWS | {"BootMode": "uefi"}
TPM = {"BootMode": "uefi", "TpmSupport": "v2.0"}
STORE = {"RootDeviceType": "instance-store"}

WORKS, DEGRADED, NO_BOOT, REFUSED = Outcome.WORKS, Outcome.DEGRADED, Outcome.NO_BOOT, Outcome.REFUSED
UNREACHABLE = Outcome.UNREACHABLE
# Of a system that is only called Linux nobody knows which drivers it has.
UNKNOWN = Outcome.UNKNOWN

VECTORS = [
    ("1", BOTH, "amazon-linux:2023", "t2.micro", WORKS, ()),
    ("2", BOTH, "amazon-linux:2023", "t3.micro", WORKS, ()),
    ("3", ARM, "amazon-linux:2023", "a1.medium", NO_BOOT, ("A9",)),
    ("4", PV, "amazon-linux:2018.03", "t3.micro", REFUSED, ("V1", "D1")),
    ("5", PV, "amazon-linux:2018.03", "m3.medium", WORKS, ("V2",)),
    ("7", HVM, "ubuntu:14.04", "t1.micro", REFUSED, ("V4",)),
    ("8", WINDOWS, "windows:2012 R2", "m1.small", WORKS, ("O1",)),
    ("9", WINDOWS_UEFI, "windows:2025", "t2.small", REFUSED, ("B1", "B11")),
    ("10", WINDOWS_UEFI, "windows:2025", "m5.metal", REFUSED, ("B1",)),
    ("11", WINDOWS | {"BootMode": "legacy-bios"}, "windows:2025", "m5.metal", WORKS, ()),
    ("12", WINDOWS | TPM, "windows:2022", "m5.large", WORKS, ()),
    ("12", WINDOWS | TPM, "windows:2022", "m5.metal", REFUSED, ("F1",)),
    ("13", HVM | {"EnaSupport": False}, "ubuntu:14.04", "m5.large", REFUSED, ("D1",)),
    ("14", HVM, "centos:6", "c5.large", UNREACHABLE, ("D2",)),
    ("15", I386, "linux", "t2.micro", UNKNOWN, ()),
    ("15", I386, "linux", "c3.large", UNKNOWN, ()),
    ("15", I386, "linux", "m5.large", REFUSED, ("A1",)),
    ("16", PV | {"Architecture": "i386"}, "linux", "m1.small", UNKNOWN, ()),
    ("16", PV | {"Architecture": "i386"}, "linux", "c3.xlarge", REFUSED, ("A1",)),
    ("17", ARM, "linux", "m6i.large", REFUSED, ("A1",)),
    ("18", HVM, "rhel:10", "c3.large", NO_BOOT, ("A7",)),
    ("18", HVM, "rhel:10", "c5.large", WORKS, ()),
    ("19", PV | STORE, "linux", "t1.micro", REFUSED, ("R1",)),
    ("19", PV | STORE, "linux", "m1.small", UNKNOWN, ()),
    ("20", HVM | STORE, "linux", "d2.xlarge", UNKNOWN, ()),
    ("20", HVM | STORE, "linux", "x1e.xlarge", REFUSED, ("R1",)),
    ("21", UEFI, "linux", "p4d.24xlarge", REFUSED, ("B1",)),
    ("21", UEFI, "linux", "trn1.2xlarge", REFUSED, ("B1",)),
    ("21", UEFI, "linux", "c1.medium", REFUSED, ("B1",)),
    ("22", BOTH, "linux", "trn1.2xlarge", UNKNOWN, ()),
    ("23", ARM, "linux", "m7g.large", UNKNOWN, ()),
    ("26", HVM | {"State": "disabled"}, "linux", "m5.large", REFUSED, ()),
    ("26", HVM | {"DeprecationTime": "2020-01-01T00:00:00.000Z"}, "linux", "m5.large", UNKNOWN, ("I2",)),
    (
        "27",
        HVM | {"InstanceTypeSpecification": {"SupportedInstanceTypes": ["t3.*"]}},
        "linux",
        "m5.large",
        REFUSED,
        ("N1",),
    ),
    ("28", HVM, "amazon-linux:2", "r4.large", WORKS, ()),
    ("29", HVM | {"EnaSupport": False}, "linux", "r4.large", UNKNOWN, ("D3",)),
    ("30", ARM | TPM, "amazon-linux:2023", "x2gd.large", REFUSED, ("F1",)),
    ("30", ARM | TPM, "amazon-linux:2023", "c7g.large", WORKS, ()),
    ("31", WINDOWS, "windows", "p5.48xlarge", REFUSED, ("A6a",)),
]


def ask(knowledge: Knowledge, image: dict[str, Any], system: str, type_name: str, **options: Any) -> Verdict:
    family, _, version = system.partition(":")
    instance_type = knowledge.catalog.get(type_name)
    assert instance_type is not None
    launch = Launch(
        image=image_from(image, "vector"),
        os=knowledge.os_catalog.find(family, version),
        today=datetime.date(2026, 11, 23),
        **options,
    )
    return judge(knowledge.rulebook, launch, instance_type)


@pytest.mark.parametrize(("number", "image", "system", "type_name", "outcome", "rules"), VECTORS)
def test_outcome_and_rules(
    knowledge: Knowledge,
    number: str,
    image: dict[str, Any],
    system: str,
    type_name: str,
    outcome: Outcome,
    rules: tuple[str, ...],
) -> None:
    verdict = ask(knowledge, image, system, type_name)
    assert verdict.outcome is outcome, number
    assert {finding.rule for finding in verdict.findings} >= set(rules), number


@pytest.mark.parametrize(("type_name", "outcome"), [("m3.medium", WORKS), ("m1.small", REFUSED)])
def test_5_and_6_paravirtual_in_frankfurt(knowledge: Knowledge, type_name: str, outcome: Outcome) -> None:
    verdict = ask(knowledge, PV, "amazon-linux:2018.03", type_name, region="eu-central-1")
    assert verdict.outcome is outcome


@pytest.mark.parametrize(
    ("version", "outcome"), [("15.5", NO_BOOT), ("15.6", WORKS), ("15", UNKNOWN), ("26.1", WORKS)]
)
def test_24_macos_on_m4(knowledge: Knowledge, version: str, outcome: Outcome) -> None:
    image = HVM | {"Architecture": "arm64_mac"}
    verdict = ask(knowledge, image, f"macos:{version}", "mac-m4.metal", tenancy=Tenancy.HOST)
    assert verdict.outcome is outcome
    assert ("os.mac_m4" in {unknown.fact for unknown in verdict.unknowns}) == (version == "15")


def test_25_a_mac_without_a_host(knowledge: Knowledge) -> None:
    verdict = ask(knowledge, HVM | {"Architecture": "x86_64_mac"}, "macos:14", "mac1.metal")
    assert verdict.outcome is REFUSED
    assert "L5" in {finding.rule for finding in verdict.findings}


def test_32_no_type_takes_a_paravirtual_image_in_cape_town(knowledge: Knowledge) -> None:
    launch = Launch(image=image_from(PV, "vector"), os=OperatingSystem(), region="af-south-1")
    assert knowledge.judge.survey(launch).outcomes[REFUSED] == knowledge.catalog.everything
