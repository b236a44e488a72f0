from __future__ import annotations

import random
import re
from gettext import NullTranslations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.launches import random_launch, removable, without
from wizard.model.ec2.fact import reader
from wizard.model.ec2.finding import Evidence, Outcome, Reason, Source
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import Architecture, InstanceType, VirtualizationType
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import Ground, OperatingSystem, OsKind
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.rules.example import ExampleError
from wizard.model.rules.predicates import Clause
from wizard.model.rules.rule import HOLDS, Rule

TRUTH = (True, False, None)
ENGLISH = NullTranslations()


def rule_of(*when: Clause, must: Clause, outcome: Outcome = Outcome.REFUSED) -> Rule:
    return Rule(
        id="X1",
        title="It is so",
        reason=Reason.OTHER,
        outcome=outcome,
        evidence=Evidence.DOCUMENTED,
        when=when,
        must=must,
        text="{type.name} is not.",
        remedy="Do otherwise.",
        ec2_error=None,
        ec2_error_code=None,
        older_errors=(),
        disputed=None,
        sources=(),
        example_text="",
    )


def clause(*facts: str) -> Clause:
    return Clause(facts, lambda *values: all(values))


def known(rule: str, knowledge: Knowledge) -> Rule:
    found = knowledge.rulebook.get(rule)
    assert found is not None
    return found


def type_named(name: str, knowledge: Knowledge) -> InstanceType:
    found = knowledge.catalog.get(name)
    assert found is not None
    return found


@pytest.mark.parametrize("first", TRUTH)
@pytest.mark.parametrize("second", TRUTH)
@pytest.mark.parametrize("must", TRUTH)
def test_kleenes_three_truths(first: bool | None, second: bool | None, must: bool | None) -> None:
    rule = rule_of(clause("a"), clause("b"), must=clause("c"))
    answer = rule.ask({"a": first, "b": second, "c": must})
    if first is False or second is False or must is True:
        assert answer == HOLDS
    elif None in (first, second, must):
        values = {"a": first, "b": second, "c": must}
        assert answer == tuple(name for name, value in values.items() if value is None)
    else:
        assert answer is None


@given(values=st.fixed_dictionaries(dict.fromkeys("abc", st.sampled_from(TRUTH))))
def test_learning_a_fact_never_takes_an_answer_back(values: dict[str, bool | None]) -> None:
    rule = rule_of(clause("a"), clause("b"), must=clause("b", "c"))
    answer = rule.ask(values)
    for name, value in values.items():
        if value is None:
            for learned in (True, False):
                after = rule.ask(values | {name: learned})
                assert answer not in (None, HOLDS) or after == answer


@given(seed=st.integers(0, 2**32), path=st.sampled_from(removable()))
def test_no_real_rule_takes_an_answer_back(knowledge: Knowledge, seed: int, path: str) -> None:
    launch = random_launch(random.Random(seed))
    launch = replace(launch, os=replace(launch.os, guess=None))
    t = random.Random(seed).choice(knowledge.catalog.types)
    less = without(launch, path)
    for rule in knowledge.rulebook.rules:
        before, after = rule.check(less, t), rule.check(launch, t)
        if rule.outcome is not Outcome.WORKS and before in (None, HOLDS) and path in rule.facts:
            assert after == before, rule.id


def test_a_fact_that_two_clauses_miss_is_asked_for_once() -> None:
    rule = rule_of(clause("a"), must=clause("a", "b"))
    assert rule.ask({"a": None, "b": None}) == ("a", "b")


def test_advice_that_cannot_be_given_leaves_no_question() -> None:
    rule = rule_of(must=clause("a"), outcome=Outcome.WORKS)
    assert rule.ask({"a": None}) == HOLDS
    assert rule.ask({"a": False}) is None


def test_what_a_guessed_system_would_break_is_a_question() -> None:
    rule = rule_of(must=clause("os.ena_driver"))
    assert rule.ask({"os.ena_driver": False}) is None
    assert rule.ask({"os.ena_driver": False}, guessed=True) == ("os.family",)
    assert rule.ask({"os.ena_driver": None}, guessed=True) == ("os.ena_driver",)
    assert rule.ask({"os.ena_driver": True}, guessed=True) == HOLDS
    assert rule_of(must=clause("image.public")).ask({"image.public": False}, guessed=True) is None
    advice = rule_of(must=clause("os.ena_driver"), outcome=Outcome.WORKS)
    assert advice.ask({"os.ena_driver": False}, guessed=True) is None


