"""AWS CLI commands about instance types: what AWS says of one, where it is offered, a launch on trial."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wizard.model.ec2.instance_type import InstanceType
from wizard.model.launching.request import IMAGE, ROOT, LaunchRequest, region_of
from wizard.model.launching.shell import aws, option
from wizard.model.launching.shorthand import option_groups
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.report.document import Command
from wizard.report.report_writer import ReportWriter

_WORD = re.compile(r"[a-z0-9][a-z0-9.*-]{0,40}")
_LONGEST_LIST = 50


def show_type(instance_type: InstanceType, needs: Needs, writer: ReportWriter) -> Command:
    """The fields that decide whether an image fits."""
    query = (
        "InstanceTypes[0].{Type: InstanceType,\n"
        "    Virtualization: SupportedVirtualizationTypes,\n"
        "    Architecture: ProcessorInfo.SupportedArchitectures,\n"
        "    BootModes: SupportedBootModes,\n"
        "    Ena: NetworkInfo.EnaSupport, Tpm: NitroTpmSupport}"
    )
    return Command(
        writer.say(Message("Compare the first type of the list with what AWS says today.")),
        aws(
            "describe-instance-types",
            region_of(needs),
            ("--instance-types", instance_type.name),
            ("--query", query),
        ),
    )


def show_zones(instance_type: InstanceType, needs: Needs, writer: ReportWriter) -> Command:
    """A Region that offers a type need not offer it in every zone."""
    return Command(
        writer.say(Message("See in which Availability Zones of the Region it is offered.")),
        aws(
            "describe-instance-type-offerings",
            region_of(needs),
            ("--location-type", "availability-zone"),
            ("--filters", f"Name=instance-type,Values={instance_type.name}"),
            ("--query", "InstanceTypeOfferings[].Location", "--output", "text"),
        ),
    )


def dry_run(request: LaunchRequest, writer: ReportWriter) -> Command:
    """The launch with everything that was asked for, on trial. The image comes last, for its length."""
    return Command(
        writer.say(Message("Try the launch without launching.")),
        aws(
            "run-instances",
            request.region,
            ("--dry-run",),
            ("--instance-type", request.instance_type),
            *option_groups(request.parameters),
            *option("--image-id", request.image),
        ),
        " ".join(writer.say(note) for note in _notes(request)),
    )


def _notes(request: LaunchRequest) -> Iterator[Message]:
    """What to fill in, what must be there first, and what the answer means."""
    if request.image == IMAGE:
        yield Message("Put the ID of the image you chose in place of IMAGE_ID.")
    if request.ssm_parameter:
        yield Message("The image needs no ID: EC2 reads the parameter at each launch and takes the newest.")
    if any(volume["DeviceName"] == ROOT for volume in request.parameters.get("BlockDeviceMappings", ())):
        yield Message("Put the image's own RootDeviceName in place of ROOT_DEVICE_NAME.")
    if request.asks_for_host:
        yield Message("Allocate a Dedicated Host for this type first.")
        if request.published and request.published.system.startswith("windows"):
            yield Message(
                "AWS's Windows images bring their licence for pay on a Dedicated Host, too, and can't be changed to one of "
                "your own: for that (BYOL) import an image of your own, billed as RunInstances:0800."
            )
    if "CoreCount" in request.parameters.get("CpuOptions", {}):
        yield Message("CoreCount and ThreadsPerCore go together: put your own numbers there.")
    if request.asks_for_subnet:
        yield Message(
            "Put the ID of a subnet in the zone in place of SUBNET_ID: a default VPC has none in a Local or "
            "Wavelength Zone."
        )
    if request.asks_for_efa:
        yield from _efa_notes(request)
    if request.asks_for_cluster:
        yield Message("Put the name of your cluster placement group in place of PLACEMENT_GROUP.")
    yield Message(
        "EC2 answers DryRunOperation if it would have launched the instance, and the error if not. "
        "A dry run costs nothing, but it can't tell whether the image boots."
    )


def _efa_notes(request: LaunchRequest) -> Iterator[Message]:
    """What an Elastic Fabric Adapter needs beside itself. Source: Amazon EC2 User Guide, Maximize network bandwidth on
    instances with multiple network cards.
    """
    yield Message(
        "EFA needs a security group that lets all traffic to and from itself through: "
        "add your Groups and SubnetId to --network-interfaces."
    )
    if request.efa_interfaces > 1:
        yield Message(
            "{type} takes {count} EFA interfaces, one on each network card, and reaches its full bandwidth with all "
            "of them: add --network-interfaces NetworkCardIndex=1,DeviceIndex=1,InterfaceType=efa-only and so on for "
            "each further card.",
            {"type": request.instance_type, "count": request.efa_interfaces},
        )
    yield Message(
        "On the instance, install EFA's driver and libraries with AWS's EFA installer "
        "(https://efa-installer.amazonaws.com/aws-efa-installer-latest.tar.gz), unless the image has them."
    )


def ask_offerings(needs: Needs, writer: ReportWriter) -> Iterator[Command]:
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
            writer.say(Message("Ask AWS which of these types it offers today.")),
            aws(
                "describe-instance-type-offerings",
                region_of(needs),
                ("--filters", f"Name=instance-type,Values={','.join(wanted)}"),
                ("--query", "InstanceTypeOfferings[].InstanceType", "--output", "text"),
            ),
        )
