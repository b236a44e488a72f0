"""The few rules that do not fit the vocabulary, as functions of the facts they name.

A rule points here with `must = { special = "name" }`; the rest of its identity card is the same.
Each function gets the values of its facts, None where one is not known, and answers True if the
rule holds, False if it is broken and None if it cannot tell.
"""

from __future__ import annotations

from collections.abc import Callable

from wizard.model.predicates import Clause

SPECIAL: dict[str, Clause] = {}


def _special(*facts: str) -> Callable[[Callable[..., bool | None]], Callable[..., bool | None]]:
    """Register the function below under its own name, with the facts it reads."""

    def register(function: Callable[..., bool | None]) -> Callable[..., bool | None]:
        SPECIAL[function.__name__] = Clause(facts, function, sees_unknown=True)
        return function

    return register
