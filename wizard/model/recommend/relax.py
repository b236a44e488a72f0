"""When nothing is left: which answer to take back, and how many types come back for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

from wizard.model.ec2.launch import Edition
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.message import Message
from wizard.model.recommend.criteria import criteria
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Relaxation

Relax = Callable[[Needs], Needs]
_ANY = "any"


def relaxations(needs: Needs, count: Callable[[Needs], int]) -> tuple[Relaxation, ...]:
    """The fewest answers to take back, most types first.

    count: how many types are left for these needs. Where no single answer helps, pairs are tried,
    then more; the answers' ids are then joined by "+".
    """
    answers = tuple(_answers(needs))
    for size in range(1, len(answers) + 1):
        found = []
        for chosen in combinations(answers, size):
            relaxed = needs
            for _, _, relax in chosen:
                relaxed = relax(relaxed)
            if types := count(relaxed):
                ids, instead = (
                    "+".join(words) for words in zip(*((c[0], c[1]) for c in chosen), strict=True)
                )
                text = Message(_TEXT.template, {"count": types}, _TEXT.plural, types)
                found.append(Relaxation(ids, instead, text, types))
        if found:
            return tuple(sorted(found, key=lambda relaxation: -relaxation.count))
    return ()


_TEXT = Message(
    "Without this answer {count} instance type fits.",
    plural="Without this answer {count} instance types fit.",
)


def _answers(needs: Needs) -> Iterator[tuple[str, str, Relax]]:
    """Every answer given that narrows the choice: its id, what it is then, and the needs without it."""
    for criterion in criteria(needs):
        yield criterion.answer, criterion.instead, criterion.relax
    if needs.virtualization_type is not None:
        yield "virtualization", _ANY, lambda n: replace(n, virtualization_type=None)
    if needs.os != OperatingSystem():
        yield "os", _ANY, lambda n: replace(n, os=OperatingSystem())
    if needs.edition is not Edition.CURRENT:
        yield "edition", Edition.CURRENT, lambda n: replace(n, edition=Edition.CURRENT)
