"""How and where the machine is had, where that is no plain On-Demand Instance: Spot, a Dedicated Host, a Local Zone."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.catalog.families import Families
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.launch import Tenancy, WavelengthTypes
from wizard.model.ec2.operating_system import OsKind
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.ranking import in_a_part_of_a_region
from wizard.model.recommend.ranked import Ranked
from wizard.model.recommend.sentences.wishes import names_one

_MOST_OF_A_FLEET = 10
_TWICE = 2
_LAST_BYOL = 2019

MACS_ARE_NO_SPOT = Message(
    "Macs run on Dedicated Hosts only, each for at least 24 hours, and are never sold as Spot."
)
_MACS = Message("Macs run on Dedicated Hosts only, each for at least 24 hours: allocate one first.")
_SPOT = Message(
    "Spot Instances are interrupted with two minutes' notice: for the work that bears it, and from several types at once."
)


def how_bought(needs: Needs, ranked: tuple[Ranked, ...], families: Families) -> Iterator[Message]:
    """What to know of the purchase before anything else; nothing for what is bought On-Demand."""
    if needs.system.kind is OsKind.MACOS:
        yield _MACS
    elif Feature.SPOT in needs.features:
        yield _spot(needs, ranked)
    elif needs.request.tenancy is Tenancy.HOST:
        yield _host(needs)
    if in_a_part_of_a_region(needs):
        yield _in_a_local_zone(needs, ranked, families)
    elif needs.request.wavelength_types is not WavelengthTypes.NONE:
        yield Message(
            "Listed are the types that AWS's page on Wavelength Zones names: ask AWS whether {zone} has the one that you "
            "choose.",
            {"zone": needs.request.zone},
        )


def fleet(needs: Needs, ranked: tuple[Ranked, ...]) -> tuple[InstanceType, ...]:
    """The types to ask Spot capacity of together, the first of the list first.

    They are of the size of the first, up to twice its memory, and nothing speaks against them.
    Source: Amazon EC2 User Guide, Best practices for Amazon EC2 Spot: be flexible about instance types.
    """
    if Feature.SPOT not in needs.features or not names_one(needs, ranked):
        return ()
    first = ranked[0]
    size = first.instance_type
    found = [
        entry.instance_type
        for entry in ranked
        if entry.outcome is first.outcome
        and entry.instance_type.current_generation is size.current_generation
        and entry.instance_type.bare_metal is size.bare_metal
        and entry.instance_type.gpus == size.gpus
        and entry.instance_type.vcpus == size.vcpus
        and size.memory_gib <= entry.instance_type.memory_gib <= size.memory_gib * _TWICE
    ]
    return tuple(found[:_MOST_OF_A_FLEET])


def _in_a_local_zone(needs: Needs, ranked: tuple[Ranked, ...], families: Families) -> Message:
    values: dict[str, object] = {
        "zone": needs.request.zone,
        "families": ", ".join(f.capitalize() for f in sorted(families.local_zones)),
    }
    if any(entry.instance_type.family in families.local_zones for entry in ranked):
        return Message(
            "{zone} has only some of its Region's types, and which is not known here: of equal sizes, families that are "
            "known from Local Zones stand first ({families}); ask AWS before you choose.",
            values,
        )
    return Message(
        "{zone} has only some of its Region's types, and which is not known here. None that fits is of a family that is "
        "known from Local Zones ({families}): ask AWS first.",
        values,
    )


def _spot(needs: Needs, ranked: tuple[Ranked, ...]) -> Message:
    names = fleet(needs, ranked)
    if len(names) < _TWICE:
        return _SPOT
    return Message(
        "Spot Instances are interrupted with two minutes' notice, so ask for several types at once "
        "(price-capacity-optimized, in an EC2 Fleet or an Auto Scaling group): {types}.",
        {"types": ", ".join(t.name for t in names)},
    )


def _host(needs: Needs) -> Message:
    if (needs.system.family or "").startswith(("rhel", "sles")):
        # Source: Amazon EC2 User Guide, Dedicated Hosts, their restrictions (rule L7a).
        return Message(
            "It runs on a Dedicated Host of yours: allocate one for the type first. The RHEL and SUSE AMIs of AWS and its "
            "Marketplace cannot be used there: take one with a subscription of your own (BYOS)."
        )
    family = needs.system.family or ""
    if family.startswith("windows-sql") and family != "windows-sql-express" and needs.system.flavour:
        # Source: AWS License Manager User Guide, Tenancy conversion (rule L7c).
        return Message(
            "It runs on a Dedicated Host of yours: allocate one for the type first. AWS's images with SQL Server cannot be "
            "used there: take Windows alone, whose licence AWS brings there, too, and install SQL Server with a licence of "
            "your own."
        )
    if needs.system.flavour == "token":
        return Message(
            "It runs on a Dedicated Host of yours: allocate one for the type first. The Ubuntu Pro AMIs of AWS cannot be "
            "used there: take plain Ubuntu, and attach Pro with a token of your own."
        )
    if needs.system.kind is not OsKind.WINDOWS or needs.system.family == "windows-client":
        return Message("It runs on a Dedicated Host of yours: allocate one for the type first.")
    if _is_too_new_for_byol(needs.system.version):
        return Message(
            "It runs on a Dedicated Host of yours: allocate one for the type first. AWS's Windows images bring their "
            "licence for pay there, too; one of your own (BYOL) Microsoft allows for Windows Server 2019 and older only."
        )
    return Message(
        "It runs on a Dedicated Host of yours: allocate one for the type first. AWS's Windows images bring their licence "
        "for pay there, too; for a licence of your own (BYOL), of Windows Server 2019 or older and bought under an "
        "agreement from before October 2019, import an image of your own."
    )


def _is_too_new_for_byol(version: str | None) -> bool:
    """Source: AWS's FAQ on Windows (https://aws.amazon.com/windows/faq/, checked 2026-11-29)."""
    return version is not None and version[:4].isdecimal() and int(version[:4]) > _LAST_BYOL
