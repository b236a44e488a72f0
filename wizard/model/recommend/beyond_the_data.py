"""What was asked for, exists, and is not in AWS's answers that the program has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wizard.model.ec2.instance_type import InstanceType, gib
from wizard.model.ec2.launch import WavelengthTypes
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.ec2.partition import partition_of
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted, figure
from wizard.model.recommend.needs import Needs


def beyond_the_data(needs: Needs, knowledge: Knowledge) -> Iterator[Message]:
    """A sentence or two for each type, family, system and Region of that kind, and what to do about it."""
    absent = knowledge.catalog.supplement.absent
    for name in needs.types:
        if name in absent:
            yield _type(name, knowledge)
            yield from _instead([name], needs, knowledge)
    if needs.current_type is not None and needs.current_type in absent:
        yield _type(needs.current_type, knowledge)
        if needs.today is None:
            yield Message("What it has is not known: say how many vCPUs and how much memory are needed.")
    for family in needs.families:
        names = sorted(name for name in absent if name.partition(".")[0] == family)
        if names and family not in knowledge.catalog.families:
            yield Message(
                "The family {family} exists ({names}), but the answers of AWS of {date} do not have it: whether EC2 still "
                "offers it is not known. Refresh the catalogue: ami-wizard catalog refresh --profile NAME.",
                {"family": family, "names": ", ".join(names), "date": knowledge.catalog.provenance.date},
            )
            yield from _instead(names, needs, knowledge)
    if needs.system.like:
        yield Message(
            "{system} is judged by {like}, the system that it is built from: of its own nothing is known here.",
            {"system": needs.system.name or "", "like": needs.system.like},
        )
    if needs.system.judged_by:
        yield _version(needs.system)
    yield from _place(needs, knowledge)
    yield from _zone(needs)


def _type(name: str, knowledge: Knowledge) -> Message:
    values: dict[str, object] = {"type": name, "date": knowledge.catalog.provenance.date}
    earlier = knowledge.instance_type(name)
    if earlier is None:
        return Message(
            "{type} exists, but the answers of AWS of {date} do not have it, nor is anything else known of it here. "
            "Refresh the catalogue: ami-wizard catalog refresh --profile NAME.",
            values,
        )
    if earlier.bare_metal and knowledge.documented_types.get(name) is earlier:
        return Message(
            "{type} exists, but the answers of AWS of {date} do not have it: whether EC2 still offers it is not known. By "
            "AWS's User Guide of May 2023 it is bare metal on Dedicated Hosts, with {vcpus} vCPUs, {memory} GiB, {network} "
            "Gbit/s of network and no local disks.",
            values
            | {
                "vcpus": earlier.vcpus,
                "memory": gib(earlier.memory_gib),
                "network": figure(earlier.network_gbps),
            },
        )
    if knowledge.documented_types.get(name) is earlier:
        return Message(
            "{type} exists, but the answers of AWS of {date} do not have it: whether EC2 still offers it is not known. By "
            "AWS's page of previous generations, as it was in 2018, it has {vcpus} vCPUs, {memory} GiB, {disks} GB of local "
            "disks and {devices}.",
            values
            | {
                "vcpus": earlier.vcpus,
                "memory": gib(earlier.memory_gib),
                "disks": counted(earlier.local_storage_gb),
                "devices": _devices(earlier),
            },
        )
    return Message(
        "{type} exists, but the answers of AWS of {date} do not have it: whether EC2 still offers it is not known. By an "
        "earlier answer it has {vcpus} vCPUs, {memory} GiB and {devices}; ami-wizard check judges an image on it. Refresh the "
        "catalogue: ami-wizard catalog refresh --profile NAME.",
        values | {"vcpus": earlier.vcpus, "memory": gib(earlier.memory_gib), "devices": _devices(earlier)},
    )


def _instead(names: Iterable[str], needs: Needs, knowledge: Knowledge) -> Iterator[Message]:
    """How to be told of what EC2 sells in place of the smallest of them, where its size is known."""
    sizes = [t for name in names if (t := knowledge.instance_type(name)) is not None]
    if sizes and needs.current_type is None:
        yield Message(
            "What takes the place of {type} today: ami-wizard recommend --current-type {type}{os}.",
            {
                "type": min(sizes, key=lambda t: (t.vcpus, t.name)).name,
                "os": f" --os {needs.os.spelled}" if needs.os.family else "",
            },
        )


def _version(system: OperatingSystem) -> Message:
    values: dict[str, object] = {
        "system": system.title or "",
        "name": system.name or "",
        "like": system.judged_by,
        "newest": system.newest_known,
    }
    if system.newest_known is None:
        return Message("Of {system} itself nothing is known here: it is judged as {name} {like}.", values)
    return Message(
        "{system} is not known here: the newest that is known is {newest}. It is judged as {name} {like}; whether its "
        "images exist is for AWS's answer to tell.",
        values,
    )


def _devices(instance_type: InstanceType) -> Message:
    devices = instance_type.devices
    if not devices:
        return Message("no accelerators")
    return Message(
        "{devices}", {"devices": ", ".join(f"{a.count} {a.manufacturer} {a.name}" for a in devices)}
    )


def _place(needs: Needs, knowledge: Knowledge) -> Iterator[Message]:
    catalog = knowledge.catalog
    region = needs.request.other_region or (needs.region if needs.region in catalog.listed_regions else None)
    if region is None:
        return
    values: dict[str, object] = {"region": region, "partition": catalog.supplement.partitions.get(region, "")}
    if needs.region == region:
        yield Message(
            "Of {region} no answer of AWS is in the data. What it offers is taken from {list}. Refresh the catalogue with an "
            "account that has it: ami-wizard catalog refresh --profile NAME --region {region}.",
            # Its title goes on in English: the day, and what the list is of.
            values | {"list": catalog.supplement.sources["listed"].title.partition(" of ")[0]},
        )
    else:
        yield Message(
            "Of {region} nothing is in the data: the types are those of all other Regions, and some may not be there. Refresh "
            "the catalogue with an account that has it: ami-wizard catalog refresh --profile NAME --region {region}.",
            values,
        )
    if values["partition"] not in ("", "aws"):
        yield Message(
            "{region} belongs to {title}, a partition of its own ({partition}): it needs an account there, and AMIs have other "
            "ids and often other owners.",
            values | {"title": partition_of(region).official_name},
        )


def _zone(needs: Needs) -> Iterator[Message]:
    zone = needs.request.zone
    if zone is None or needs.request.zone_offers is not None:
        return
    named = needs.request.wavelength_types is not WavelengthTypes.NONE
    yield Message(
        "What the zone {zone} offers today AWS says: {command}."
        if named
        else "Which of them the zone {zone} offers is not in the data: ask AWS before you choose one: {command}.",
        {
            "zone": zone,
            "command": "aws ec2 describe-instance-type-offerings --location-type "
            f"{'availability-zone-id' if _ZONE_ID.fullmatch(zone) else 'availability-zone'} "
            f"--filters Name=location,Values={zone}"
            + (f" --region {region}" if (region := needs.region or needs.request.other_region) else ""),
        },
    )


_ZONE_ID = re.compile(r".*-[a-z]*z\d+")
"""use1-az4 is the ID of a zone, us-east-1a a name."""
