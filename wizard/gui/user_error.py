"""What a person is told when something did not work."""

from __future__ import annotations


class UserError(Exception):
    """What did not work, why, and what to do next.

    details: the raw text, shown only on demand; may be empty.
    """

    def __init__(self, problem: str, cause: str, next_step: str, details: str = "") -> None:
        super().__init__(problem, cause, next_step, details)
        self.problem = problem
        self.cause = cause
        self.next_step = next_step
        self.details = details
