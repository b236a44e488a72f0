"""The words for outcomes, evidence and the values of a decision, in plain English to be translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.model.ec2.finding import Evidence, Outcome
from wizard.model.ec2.instance_type import BootMode, RootDeviceType, VirtualizationType
from wizard.model.message import Message

if TYPE_CHECKING:
    from wizard.model.recommend.recommendation import ImageProfile

OUTCOMES = {
    Outcome.REFUSED: Message("refused by EC2"),
    Outcome.NO_BOOT: Message("does not boot"),
    Outcome.UNREACHABLE: Message("boots, but can't be reached"),
    Outcome.UNKNOWN: Message("depends on what is not known"),
    Outcome.DEGRADED: Message("works with a limitation"),
    Outcome.WORKS: Message("works"),
}

# What a finding is called that takes nothing away.
ADVICE = Message("advice")

EVIDENCE = {
    Evidence.DOCUMENTED: Message("documented by AWS"),
    Evidence.ARCHIVED: Message("documented by AWS, archived page"),
    Evidence.OBSERVED: Message("observed in AWS's data"),
    Evidence.VENDOR: Message("documented by the vendor"),
    Evidence.REPORTED: Message("reported by users"),
    Evidence.INFERRED: Message("inferred from the sources"),
}

EVIDENCE_EXPLAINED = {
    Evidence.DOCUMENTED: Message("stated in AWS's current documentation"),
    Evidence.ARCHIVED: Message(
        "was in AWS's documentation; today's pages no longer say it, so it may be out of date"
    ),
    Evidence.OBSERVED: Message("read from the data that AWS's API returns for types and Regions"),
    Evidence.VENDOR: Message("stated in the documentation of the operating system or its project"),
    Evidence.REPORTED: Message(
        "told by users in public places; AWS doesn't confirm it, so try it before you rely on it"
    ),
    Evidence.INFERRED: Message("follows from the other facts; nobody states it outright"),
}

VIRTUALIZATION = {
    VirtualizationType.HVM: Message("HVM"),
    VirtualizationType.PARAVIRTUAL: Message("Paravirtual (PV)"),
}

# As DescribeImages and the console write them, and as every sentence about them does.
BOOT_MODES = {
    BootMode.LEGACY_BIOS: Message("legacy-bios"),
    BootMode.UEFI: Message("uefi"),
    BootMode.UEFI_PREFERRED: Message("uefi-preferred"),
    BootMode.UNSET: Message("not set"),
}

ROOT_DEVICES = {
    RootDeviceType.EBS: Message("EBS volume"),
    RootDeviceType.INSTANCE_STORE: Message("instance store"),
}

# How to read the commands of a migration.
COMMANDS_EXPLAINED = Message(
    "These commands change things: review each before you run it. Words in CAPITALS stand for "
    "values of your own. Commands that begin with aws are for the AWS CLI in bash or another POSIX "
    "shell; run the others on the machine that the step names. --dry-run only tests a command: "
    "take it out once EC2 answers DryRunOperation."
)

YES = Message("yes")
NO = Message("no")


def profile(value: ImageProfile) -> Message:
    """A kind of image in one line, such as "HVM · x86_64 · uefi · ENA · EBS volume"."""
    parts: dict[str, object] = {
        "virtualization": VIRTUALIZATION[value.virtualization_type],
        "architecture": value.architecture.value,
        "boot": BOOT_MODES[value.boot_mode],
        "root": ROOT_DEVICES[value.root_device_type],
    }
    if value.boot_mode is BootMode.UNSET:
        parts["boot"] = Message("boot mode not set")
    parts["ena"] = Message("ENA") if value.ena else Message("no ENA")
    if value.tpm:
        return Message("{virtualization} · {architecture} · {boot} · {ena} · {root} · NitroTPM", parts)
    return Message("{virtualization} · {architecture} · {boot} · {ena} · {root}", parts)
