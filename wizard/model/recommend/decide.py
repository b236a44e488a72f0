"""Judges every kind of image that the needs leave open, and picks the best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress, groupby

from wizard.model.catalog.catalog import bits
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.frozen import frozen, replace
from wizard.model.judging.doubt import OF_THE_PLACE
from wizard.model.judging.survey import CatalogResult
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.candidates import kept_architectures, profiles, virtualization_types
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.criteria.criteria import criteria
from wizard.model.recommend.criteria.criterion import Criterion
from wizard.model.recommend.launches import launch_of
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile

Met = tuple[tuple[Criterion, int], ...]


@frozen
class Candidate:
    """A kind of image, judged on every type. fits: the allowed types on which it can be used.

    open: of all types those on which a fact that nobody knows could keep it from booting, from being
    reached, or from being launched at all. doubted: those of them that no update of the system settles,
    apart from what the place offers.
    """

    profile: ImageProfile
    survey: CatalogResult
    allowed: int
    doubted: int

    @property
    def fits(self) -> int:
        """The types that meet the needs and on which such an image can be used, as a mask."""
        return self.survey.usable & self.allowed

    @property
    def count(self) -> int:
        return self.fits.bit_count()

    @property
    def open(self) -> int:
        """The types of the catalogue on which that depends on what nobody knows, as a mask."""
        return self.survey.open

    @property
    def sure(self) -> int:
        """The types that fit and on which nothing is in doubt, where a system and its version are named.

        Of a system that nobody named, what a current one has is a condition on all types alike.
        """
        system = self.survey.launch.os
        return self.fits & ~self.doubted if system.version or system.rolling else self.fits


@frozen
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
        """The kind of image that was chosen; None where no type is left."""
        return self.best.profile if self.best.fits else None


def decide(knowledge: Knowledge, needs: Needs, met: Met = ()) -> Decision:
    """The candidate of the preferred kind that reaches a type at all, and of these the one that reaches most.

    The preference between virtualization types is the year's; an image or an instance that one has
    keeps its architecture if it can; else software runs unchanged on x86. Then the boot mode that
    images of the system have. `profiles` lists what to prefer first.
    met: the types that meet a criterion, as far as another decision has found them.
    """
    met, allowed = meeting(knowledge, needs, met)
    kinds = _kinds(knowledge, needs)
    preference = _preference(needs, kinds)

    def merit(candidate: Candidate) -> tuple[object, ...]:
        virtualization, *rest = preference(candidate.profile)
        # Where nothing fits, the one that EC2 would at least launch says what really stands in the way.
        refused = 0 if candidate.fits else _refused(candidate)
        return bool(candidate.fits), virtualization, -refused, rest, _reach(candidate)

    candidates = (_candidate(knowledge, profile, needs, allowed) for profile in kinds)
    best, *others = sorted(candidates, key=merit, reverse=True)
    return Decision(best, tuple(others), allowed, met)


def best_that_fits(knowledge: Knowledge, needs: Needs, met: Met) -> Candidate | None:
    """The best of the decision, or None where it fits no type; kinds less preferred are not judged.

    met: as for `decide`.
    """
    _, allowed = meeting(knowledge, needs, met)
    if not allowed:
        return None
    kinds = _kinds(knowledge, needs)
    preference = _preference(needs, kinds)
    for _, alike in groupby(sorted(kinds, key=preference, reverse=True), key=preference):
        surveys = {profile: knowledge.judge.survey(launch_of(profile, needs)) for profile in alike}
        if fitting := [profile for profile, survey in surveys.items() if survey.usable & allowed]:
            return max((_candidate(knowledge, profile, needs, allowed) for profile in fitting), key=_reach)
    return None


def _kinds(knowledge: Knowledge, needs: Needs) -> tuple[ImageProfile, ...]:
    """Every kind that the answers leave open, but for architectures of which its publisher has no such image: AWS Neuron is x86."""
    kinds, system = tuple(profiles(needs)), needs.system
    if needs.architecture is not None or needs.image is not None or system.flavour is None:
        return kinds
    built_for = knowledge.publishers.built_for(system)
    return tuple(kind for kind in kinds if kind.architecture in built_for) or kinds


def usable(knowledge: Knowledge, needs: Needs) -> int:
    """The types on which some kind of image that the needs leave open can be used, as a mask."""
    found = 0
    for profile in _kinds(knowledge, needs):
        found |= knowledge.judge.survey(launch_of(profile, needs)).usable
    return found


def meeting(knowledge: Knowledge, needs: Needs, met: Met) -> tuple[Met, int]:
    """For each criterion the types that meet it, and the types that meet all. met: those known already."""
    catalog = knowledge.catalog
    known = {criterion.key: mask for criterion, mask in met}
    found = tuple(
        (criterion, catalog.mask(criterion.fits) if (mask := known.get(criterion.key)) is None else mask)
        for criterion in criteria(needs, Costs.of(knowledge.prices, needs))
    )
    allowed = catalog.everything
    for _, mask in found:
        allowed &= mask
    return found, allowed


def _preference(
    needs: Needs, kinds: Sequence[ImageProfile]
) -> Callable[[ImageProfile], tuple[int, bool, int]]:
    """How welcome a kind of image is, whatever types it reaches."""
    order, kept = virtualization_types(needs), kept_architectures(needs)
    # Those of one architecture stand together, and for each the preferred boot mode first.
    modes = {(p.architecture, p.boot_mode): -place for place, p in reversed(tuple(enumerate(kinds)))}
    return lambda profile: (
        -order.index(profile.virtualization_type),
        profile.architecture in kept,
        modes[profile.architecture, profile.boot_mode],
    )


def _reach(candidate: Candidate) -> tuple[int, int, int]:
    """How much it reaches, among kinds of image that are as welcome."""
    works = candidate.survey.outcomes[Outcome.WORKS] & candidate.allowed
    return candidate.sure.bit_count(), candidate.count, works.bit_count()


def _refused(candidate: Candidate) -> int:
    """On how many of the types that meet the answers EC2 would refuse it."""
    return (candidate.survey.outcomes[Outcome.REFUSED] & candidate.allowed).bit_count()


def _candidate(knowledge: Knowledge, profile: ImageProfile, needs: Needs, allowed: int) -> Candidate:
    survey = knowledge.judge.survey(launch_of(profile, needs))
    doubted = _doubted(survey)
    if doubted and needs.os_updated is not None and needs.os_after is None:
        doubted &= _doubted(knowledge.judge.survey(replace(survey.launch, os=needs.os_updated)))
    return Candidate(profile, survey, allowed, doubted)


def _doubted(survey: CatalogResult) -> int:
    """The open types, but for what is open because nobody knows what the place offers: so are all alike."""
    launch = survey.launch
    if launch.other_region is None and (launch.zone is None or launch.zone_offers is not None):
        return survey.open
    found = 0
    for fact, types in survey.doubts(survey.usable).items():
        if fact not in OF_THE_PLACE:
            found |= types
    return found


def fitting(
    knowledge: Knowledge, candidate: Candidate, needs: Needs
) -> tuple[tuple[InstanceType, Outcome], ...]:
    """The types the candidate can be used on, each with its outcome.

    Of a new workload's image, what nobody knows of a system without a version is a condition that a
    current image meets, and no doubt of its own on each type.
    """
    has_something = needs.image is not None or needs.today is not None
    unknown = candidate.open if has_something else candidate.fits & ~candidate.sure
    degraded = candidate.survey.outcomes[Outcome.DEGRADED]
    types = knowledge.catalog.types
    each = zip(types, *(bits(mask, len(types)) for mask in (unknown, degraded)), strict=False)
    return tuple(
        [
            (t, Outcome.UNKNOWN if is_open else Outcome.DEGRADED if is_degraded else Outcome.WORKS)
            for t, is_open, is_degraded in compress(each, bits(candidate.fits))
        ]
    )
