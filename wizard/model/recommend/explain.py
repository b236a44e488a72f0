"""Why the decision, why not something else, and what one would have met instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.finding import Finding, Outcome
from wizard.model.ec2.instance_type import Architecture, InstanceType
from wizard.model.ec2.operating_system import OsKind
from wizard.model.judging.survey import CatalogResult
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.candidates import launch_with
from wizard.model.recommend.decide import Candidate, Decision
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Alternative, Exclusion, Profile, Standing

Spoken = tuple[InstanceType, Finding]


@dataclass(frozen=True, slots=True)
class Order:
    """The types that fit, best first, for choosing the one a person is likeliest to take."""

    catalog: Catalog
    types: Sequence[InstanceType]
    mask: int

    def first(self, mask: int) -> InstanceType:
        """The best ranked type of the mask, or its first where none of them is ranked."""
        if mask & self.mask:
            digits = bin(mask | self.catalog.everything + 1)[:2:-1]
            return next(t for t in self.types if digits[self.catalog.bit(t)] == "1")
        return self.catalog.first(mask)


_MAC = (Architecture.ARM64_MAC, Architecture.X86_64_MAC)
_MOST_REASONS = 5
_MOST_AGAINST = 3


def speak(survey: CatalogResult, mask: int, order: Order) -> Iterator[Spoken]:
    """The rules broken on the mask, worst and widest first, each on the type a person is likeliest to take."""
    broken = sorted(
        survey.broken(mask), key=lambda entry: (-entry[0].outcome.severity, -entry[1].bit_count())
    )
    for rule, types in broken:
        example = order.first(types)
        yield example, rule.finding(survey.launch, example)


@dataclass(frozen=True, slots=True)
class Rival:
    """A candidate that lost in one respect, and what speaks against it where one would compare."""

    candidate: Candidate
    against: tuple[Spoken, ...]


def rivals(decision: Decision, order: Order, needs: Needs) -> tuple[Rival, ...]:
    """The best candidate of the other virtualization type, architectures, boot modes, and without ENA.

    None where nothing fits: then all of them lost to the answers, not to each other.
    """
    chosen = decision.best.profile
    found: dict[tuple[str, object], Candidate] = {}
    for candidate in decision.others:
        differs = _difference(chosen, candidate.profile)
        foreign = candidate.profile.architecture in _MAC and needs.os.kind is not OsKind.MACOS
        if len(differs) == 1 and not foreign:
            found.setdefault((differs[0], getattr(candidate.profile, differs[0])), candidate)
    return (
        tuple(Rival(c, tuple(_against(decision, c, order))) for c in found.values())
        if decision.best.fits
        else ()
    )


def _difference(chosen: Profile, other: Profile) -> list[str]:
    """In what one kind of image differs; what follows from virtualization or architecture is no difference."""
    if chosen.virtualization_type is not other.virtualization_type:
        return ["virtualization_type"] if chosen.architecture is other.architecture else ["more", "than one"]
    if chosen.architecture is not other.architecture:
        return ["architecture"]
    return [
        name
        for name in ("boot_mode", "ena", "root_device_type")
        if getattr(chosen, name) != getattr(other, name)
    ]


def _against(decision: Decision, candidate: Candidate, order: Order) -> Iterator[Spoken]:
    """What is broken on types of its own architecture: the others it was never meant for.

    No advice, and nothing that the best candidate meets on the same types.
    """
    own = decision.allowed & order.catalog.built_for[candidate.profile.architecture]
    lost = (own or decision.allowed) & ~candidate.fits
    best = decision.best
    shared = {} if candidate is best else {rule.id: types for rule, types in best.survey.broken(lost)}
    for example, finding in speak(candidate.survey, lost, order):
        common = shared.get(finding.rule, 0) >> order.catalog.bit(example) & 1
        if finding.outcome is not Outcome.WORKS and not common:
            yield example, finding


def alternatives(decision: Decision, beaten: Sequence[Rival]) -> tuple[Alternative, ...]:
    """One kind of image for each other way to choose, and what speaks against it."""
    return tuple(
        Alternative(
            profile=rival.candidate.profile,
            outcome=_best_outcome(rival.candidate.survey, rival.candidate.allowed),
            findings=tuple(finding for _, finding in rival.against[:_MOST_AGAINST]),
            types=rival.candidate.count,
            text=_alternative_text(decision, rival.candidate),
        )
        for rival in beaten
    )


def _alternative_text(decision: Decision, candidate: Candidate) -> Message:
    values: dict[str, object] = {"types": candidate.count, "allowed": decision.allowed.bit_count()}
    if not candidate.count:
        return Message("Runs on none of the {allowed} instance types that meet your answers.", values)
    if candidate.count < decision.best.count:
        return Message("Runs on {types} of the {allowed} instance types that meet your answers.", values)
    if _difference(decision.best.profile, candidate.profile) in (["boot_mode"], ["ena"]):
        return Message("Runs on as many types; the recommendation keeps more open.", values)
    return Message(
        "Possible as well, on {types} of the {allowed} instance types that meet your answers.", values
    )


def _best_outcome(survey: CatalogResult, mask: int) -> Outcome:
    """The best that happens on any of these types; refused where there is none."""
    return next((o for o in reversed(Outcome) if survey.outcomes[o] & mask), Outcome.REFUSED)


def reasons(decision: Decision, order: Order, beaten: Sequence[Rival]) -> tuple[Finding, ...]:
    """What decided: against the other virtualization type and the other choices; then advice on the best type.

    Where nothing fits, what is broken on the types that the answers leave.
    """
    best = decision.best
    mask = 1 << order.catalog.bit(order.types[0]) if order.types else decision.allowed
    own = [finding for _, finding in speak(best.survey, mask, order)]
    ordered = [*_against_virtualization(best, beaten)[:2], *_against_rest(best, beaten)[:4], *own]
    found: dict[str, Finding] = {}
    for finding in ordered:
        found.setdefault(finding.rule, finding)
    return tuple(found.values())[:_MOST_REASONS]


def _against_virtualization(best: Candidate, beaten: Sequence[Rival]) -> list[Finding]:
    ours = best.profile.virtualization_type
    lost = [rival for rival in beaten if rival.candidate.profile.virtualization_type is not ours]
    return [finding for rival in lost for _, finding in rival.against]


def _against_rest(best: Candidate, beaten: Sequence[Rival]) -> list[Finding]:
    """Against the other boot modes and against leaving ENA out; another architecture is a free choice."""
    ours = best.profile
    lost = [
        rival
        for rival in beaten
        if rival.candidate.profile.architecture is ours.architecture
        and rival.candidate.profile.virtualization_type is ours.virtualization_type
        and rival.candidate.count < best.count
    ]
    return [finding for rival in lost for _, finding in rival.against[:1]]


def exclusions(decision: Decision, order: Order) -> tuple[Exclusion, ...]:
    """Every type that is not recommended, by the first thing that rules it out; largest group first."""
    survey = decision.best.survey
    catalog = survey.catalog
    rest = catalog.everything & ~decision.best.fits
    groups = []
    for criterion, mask in decision.met:
        if out := rest & ~mask:
            groups.append(
                Exclusion(criterion.answer, criterion.text, catalog.select(out), answer=criterion.answer)
            )
            rest &= mask
    for rule, types in survey.broken(rest):
        if out := rest & types:
            finding = rule.finding(survey.launch, order.first(out))
            groups.append(Exclusion(rule.reason, finding.text, catalog.select(out), finding=finding))
            rest &= ~out
    return tuple(sorted(groups, key=lambda group: -len(group.types)))


def near_misses(decision: Decision, order: Order, beaten: Sequence[Rival]) -> tuple[Spoken, ...]:
    """EC2's errors that a small change of mind would have met, one for each rule."""
    best = decision.best
    found: dict[str, Spoken] = {}
    for example, finding in (
        *_against(decision, best, order),
        *(s for rival in beaten for s in rival.against),
    ):
        if finding.ec2_error:
            found.setdefault(finding.rule, (example, finding))
    return tuple(found.values())[:_MOST_REASONS]


