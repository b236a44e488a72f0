"""What makes the place of a launch: a Dedicated Host, a subnet in a Local Zone, a placement group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wizard.model.frozen import frozen
from wizard.model.launching.request import GROUP, LaunchRequest
from wizard.model.launching.shell import aws
from wizard.model.message import Message

# us-west-2-lax-1 of us-west-2-lax-1a, us-east-1-wl1 of us-east-1-wl1-bos-wlz-1. Source: AWS Local Zones User
# Guide, Available Local Zones, and AWS Wavelength Developer Guide, Available Wavelength Zones.
_ZONE_GROUP = re.compile(r"([a-z]{2}(?:-[a-z]+)+-\d+-(?:[a-z]{3}-\d+(?=[a-z]$)|wl\d+(?=-)))")
_BY_NAME = re.compile(r"[a-z]{2}(?:-[a-z]+)+-\d.*")


@frozen
class PlaceStep:
    """One thing that must be there before the launch. lines: of its command; note: what to know of it."""

    purpose: Message
    lines: tuple[str, ...]
    note: Message | None = None


def place_steps(request: LaunchRequest, zone: str | None) -> Iterator[PlaceStep]:
    """What must be there before the launch; nothing for an Availability Zone of the Region."""
    if request.asks_for_host:
        yield PlaceStep(
            Message("Allocate a Dedicated Host for the type."),
            aws(
                "allocate-hosts",
                request.region,
                ("--instance-type", request.instance_type),
                ("--quantity", "1", "--auto-placement", "on"),
                ("--availability-zone", zone or "AVAILABILITY_ZONE"),
            ),
            Message(
                "It is paid for from now on until it is released, whatever runs on it; a Mac's for 24 hours at least."
            ),
        )
    if request.asks_for_subnet:
        yield from _subnet(zone or "", request.region)
    if request.asks_for_cluster:
        yield PlaceStep(
            Message("Make a cluster placement group, which keeps the instances close together."),
            aws(
                "create-placement-group",
                request.region,
                ("--group-name", GROUP),
                ("--strategy", "cluster"),
            ),
            Message(
                "It lies in one Availability Zone: launch all of its instances there, best in one request "
                "and of one type."
            ),
        )


def _subnet(zone: str, region: str | None) -> Iterator[PlaceStep]:
    named = _BY_NAME.fullmatch(zone)
    group = _ZONE_GROUP.match(zone)
    yield PlaceStep(
        Message("See the zone's group, and whether the account is opted in to it."),
        aws(
            "describe-availability-zones",
            region,
            ("--all-availability-zones",),
            ("--filters", f"Name={'zone-name' if named else 'zone-id'},Values={zone}"),
            ("--query", "AvailabilityZones[].[GroupName,OptInStatus]", "--output", "text"),
        ),
    )
    yield PlaceStep(
        Message("Opt in to the zone group, where the account is not."),
        aws(
            "modify-availability-zone-group",
            region,
            ("--group-name", group[1] if group else "GROUP_NAME"),
            ("--opt-in-status", "opted-in"),
        ),
        Message("Only AWS Support can opt the account out again."),
    )
    yield PlaceStep(
        Message("Make a subnet in the zone."),
        aws(
            "create-subnet",
            region,
            ("--vpc-id", "VPC_ID", "--cidr-block", "CIDR_BLOCK"),
            ("--availability-zone" if named else "--availability-zone-id", zone),
        ),
        Message("Put your VPC and a free range of its addresses in place of VPC_ID and CIDR_BLOCK."),
    )
