"""AWS CLI commands about images: look at one, find one of a kind, register one."""

from __future__ import annotations

import datetime

from wizard.model.ec2.finding import Source
from wizard.model.ec2.instance_type import BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OsKind
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Profile
from wizard.report.document import Command
from wizard.report.owners import SOURCE, owners_of
from wizard.report.scribe import Scribe
from wizard.report.shell import aws

REGISTER_IMAGE = Source(
    "Amazon EC2 API Reference: RegisterImage",
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RegisterImage.html",
    datetime.date(2026, 11, 23),
)


def show_image(image_id: str, needs: Needs, scribe: Scribe) -> Command:
    """The image one has."""
    return Command(
        scribe.say(Message("Look at your image as EC2 describes it.")),
        aws("describe-images", needs.region, ("--image-ids", image_id)),
    )


def find_image(profile: Profile, needs: Needs, scribe: Scribe) -> Command:
    """Newest first. DescribeImages has no filter for boot mode and TPM: the query picks those."""
    owners = owners_of(needs.os.family)
    filters = {
        "state": "available",
        "virtualization-type": profile.virtualization_type.value,
        "architecture": profile.architecture.value,
        "root-device-type": profile.root_device_type.value,
    }
    if profile.ena:
        filters["ena-support"] = "true"
    if needs.os.kind is OsKind.WINDOWS:
        filters["platform"] = "windows"
    boot = "null" if profile.boot_mode is BootMode.UNSET else f'"{profile.boot_mode}"'
    picked = f"BootMode==`{boot}`" + (' && TpmSupport==`"v2.0"`' if profile.tpm else "")
    query = f"reverse(sort_by(Images[?{picked}],\n    &CreationDate))[:10].[ImageId, CreationDate, Name]"
    groups = [
        ("--owners", *([account for _, account in owners] or ["self"])),
        ("--filters",),
        *((f"Name={name},Values={value}",) for name, value in filters.items()),
        ("--query", query),
        ("--output", "table"),
    ]
    if profile.virtualization_type is VirtualizationType.PARAVIRTUAL:
        groups.insert(1, ("--include-deprecated",))
    return Command(
        scribe.say(Message("List the ten newest images of this kind.")),
        aws("describe-images", needs.region, *groups),
        _owner_note(owners, scribe),
        scribe.cite([SOURCE]) if owners else (),
    )


def _owner_note(owners: tuple[tuple[str, str], ...], scribe: Scribe) -> str:
    if not owners:
        return scribe.say(
            Message(
                "It looks among your own images. For somebody else's put their account in place of self; "
                "never leave the owner open, or a stranger's image may be the newest."
            )
        )
    names = ", ".join(f"{account} ({name})" for name, account in owners)
    return scribe.say(
        Message(
            "The owner is named, so that no stranger's image comes up: {owners}. "
            "Users collect these account numbers; compare them with the publisher's own page. "
            "If the list is empty, leave out the condition on BootMode: not every publisher sets it.",
            {"owners": names},
        )
    )


def register_image(profile: Profile, needs: Needs, scribe: Scribe) -> Command:
    """A new image of the kind, with the flags that decide what it is."""
    boot = () if profile.boot_mode is BootMode.UNSET else (("--boot-mode", profile.boot_mode.value),)
    flags = (
        *(("--ena-support",) if profile.ena else ()),
        *(("--tpm-support", "v2.0") if profile.tpm else ()),
    )
    lines = aws(
        "register-image",
        needs.region,
        ("--name", "my-image", "--architecture", profile.architecture.value),
        ("--virtualization-type", profile.virtualization_type.value, *flags),
        *boot,
        ("--root-device-name", "/dev/sda1"),
        ("--block-device-mappings", "DeviceName=/dev/sda1,Ebs={SnapshotId=SNAPSHOT_ID}"),
    )
    return Command(
        scribe.say(Message("Or register an image of this kind from the snapshot of a root volume.")),
        lines,
        scribe.say(
            Message(
                "Put your snapshot's ID in place of SNAPSHOT_ID. Name virtualization type and architecture always: "
                "where they are left out, RegisterImage takes paravirtual and i386."
            )
        ),
        scribe.cite([REGISTER_IMAGE]),
    )


def can_be_registered(profile: Profile) -> bool:
    """From a snapshot alone: an instance store needs a bundle, a paravirtual image a kernel ID."""
    return (
        profile.root_device_type is RootDeviceType.EBS
        and profile.virtualization_type is VirtualizationType.HVM
    )
