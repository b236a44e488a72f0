"""Images that behave alike on the groups of instance types, for a map of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wizard.model.assessment.assess import Assessment
from wizard.model.assessment.judged_image import JudgedImage

STEPS = 10
"""How fine a share is looked at."""

Column = tuple[str, ...]
"""The families whose types are one column of the map."""


@dataclass(frozen=True, slots=True)
class Share:
    """On how many types an image can be launched, of those of its own architecture in its Region."""

    usable: int
    own: int

    @property
    def step(self) -> int | None:
        """From 0 for none to STEPS for all, neither of which is rounded to; None where it has none of its own."""
        if not self.own:
            return None
        if self.usable in (0, self.own):
            return STEPS if self.usable else 0
        return min(STEPS - 1, max(1, round(STEPS * self.usable / self.own)))


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """Images with the same pattern, in their order; kinds: how they are judged, each once. Compared by identity."""

    images: list[JudgedImage] = field(default_factory=list)
    kinds: list[Assessment] = field(default_factory=list)

    def shares(self, column: Column) -> tuple[Share, Share]:
        """The smallest and the largest among its images: what they have in common is a step, not a number."""
        found = sorted((share(kind, column) for kind in self.kinds), key=lambda it: (it.usable, it.own))
        return found[0], found[-1]


def share(judged: Assessment, column: Column) -> Share:
    """How images that are judged so stand with these families together."""
    return Share(*judged.counts(column))


def clusters(images: Iterable[JudgedImage], columns: Sequence[Column]) -> list[Cluster]:
    """Those with the same step in each column together, in the order of the first of each."""
    by_kind: dict[int, Cluster] = {}
    by_pattern: dict[tuple[int | None, ...], Cluster] = {}
    for image in images:
        judged = image.judged
        cluster = by_kind.get(id(judged))
        if cluster is None:
            pattern = tuple(share(judged, column).step for column in columns)
            cluster = by_kind[id(judged)] = by_pattern.setdefault(pattern, Cluster())
            # Kept here, so that no other assessment can come to be at its address.
            cluster.kinds.append(judged)
        cluster.images.append(image)
    return list(by_pattern.values())
