from __future__ import annotations

import gc
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.launches import launches, random_launch
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import VirtualizationType
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import replace
from wizard.model.judging.signature import Signatures
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.rules.predicates import Clause, read_clause


def clauses(*tables: dict[str, object]) -> list[Clause]:
    return [read_clause(table) for table in tables]


def test_launches_that_no_test_tells_apart_are_alike() -> None:
    signatures = Signatures(clauses({"fact": "image.kernel_id", "empty": True}))
    with_one, with_other, without = (
        signatures.of(Launch(image=Image(kernel_id=i))) for i in ("aki-1", "aki-2", "")
    )
    assert with_one == with_other
    assert with_one != without


def test_a_value_that_is_compared_counts_itself() -> None:
    signatures = Signatures(clauses({"fact": "type.regions", "has_the": "launch.region"}))
    assert signatures.of(Launch(region="us-east-1")) != signatures.of(Launch(region="eu-west-1"))


def test_facts_that_are_the_same_for_all_are_left_out() -> None:
    asked = clauses({"fact": "launch.region", "is": ["us-east-1"]}, {"fact": "launch.spot", "is": [True]})
    spot, not_spot = Launch(spot=True), Launch()
    assert Signatures(asked).of(spot) != Signatures(asked).of(not_spot)
    assert Signatures(asked, ("launch.spot",)).of(spot) == Signatures(asked, ("launch.spot",)).of(not_spot)


def test_a_guess_is_not_alike_what_is_known() -> None:
    signatures = Signatures(clauses({"fact": "os.kind", "is": ["linux"]}))
    sure = OperatingSystem(kind=OsKind.LINUX)
    guess = replace(sure, guess=Message("Its name says so."))
    assert signatures.of(Launch(os=sure)) == signatures.of(Launch(os=replace(sure)))
    assert signatures.of(Launch(os=sure)) != signatures.of(Launch(os=guess))


def test_old_values_are_forgotten_and_numbered_the_same_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wizard.model.judging.signature._KEPT", 2)
    monkeypatch.setattr("wizard.model.judging.signature._SYSTEMS", 2)
    signatures = Signatures(
        clauses({"fact": "image.kernel_id", "empty": True}, {"fact": "os.family", "is": ["netbsd"]})
    )
    systems = [OperatingSystem(family=name) for name in ("netbsd", "ubuntu", "debian", "rhel")]
    rounds = [
        [
            signatures.of(Launch(image=Image(kernel_id=kernel), os=system))
            for system in systems
            for kernel in ("", "aki-1", "aki-2", "aki-3")
        ]
        for _ in range(2)
    ]
    assert rounds[0] == rounds[1]
    assert len(set(rounds[0])) == 4


def test_an_hour_of_the_same_answers_keeps_no_more_systems_than_there_are() -> None:
    signatures = Signatures(clauses({"fact": "os.kind", "is": ["linux"]}))
    before = _nameless_systems()
    for _ in range(5000):
        # As answers are read: the system of each set is made anew.
        signatures.of(Launch(os=OperatingSystem(kind=OsKind.LINUX)))
    assert _nameless_systems() - before <= 1000


def _nameless_systems() -> int:
    """How many there are in this process; other tests keep some of their own."""
    found = (each for each in gc.get_objects() if isinstance(each, OperatingSystem))
    return sum(each.kind is OsKind.LINUX and each.family is None for each in found)


@given(launch=launches, seed=st.integers(0, 2**32))
def test_launches_of_equal_signature_are_judged_alike(
    knowledge: Knowledge, launch: Launch, seed: int
) -> None:
    rules = knowledge.rulebook.rules
    signatures = Signatures([clause for rule in rules for clause in (*rule.when, rule.must)])
    other = random_launch(random.Random(seed))
    mixed = replace(
        launch,
        image=replace(launch.image, image_id=other.image.image_id, creation_date=other.image.creation_date),
        today=other.today,
    )
    alike = signatures.of(launch) == signatures.of(mixed)
    t = random.Random(seed).choice(knowledge.catalog.types)
    same = all(rule.check(launch, t) == rule.check(mixed, t) for rule in rules)
    assert same or not alike


def test_no_facts_at_all() -> None:
    launch = Launch(image=Image(virtualization_type=VirtualizationType.HVM))
    assert Signatures([]).of(launch) == Signatures([]).of(Launch())
