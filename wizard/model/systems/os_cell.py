"""What one source says of one fact about an operating system, by its versions."""

from __future__ import annotations

import re

from wizard.model.ec2.operating_system import Ground
from wizard.model.frozen import frozen

Numbers = tuple[int, ...]
Tokens = tuple[int | str, ...]
UNKNOWN = "unknown"


@frozen
class Cell:
    """What is known about one fact, for a family or for one of its versions.

    value: the same for all versions it is about, or None where `yes` and `no` decide.
    yes, no: the bounds (">=7.4" or "<7.4") within which the fact is true or false.
    """

    fact: str
    value: object
    yes: str
    no: str
    ground: Ground

    def ask(self, version: str) -> object:
        """The fact's value for this version, None if unknown."""
        if self.value is not None:
            return None if self.value == UNKNOWN else self.value
        numbers = tuple(part for part in tokens(version) if isinstance(part, int))
        if within(numbers, self.yes):
            return True
        return False if within(numbers, self.no) else None

    def completes(self, other: Cell) -> bool:
        """Whether one says where the fact is true and the other where it is false."""
        sides = {(bool(cell.yes), bool(cell.no)) for cell in (self, other)}
        return sides == {(True, False), (False, True)}


def tokens(version: str) -> Tokens:
    """A version's numbers and words. "SP" is left out: SUSE writes 15 SP6 and 15.6 for the same."""
    parts = re.findall(r"\d{1,9}|[a-z]+", version[:64].casefold())
    return tuple(int(part) if part.isdigit() else part for part in parts if part != "sp")


def within(numbers: Numbers, bound: str) -> bool:
    """Whether a version is certainly within a bound such as ">=7.4" or "<7.4".

    7 is within neither of these two: it may be any of 7.0 to 7.9.
    """
    limit = tuple(map(int, re.findall(r"\d+", bound)))
    if numbers != limit and numbers == limit[: len(numbers)]:
        return False
    return numbers >= limit if bound.startswith(">=") else numbers < limit
