"""The answer in sentences, as the parts that a page sets apart."""

from __future__ import annotations

from wizard.model.frozen import frozen
from wizard.model.message import Message, joined


@frozen
class Headline:
    """The answer in sentences.

    notices: what has to be known before anything else, such as the end of support. before: what
    becomes of what one has. title: the decision. after: what goes with it. besides: other plans, each
    whole. notes: on the data behind the answer.
    """

    notices: tuple[Message, ...]
    before: tuple[Message, ...]
    title: Message
    after: tuple[Message, ...] = ()
    besides: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def text(self) -> Message:
        """All of it, one sentence after the other."""
        return joined([*self.notices, *self.before, self.title, *self.lead])

    @property
    def first(self) -> Message:
        """The answer alone."""
        return joined([*self.notices, *self.before, self.title, *self.after])

    @property
    def lead(self) -> tuple[Message, ...]:
        """What stands behind the title."""
        return (*self.after, *self.besides, *self.notes)
