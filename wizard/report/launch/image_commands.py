"""AWS CLI commands about images: look at one, find one, register one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.finding import Evidence, Source
from wizard.model.ec2.instance_type import BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OsKind
from wizard.model.launching.request import region_of
from wizard.model.launching.shell import aws, option
from wizard.model.message import Message, joined
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile
from wizard.model.systems.published_image import PublishedImage
from wizard.report.document import Command
from wizard.report.report_writer import ReportWriter

REGISTER_IMAGE = Source(
    "Amazon EC2 API Reference: RegisterImage",
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RegisterImage.html",
    datetime.date(2026, 11, 23),
)
TPM_AMI = Source(
    "Amazon EC2 User Guide: Registering a Linux AMI for NitroTPM",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/enable-nitrotpm-support-on-ami.html",
    datetime.date(2026, 11, 23),
)
_SHOWN = "{Id: ImageId, Name: Name, Created: CreationDate, Deprecated: DeprecationTime,\n     Boot: BootMode}"


def show_image(image_id: str, needs: Needs, writer: ReportWriter) -> Command:
    """The image one has."""
    return Command(
        writer.say(Message("Look at your image as EC2 describes it.")),
        aws("describe-images", region_of(needs), ("--image-ids", image_id)),
    )


def find_published(image: PublishedImage, needs: Needs, writer: ReportWriter) -> Iterator[Command]:
    """The newest image of exactly that version: by its parameter where there is one, and by its name."""
    if image.ssm_parameter:
        yield Command(
            writer.say(
                Message("Ask for the ID of the newest image, which its publisher keeps in a parameter.")
            ),
            aws(
                "get-parameters",
                region_of(needs),
                *option("--names", image.ssm_parameter),
                ("--query", "Parameters[].Value", "--output", "text"),
                service="ssm",
            ),
            writer.say(
                Message(
                    "If nothing comes back, your Region has no such parameter: find the image by its name."
                )
            ),
            writer.cite(image.sources),
        )
    yield Command(
        writer.say(
            Message("Or find the newest by its name, with its date and deprecation.")
            if image.ssm_parameter
            else Message("Find the newest image of this version by its name.")
        ),
        aws("describe-images", region_of(needs), *search_groups(image, needs)),
        writer.say(_owner_note(image)),
        writer.cite(image.sources),
    )


def search_groups(image: PublishedImage, needs: Needs) -> Iterator[tuple[str, ...]]:
    """The options of describe-images that find the newest."""
    yield "--owners", image.owner or ""
    if _may_be_deprecated(image, needs):
        yield ("--include-deprecated",)
    yield ("--filters",)
    for name, value in image.filters.items():
        yield (f"Name={name},Values={value}",)
    yield "--query", f"sort_by(Images, &CreationDate)[-1].\n    {_SHOWN}"
    yield "--output", "table"


def _may_be_deprecated(image: PublishedImage, needs: Needs) -> bool:
    """Publishers deprecate the images of what they no longer support; EC2 hides those."""
    read = max(source.checked for source in image.sources)
    ended = needs.system.end_of_life is not None and needs.system.end_of_life < read
    return ended or image.virtualization_type is VirtualizationType.PARAVIRTUAL


def _owner_note(image: PublishedImage) -> Message:
    values = {"owner": image.owner or "", "publisher": image.publisher}
    note = Message("The owner is named, so that no stranger's image comes up: {owner}, {publisher}.", values)
    if image.marketplace:
        note = Message(
            "It is sold on the AWS Marketplace only: subscribe at {page} before you launch it. {note}",
            {"page": image.marketplace, "note": note},
        )
    if image.evidence is Evidence.REPORTED:
        note = Message(
            "{note} Users report name and account: compare them with the publisher's own page.",
            {"note": note},
        )
    return joined([said for said in (note, image.minor_note, image.note) if said])


def find_own(profile: ImageProfile, needs: Needs, writer: ReportWriter) -> Command:
    """Among one's own images, newest first: for a system that nobody is known to publish."""
    filters = {
        "state": "available",
        "virtualization-type": profile.virtualization_type.value,
        "architecture": profile.architecture.value,
        "root-device-type": profile.root_device_type.value,
    }
    if profile.ena:
        filters["ena-support"] = "true"
    if needs.system.kind is OsKind.WINDOWS:
        filters["platform"] = "windows"
    boot = "null" if profile.boot_mode is BootMode.UNSET else f'"{profile.boot_mode}"'
    picked = f"BootMode==`{boot}`" + (' && TpmSupport==`"v2.0"`' if profile.tpm else "")
    query = f"reverse(sort_by(Images[?{picked}],\n    &CreationDate))[:10].[ImageId, CreationDate, Name]"
    return Command(
        writer.say(Message("List the ten newest of your own images of this kind.")),
        aws(
            "describe-images",
            region_of(needs),
            ("--owners", "self"),
            ("--filters",),
            *((f"Name={name},Values={value}",) for name, value in filters.items()),
            ("--query", query),
            ("--output", "table"),
        ),
        writer.say(
            Message(
                "For somebody else's put their account in place of self; never leave the owner open, or a "
                "stranger's image may be the newest."
            )
        ),
    )


