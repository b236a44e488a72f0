"""AWS CLI commands that follow from a recommendation, ready to copy into a POSIX shell."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from wizard.model.finding import Source
from wizard.model.image import Image
from wizard.model.instance_type import BootMode, InstanceType, RootDeviceType, VirtualizationType
from wizard.model.message import Message
from wizard.model.needs import Feature, Needs
from wizard.model.operating_system import OsKind
from wizard.model.recommendation import Profile, Recommendation
from wizard.report.document import Command
from wizard.report.owners import SOURCE, owners_of
from wizard.report.scribe import Scribe
from wizard.report.shell import aws

REGISTER_IMAGE = Source(
    "Amazon EC2 API Reference: RegisterImage",
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RegisterImage.html",
    datetime.date(2026, 11, 23),
)

_IMAGE_ID = re.compile(r"ami-[0-9a-f]{8,17}")
_WORD = re.compile(r"[a-z0-9][a-z0-9.*-]{0,40}")

_OPTIONS = {
    Feature.SPOT: "--instance-market-options MarketType=spot",
    Feature.HIBERNATION: "--hibernation-options Configured=true",
    Feature.ENCLAVES: "--enclave-options Enabled=true",
    Feature.SEV_SNP: "--cpu-options AmdSevSnp=enabled",
    Feature.NESTED_VIRTUALIZATION: "--cpu-options NestedVirtualization=enabled",
}


def commands(recommendation: Recommendation, scribe: Scribe) -> Iterator[Command]:
    """What to run next, in order. Where nothing is left: what asks AWS about the same wishes."""
    needs, decision, standing = recommendation.needs, recommendation.decision, recommendation.standing
    own = needs.image
    if own and _IMAGE_ID.fullmatch(own.image_id):
        yield _show_image(own, needs, scribe)
    if decision is None:
        yield from _ask_offerings(needs, scribe)
        return
    usable = own if standing and standing.outcome.usable else None
    if usable is None:
        yield _find_image(decision, needs, scribe)
        if not owners_of(needs.os.family) and _can_be_registered(decision):
            yield _register_image(decision, needs, scribe)
    best = recommendation.ranked[0].instance_type
    yield _show_type(best, needs, scribe)
    yield _show_zones(best, needs, scribe)
    yield _dry_run(best, usable, needs, scribe)


def _can_be_registered(profile: Profile) -> bool:
    """From a snapshot alone: an instance store needs a bundle, a paravirtual image a kernel ID."""
    return (
        profile.root_device_type is RootDeviceType.EBS and profile.virtualization_type is VirtualizationType.HVM
    )


def _show_image(image: Image, needs: Needs, scribe: Scribe) -> Command:
    return Command(
        scribe.say(Message("Look at your image as EC2 describes it.")),
        aws("describe-images", needs.region, ("--image-ids", image.image_id)),
    )


def _find_image(profile: Profile, needs: Needs, scribe: Scribe) -> Command:
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
    query = f"reverse(sort_by(Images[?{picked}], &CreationDate))[:10].[ImageId, CreationDate, Name]"
    groups = [
        ("--owners", *([account for _, account in owners] or ["self"])),
        ("--filters", *(f"Name={name},Values={value}" for name, value in filters.items())),
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
            "These account numbers are collected by users; compare them with the publisher's own page.",
            {"owners": names},
        )
    )


def _register_image(profile: Profile, needs: Needs, scribe: Scribe) -> Command:
    boot = () if profile.boot_mode is BootMode.UNSET else (("--boot-mode", profile.boot_mode.value),)
    flags = (*(("--ena-support",) if profile.ena else ()), *(("--tpm-support", "v2.0") if profile.tpm else ()))
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


def _show_type(instance_type: InstanceType, needs: Needs, scribe: Scribe) -> Command:
    query = (
        "InstanceTypes[0].{Type: InstanceType, Virtualization: SupportedVirtualizationTypes, "
        "Architecture: ProcessorInfo.SupportedArchitectures, BootModes: SupportedBootModes, "
        "Ena: NetworkInfo.EnaSupport, Tpm: NitroTpmSupport}"
    )
    return Command(
        scribe.say(Message("Compare the first type of the list with what AWS says today.")),
        aws("describe-instance-types", needs.region, ("--instance-types", instance_type.name), ("--query", query)),
    )


def _show_zones(instance_type: InstanceType, needs: Needs, scribe: Scribe) -> Command:
    return Command(
        scribe.say(Message("See in which Availability Zones of the Region it is offered.")),
        aws(
            "describe-instance-type-offerings",
            needs.region,
            ("--location-type", "availability-zone"),
            ("--filters", f"Name=instance-type,Values={instance_type.name}"),
            ("--query", "InstanceTypeOfferings[].Location", "--output", "text"),
        ),
    )


def _dry_run(instance_type: InstanceType, own: Image | None, needs: Needs, scribe: Scribe) -> Command:
    known = own.image_id if own and _IMAGE_ID.fullmatch(own.image_id) else ""
    options = [tuple(option.split()) for feature, option in _OPTIONS.items() if feature in needs.features]
    if needs.os.kind is OsKind.MACOS:
        options.append(("--placement", "Tenancy=host"))
    note = Message(
        "EC2 answers DryRunOperation if it would have launched the instance, and the error if not. "
        "A dry run costs nothing, but it can't tell whether the image boots."
    )
    if not known:
        note = Message("Put the ID of the image you chose in place of IMAGE_ID. {note}", {"note": note})
    return Command(
        scribe.say(Message("Try the launch without launching.")),
        aws(
            "run-instances",
            needs.region,
            ("--dry-run",),
            ("--image-id", known or "IMAGE_ID"),
            ("--instance-type", instance_type.name),
            *options,
        ),
        scribe.say(note),
    )


def _ask_offerings(needs: Needs, scribe: Scribe) -> Iterator[Command]:
    wanted = [word for word in (*needs.types, *(f"{family}.*" for family in needs.families)) if _WORD.fullmatch(word)]
    if wanted:
        yield Command(
            scribe.say(Message("Ask AWS which of the types you named it offers today.")),
            aws(
                "describe-instance-type-offerings",
                needs.region,
                ("--filters", f"Name=instance-type,Values={','.join(wanted)}"),
                ("--query", "InstanceTypeOfferings[].InstanceType", "--output", "text"),
            ),
        )