def test_which_facts_decide() -> None:
    rule = rule_of(clause("os.kind", "type.ena"), must=clause("image.public", "launch.spot"))
    assert rule.facts == {"os.kind", "type.ena", "image.public", "launch.spot"}
    assert rule.launch_facts == ("image.public", "launch.spot", "os.kind")
    assert rule.type_facts == ("type.ena",)
    assert rule.os_facts == ("kind",)


def test_a_finding_has_the_real_values(knowledge: Knowledge) -> None:
    launch = Launch(image=Image(architecture=Architecture.ARM64))
    finding = known("A1", knowledge).finding(launch, type_named("t2.micro", knowledge))
    assert finding.rule == "A1"
    assert "arm64" in finding.text.render(ENGLISH)
    assert finding.ec2_error is not None
    assert finding.ec2_error.render(ENGLISH).startswith(
        "The architecture 'i386,x86_64' of the specified instance type does not match the architecture 'arm64'"
    )
    assert finding.ec2_error_code == "InvalidParameterValue"


def test_an_image_without_an_id_is_called_as_ec2_calls_it(knowledge: Knowledge) -> None:
    rule, t = known("R1", knowledge), type_named("t2.small", knowledge)
    unnamed, named = (rule.finding(Launch(image=Image(image_id=i)), t).ec2_error for i in ("", "ami-1"))
    assert unnamed is not None
    assert named is not None
    assert unnamed.render(ENGLISH).startswith("AMI 'ami-…' with an instance-store root device")
    assert named.render(ENGLISH).startswith("AMI 'ami-1' with an instance-store root device")


def test_a_value_nobody_gave_shows_as_such(knowledge: Knowledge) -> None:
    finding = known("V8", knowledge).finding(Launch(), type_named("m5.large", knowledge))
    assert finding.ec2_error is None
    assert "kernel image …" in finding.text.render(ENGLISH)


def test_a_value_is_never_read_as_a_template(knowledge: Knowledge) -> None:
    launch = Launch(image=Image(kernel_id="{type.name}%s<b>"))
    finding = known("V8", knowledge).finding(launch, type_named("m5.large", knowledge))
    assert "{type.name}%s<b>" in finding.text.render(ENGLISH)


def test_a_finding_is_as_certain_as_its_weakest_fact(knowledge: Knowledge) -> None:
    page = Source("A page", "https://example.com/", knowledge.rulebook.checked)
    grounds = {"ena_driver": Ground(Evidence.REPORTED, (page,)), "kind": Ground(Evidence.INFERRED, ())}
    t = type_named("m5.large", knowledge)
    rule = known("D2", knowledge)
    sure = rule.finding(Launch(), t)
    unsure = rule.finding(Launch(os=OperatingSystem(ena_driver=False, grounds=grounds)), t)
    guess = OperatingSystem(ena_driver=False, guess=Message("Its name says so."))
    assert (sure.evidence, unsure.evidence) == (Evidence.DOCUMENTED, Evidence.REPORTED)
    assert rule.finding(Launch(os=guess), t).evidence is Evidence.INFERRED
    assert known("A1", knowledge).finding(Launch(os=guess), t).evidence is Evidence.DOCUMENTED
    assert unsure.sources == (*sure.sources, page)


def test_an_unknown_says_what_must_hold_and_how_to_find_out(knowledge: Knowledge) -> None:
    rule, t = known("D2", knowledge), type_named("m5.large", knowledge)
    unknown = rule.unknown("os.ena_driver", Launch(os=OperatingSystem(family="ubuntu", kind=OsKind.LINUX)), t)
    assert unknown.fact == "os.version"
    assert unknown.matters_because.render(ENGLISH) == f"{rule.title}."
    assert unknown.how_to_supply.template == "Name the operating system's version."


