"""Until when a system is supported, in words."""

from __future__ import annotations

import datetime

from wizard.model.ec2.finding import Source
from wizard.model.ec2.instance_type import Architecture
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import frozen, replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, joined
from wizard.model.recommend.lifecycle.longer_support import longer_support
from wizard.model.recommend.lifecycle.successors import successors_of
from wizard.model.systems.published_image import ImageKind

_A_PAIR = 2


@frozen
class SystemSupport:
    """Of a system with a known end of support.

    ends: the last day of any support. regular_ends: of the one that everybody gets. longer_ends: of
    the longer one, without what is bought on top of it; longer_ended: it is over, and that is not.
    As of the day that it was judged for: ended is whether all support has ended, regular_ended
    whether the regular one has, near whether either of them ends within a year. successors: what to
    move to, by title; empty where the system is supported for longer, or nobody knows. successors_end: their
    regular support, where it is known and there are two of one family. left_i386: no image of what to move to is known
    for i386, which was asked for. parts: those of the system and of what runs on it beside it, each with dates of its own,
    the first to end first; the whole ends with that. None: there is the system alone.
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
    parts: tuple[SystemSupport, ...] = ()

    @property
    def text(self) -> Message:
        """A sentence or two, the date in it; of several parts those that end soon, or all where none does."""
        return self._of_its_parts() if self.parts else self._alone()

    def _of_its_parts(self) -> Message:
        ending = [part.text for part in self.parts if part.regular_ended or part.near]
        return joined(
            [*(ending or [part.text for part in self.parts]), *([self.remedy] if self.successors else [])]
        )

    def _alone(self) -> Message:
        values: dict[str, object] = {
            "os": self.system.title or "",
            "ends": self.ends if self.ended else self._until,
            "regular": self.regular_ends,
            "until": self.longer_ends,
            "longer": longer_support(self.system),
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
