"""Which answers to take back."""

from __future__ import annotations

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import VirtualizationType
from wizard.model.ec2.launch import Edition
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.relax import relaxations


def test_single_answers_first_and_most_types_first() -> None:
    needs = Needs(region="eu-central-1", families=("m1",), vcpus=Range(2))
    found = relaxations(needs, lambda n: 4 if n.region is None else 900 if not n.families else 0)
    assert [(r.answer, r.instead, r.count) for r in found] == [("family", "any", 900), ("region", "any", 4)]


def test_pairs_where_no_single_answer_helps() -> None:
    needs = Needs(region="eu-central-1", families=("m1",), features=frozenset({Feature.EFA, Feature.TPM}))
    found = relaxations(needs, lambda n: 7 if n.region is None and Feature.EFA not in n.features else 0)
    assert [(r.answer, r.instead, r.count) for r in found] == [("region+need", "any+tpm", 7)]


def test_answers_that_are_no_criteria_count_too() -> None:
    needs = Needs(
        virtualization_type=VirtualizationType.PARAVIRTUAL,
        os=OperatingSystem(kind=OsKind.WINDOWS),
        edition=Edition.YEAR_2014,
    )
    found = relaxations(
        needs,
        lambda n: (
            1 * (n.virtualization_type is None)
            + 2 * (n.os == OperatingSystem())
            + 3 * (n.edition == "current")
        ),
    )
    assert {(r.answer, r.instead) for r in found} == {
        ("virtualization", "any"),
        ("os", "any"),
        ("edition", "current"),
    }


def test_nothing_helps() -> None:
    assert relaxations(Needs(region="eu-central-1"), lambda _: 0) == ()
    assert relaxations(Needs(), lambda _: 1) == ()