def reach(decision: Decision) -> tuple[tuple[Architecture, int], ...]:
    """For each architecture left open, how many types its best candidate reaches."""
    found: dict[Architecture, int] = {}
    for candidate in (decision.best, *decision.others):
        if candidate.profile.virtualization_type is decision.best.profile.virtualization_type:
            found[candidate.profile.architecture] = max(
                candidate.count, found.get(candidate.profile.architecture, 0)
            )
    return tuple(found.items())


def standing(knowledge: Knowledge, needs: Needs, allowed: int, order: Order) -> Standing | None:
    """How the image that one has does on the types that meet the answers."""
    if needs.image is None:
        return None
    survey = knowledge.judge.survey(launch_with(needs.image, needs))
    fits = survey.usable & allowed
    text = Message(
        "Your AMI runs on {types} of the {allowed} instance types that meet your answers.",
        {"types": fits.bit_count(), "allowed": allowed.bit_count()},
    )
    if needs.os.guess is not None:
        guess: dict[str, object] = {"standing": text, "os": needs.os.title or "", "ground": needs.os.guess}
        text = Message("{standing} It seems to hold {os}. {ground} Name the system if it is another.", guess)
    findings = tuple(finding for _, finding in speak(survey, allowed & ~fits or fits, order))
    return Standing(
        needs.image, knowledge.catalog.select(fits), _best_outcome(survey, allowed), findings, text
    )
