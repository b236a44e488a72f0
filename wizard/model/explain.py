"""Why the decision, why not something else, and what one would have met instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wizard.model.candidates import launch_with
from wizard.model.catalog import Catalog
from wizard.model.decide import Candidate, Decision
from wizard.model.finding import Finding, Outcome
from wizard.model.instance_type import Architecture, InstanceType
from wizard.model.judge import Survey
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.needs import Needs
from wizard.model.operating_system import OsKind
from wizard.model.recommendation import Alternative, Exclusion, Profile, Standing

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
            return next(t for t in self.types if mask >> self.catalog.bit(t) & 1)
        return self.catalog.types[(mask & -mask).bit_length() - 1]


_MAC = (Architecture.ARM64_MAC, Architecture.X86_64_MAC)
_MOST_REASONS = 5
_MOST_AGAINST = 3


def speak(survey: Survey, mask: int, order: Order) -> Iterator[Spoken]:
    """The rules broken on the mask, worst and widest first, each on the type a person is likeliest to take."""
    broken = sorted(survey.broken(mask), key=lambda entry: (-entry[0].outcome.severity, -entry[1].bit_count()))
    for rule, types in broken:
        example = order.first(types)
        yield example, rule.finding(survey.launch, example)


def alternatives(decision: Decision, order: Order, needs: Needs) -> tuple[Alternative, ...]:
    """One kind of image for each other way to choose, and what speaks against it."""
    if not decision.allowed:
        return ()
    return tuple(_alternative(decision, candidate, order) for candidate in rivals(decision, needs))


def rivals(decision: Decision, needs: Needs) -> Iterator[Candidate]:
    """The best candidate of the other virtualization type, architectures, boot modes, and without ENA."""
    chosen = decision.best.profile
    seen = set()
    for candidate in decision.others:
        profile = candidate.profile
        differs = _difference(chosen, profile)
        if len(differs) != 1 or (profile.architecture in _MAC and needs.os.kind is not OsKind.MACOS):
            continue
        key = (differs[0], getattr(profile, differs[0]))
        if key not in seen:
            seen.add(key)
            yield candidate


def _difference(chosen: Profile, other: Profile) -> list[str]:
    """In what one kind of image differs; what follows from virtualization or architecture is no difference."""
    if chosen.virtualization_type is not other.virtualization_type:
        return ["virtualization_type"] if chosen.architecture is other.architecture else ["more", "than one"]
    if chosen.architecture is not other.architecture:
        return ["architecture"]
    return [name for name in ("boot_mode", "ena", "root_device_type") if getattr(chosen, name) != getattr(other, name)]


def _alternative(decision: Decision, candidate: Candidate, order: Order) -> Alternative:
    against = decision.allowed & ~candidate.fits
    findings = [finding for _, finding in speak(candidate.survey, against, order)][:_MOST_AGAINST]
    if not findings:
        findings = [finding for _, finding in speak(candidate.survey, candidate.fits, order)][:_MOST_AGAINST]
    values: dict[str, object] = {"types": candidate.count, "allowed": decision.allowed.bit_count()}
    if candidate.count < decision.best.count:
        text = Message("Runs on {types} of the {allowed} instance types that meet your answers.", values)
    elif candidate.profile.architecture is not decision.best.profile.architecture:
        text = Message("Equally possible: it runs on {types} of the {allowed} types.", values)
    else:
        text = Message("Reaches the same {types} types; the recommendation keeps more open.", values)
    return Alternative(candidate.profile, _best_outcome(candidate), tuple(findings), candidate.count, text)


def _best_outcome(candidate: Candidate) -> Outcome:
    """The best that happens on any of the types that meet the answers."""
    outcomes = candidate.survey.outcomes
    return next((o for o in reversed(Outcome) if outcomes[o] & candidate.allowed), Outcome.REFUSED)


def reasons(decision: Decision, order: Order, needs: Needs) -> tuple[Finding, ...]:
    """What decided: against the other virtualization type, then against the other choices, then advice."""
    found: dict[str, Finding] = {}
    best = decision.best
    own = list(speak(best.survey, best.fits or decision.allowed, order))
    rival = [c for c in rivals(decision, needs) if c.profile.virtualization_type is not best.profile.virtualization_type]
    others = [c for c in rivals(decision, needs) if c.profile.architecture is best.profile.architecture]
    if not best.fits:
        spoken = own
    else:
        spoken = [s for c in rival for s in speak(c.survey, decision.allowed & ~c.fits, order)][:2]
        spoken += [s for s in own if s[1].outcome is not Outcome.WORKS]
        spoken += [s for c in others for s in speak(c.survey, decision.allowed & ~c.fits, order)][:4]
        spoken += own
    for _, finding in spoken:
        found.setdefault(finding.rule, finding)
    return tuple(found.values())[:_MOST_REASONS]


def exclusions(decision: Decision, order: Order) -> tuple[Exclusion, ...]:
    """Every type that is not recommended, by the first thing that rules it out; largest group first."""
    survey = decision.best.survey
    catalog = survey.catalog
    rest = catalog.everything & ~decision.best.fits
    groups = []
    for criterion, mask in decision.met:
        if out := rest & ~mask:
            groups.append(Exclusion(criterion.answer, criterion.text, catalog.select(out), answer=criterion.answer))
            rest &= mask
    for rule, types in survey.broken(rest):
        if out := rest & types:
            finding = rule.finding(survey.launch, order.first(out))
            groups.append(Exclusion(rule.reason, finding.text, catalog.select(out), finding=finding))
            rest &= ~out
    return tuple(sorted(groups, key=lambda group: -len(group.types)))


def near_misses(decision: Decision, order: Order, needs: Needs) -> tuple[Spoken, ...]:
    """EC2's errors that a small change of mind would have met, one for each rule."""
    found: dict[str, Spoken] = {}
    best = decision.best
    spoken = list(speak(best.survey, decision.allowed & ~best.fits, order))
    for candidate in rivals(decision, needs):
        spoken += speak(candidate.survey, decision.allowed & ~candidate.fits, order)
    for example, finding in spoken:
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
    candidates = (o for o in reversed(Outcome) if survey.outcomes[o] & allowed)
    text = Message(
        "Your AMI runs on {types} of the {allowed} instance types that meet your answers.",
        {"types": fits.bit_count(), "allowed": allowed.bit_count()},
    )
    findings = tuple(finding for _, finding in speak(survey, allowed & ~fits or fits, order))
    return Standing(needs.image, knowledge.catalog.select(fits), next(candidates, Outcome.REFUSED), findings, text)
