"""An error that was recognised, and the text that was not."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.ec2.finding import Reason, Source
from wizard.model.errors.seen import Seen
from wizard.model.frozen import frozen
from wizard.model.message import Message, joined


@frozen
class Remedy:
    """A cause with its cure. command: what to type then, if anything."""

    cause: Message
    cure: Message
    command: Message | None

    @property
    def message(self) -> Message:
        """The cure with its command."""
        if self.command is None:
            return self.cure
        return Message("{cure} Run: {command}", {"cure": self.cure, "command": self.command})


@frozen
class Recognised:
    """What an error says.

    error: the id of the known error. rule: the id of the rule, or of what is known and not judged,
    that speaks of the same, else the known error's id; others: ids that EC2 words the same way.
    values: what stood in the text, by fact, such as "type.name". happened: what happened, in a
    sentence. causes: the likeliest first. about: what the catalogue knows of the type.
    """

    error: str
    rule: str
    others: tuple[str, ...]
    reason: Reason
    values: Mapping[str, str]
    seen: Seen
    happened: Message
    causes: tuple[Remedy, ...]
    about: tuple[Message, ...]
    sources: tuple[Source, ...]

    @property
    def text(self) -> Message:
        """What happened, in a sentence."""
        return self.happened

    @property
    def remedy(self) -> Message:
        """What to do: the cure of the likeliest cause, then the others with their causes."""
        told = self.causes[0].message
        for other in self.causes[1:]:
            values = {"before": told, "cause": other.cause, "cure": other.message}
            told = Message("{before} Otherwise: {cause} {cure}", values)
        return told


@frozen
class Unrecognised:
    """A text without a known error. said: that none is known. more: what was seen in it. next_step: what to look at."""

    seen: Seen
    said: Message
    more: tuple[Message, ...]
    next_step: Message

    @property
    def text(self) -> Message:
        """All that is to be said of it."""
        return joined((self.said, *self.more))
