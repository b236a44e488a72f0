"""AWS CLI commands that make the place of a launch: a Dedicated Host, a subnet in a Local Zone, a placement group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.report.document import Command
from wizard.report.launch.request import GROUP, LaunchRequest, region_of
from wizard.report.launch.shell import aws
from wizard.report.report_writer import ReportWriter

# us-west-2-lax-1 of us-west-2-lax-1a, us-east-1-wl1 of us-east-1-wl1-bos-wlz-1. Source: AWS Local Zones User
# Guide, Available Local Zones, and AWS Wavelength Developer Guide, Available Wavelength Zones.
_ZONE_GROUP = re.compile(r"([a-z]{2}(?:-[a-z]+)+-\d+-(?:[a-z]{3}-\d+(?=[a-z]$)|wl\d+(?=-)))")
_BY_NAME = re.compile(r"[a-z]{2}(?:-[a-z]+)+-\d.*")


def place_commands(request: LaunchRequest, needs: Needs, writer: ReportWriter) -> Iterator[Command]:
    """What must be there before the launch; nothing for an Availability Zone of the Region."""
    if request.asks_for_host:
        yield Command(
            writer.say(Message("Allocate a Dedicated Host for the type.")),
            aws(
                "allocate-hosts",
                region_of(needs),
                ("--instance-type", request.instance_type),
                ("--quantity", "1", "--auto-placement", "on"),
                ("--availability-zone", needs.request.zone or "AVAILABILITY_ZONE"),
            ),
            writer.say(
                Message(
                    "It is paid for from now on until it is released, whatever runs on it; a Mac's for 24 hours at least."
                )
            ),
        )
    if request.asks_for_subnet:
        yield from _subnet(needs.request.zone or "", needs, writer)
    if request.asks_for_cluster:
        yield Command(
            writer.say(Message("Make a cluster placement group, which keeps the instances close together.")),
            aws(
                "create-placement-group",
                region_of(needs),
                ("--group-name", GROUP),
                ("--strategy", "cluster"),
            ),
            writer.say(
                Message(
                    "It lies in one Availability Zone: launch all of its instances there, best in one request "
                    "and of one type."
                )
            ),
        )


def _subnet(zone: str, needs: Needs, writer: ReportWriter) -> Iterator[Command]:
    region = region_of(needs)
    named = _BY_NAME.fullmatch(zone)
    group = _ZONE_GROUP.match(zone)
    yield Command(
        writer.say(Message("See the zone's group, and whether the account is opted in to it.")),
        aws(
            "describe-availability-zones",
            region,
            ("--all-availability-zones",),
            ("--filters", f"Name={'zone-name' if named else 'zone-id'},Values={zone}"),
            ("--query", "AvailabilityZones[].[GroupName,OptInStatus]", "--output", "text"),
        ),
    )
    yield Command(
        writer.say(Message("Opt in to the zone group, where the account is not.")),
        aws(
            "modify-availability-zone-group",
            region,
            ("--group-name", group[1] if group else "GROUP_NAME"),
            ("--opt-in-status", "opted-in"),
        ),
        writer.say(Message("Only AWS Support can opt the account out again.")),
    )
    yield Command(
        writer.say(Message("Make a subnet in the zone.")),
        aws(
            "create-subnet",
            region,
            ("--vpc-id", "VPC_ID", "--cidr-block", "CIDR_BLOCK"),
            ("--availability-zone" if named else "--availability-zone-id", zone),
        ),
        writer.say(
            Message("Put your VPC and a free range of its addresses in place of VPC_ID and CIDR_BLOCK.")
        ),
    )
