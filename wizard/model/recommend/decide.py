"""Judges every kind of image that the needs leave open, and picks the best."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.judging.survey import CatalogResult
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.candidates import kept_architectures, launch_of, profiles, virtualization_types
from wizard.model.recommend.costs import Costs
from wizard.model.recommend.criteria import criteria
from wizard.model.recommend.criterion import Criterion
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile

Met = tuple[tuple[Criterion, int], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A kind of image, judged on every type. fits: the allowed types on which it can be used.

    open: of all types those on which a fact that nobody knows could keep it from booting, from being
    reached, or from being launched at all. doubted: those of them that no update of the system settles.
    """

    profile: ImageProfile
    survey: CatalogResult
    allowed: int
    doubted: int

    @property
    def fits(self) -> int:
        return self.survey.usable & self.allowed

    @property
    def count(self) -> int:
        return self.fits.bit_count()

    @property
    def open(self) -> int:
        return self.survey.open

    @property
    def sure(self) -> int:
        """The types that fit and on which nothing is in doubt, where a system and its version are named.

        Of a system that nobody named, what a current one has is a condition on all types alike.
        """
        return self.fits & ~self.doubted if self.survey.launch.os.version else self.fits


@dataclass(frozen=True, slots=True)
class Decision:
    """The best candidate, all others, and the masks of types by which they were judged.

    allowed: the types that meet every answer; met: for each criterion the types that meet it.
    best fits no type at all where nothing is left.
    """

    best: Candidate
    others: tuple[Candidate, ...]
    allowed: int
    met: Met

    @property
    def profile(self) -> ImageProfile | None:
        return self.best.profile if self.best.fits else None


def decide(knowledge: Knowledge, needs: Needs, met: Met = ()) -> Decision:
    """The candidate of the preferred kind that reaches a type at all, and of these the one that reaches most.

    The preference between virtualization types is the year's; an image or an instance that one has
    keeps its architecture if it can; else software runs unchanged on x86. Then the boot mode that
    images of the system have. `profiles` lists what to prefer first.
    met: the types that meet a criterion, as far as another decision has found them.
    """
    catalog = knowledge.catalog
    known = {criterion.key: mask for criterion, mask in met}
    met = tuple(
        (criterion, catalog.mask(criterion.fits) if (mask := known.get(criterion.key)) is None else mask)
        for criterion in criteria(needs, Costs.of(knowledge.prices, needs))
    )
    allowed = catalog.everything
    for _, mask in met:
        allowed &= mask
    kinds = tuple(profiles(needs))
    candidates = tuple(_candidate(knowledge, p, needs, allowed) for p in kinds)
    order = virtualization_types(needs)
    # Those of one architecture stand together, and for each the preferred boot mode first.
    modes = {(p.architecture, p.boot_mode): -place for place, p in reversed(tuple(enumerate(kinds)))}

    def merit(candidate: Candidate) -> tuple[bool, int, bool, int, int, int, int, int]:
        works = candidate.survey.outcomes[Outcome.WORKS] & allowed
        preference = -order.index(candidate.profile.virtualization_type)
        kept = candidate.profile.architecture in kept_architectures(needs)
        sure = candidate.sure.bit_count()
        mode = modes[candidate.profile.architecture, candidate.profile.boot_mode]
        # Where nothing fits, the one that EC2 would at least launch says what really stands in the way.
        refused = 0 if candidate.fits else (candidate.survey.outcomes[Outcome.REFUSED] & allowed).bit_count()
        return (
            bool(candidate.fits),
            preference,
            kept,
            mode,
            sure,
            candidate.count,
            works.bit_count(),
            -refused,
        )

    best = max(candidates, key=merit)
    return Decision(
        best, tuple(c for c in sorted(candidates, key=merit, reverse=True) if c is not best), allowed, met
    )


def _candidate(knowledge: Knowledge, profile: ImageProfile, needs: Needs, allowed: int) -> Candidate:
    survey = knowledge.judge.survey(launch_of(profile, needs))
    doubted = survey.open
    if doubted and needs.os_updated is not None and needs.os_after is None:
        doubted &= knowledge.judge.survey(replace(survey.launch, os=needs.os_updated)).open
    return Candidate(profile, survey, allowed, doubted)


def fitting(
    knowledge: Knowledge, candidate: Candidate, needs: Needs
) -> tuple[tuple[InstanceType, Outcome], ...]:
    """The types the candidate can be used on, each with its outcome.

    Of a new workload's image, what nobody knows of a system without a version is a condition that a
    current image meets, and no doubt of its own on each type.
    """
    has_something = needs.image is not None or needs.today is not None
    unknown = candidate.open if has_something else candidate.fits & ~candidate.sure
    outcomes = _by_place(candidate.fits, unknown, candidate.survey.outcomes[Outcome.DEGRADED])
    return tuple((t, o) for t, o in zip(knowledge.catalog.types, outcomes, strict=False) if o is not None)


def _by_place(fits: int, unknown: int, degraded: int) -> Iterator[Outcome | None]:
    """The outcome on each type of the catalogue in turn; None where the image cannot be used."""
    top = 1 << fits.bit_length()
    digits = (bin(mask & top - 1 | top)[:2:-1] for mask in (fits, unknown, degraded))
    for fit, open_, lost in zip(*digits, strict=True):
        if fit == "0":
            yield None
        else:
            yield Outcome.UNKNOWN if open_ == "1" else Outcome.DEGRADED if lost == "1" else Outcome.WORKS
