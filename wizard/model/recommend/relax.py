"""When nothing is left: the smallest change that brings types back, counted on masks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.launch import Edition
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.criteria import Criterion
from wizard.model.recommend.decide import Decision, decide
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.recommendation import Relaxation

Relax = Callable[[Needs], Needs]

_ANY = "any"
# A person reads a handful of ways out, and each is tried before it is named.
_MOST_TRIED = 12
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True, eq=False)
class _Change:
    """One answer to change. types: those that do not meet it as it stands."""

    answer: str
    instead: str
    relax: Relax
    types: int = 0


def relaxations(knowledge: Knowledge, needs: Needs, decision: Decision) -> tuple[Relaxation, ...]:
    """The fewest answers to change, most types first; never empty, since without any answer types are left.

    Where no single answer helps, several are named together: ids and new answers joined by "+".
    The types are grouped by the answers that they do not meet, so that no set of answers has to be
    tried that brings nothing.
    """
    criteria = [_Change(c.answer, c.instead, c.relax, ~mask) for c, mask in _joined(decision)]
    found: dict[tuple[str, str], Relaxation] = {}
    enough: list[set[_Change]] = []
    for changes in _fewest(knowledge, needs, criteria):
        if any(known <= set(changes) for known in enough):
            continue
        way = _way(knowledge, needs, changes)
        if way is not None:
            enough.append(set(changes))
            for one in (_less(knowledge, needs, changes), way):
                if one is not None:
                    found.setdefault((one.answer, one.instead), one)
    if not found:
        way = _way(knowledge, needs, _everything(needs, criteria))
        found = {(way.answer, way.instead): way} if way else {}
    return tuple(sorted(found.values(), key=_size)[:_MOST_NAMED])


def _size(way: Relaxation) -> tuple[int, int]:
    return way.answer.count("+"), -way.count


def _joined(decision: Decision) -> Iterator[tuple[Criterion, int]]:
    """Each answer once: today's size has several measures, and is taken back as one."""
    met: dict[tuple[str, str], tuple[Criterion, int]] = {}
    for criterion, mask in decision.met:
        key = criterion.answer, criterion.instead
        both = mask & met[key][1] if key in met else mask
        met[key] = criterion, both
    yield from met.values()


def _fewest(knowledge: Knowledge, needs: Needs, criteria: Sequence[_Change]) -> Iterator[tuple[_Change, ...]]:
    """Sets of answers to change, the smallest first, then those that bring most types."""
    groups: list[tuple[int, int, tuple[_Change, ...]]] = []
    for system in _systems(tuple(_about_images(needs))):
        relaxed = needs
        for change in system:
            relaxed = change.relax(relaxed)
        plain = decide(knowledge, _bare(relaxed), ())
        usable = plain.best.survey.usable
        for other in plain.others:
            usable |= other.survey.usable
        for unmet, types in _grouped(usable, criteria):
            if unmet or system:
                groups.append((len(unmet) + len(system), -types.bit_count(), (*unmet, *system)))
    groups.sort(key=lambda group: group[:2])
    if groups:
        fewest = groups[0][0]
        near = [group for group in groups if group[0] <= fewest + 1]
        yield from (changes for _, _, changes in near[:_MOST_TRIED])


def _bare(needs: Needs) -> Needs:
    """Only what decides what an image is like: what all else asks of a type stands in the criteria."""
    return Needs(
        os=needs.os,
        os_after=needs.os_after,
        virtualization_type=needs.virtualization_type,
        edition=needs.edition,
        image=needs.image,
        today=needs.today,
    )


def _systems(changes: tuple[_Change, ...]) -> Iterator[tuple[_Change, ...]]:
    """None of the answers that decide what an image is like taken back, one, or all."""
    yield ()
    for change in changes:
        yield (change,)
    if len(changes) > 1:
        yield changes


def _about_images(needs: Needs) -> Iterator[_Change]:
    if needs.virtualization_type is not None:
        yield _Change("virtualization", _ANY, lambda n: replace(n, virtualization_type=None))
    if needs.system != OperatingSystem():
        yield _Change(
            "os-after" if needs.os_after else "os",
            "same" if needs.os_after else _ANY,
            lambda n: replace(n, os=n.os if n.os_after else OperatingSystem(), os_after=None),
        )
    if needs.edition is not Edition.CURRENT:
        yield _Change("edition", Edition.CURRENT, lambda n: replace(n, edition=Edition.CURRENT))


def _grouped(usable: int, criteria: Sequence[_Change]) -> list[tuple[tuple[_Change, ...], int]]:
    """The usable types by the answers that they do not meet."""
    groups: list[tuple[tuple[_Change, ...], int]] = [((), usable)]
    for criterion in criteria:
        split = []
        for unmet, types in groups:
            if out := types & criterion.types:
                split.append(((*unmet, criterion), out))
            if rest := types & ~criterion.types:
                split.append((unmet, rest))
        groups = split
    return groups if usable else []


