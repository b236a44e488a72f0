"""What a person is told when AWS could not be asked."""

from __future__ import annotations

from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.word import Word


class Kind(Word):
    """What is at fault, and so which page or button helps."""

    LOGIN = "login"
    MFA = "mfa"
    RIGHTS = "rights"
    CONFIG = "config"
    CLOCK = "clock"
    THROTTLED = "throttled"
    REGION = "region"
    NETWORK = "network"
    SERVICE = "service"
    ANSWER = "answer"
    OTHER = "other"

    @property
    def of_login(self) -> bool:
        """Whether nothing of the profile answers until somebody has signed in or mended its files."""
        return self in (Kind.LOGIN, Kind.MFA, Kind.CONFIG, Kind.CLOCK)


@frozen
class Problem:
    """Problem, cause and next step, each a sentence or two.

    command: what to type in a terminal, where that is the next step. details: the raw text, for
    whoever wants it. Credentials, tokens and codes are in none of them.
    """

    kind: Kind
    problem: Message
    cause: Message
    next_step: Message
    command: str | None = None
    details: str = ""

    @property
    def message(self) -> Message:
        """All of it as one text."""
        values = {"problem": self.problem, "cause": self.cause, "next_step": self.next_step}
        if self.command is None:
            return Message("{problem} {cause} {next_step}", values)
        return Message("{problem} {cause} {next_step} {command}", values | {"command": self.command})


class Unanswered(Exception):
    """AWS could not be asked. problem: what to tell the person."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.problem.template)
