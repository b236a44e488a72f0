"""What is said of a system that is not listed itself: what its parts share, or what another one is like."""

from __future__ import annotations

from typing import Any

from wizard.model.ec2.finding import Evidence
from wizard.model.ec2.operating_system import Ground

Said = tuple[Any, Ground | None]
LAST_DAYS = ("end_of_life", "extended_end", "add_on_end")
DATES = (*LAST_DAYS, "hibernation_from")


def shared(parts: list[dict[str, Said]]) -> dict[str, Said]:
    """What is said alike of all of these; support ends with that of the last."""
    first, *others = parts
    alike = {
        fact: said
        for fact, said in first.items()
        if all(fact in other and other[fact][0] == said[0] for other in others)
    }
    for fact in LAST_DAYS:
        days = [part[fact] for part in parts if fact in part]
        # Not all are sold with further support, whereas each ends, be it on an unknown day.
        if days and (fact != "end_of_life" or len(days) == len(parts)):
            alike[fact] = max(days, key=lambda said: said[0])
    return alike


def inferred(facts: dict[str, Said]) -> dict[str, Said]:
    """The same, of a system that is like the one of which it is said; dates are its own."""
    return {
        fact: (value, Ground(Evidence.INFERRED, ground.sources) if ground else None)
        for fact, (value, ground) in facts.items()
        if fact not in DATES
    }
