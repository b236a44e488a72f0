"""What a person is told when something did not work."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(eq=False)
class UserError(Exception):
    """What did not work, why, and what to do next.

    details: the raw text, shown only on demand; may be empty.
    """

    problem: str
    cause: str
    next_step: str
    details: str = ""
