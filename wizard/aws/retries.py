"""Asks one question until it is answered, with patience, in pages, and never longer than wanted."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wizard.aws.cancel import Cancel, Cancelled
from wizard.aws.faults.problem_of import PagesRepeat, is_throttled, is_transient

Reply = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often to ask the same, and how long to wait between.

    attempts: how often in all. throttled_attempts: how often where AWS wants fewer questions.
    first, longest: pauses in seconds; each is about twice the one before.
    """

    attempts: int = 3
    throttled_attempts: int = 8
    first: float = 0.25
    longest: float = 8.0

    def pause(self, attempt: int) -> float:
        """Seconds before the attempt after this one (from 1), different each time to spread callers."""
        return min(self.longest, self.first * 2.0 ** (attempt - 1)) * random.uniform(0.6, 1.0)  # noqa: S311  # not a secret


PATIENT = RetryPolicy()


class RetryingClient:
    """One client, asked at a pace that follows what AWS bears.

    botocore's own way of trying again sleeps without a way to wake it, so a client tries once and
    this tries again. After a throttled question those that follow are spread out, too; each that
    is answered halves the gap.
    """

    def __init__(self, client: Any, cancel: Cancel, patience: RetryPolicy = PATIENT) -> None:
        self._client = client
        self._cancel = cancel
        self._patience = patience
        self._gap = 0.0

    def ask(self, operation: str, **parameters: object) -> Reply:
        """The answer to one question, such as describe_images. Raises Cancelled, or botocore's errors."""
        ask = getattr(self._client, operation)
        attempt = 0
        while True:
            attempt += 1
            if self._gap > 0.01:
                self._cancel.wait(self._gap)
            self._cancel.check()
            try:
                with self._cancel.current():
                    reply: Reply = ask(**parameters)
            except Exception as error:  # noqa: BLE001  # raised again, unless it is worth another try
                self._after(error, attempt)
            else:
                self._gap /= 2
                return reply

    def _after(self, error: Exception, attempt: int) -> None:
        """Wait before the next attempt, or raise."""
        if self._cancel.asked:
            raise Cancelled from None
        throttled = is_throttled(error)
        most = self._patience.throttled_attempts if throttled else self._patience.attempts
        if attempt >= most or not is_transient(error):
            raise error
        pause = self._patience.pause(attempt)
        if throttled:
            self._gap = max(self._gap, pause / 2)
        self._cancel.wait(pause)

    def pages(self, operation: str, **parameters: object) -> Iterator[Reply]:
        """All pages of an answer. Raises PagesRepeat too."""
        seen: set[str] = set()
        while True:
            reply = self.ask(operation, **parameters)
            yield reply
            token = reply.get("NextToken")
            if not token:
                return
            if token in seen:
                raise PagesRepeat(operation)
            seen.add(token)
            parameters["NextToken"] = token
