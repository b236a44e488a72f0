"""What holds of every verdict, over launches drawn at random."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.launches import OPTIONS, launches, random_launch, removable, without
from wizard.model.ec2.finding import Outcome, Verdict
from wizard.model.ec2.image import ImageState
from wizard.model.ec2.launch import Launch
from wizard.model.frozen import replace
from wizard.model.judging.judge import judge
from wizard.model.knowledge import Knowledge
from wizard.model.rules.rulebook import Rulebook

names = st.sampled_from(
    [
        "t1.micro",
        "t2.micro",
        "t2.nano",
        "t3.nano",
        "t3.micro",
        "m1.small",
        "m3.medium",
        "c3.large",
        "c4.large",
        "d2.xlarge",
        "r3.large",
        "r4.large",
        "i3.large",
        "m4.16xlarge",
        "m5.large",
        "m5.metal",
        "m6a.large",
        "m8i.large",
        "m8i.96xlarge",
        "c5n.18xlarge",
        "a1.large",
        "t4g.micro",
        "m7g.large",
        "c7g.metal",
        "m9g.large",
        "x1.32xlarge",
        "x1e.xlarge",
        "g4dn.xlarge",
        "p4d.24xlarge",
        "p5.48xlarge",
        "trn1.2xlarge",
        "mac1.metal",
        "mac2.metal",
        "mac-m4.metal",
        "m7i-flex.16xlarge",
    ]
)


def severity(verdict: Verdict) -> int:
    return verdict.outcome.severity


def spoken(verdict: Verdict) -> set[str]:
    return {finding.rule for finding in verdict.findings}


def asked(verdict: Verdict) -> set[str]:
    return {unknown.fact for unknown in verdict.unknowns}


def verdict_on(knowledge: Knowledge, launch: Launch, name: str, rules: Rulebook | None = None) -> Verdict:
    found = knowledge.catalog.get(name)
    assert found is not None
    return judge(rules or knowledge.rulebook, launch, found)


@settings(max_examples=8)
@given(launch=launches, first=st.integers(0, 6))
def test_all_types_at_once_and_one_by_one_are_the_same(
    knowledge: Knowledge, launch: Launch, first: int
) -> None:
    survey = knowledge.judge.survey(launch)
    outcome_of = {t.name: o for o, mask in survey.outcomes.items() for t in knowledge.catalog.select(mask)}
    broken: dict[str, set[str]] = {t.name: set() for t in knowledge.catalog.types}
    for rule, mask in survey.broken(knowledge.catalog.everything):
        for t in knowledge.catalog.select(mask):
            broken[t.name].add(rule.id)
    # One by one takes seconds for all: every seventh, and others with the next launch.
    for bit, t in list(enumerate(knowledge.catalog.types))[first::7]:
        verdict = judge(knowledge.rulebook, launch, t)
        assert outcome_of[t.name] is verdict.outcome, t.name
        assert broken[t.name] == spoken(verdict), t.name
        if bit % 5 == 0:
            assert {u.fact for u in survey.unknowns(1 << bit)} == asked(verdict), t.name


def test_every_type_has_one_outcome_for_hundreds_of_launches(knowledge: Knowledge) -> None:
    rng = random.Random(2014)
    seen = set()
    for _ in range(600):
        survey = knowledge.judge.survey(random_launch(rng))
        everything = 0
        for outcome, mask in survey.outcomes.items():
            assert not everything & mask
            everything |= mask
            if mask:
                seen.add(outcome)
        assert everything == knowledge.catalog.everything
        usable = (mask for outcome, mask in survey.outcomes.items() if outcome.usable)
        assert survey.usable == sum(usable)
    assert seen == set(Outcome)


@given(launch=launches, name=names)
def test_the_outcome_is_the_worst_findings_or_the_doubt(
    knowledge: Knowledge, launch: Launch, name: str
) -> None:
    verdict = verdict_on(knowledge, launch, name)
    severities = [finding.outcome.severity for finding in verdict.findings]
    doubt = Outcome.UNKNOWN.severity if any(unknown.doubt for unknown in verdict.unknowns) else 0
    assert severity(verdict) == max([*severities, doubt])
    assert severities == sorted(severities, reverse=True)


@given(launch=launches, name=names, random=st.randoms())
def test_the_order_of_rules_does_not_matter(
    knowledge: Knowledge, launch: Launch, name: str, random: random.Random
) -> None:
    rules = list(knowledge.rulebook.rules)
    random.shuffle(rules)
    shuffled = replace(knowledge.rulebook, rules=tuple(rules))
    one = verdict_on(knowledge, launch, name)
    other = verdict_on(knowledge, launch, name, shuffled)
    assert one.outcome is other.outcome
    assert spoken(one) == spoken(other)
    assert asked(one) == asked(other)


def problems(launch: Launch, name: str) -> Iterable[Launch]:
    """The same launch with one more thing that can only go wrong."""
    for option in OPTIONS:
        yield replace(launch, **dict[str, Any]({option: True}))
    yield replace(launch, image=replace(launch.image, state=ImageState.DISABLED))
    yield replace(launch, image=replace(launch.image, image_allowed=False))
    forbidden = (*launch.image.unsupported_types, name)
    yield replace(launch, image=replace(launch.image, unsupported_types=forbidden))
    yield replace(launch, image=replace(launch.image, marketplace=True), subscribed=False)


@given(launch=launches, name=names)
def test_a_problem_more_never_improves_the_outcome(knowledge: Knowledge, launch: Launch, name: str) -> None:
    before = verdict_on(knowledge, launch, name)
    for worse in problems(launch, name):
        after = verdict_on(knowledge, worse, name)
        assert severity(after) >= severity(before)


@given(launch=launches, name=names, removed=st.sets(st.sampled_from(range(200))))
def test_a_rule_more_never_improves_the_outcome(
    knowledge: Knowledge, launch: Launch, name: str, removed: set[int]
) -> None:
    fewer = tuple(rule for n, rule in enumerate(knowledge.rulebook.rules) if n not in removed)
    some = verdict_on(knowledge, launch, name, replace(knowledge.rulebook, rules=fewer))
    assert severity(verdict_on(knowledge, launch, name)) >= severity(some)


@given(launch=launches, name=names, path=st.sampled_from(removable()))
def test_a_fact_less_gives_the_same_outcome_or_an_unknown(
    knowledge: Knowledge, launch: Launch, name: str, path: str
) -> None:
    before = verdict_on(knowledge, launch, name)
    after = verdict_on(knowledge, without(launch, path), name)
    assert severity(after) <= max(severity(before), Outcome.UNKNOWN.severity)
    assert after.outcome is before.outcome or after.unknowns
    if before.outcome.usable and severity(after) > severity(before):
        assert any(unknown.doubt for unknown in after.unknowns)


@given(launch=launches, name=names)
def test_no_region_is_no_doubt_and_an_unknown_one_is(knowledge: Knowledge, launch: Launch, name: str) -> None:
    anywhere = verdict_on(knowledge, replace(launch, region=None, today=None), name)
    doubts = {unknown.fact for unknown in anywhere.unknowns if unknown.doubt}
    assert not doubts & {"launch.region", "launch.today"}
    elsewhere = verdict_on(knowledge, replace(launch, region=None, other_region="us-gov-west-1"), name)
    assert not elsewhere.outcome.usable or elsewhere.outcome is Outcome.UNKNOWN


@given(launch=launches, name=names)
def test_an_unknown_is_named_only_if_it_could_make_things_worse(
    knowledge: Knowledge, launch: Launch, name: str
) -> None:
    verdict = verdict_on(knowledge, launch, name)
    assert verdict.outcome is not Outcome.REFUSED or not verdict.unknowns
    assert len(asked(verdict)) == len(verdict.unknowns)
