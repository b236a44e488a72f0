"""Why the decision, why not something else, and what one would have met instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.finding import Finding, Outcome
from wizard.model.ec2.instance_type import MACS, Architecture, InstanceType
from wizard.model.ec2.operating_system import OsKind
from wizard.model.frozen import frozen
from wizard.model.judging.survey import CatalogResult
from wizard.model.message import Message, counted
from wizard.model.recommend.decide import Candidate, Decision
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Alternative, Exclusion, ImageProfile
from wizard.model.recommend.type_order import TypeOrder
from wizard.model.rules.rule import Rule

TypeFinding = tuple[InstanceType, Finding]


_MOST_REMARKS = 5
SUPPORT_RULES = frozenset({"O1", "O2", "O2a"})
"""The rules that tell of the end of support."""
_OF_SAP = frozenset({"H1", "H1a"})
_OF_THE_SYSTEM = ("architecture", "os-support")
_HVM_ONLY = (OsKind.WINDOWS, OsKind.MACOS)
_MOST_AGAINST = 3


def speak(survey: CatalogResult, mask: int, order: TypeOrder) -> Iterator[TypeFinding]:
    """The rules broken on the mask, worst and widest first, each on the type a person is likeliest to take."""
    for rule, types in _worst_first(survey.broken(mask)):
        example = order.first(types)
        yield example, rule.finding(survey.launch, example)


def _worst_first(broken: Iterable[tuple[Rule, int]]) -> list[tuple[Rule, int]]:
    return sorted(broken, key=lambda entry: (-entry[0].outcome.severity, -entry[1].bit_count()))


@frozen
class Rival:
    """A candidate that lost in one respect, and what speaks against it where one would compare."""

    candidate: Candidate
    against: tuple[TypeFinding, ...]


def rivals(decision: Decision, order: TypeOrder, needs: Needs) -> tuple[Rival, ...]:
    """The best candidate of the other virtualization type, architectures, boot modes, and without ENA.

    None where nothing fits: then all of them lost to the answers, not to each other.
    """
    chosen = decision.best.profile
    found: dict[tuple[str, object], Candidate] = {}
    for candidate in decision.others:
        differs = _difference(chosen, candidate.profile)
        foreign = candidate.profile.architecture in MACS and needs.os.kind is not OsKind.MACOS
        never = differs == ["virtualization_type"] and needs.os.kind in _HVM_ONLY
        if len(differs) == 1 and not foreign and not never:
            found.setdefault((differs[0], getattr(candidate.profile, differs[0])), candidate)
    return (
        tuple(Rival(c, tuple(_against(decision, c, order))) for c in found.values())
        if decision.best.fits
        else ()
    )


def _difference(chosen: ImageProfile, other: ImageProfile) -> list[str]:
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


def _against(decision: Decision, candidate: Candidate, order: TypeOrder) -> Iterator[TypeFinding]:
    """What is broken on types of its own architecture: the others it was never meant for.

    No advice, and nothing that the best candidate meets on the same types.
    """
    own = decision.allowed & order.catalog.built_for[candidate.profile.architecture]
    lost = (own or decision.allowed) & ~candidate.fits
    best = decision.best
    shared = {} if candidate is best else {rule.id: types for rule, types in best.survey.failed(lost)}
    for rule, types in _worst_first(candidate.survey.failed(lost)):
        example = order.first(types)
        if not shared.get(rule.id, 0) >> order.catalog.bit(example) & 1:
            yield example, rule.finding(candidate.survey.launch, example)


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
    """What it would gain and lose, in types."""
    ours, theirs = decision.best.fits, candidate.fits
    fits = decision.best.count
    gained, lost = (theirs & ~ours).bit_count(), (ours & ~theirs).bit_count()
    values: dict[str, object] = {
        "types": counted(candidate.count),
        "ours": counted(fits),
        "gained": counted(gained),
        "lost": counted(lost),
    }
    if not candidate.count:
        return Message(
            "It would not run on the type that fits, nor on any other.",
            values,
            "It would run on none of the {ours} types that fit, nor on any other.",
            fits,
        )
    if not gained and not lost:
        return Message(
            "It runs on the same type; the recommendation keeps more open.",
            values,
            "It runs on the same {ours} types; the recommendation keeps more open.",
            fits,
        )
    if not lost:
        return Message("It runs on {types} types: {gained} more.", values)
    if not gained:
        rest = Message("{lost} of the {ours} would be lost.", values)
    elif not theirs & ours:
        rest = Message("not the one that fits now.", values, "none of the {ours} that fit now.", fits)
    else:
        rest = Message("{lost} of the {ours} would be lost, {gained} gained.", values)
    return Message(
        "It runs on {types} type: {rest}",
        values | {"rest": rest},
        "It runs on {types} types: {rest}",
        candidate.count,
    )


def _best_outcome(survey: CatalogResult, mask: int) -> Outcome:
    """The best that happens on any of these types; refused where there is none."""
    return next((o for o in reversed(Outcome) if survey.outcomes[o] & mask), Outcome.REFUSED)


def remarks(decision: Decision, order: TypeOrder, needs: Needs) -> tuple[Finding, ...]:
    """What is worth knowing of the best type; where nothing fits, what is broken on the types left.

    The end of support is told apart from these.
    """
    best = decision.best
    left = decision.allowed or _asked(decision)
    mask = 1 << order.catalog.bit(order.types[0]) if order.types else left
    own = (finding for _, finding in speak(best.survey, mask, order))
    # Where nothing fits, what bars a few types is not the reason, if something bars them all.
    wide = () if order.types else best.survey.broken(mask)
    barred = [rule.id for rule, types in wide if not (rule.outcome.usable or mask & ~types)]
    return tuple(
        finding
        for finding in own
        if finding.rule not in SUPPORT_RULES
        and (not barred or finding.rule in barred)
        and (finding.rule not in _OF_SAP or _may_be_for_sap(needs))
        and (order.types or not finding.outcome.usable)
        # Of types that the answers leave out already only that counts which no other answer cures.
        and (decision.allowed or finding.reason in _OF_THE_SYSTEM)
    )[:_MOST_REMARKS]


def _may_be_for_sap(needs: Needs) -> bool:
    """Whether much memory may be wanted for SAP HANA: not where another purpose was named."""
    return needs.purpose in (None, Purpose.MEMORY) or (needs.system.family or "").endswith("-sap")


def _asked(decision: Decision) -> int:
    """The types of the architecture that was asked for, where none is left: no Windows runs on Arm, whatever else is asked."""
    return next((mask for criterion, mask in decision.met if criterion.answer == "arch"), 0)


def exclusions(decision: Decision, order: TypeOrder) -> tuple[Exclusion, ...]:
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
            example, left = order.first(out), catalog.select(out)
            finding = rule.finding(survey.launch, example)
            text = rule.said_of(survey.launch, left, example)
            groups.append(Exclusion(rule.reason, text, left, finding=finding))
            rest &= ~out
    return tuple(sorted(groups, key=lambda group: -len(group.types)))


def near_misses(decision: Decision, order: TypeOrder, beaten: Sequence[Rival]) -> tuple[TypeFinding, ...]:
    """EC2's errors that a small change of mind would have met, one for each rule."""
    best = decision.best
    found: dict[str, TypeFinding] = {}
    for example, finding in (
        *_against(decision, best, order),
        *(s for rival in beaten for s in rival.against),
    ):
        if finding.ec2_error:
            found.setdefault(finding.rule, (example, finding))
    return tuple(found.values())[:_MOST_REMARKS]


def reach(decision: Decision) -> tuple[tuple[Architecture, int], ...]:
    """For each architecture left open, how many types its best candidate reaches."""
    found: dict[Architecture, int] = {}
    for candidate in (decision.best, *decision.others):
        if candidate.profile.virtualization_type is decision.best.profile.virtualization_type:
            found[candidate.profile.architecture] = max(
                candidate.count, found.get(candidate.profile.architecture, 0)
            )
    return tuple(found.items())
