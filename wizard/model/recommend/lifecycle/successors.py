"""What to move to from a system whose support ends."""

from __future__ import annotations

import datetime

from wizard.model.ec2.instance_type import Architecture
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.systems.os_cell import tokens
from wizard.model.systems.system_after import current_version

A_YEAR = datetime.timedelta(days=365)
# Families that ended with no newer version of their own, and what followed them.
_SUCCESSORS = {
    "centos": ("rocky", "almalinux", "centos-stream"),
    "coreos": ("flatcar", "fedora-coreos"),
}


def successors_of(
    system: OperatingSystem, knowledge: Knowledge, on: Architecture | None = None
) -> tuple[OperatingSystem, ...]:
    """What to move to from it, the nearest first; never an older version.

    on: the architecture that was asked for; of macOS the newest versions are not made for Intel Macs.
    """
    families = _SUCCESSORS.get(system.family or "", (system.family or "",))
    near = (_point(system, knowledge), _service_pack(system, knowledge), _to_move_to(system, knowledge))
    found = [*near, *(successor(family, knowledge) for family in families)]
    if on is Architecture.X86_64_MAC:
        found = [_on_an_intel_mac(each, knowledge) for each in found]
    leads = (
        _of_the_kind(system, s, knowledge) for s in found if s is not None and _leads_on(system, s, knowledge)
    )
    return tuple({s.title: s for s in leads}.values())


def _on_an_intel_mac(to: OperatingSystem | None, knowledge: Knowledge) -> OperatingSystem | None:
    """The newest version up to this one that such a Mac starts."""
    family = knowledge.os_catalog.family(to.family or "") if to is not None else None
    if to is None or family is None or to.mac_intel is not False:
        return to
    older = (knowledge.os_catalog.resolve(family.key, v) for v in family.versions if v != to.version)
    return next((each for each in older if each.mac_intel), None)


def _of_the_kind(system: OperatingSystem, to: OperatingSystem, knowledge: Knowledge) -> OperatingSystem:
    """The newer one in the flavour that the older one has: Ubuntu Pro goes on as Ubuntu Pro.

    Where the newest is not published so, the newest that is; the plain one where none is newer.
    """
    family = knowledge.os_catalog.family(system.family or "")
    if to.family != system.family or family is None or not system.flavour or _ends_soon(system, knowledge):
        return to
    publisher = knowledge.publishers.by_family.get(family.key)
    if publisher is not None and not publisher.has(to.version, system.flavour):
        newer = (v for v in family.versions if family.precedes(system.version or "", v))
        version = next((v for v in newer if publisher.has(v, system.flavour)), None)
        return (
            to if version is None else knowledge.os_catalog.resolve(family.key, f"{version} {system.flavour}")
        )
    return replace(to, flavour=system.flavour, flavour_title=system.flavour_title)


def _ends_soon(system: OperatingSystem, knowledge: Knowledge) -> bool:
    """Whether what runs on it is not supported for another year: an old SQL Server is not what to go on with."""
    product = knowledge.os_catalog.product_of(system)
    return product is not None and (product.end_of_life or knowledge.date) <= knowledge.date + A_YEAR


def _leads_on(system: OperatingSystem, to: OperatingSystem, knowledge: Knowledge) -> bool:
    """Whether the other one is another system, and no older version of the same."""
    family = knowledge.os_catalog.family(system.family or "")
    if not to.title or (to.family, to.version) == (system.family, system.version):
        return False
    back = (
        family is not None
        and to.family == family.key
        and family.precedes(to.version or "", system.version or "")
    )
    return not back


def _point(system: OperatingSystem, knowledge: Knowledge) -> OperatingSystem | None:
    """The newest point release of the same version, where it is supported for longer than this one."""
    family = knowledge.os_catalog.family(system.family or "")
    row = family.row(system.version or "") if family else None
    if family is None or row in (None, system.version) or row not in family.newest:
        return None
    whole = knowledge.os_catalog.resolve(family.key, row)
    newest = knowledge.os_catalog.resolve(family.key, family.newest[row])
    if whole.end_of_life is None or whole.end_of_life <= knowledge.date:
        return None
    return newest if newest.end_of_life != system.end_of_life else None


def _service_pack(system: OperatingSystem, knowledge: Knowledge) -> OperatingSystem | None:
    """The version with the same first number that is supported longest, where that is still to end: SLES 15 SP7."""
    family = knowledge.os_catalog.family(system.family or "")
    numbers = tokens(system.version or "")
    if family is None or not numbers:
        return None
    alike = (knowledge.os_catalog.resolve(family.key, row) for row in family.longer(str(numbers[0])))
    known = {s.end_of_life: s for s in alike if s.end_of_life and s.end_of_life > knowledge.date}
    return known[max(known)] if known else None


def _to_move_to(system: OperatingSystem, knowledge: Knowledge) -> OperatingSystem | None:
    """The version of the same family to which an instance moves that nobody says otherwise of."""
    current = knowledge.publishers.current_version(system.family)
    after = current_version(system, knowledge.os_catalog, knowledge.date, current)
    if after is None or after.family != system.family:
        return None
    return knowledge.os_catalog.resolve(after.family, after.version)


def successor(family: str, knowledge: Knowledge) -> OperatingSystem | None:
    """The version of a family that its publisher calls current, else the newest with an end to come; None without."""
    catalog = knowledge.os_catalog
    if version := knowledge.publishers.current_version(family):
        return catalog.resolve(family, version)
    known = catalog.family(family)
    versions = (catalog.resolve(family, version) for version in known.versions) if known else ()
    return next((v for v in versions if v.end_of_life and v.end_of_life > knowledge.date), None)
