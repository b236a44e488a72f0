"""How long a system is supported, and what to move to when that is over."""

from __future__ import annotations

import datetime

from wizard.model.ec2.finding import Source
from wizard.model.ec2.instance_type import Architecture
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import frozen, replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, joined
from wizard.model.recommend.successors import successors_of
from wizard.model.systems.published_image import ImageKind

# What the longer support is called where it is well known, and whether it costs.
_LONGER = {
    "amazon-linux": Message("its maintenance phase"),
    "ubuntu": Message("Ubuntu Pro"),
    "windows-client": Message("the Extended Security Updates program (for pay)"),
    "windows": Message("the Extended Security Updates program (for pay)"),
    "windows-sql": Message("the Extended Security Updates program (for pay)"),
    "windows-sql-express": Message("the Extended Security Updates program (for pay)"),
    "windows-sql-web": Message("the Extended Security Updates program (for pay)"),
    "windows-sql-enterprise": Message("the Extended Security Updates program (for pay)"),
    "debian": Message("Debian LTS (by volunteers)"),
    "rhel": Message("Extended Life Cycle Support (for pay)"),
    "sles": Message("LTSS (for pay)"),
    "rhel-sap": Message("Extended Life Cycle Support (for pay)"),
    "rhel-ha": Message("Extended Life Cycle Support (for pay)"),
    # Bundled with it: https://www.suse.com/support/policy-products/, read 2026-11-29.
    "sles-sap": Message("ESPOS (included in SLES for SAP)"),
    "oracle-linux": Message("Extended Support (for pay)"),
}
_PRO = "pro"
_LONGER_SUPPORT = Message("longer support (mostly for pay)")
_A_PAIR = 2
_A_YEAR = datetime.timedelta(days=365)


