"""AWS CLI commands about instance types: what AWS says of one, where it is offered, a launch on trial."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.operating_system import OsKind
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.report.document import Command
from wizard.report.scribe import Scribe
from wizard.report.shell import aws

_WORD = re.compile(r"[a-z0-9][a-z0-9.*-]{0,40}")
_LONGEST_LIST = 50

_OPTIONS = {
    "--instance-market-options": {Feature.SPOT: "MarketType=spot"},
    "--hibernation-options": {Feature.HIBERNATION: "Configured=true"},
    "--enclave-options": {Feature.ENCLAVES: "Enabled=true"},
    "--cpu-options": {
        Feature.SEV_SNP: "AmdSevSnp=enabled",
        Feature.NESTED_VIRTUALIZATION: "NestedVirtualization=enabled",
    },
}


def show_type(instance_type: InstanceType, needs: Needs, scribe: Scribe) -> Command:
    """The fields that decide whether an image fits."""
    query = (
        "InstanceTypes[0].{Type: InstanceType,\n"
        "    Virtualization: SupportedVirtualizationTypes,\n"
        "    Architecture: ProcessorInfo.SupportedArchitectures,\n"
        "    BootModes: SupportedBootModes,\n"
        "    Ena: NetworkInfo.EnaSupport, Tpm: NitroTpmSupport}"
    )
    return Command(
        scribe.say(Message("Compare the first type of the list with what AWS says today.")),
        aws(
            "describe-instance-types",
            needs.region,
            ("--instance-types", instance_type.name),
            ("--query", query),
        ),
    )


def show_zones(instance_type: InstanceType, needs: Needs, scribe: Scribe) -> Command:
    """A Region that offers a type need not offer it in every zone."""
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


def dry_run(instance_type: InstanceType, image_id: str, needs: Needs, scribe: Scribe) -> Command:
    """image_id: empty where it is still to be chosen."""
    asked = {
        option: [value for feature, value in values.items() if feature in needs.features]
        for option, values in _OPTIONS.items()
    }
    options = [(option, ",".join(values)) for option, values in asked.items() if values]
    if needs.os.kind is OsKind.MACOS:
        options.append(("--placement", "Tenancy=host"))
    note = Message(
        "EC2 answers DryRunOperation if it would have launched the instance, and the error if not. "
        "A dry run costs nothing, but it can't tell whether the image boots."
    )
    if not image_id:
        note = Message("Put the ID of the image you chose in place of IMAGE_ID. {note}", {"note": note})
    return Command(
        scribe.say(Message("Try the launch without launching.")),
        aws(
            "run-instances",
            needs.region,
            ("--dry-run",),
            ("--image-id", image_id or "IMAGE_ID"),
            ("--instance-type", instance_type.name),
            *options,
        ),
        scribe.say(note),
    )


def ask_offerings(needs: Needs, scribe: Scribe) -> Iterator[Command]:
    """About the types and families that one insisted on; the first of them, where they fill more than a line."""
    wanted = [
        word
        for word in (*needs.types, *(f"{family}.*" for family in needs.families))
        if _WORD.fullmatch(word)
    ]
    while len(",".join(wanted)) > _LONGEST_LIST:
        wanted.pop()
    if wanted:
        yield Command(
            scribe.say(Message("Ask AWS which of these types it offers today.")),
            aws(
                "describe-instance-type-offerings",
                needs.region,
                ("--filters", f"Name=instance-type,Values={','.join(wanted)}"),
                ("--query", "InstanceTypeOfferings[].InstanceType", "--output", "text"),
            ),
        )
