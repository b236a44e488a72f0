"""How long a system is supported, and what to move to when that is over."""

from __future__ import annotations

import datetime
from operator import attrgetter

from wizard.model.ec2.instance_type import Architecture
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.lifecycle.successors import A_YEAR, successors_of
from wizard.model.recommend.lifecycle.system_support import SystemSupport

_PRO = "pro"
_A_PAIR = 2


def support_of(
    system: OperatingSystem, knowledge: Knowledge, on: Architecture | None = None
) -> SystemSupport | None:
    """As of the day that the knowledge is from, so that the same answers say the same on every day.

    None where nobody named a version, or no source says when its support ends. on: the architecture that was asked for.
    """
    parts = _parts_of(system, knowledge)
    return _of_parts(system, parts, knowledge) if parts else _support_of(system, knowledge, on)


def _parts_of(system: OperatingSystem, knowledge: Knowledge) -> tuple[SystemSupport, ...]:
    """Of an edition with a product on it those of both, without what to move to; nothing of any other system."""
    catalog = knowledge.os_catalog
    family = catalog.family(system.family or "")
    if family is None or family.product is None:
        return ()
    beside = (catalog.resolve(family.edition_of, system.version), catalog.product_of(system))
    known = (_support_of(part, knowledge) for part in beside if part)
    parts = (replace(part, successors=(), successors_end=()) for part in known if part)
    return tuple(sorted(parts, key=attrgetter("regular_ends")))


def _of_parts(
    system: OperatingSystem, parts: tuple[SystemSupport, ...], knowledge: Knowledge
) -> SystemSupport:
    """As good as that of the part which ends first."""
    over, near = any(part.regular_ended for part in parts), any(part.near for part in parts)
    return SystemSupport(
        system,
        min(part.ends for part in parts),
        parts[0].regular_ends,
        min(part.longer_ends for part in parts),
        ended=any(part.ended for part in parts),
        regular_ended=over,
        longer_ended=any(part.longer_ended for part in parts),
        near=near,
        successors=tuple(s.title or "" for s in successors_of(system, knowledge)) if over or near else (),
        sources=tuple(dict.fromkeys(source for part in parts for source in part.sources)),
        parts=parts,
    )


def _support_of(
    system: OperatingSystem, knowledge: Knowledge, on: Architecture | None = None
) -> SystemSupport | None:
    # Ubuntu's longer support is what the Pro images come with.
    plain = system.end_of_life if system.flavour != _PRO else None
    regular = plain or system.extended_end
    if system.version is None:
        regular = _when_all_ended(system, knowledge)
    if regular is None:
        return None
    longer = max(regular, system.extended_end or regular)
    ends = max(longer, system.add_on_end or longer)
    today = knowledge.date
    to_move_to = successors_of(system, knowledge, on)
    grounds = [
        system.grounds[name]
        for name in ("end_of_life", "extended_end", "add_on_end")
        if name in system.grounds
    ]
    over = regular <= today
    near = today < ends <= today + A_YEAR if over else regular <= today + A_YEAR
    return SystemSupport(
        system,
        ends,
        regular,
        longer,
        ended=ends <= today,
        regular_ended=over,
        longer_ended=longer <= today < ends and longer > regular,
        near=near,
        successors=tuple(s.title or "" for s in to_move_to) if over or near else (),
        successors_end=_ends(to_move_to) if over or near else (),
        sources=tuple(dict.fromkeys(source for ground in grounds for source in ground.sources)),
    )


def _ends(systems: tuple[OperatingSystem, ...]) -> tuple[datetime.date, ...]:
    """When the regular support of versions of one family ends; empty where that does not tell two apart."""
    found = tuple(s.end_of_life for s in systems if s.end_of_life)
    apart = len(systems) == len(set(found)) == _A_PAIR and len({s.family for s in systems}) == 1
    return found if apart else ()


def towards(support: SystemSupport, after: OperatingSystem | None, knowledge: Knowledge) -> SystemSupport:
    """The same with the system that was chosen for after the move in place of the one advised.

    Not where that one is out of support itsupport, or one of those advised.
    """
    if after is None or not after.title or not support.successors or after.title in support.successors:
        return support
    chosen = support_of(after, knowledge)
    ends = chosen is not None and chosen.regular_ended
    if ends or after.title == support.system.title:
        return support
    return replace(support, successors=(after.title,), successors_end=())


def _when_all_ended(system: OperatingSystem, knowledge: Knowledge) -> datetime.date | None:
    """When the last version of a family was over, where nobody named one and all of them are: CentOS Linux."""
    family = knowledge.os_catalog.family(system.family or "")
    versions = family.versions if family else ()
    ends = [knowledge.os_catalog.resolve(system.family, version).last_support for version in versions]
    last = max((end for end in ends if end), default=None)
    return last if last and None not in ends and last <= knowledge.date else None
