"""When nothing is left: the smallest change that brings types back, counted on masks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wizard.model.frozen import frozen, replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.decide import (
    Candidate,
    Decision,
    Met,
    best_that_fits,
    meeting,
    usable,
)
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Relaxation
from wizard.model.recommend.relaxing.change import (
    ANY,
    Change,
    about_launch,
    about_the_move,
    about_today,
    about_types,
)
from wizard.model.recommend.relaxing.nearest_number import is_number, nearest_number

# A person reads a handful of ways out, and each is tried before it is named.
_MOST_TRIED = 8
_MOST_NAMED = 6


def relaxations(knowledge: Knowledge, needs: Needs, decision: Decision) -> tuple[Relaxation, ...]:
    """The fewest answers to change, those that keep the system and bring most types first.

    Never empty, since without any answer types are left.

    Where no single answer helps, several are named together: ids and new answers joined by "+".
    The types are grouped by the answers that they do not meet, so that no set of answers has to be
    tried that brings nothing.
    """
    relaxing = _Relaxing(knowledge, needs, decision.met)
    criteria = about_types(decision.met)
    found: dict[tuple[str, str], Relaxation] = {}
    enough: list[set[Change]] = []
    for changes in relaxing.fewest(criteria):
        if not any(known <= set(changes) for known in enough) and (way := relaxing.way(changes)):
            enough.append(set(changes))
            for one in (relaxing.less(changes), way):
                if one is not None:
                    found.setdefault((one.answer, one.instead), one)
    if not found and (
        way := relaxing.least([*criteria, *about_launch(needs), *about_today(needs, criteria)])
    ):
        found = {(way.answer, way.instead): way}
    return tuple(sorted(found.values(), key=_size)[:_MOST_NAMED])


def _size(way: Relaxation) -> tuple[int, bool, int]:
    """The fewest answers first; the system is what one wants before all else."""
    answers = way.answer.split("+")
    return len(answers), "os" in answers, -way.count


@frozen
class _Relaxing:
    """Needs that no type meets. met: the types that meet each criterion."""

    knowledge: Knowledge
    needs: Needs
    met: Met

    def fewest(self, criteria: Sequence[Change]) -> Iterator[tuple[Change, ...]]:
        """Sets of answers to change, the smallest first, then those that bring most types."""
        groups: list[tuple[int, int, tuple[Change, ...]]] = []
        moves = ((change,) for change in about_the_move(self.knowledge, self.needs))
        for launch in (*_launches(tuple(about_launch(self.needs))), *moves):
            answered = {change.answer for change in launch}
            asked = [criterion for criterion in criteria if criterion.answer not in answered]
            for unmet, types in _grouped(self._usable(launch), asked):
                if unmet or launch:
                    groups.append((len(unmet) + len(launch), -types.bit_count(), (*unmet, *launch)))
        groups.sort(key=lambda group: group[:2])
        near = [changes for size, _, changes in groups if size <= groups[0][0] + 1]
        yield from near[:_MOST_TRIED]

    def _usable(self, changes: Sequence[Change]) -> int:
        """The types on which some kind of image can be used, with these answers changed.

        Only what decides what an image is like, and how and where it is launched, counts: what all
        else asks of a type stands in the criteria.
        """
        relaxed = _changed(self.needs, changes)
        bare = Needs(
            os=relaxed.os,
            os_after=relaxed.os_after,
            virtualization_type=relaxed.virtualization_type,
            edition=relaxed.edition,
            region=relaxed.region,
            image=relaxed.image,
            today=relaxed.today,
            request=relaxed.request,
        )
        return usable(self.knowledge, bare)

    def way(self, changes: Sequence[Change]) -> Relaxation | None:
        """These answers changed, if that brings types back."""
        answer, instead = _words(self.needs, changes)
        return self._named(_changed(self.needs, changes), answer, instead)

    def less(self, changes: Sequence[Change]) -> Relaxation | None:
        """Where one answer is a number: the nearest number with which types are left, in place of none."""
        if len(changes) > 1 or not is_number(changes[0].answer):
            return None
        freed = changes[0].relax(self.needs)
        _, allowed = meeting(self.knowledge, freed, self.met)
        types = self.knowledge.catalog.select(allowed and allowed & usable(self.knowledge, freed))
        costs = Costs.of(self.knowledge.prices, self.needs)
        nearest = nearest_number(self.needs, changes[0].answer, types, costs)
        return self._named(nearest[1], changes[0].answer, nearest[0]) if nearest else None

    def least(self, changes: list[Change]) -> Relaxation | None:
        """Every answer taken back, and each of them given again as long as types are left."""
        for change in tuple(changes):
            fewer = [other for other in changes if other is not change]
            if self._best(_changed(self.needs, fewer)):
                changes = fewer
        return self.way(changes)

    def _best(self, needs: Needs) -> Candidate | None:
        return best_that_fits(self.knowledge, needs, self.met)

    def _named(self, needs: Needs, answer: str, instead: str) -> Relaxation | None:
        best = self._best(needs)
        count = best.count if best else 0
        text = _TEXT if instead == ANY else _CHANGED
        text = replace(text, values={"count": count}, count=count)
        return Relaxation(answer, instead, text, count) if count else None


_TEXT = Message(
    "Without this answer {count} instance type fits.",
    plural="Without this answer {count} instance types fit.",
)
_CHANGED = Message(
    "Changed so, {count} instance type fits.",
    plural="Changed so, {count} instance types fit.",
)


def _changed(needs: Needs, changes: Sequence[Change]) -> Needs:
    for change in changes:
        needs = change.relax(needs)
    return needs


def _launches(changes: tuple[Change, ...]) -> Iterator[tuple[Change, ...]]:
    """None of these answers taken back, one, or all."""
    yield ()
    for change in changes:
        yield (change,)
    if len(changes) > 1:
        yield changes


def _grouped(usable: int, criteria: Sequence[Change]) -> list[tuple[tuple[Change, ...], int]]:
    """The usable types by the answers that they do not meet."""
    groups: list[tuple[tuple[Change, ...], int]] = [((), usable)] if usable else []
    for criterion in criteria:
        split = []
        for unmet, types in groups:
            if out := types & criterion.types:
                split.append(((*unmet, criterion), out))
            if rest := types & ~criterion.types:
                split.append((unmet, rest))
        groups = split
    return groups


def _words(needs: Needs, changes: Sequence[Change]) -> tuple[str, str]:
    """The ids and the new answers. Of a list from which several go, only what stays is said."""
    instead: dict[str, str] = {}
    for change in changes:
        if change.answer in ("need", "without") and change.answer in instead:
            asked = needs.features if change.answer == "need" else needs.without
            gone = [set(asked) - set(_listed(word)) for word in (instead[change.answer], change.instead)]
            instead[change.answer] = ",".join(sorted(asked - gone[0] - gone[1])) or ANY
        else:
            instead[change.answer] = change.instead
    return "+".join(instead), "+".join(instead.values())


def _listed(word: str) -> list[str]:
    return [] if word == ANY else word.split(",")
