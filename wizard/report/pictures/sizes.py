"""The types that fit by vCPUs and memory, as a picture with both axes doubling from line to line."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator

from wizard.model.ec2.instance_type import gib
from wizard.model.message import Figure, Message, counted
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.pictures.picture import Dot, Dots, Tick
from wizard.report.report_writer import ReportWriter

_LARGEST = 12
_FEWEST = 3


def sizes(recommendation: Recommendation, writer: ReportWriter) -> Dots | None:
    """A dot for each size, larger for more types, the first type's filled. None for fewer than three sizes."""
    types = [entry.instance_type for entry in recommendation.ranked]
    found = Counter((it.vcpus, it.memory_gib) for it in types)
    if len(found) < _FEWEST:
        return None
    across, up = _Axis(vcpus for vcpus, _ in found), _Axis(memory for _, memory in found)
    first = types[0]
    most = max(found.values())
    dots = tuple(
        Dot(
            across.place(vcpus),
            up.place(memory),
            math.sqrt(count / most),
            first=(vcpus, memory) == (first.vcpus, first.memory_gib),
        )
        for (vcpus, memory), count in sorted(found.items())
    )
    return Dots(
        caption=writer.say(Message("The types that meet every answer, by vCPUs and memory")),
        alternative=writer.say(_said(recommendation, found)),
        across=writer.say(Message("vCPUs")),
        up=writer.say(Message("Memory, GiB")),
        across_ticks=tuple(Tick(place, writer.figure(label)) for place, label in across.ticks()),
        up_ticks=tuple(Tick(place, writer.figure(label)) for place, label in up.ticks()),
        dots=dots,
    )


def _said(recommendation: Recommendation, found: Counter[tuple[int, float]]) -> Message:
    first = recommendation.ranked[0].instance_type
    (vcpus, memory), count = found.most_common(1)[0]
    cores, memories = [size[0] for size in found], [size[1] for size in found]
    return Message(
        "{types} types in {sizes} sizes, from {least} to {most} vCPUs and from {little} to {much} GiB. The most, {count}, "
        "have {vcpus} vCPUs and {memory} GiB. Filled: {first}, {first_vcpus} vCPUs and {first_memory} GiB.",
        {
            "types": counted(len(recommendation.ranked)),
            "sizes": counted(len(found)),
            "least": counted(min(cores)),
            "most": counted(max(cores)),
            "little": gib(min(memories)),
            "much": gib(max(memories)),
            "count": counted(count),
            "vcpus": counted(vcpus),
            "memory": gib(memory),
            "first": first.name,
            "first_vcpus": counted(first.vcpus),
            "first_memory": gib(first.memory_gib),
        },
    )


class _Axis:
    """Doubles from line to line; values are from 0 at its beginning to 1 at its end."""

    def __init__(self, values: Iterable[float]) -> None:
        logs = sorted({math.log2(value) for value in values})
        self._low = math.floor(logs[0])
        self._high = max(math.ceil(logs[-1]), self._low + 1)

    def place(self, value: float) -> float:
        return (math.log2(value) - self._low) / (self._high - self._low)

    def ticks(self) -> Iterator[tuple[float, Figure]]:
        """Few enough that their labels do not touch."""
        step = max(1, math.ceil((self._high - self._low) / _LARGEST))
        for power in range(self._low, self._high + 1, step):
            yield (power - self._low) / (self._high - self._low), gib(2.0**power)