def _everything(needs: Needs, criteria: Sequence[_Change]) -> tuple[_Change, ...]:
    return (*criteria, *_about_images(needs))


def _way(knowledge: Knowledge, needs: Needs, changes: Sequence[_Change]) -> Relaxation | None:
    """These answers changed, if that brings types back."""
    relaxed = needs
    for change in changes:
        relaxed = change.relax(relaxed)
    answer, instead = _words(needs, changes)
    return _named(knowledge, relaxed, answer, instead)


def _words(needs: Needs, changes: Sequence[_Change]) -> tuple[str, str]:
    """The ids and the new answers. Of a list from which several go, only what stays is said."""
    instead: dict[str, str] = {}
    for change in changes:
        if change.answer in ("need", "without") and change.answer in instead:
            asked = needs.features if change.answer == "need" else needs.without
            gone = [set(asked) - set(_listed(word)) for word in (instead[change.answer], change.instead)]
            instead[change.answer] = ",".join(sorted(asked - gone[0] - gone[1])) or _ANY
        else:
            instead[change.answer] = change.instead
    return "+".join(instead), "+".join(instead.values())


def _listed(word: str) -> list[str]:
    return [] if word == _ANY else word.split(",")


def _named(knowledge: Knowledge, needs: Needs, answer: str, instead: str) -> Relaxation | None:
    count = decide(knowledge, needs).best.count
    if not count:
        return None
    text = _TEXT if instead == _ANY else _CHANGED
    return Relaxation(answer, instead, replace(text, values={"count": count}, count=count), count)


_TEXT = Message(
    "Without this answer {count} instance type fits.",
    plural="Without this answer {count} instance types fit.",
)
_CHANGED = Message(
    "Changed so, {count} instance type fits.",
    plural="Changed so, {count} instance types fit.",
)


@dataclass(frozen=True, slots=True)
class _Number:
    """An answer that is a number: how it is read off the needs and off a type."""

    least: Callable[[Needs], float]
    has: Callable[[InstanceType], float]
    to: Callable[[Needs, float], Needs]


_NUMBERS = {
    "gpu": _Number(lambda n: n.gpus, lambda t: t.gpus, lambda n, v: replace(n, gpus=int(v))),
    "local-storage-gb": _Number(
        lambda n: n.local_storage_gb,
        lambda t: t.local_storage_gb,
        lambda n, v: replace(n, local_storage_gb=int(v)),
    ),
    "network-gbps": _Number(
        lambda n: n.network_gbps, lambda t: t.network_gbps, lambda n, v: replace(n, network_gbps=v)
    ),
}
_RANGES: dict[
    str, tuple[Callable[[Needs], Range], Callable[[InstanceType], float], Callable[[Needs, Range], Needs]]
] = {
    "vcpus": (lambda n: n.vcpus, lambda t: t.vcpus, lambda n, r: replace(n, vcpus=r)),
    "memory-gib": (lambda n: n.memory_gib, lambda t: t.memory_gib, lambda n, r: replace(n, memory_gib=r)),
}


def _less(knowledge: Knowledge, needs: Needs, changes: Sequence[_Change]) -> Relaxation | None:
    """Where one answer is a number: the nearest number with which types are left, in place of none."""
    if len(changes) != 1 or (answer := changes[0].answer) not in {*_NUMBERS, *_RANGES}:
        return None
    freed = decide(knowledge, changes[0].relax(needs)).best
    types = knowledge.catalog.select(freed.fits)
    if answer in _NUMBERS:
        number = _NUMBERS[answer]
        most = max(map(number.has, types))
        return _named(knowledge, number.to(needs, most), answer, f"{most:g}") if most else None
    asked, has, to = _RANGES[answer]
    nearest = _nearest(asked(needs), [has(t) for t in types])
    words = f"{nearest.minimum or 0:.10g}"
    if nearest.maximum is not None:
        words += f"..{nearest.maximum:.10g}"
    return _named(knowledge, to(needs, nearest), answer, words)


def _nearest(asked: Range, values: Sequence[float]) -> Range:
    """The range widened as little as possible, so that at least one of the values lies in it."""
    low, high = asked.minimum, asked.maximum
    below = [v for v in values if low is not None and v < low]
    above = [v for v in values if high is not None and v > high]
    if below and (not above or (low or 0) / max(below) <= min(above) / (high or 1)):
        return Range(floor(max(below) * 100) / 100, high)
    return Range(low, ceil(min(above) * 100) / 100)
