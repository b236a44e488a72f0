"""Which answers no instance type meets together."""

from __future__ import annotations

from functools import reduce
from itertools import combinations
from operator import and_

from wizard.model.frozen import replace
from wizard.model.message import Message, joined
from wizard.model.recommend.decide import Decision

# Who contradicts himself does so by two answers, seldom by three.
_MOST = 3


def clash(decision: Decision) -> Message | None:
    """The fewest of them, by what each leaves out; None where some type meets all, or it takes more of them."""
    if decision.allowed or not decision.met:
        return None
    for size in range(1, _MOST + 1):
        for together in combinations(decision.met, size):
            if not reduce(and_, (mask for _, mask in together)):
                texts = joined([criterion.text for criterion, _ in together], "; ")
                return replace(_ONE if size == 1 else _SEVERAL, values={"texts": texts})
    return None


_ONE = Message("Every instance type is left out by this: {texts}.")
_SEVERAL = Message("Every instance type is left out by one of these: {texts}.")