def register_from_published(
    image: PublishedImage, profile: ImageProfile, needs: Needs, writer: ReportWriter
) -> Command:
    """One's own image with what the publisher's lacks. Secure Boot asks for keys, NitroTPM does not."""
    keys = Feature.SECURE_BOOT in needs.features
    notes = [
        Message(
            "Launch the image, stop the instance, make a snapshot of its root volume, and put the snapshot's ID in "
            "place of SNAPSHOT_ID."
        ),
        Message(
            "uefi-data.txt holds the keys: enrol them in that instance, and save what aws ec2 get-instance-uefi-data "
            "answers as UefiData."
        ),
        Message(
            "Of a system that is sold with a licence, such as Red Hat's or SUSE's, look at PlatformDetails of the new "
            "image: where it names none, the licence was not carried over."
        ),
    ]
    if not keys:
        del notes[1]
    return Command(
        writer.say(Message("Register an image of your own from it, with what the published one lacks.")),
        _registration(profile, needs, image.root_device_name or "/dev/sda1", keys=keys),
        " ".join(map(writer.say, notes)),
        writer.cite([TPM_AMI, REGISTER_IMAGE]),
    )


def register_image(profile: ImageProfile, needs: Needs, writer: ReportWriter) -> Command:
    """A new image of the kind, with the flags that decide what it is."""
    return Command(
        writer.say(Message("Or register an image of this kind from the snapshot of a root volume.")),
        _registration(profile, needs, "/dev/sda1"),
        writer.say(
            Message(
                "Put your snapshot's ID in place of SNAPSHOT_ID. Name virtualization type and architecture always: "
                "where they are left out, RegisterImage takes paravirtual and i386. For Windows, Red Hat, SUSE or SQL "
                "Server look at PlatformDetails of the new image: where it names no licence, "
                "deregister it and use CreateImage instead."
            )
        ),
        writer.cite([REGISTER_IMAGE]),
    )


def _registration(profile: ImageProfile, needs: Needs, root: str, *, keys: bool = False) -> tuple[str, ...]:
    boot = () if profile.boot_mode is BootMode.UNSET else (("--boot-mode", profile.boot_mode.value),)
    flags = (
        *(("--ena-support",) if profile.ena else ()),
        *(("--tpm-support", "v2.0") if profile.tpm else ()),
    )
    return aws(
        "register-image",
        region_of(needs),
        ("--name", "my-image", "--architecture", profile.architecture.value),
        ("--virtualization-type", profile.virtualization_type.value, *flags),
        *boot,
        *((("--uefi-data", "file://uefi-data.txt"),) if keys else ()),
        ("--root-device-name", root),
        ("--block-device-mappings", f"DeviceName={root},Ebs={{SnapshotId=SNAPSHOT_ID}}"),
    )


def can_be_registered(profile: ImageProfile) -> bool:
    """From a snapshot alone: an instance store needs a bundle, a paravirtual image a kernel ID."""
    return (
        profile.root_device_type is RootDeviceType.EBS
        and profile.virtualization_type is VirtualizationType.HVM
    )
