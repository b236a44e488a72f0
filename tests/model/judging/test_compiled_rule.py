from __future__ import annotations

import pytest

from wizard.model.ec2.image import Image
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.judging.compiled_rule import CompiledRule, TypeClasses
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message


def compiled(knowledge: Knowledge, rule: str) -> CompiledRule:
    found = knowledge.rulebook.get(rule)
    assert found is not None
    return CompiledRule(found, TypeClasses(knowledge.catalog))


@pytest.mark.parametrize(
    ("ena_support", "ena_driver", "broken", "open_for"),
    [
        (True, False, 1346, ()),
        (True, None, 0, (("os.ena_driver",),)),
        (None, False, 0, (("image.ena_support",),)),
        (None, None, 0, (("image.ena_support", "os.ena_driver"),)),
        (True, True, 0, ()),
        (False, False, 0, ()),
        (None, True, 0, ()),
    ],
)
def test_one_rule_on_all_types(
    knowledge: Knowledge,
    ena_support: bool | None,
    ena_driver: bool | None,
    broken: int,
    open_for: tuple[tuple[str, ...], ...],
) -> None:
    launch = Launch(image=Image(ena_support=ena_support), os=OperatingSystem(ena_driver=ena_driver))
    result = compiled(knowledge, "D2").ask(launch)
    macs = sum(t.family.startswith("mac") for t in knowledge.catalog.types)
    assert result.broken.bit_count() == max(broken - macs, 0)
    assert tuple(missing for missing, _ in result.open) == open_for
    assert all(not types & result.broken for _, types in result.open)


def test_a_rule_that_the_launch_alone_rules_out_says_nothing(knowledge: Knowledge) -> None:
    result = compiled(knowledge, "D2").ask(Launch(image=Image(ena_support=False)))
    assert (result.broken, result.open) == (0, ())


def test_conditions_that_read_no_other_facts(knowledge: Knowledge) -> None:
    d2 = compiled(knowledge, "D2").rule
    own = d2.when_of(d2.launch_facts)
    assert own
    assert all(not path.startswith("type.") for clause in own for path in clause.facts)
    assert d2.when_of(()) == ()


def test_a_guess_is_asked_about(knowledge: Knowledge) -> None:
    guess = OperatingSystem(ena_driver=False, guess=Message("Its name says so."))
    result = compiled(knowledge, "D2").ask(Launch(image=Image(ena_support=True), os=guess))
    assert not result.broken
    assert [missing for missing, _ in result.open] == [("os.family",)]


def test_the_same_facts_give_the_same_result(knowledge: Knowledge) -> None:
    d2 = compiled(knowledge, "D2")
    launch = Launch(image=Image(ena_support=True))
    assert d2.ask(launch) is d2.ask(Launch(image=Image(ena_support=True, image_id="ami-1")))
