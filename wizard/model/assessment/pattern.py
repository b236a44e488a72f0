"""Images that behave alike on the groups of instance types, for a map of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wizard.model.assessment.assessment import Assessment
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.frozen import frozen

STEPS = 10
"""How fine a share is looked at."""

Column = tuple[str, ...]
"""The families whose types are one column of the map."""


@frozen
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


@frozen(eq=False)
class Cluster:
    """Images with the same pattern, in their order; kinds: how they are judged, each once. Compared by identity."""

    images: tuple[JudgedImage, ...]
    kinds: tuple[Assessment, ...]

    def shares(self, column: Column) -> tuple[Share, Share]:
        """The smallest and the largest among its images: what they have in common is a step, not a number."""
        found = sorted((share(kind, column) for kind in self.kinds), key=lambda it: (it.usable, it.own))
        return found[0], found[-1]


def share(judged: Assessment, column: Column) -> Share:
    """How images that are judged so stand with these families together."""
    return Share(*judged.counts(column))


def clusters(images: Iterable[JudgedImage], columns: Sequence[Column]) -> list[Cluster]:
    """Those with the same step in each column together, in the order of the first of each."""
    # Of each pattern its images and, kept so that no other can come to be at their addresses, their assessments.
    by_kind: dict[int, tuple[list[JudgedImage], list[Assessment]]] = {}
    by_pattern: dict[tuple[int | None, ...], tuple[list[JudgedImage], list[Assessment]]] = {}
    for image in images:
        judged = image.judged
        alike = by_kind.get(id(judged))
        if alike is None:
            pattern = tuple(share(judged, column).step for column in columns)
            alike = by_kind[id(judged)] = by_pattern.setdefault(pattern, ([], []))
            alike[1].append(judged)
        alike[0].append(image)
    return [Cluster(tuple(found), tuple(kinds)) for found, kinds in by_pattern.values()]