@frozen
class SystemSupport:
    """Of a system with a known end of support.

    ends: the last day of any support. regular_ends: of the one that everybody gets. longer_ends: of
    the longer one, without what is bought on top of it; longer_ended: it is over, and that is not.
    As of the day that it was judged for: ended is whether all support has ended, regular_ended
    whether the regular one has, near whether either of them ends within a year. successors: what to
    move to, by title; empty where the system is supported for longer, or nobody knows. successors_end: their
    regular support, where it is known and there are two of one family. left_i386: no image of what to move to is known
    for i386, which was asked for.
    """

    system: OperatingSystem
    ends: datetime.date
    regular_ends: datetime.date
    longer_ends: datetime.date
    ended: bool
    regular_ended: bool
    longer_ended: bool
    near: bool
    successors: tuple[str, ...]
    sources: tuple[Source, ...]
    left_i386: bool = False
    successors_end: tuple[datetime.date, ...] = ()

    @property
    def text(self) -> Message:
        """A sentence or two, the date in it."""
        values: dict[str, object] = {
            "os": self.system.title or "",
            "ends": self.ends if self.ended else self._until,
            "regular": self.regular_ends,
            "until": self.longer_ends,
            "longer": _LONGER.get(self.system.family or "", _LONGER_SUPPORT),
        }
        if self.ended and self.ends > self.regular_ends:
            said = Message(
                "Support for {os} ended on {ends}, {longer} included; regular support had ended on {regular}. "
                "There are no security updates any more.",
                values,
            )
        elif self.ended:
            said = Message(
                "Support for {os} ended on {ends}: there are no security updates any more.", values
            )
        elif self.ends > self.longer_ends == self.regular_ends:
            said = self._by_the_add_on(values)
            if not self.regular_ended and not self.near:
                return said
        elif self.longer_ended:
            said = Message(
                "Regular support for {os} ended on {regular}, and {longer} on {until}; its Legacy add-on (for pay) "
                "goes on until {ends}.",
                values | {"ends": self.ends},
            )
        elif self.regular_ended:
            said = Message(
                "Regular support for {os} ended on {regular}; {longer} goes on until {ends}.", values
            )
        elif self.near and self.ends > self.regular_ends:
            said = Message(
                "Regular support for {os} ends on {regular}; {longer} goes on until {ends}.", values
            )
        elif self.near:
            said = Message("Support for {os} ends on {ends}.", values)
        elif self.ends > self.regular_ends:
            return Message("{os} is supported until {regular}, and with {longer} until {ends}.", values)
        else:
            return Message("{os} is supported until {ends}.", values)
        return joined([said, self.remedy]) if self.successors else said

    def _by_the_add_on(self, values: dict[str, object]) -> Message:
        """Of a system whose longer support is its regular one: what is bought on top goes on."""
        values = values | {"ends": self.ends}
        if self.regular_ended:
            return Message(
                "Support for {os} ended on {regular}; its Legacy add-on (for pay) goes on until {ends}.",
                values,
            )
        if self.near:
            return Message(
                "Support for {os} ends on {regular}; its Legacy add-on (for pay) goes on until {ends}.",
                values,
            )
        return Message(
            "{os} is supported until {regular}, and with its Legacy add-on (for pay) until {ends}.", values
        )

    def towards(self, after: OperatingSystem | None, knowledge: Knowledge) -> SystemSupport:
        """The same with the system that was chosen for after the move in place of the one advised.

        Not where that one is out of support itself, or one of those advised.
        """
        if after is None or not after.title or not self.successors or after.title in self.successors:
            return self
        chosen = support_of(after, knowledge)
        ends = chosen is not None and chosen.regular_ended
        if ends or after.title == self.system.title:
            return self
        return replace(self, successors=(after.title,), successors_end=())

    def on(self, asked: Architecture | None, kind: ImageKind | None, knowledge: Knowledge) -> SystemSupport:
        """The same for who asked for this kind of image: what one moves to may have none for i386.

        kind: the one decided on, for another architecture where there is none for i386.
        """
        first = next(iter(successors_of(self.system, knowledge)), None)
        if (
            kind is None
            or first is None
            or asked is not Architecture.I386
            or self.successors[:1] != (first.title,)
        ):
            return self
        image = knowledge.publishers.newest(first, kind, None)
        gone = image is not None and (kind.architecture is not asked or not image.can_be_found)
        return replace(self, left_i386=gone)

    @property
    def _until(self) -> Message | datetime.date:
        """When the longer support ends, and what is bought on top of it."""
        if self.ends == self.longer_ends:
            return self.ends
        values: dict[str, object] = {"until": self.longer_ends, "ends": self.ends}
        return Message("{until}, and its Legacy add-on (for pay) until {ends}", values)

    @property
    def remedy(self) -> Message:
        """What to move to."""
        *others, last = self.successors or ("",)
        if self.left_i386 and self.regular_ended:
            return Message(
                "Move to {system} for x86_64: no image of it for i386 is known.",
                {"system": self.successors[0]},
            )
        values: dict[str, object] = {"others": ", ".join(others), "last": last}
        if len(self.successors) == len(self.successors_end) == _A_PAIR:
            values |= {"first_ends": self.successors_end[0], "last_ends": self.successors_end[1]}
            return Message(
                "Move to {others} (supported until {first_ends}) or {last} (until {last_ends})."
                if self.regular_ended
                else "Plan the move to {others} (supported until {first_ends}) or {last} (until {last_ends}).",
                values,
            )
        if not self.regular_ended:
            text = "Plan the move to {others} or {last}." if others else "Plan the move to {last}."
            return Message(text, values)
        return Message("Move to {others} or {last}." if others else "Move to {last}.", values)


def support_of(system: OperatingSystem, knowledge: Knowledge) -> SystemSupport | None:
    """As of the day that the knowledge is from, so that the same answers say the same on every day.

    None where nobody named a version, or no source says when its support ends.
    """
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
    to_move_to = successors_of(system, knowledge)
    grounds = [
        system.grounds[name]
        for name in ("end_of_life", "extended_end", "add_on_end")
        if name in system.grounds
    ]
    over = regular <= today
    near = today < ends <= today + _A_YEAR if over else regular <= today + _A_YEAR
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


def _when_all_ended(system: OperatingSystem, knowledge: Knowledge) -> datetime.date | None:
    """When the last version of a family was over, where nobody named one and all of them are: CentOS Linux."""
    family = knowledge.os_catalog.family(system.family or "")
    versions = family.versions if family else ()
    ends = [knowledge.os_catalog.resolve(system.family, version).last_support for version in versions]
    last = max((end for end in ends if end), default=None)
    return last if last and None not in ends and last <= knowledge.date else None