def test_an_unknown_about_a_guess_says_what_would_follow(knowledge: Knowledge) -> None:
    system = OperatingSystem(family="debian", version="8", name="Debian", guess=Message("Its name says so."))
    unknown = known("D2", knowledge).unknown(
        "os.family", Launch(os=system), type_named("m5.large", knowledge)
    )
    assert unknown.fact == "os.family"
    assert unknown.matters_because.render(ENGLISH).startswith("If it is Debian 8, as it seems: ")
    assert unknown.how_to_supply.render(ENGLISH).startswith("Its name says so. Confirm it, ")


def test_an_unknown_region_is_not_asked_for_again(knowledge: Knowledge) -> None:
    rule, t = known("G2", knowledge), type_named("m5.large", knowledge)
    asked, named = (
        rule.unknown("launch.region", launch, t)
        for launch in (Launch(), Launch(other_region="us-gov-west-1"))
    )
    assert asked.fact == named.fact == "launch.region"
    assert asked.how_to_supply.template == "Name the Region you want to launch in."
    assert named.matters_because.render(ENGLISH) == f"{rule.title}."
    assert named.how_to_supply.render(ENGLISH).startswith("The catalogue has no offerings of us-gov-west-1")
    elsewhere = known("V1", knowledge).unknown(
        "image.virtualization_type", Launch(other_region="us-gov-west-1"), t
    )
    assert "offerings" not in elsewhere.how_to_supply.template


def test_examples_are_read_when_asked_for(knowledge: Knowledge) -> None:
    examples = known("V1", knowledge).examples
    assert examples.fits[0].launch.image.virtualization_type is VirtualizationType.HVM
    with pytest.raises(ExampleError):
        _ = rule_of(must=clause("a")).examples


def test_reading_facts_of_both_sides(knowledge: Knowledge) -> None:
    rule = known("D2", knowledge)
    launch = Launch(image=Image(ena_support=True), os=OperatingSystem(ena_driver=False))
    values: dict[str, Any] = dict(zip(rule.launch_facts, reader(rule.launch_facts)(launch), strict=True))
    assert values == {"image.ena_support": True, "os.ena_driver": False}
    assert rule.check(launch, type_named("m5.large", knowledge)) is None
    assert rule.check(launch, type_named("t2.micro", knowledge)) == HOLDS


def test_what_a_rule_says_beside_another_sentence_ends_with_one_full_stop(knowledge: Knowledge) -> None:
    """Of every rule, asked for the want of each of its facts, of a system that is known and of one that is guessed."""
    t = type_named("t3.nano", knowledge)
    guess = OperatingSystem(family="debian", version="8", name="Debian", guess=Message("Its name says so."))
    for rule in knowledge.rulebook.rules:
        for system in (OperatingSystem(), guess):
            for path in (*rule.launch_facts, *rule.type_facts, "os.family", "launch.region"):
                unknown = rule.unknown(path, Launch(os=system, other_region="xx-east-1"), t)
                for message in (unknown.matters_because, unknown.how_to_supply):
                    said = message.render(ENGLISH)
                    assert re.search(r"[^.][.)?]$", said), (rule.id, said)
        found = rule.finding(Launch(), t)
        for said in (found.text.render(ENGLISH), found.remedy.render(ENGLISH)):
            assert re.search(r"[^.][.)]$", said), (rule.id, said)
            assert ".. " not in said, (rule.id, said)


def test_advice_on_a_guessed_system_says_that_it_is_guessed(knowledge: Knowledge) -> None:
    """my-centos5-pv may hold anything; that its support ended holds only if it is CentOS 5."""
    rule = next(rule for rule in knowledge.rulebook.rules if rule.id == "O1")
    named = knowledge.os_catalog.find("centos", "5")
    guessed = replace(named, guess=Message("Guessed from the AMI's name."))
    (said, as_it_seems) = (
        rule.finding(
            Launch(image=Image(), os=system, today=knowledge.date), knowledge.catalog.types[0]
        ).text.render(ENGLISH)
        for system in (named, guessed)
    )
    assert said.startswith("The last support for CentOS Linux 5 ended")
    assert as_it_seems == f"If it is CentOS Linux 5, as it seems: {said}"
