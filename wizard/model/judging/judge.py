"""Judges an image on a type, and on every type of the catalogue at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.fact import Values, how_to_supply, reader
from wizard.model.ec2.finding import Finding, Outcome, Reason, Unknown, Verdict
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.launch import Launch
from wizard.model.frozen import names_of
from wizard.model.judging.compiled_rule import CompiledRule, TypeClasses
from wizard.model.judging.doubt import ask
from wizard.model.judging.signature import Signatures
from wizard.model.judging.survey import CatalogResult, RuleResults
from wizard.model.message import Message
from wizard.model.rules.rule import HOLDS, Missing, Rule
from wizard.model.rules.rulebook import Rulebook

_KEPT = 10_000
# More of them, and a full garbage collection is what a person waits for.
_SETS_OF_OPTIONS = 128


def judge(rulebook: Rulebook, launch: Launch, instance_type: InstanceType) -> Verdict:
    """Every rule's result on one image and one type, worst first; of equals, what the request alone cures is last.

    A missing fact is named only if it could make the outcome worse than it is already.
    """
    findings: list[Finding] = []
    open_questions: list[tuple[Rule, Missing]] = []
    for rule in rulebook.rules:
        missing = rule.check(launch, instance_type)
        if missing is None:
            findings.append(rule.finding(launch, instance_type))
        elif missing is not HOLDS:
            open_questions.append((rule, missing))
    worst = max((finding.outcome.severity for finding in findings), default=0)
    unknowns: dict[str, Unknown] = {}
    if instance_type.still_offered is None and worst < Outcome.REFUSED.severity:
        unknowns["type.still_offered"] = still_offered(instance_type.name)
    for rule, missing in open_questions:
        if rule.outcome.severity > worst:
            ask(unknowns, rule, missing, launch, instance_type)
    # What another word in the request cures is said after what the image or the type has to change for.
    findings.sort(key=lambda each: (-each.outcome.severity, each.reason is Reason.USAGE))
    return Verdict(tuple(findings), tuple(unknowns.values()))


def still_offered(name: str) -> Unknown:
    """What to ask of a type that EC2's API knows and AWS's newest answers lack."""
    return Unknown(
        "type.still_offered",
        Message(
            "EC2 still offers {type}: its API knows the name, and the answers of AWS in the data do not have it.",
            {"type": name},
        ),
        how_to_supply("type.still_offered"),
        doubt=True,
    )


class Judge:
    """A rulebook bound to a catalogue, for judging images on all types at once.

    A rule sees only the facts it names. So the types fall, for each rule, into a few classes of
    equal facts, and a rule is asked once for each class and each distinct set of launch facts; its
    answer for all types is one integer. Rules about options that nobody asked for are left out, and
    launches of equal signature share everything but their names and the advice. `judge` on a
    single type gives the same by the same `Rule.ask`.
    """

    def __init__(self, rulebook: Rulebook, catalog: Catalog) -> None:
        self.rulebook = rulebook
        self.catalog = catalog
        types = TypeClasses(catalog)
        rules = [CompiledRule(rule, types) for rule in rulebook.rules]
        self._advice = tuple(compiled for compiled in rules if compiled.rule.outcome is Outcome.WORKS)
        decisive = [compiled for compiled in rules if compiled.rule.outcome is not Outcome.WORKS]
        self._options = _options(compiled.rule for compiled in decisive)
        # The rules that decide, each with the conditions that the options alone may show to be false.
        self._conditions = [(compiled, compiled.rule.when_of(self._options)) for compiled in decisive]
        self._read_options = reader(self._options)
        self._active: dict[Values, _ActiveRules] = {}

    def survey(self, launch: Launch) -> CatalogResult:
        """What all rules say of this launch on every type of the catalogue."""
        options = self._read_options(launch)
        active = self._active.get(options)
        if active is None:
            active = self._select(options)
        return CatalogResult(self.catalog, launch, active.results(launch), self._advice)

    def _select(self, options: Values) -> _ActiveRules:
        known = dict(zip(self._options, options, strict=True))
        speaking = tuple(
            compiled
            for compiled, conditions in self._conditions
            if all(clause.ask(known) is not False for clause in conditions)
        )
        if len(self._active) >= _SETS_OF_OPTIONS:
            self._active.clear()
        active = self._active[options] = _ActiveRules(speaking, self.catalog.everything, self._options)
        return active


class _ActiveRules:
    """The deciding rules that have a say where the options of the launch are these."""

    def __init__(self, rules: tuple[CompiledRule, ...], everything: int, options: tuple[str, ...]) -> None:
        self._rules = rules
        self._everything = everything
        clauses = [clause for compiled in rules for clause in (*compiled.rule.when, compiled.rule.must)]
        self._signatures = Signatures(clauses, options)
        self._results: dict[Hashable, RuleResults] = {}

    def results(self, launch: Launch) -> RuleResults:
        signature = self._signatures.of(launch)
        results = self._results.get(signature)
        if results is None:
            if len(self._results) >= _KEPT:
                self._results.clear()
            each = tuple(compiled.ask(launch) for compiled in self._rules)
            results = self._results[signature] = RuleResults(each, self._everything)
        return results


def _options(rules: Iterable[Rule]) -> tuple[str, ...]:
    """The facts of the request itself that these rules read, leaving out what follows from others."""
    own = {f"launch.{name}" for name in names_of(Launch)}
    return tuple(sorted({path for rule in rules for path in rule.launch_facts} & own))
