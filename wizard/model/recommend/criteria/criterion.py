"""What one answer asks of an instance type."""

from __future__ import annotations

from collections.abc import Callable

from wizard.model.ec2.instance_type import InstanceType
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs

Fits = Callable[[InstanceType], bool]


@frozen
class Criterion:
    """One answer that types must meet.

    answer: the question's id. text: why a type that does not fit is left out. relax: gives needs
    with this answer taken back; instead: what the answer is then.
    """

    answer: str
    fits: Fits
    text: Message
    relax: Callable[[Needs], Needs]
    instead: str = "any"

    @property
    def key(self) -> tuple[str, str, str]:
        """Criteria of the same key ask the same of a type."""
        return self.answer, self.text.template, str(self.text.values)
