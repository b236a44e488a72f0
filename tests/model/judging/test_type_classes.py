"""Classes of types keep every type, once, with its own facts."""

from __future__ import annotations

import pytest

from wizard.model.ec2.fact import reader
from wizard.model.judging.compiled_rule import TypeClasses
from wizard.model.knowledge import Knowledge
from wizard.model.rules.predicates import read_clause

CONDITIONS: dict[str, list[dict[str, object]]] = {
    "none": [],
    "few values": [{"fact": "type.ena", "is": ["required"]}],
    "many values": [{"fact": "type.family", "is": ["t2", "m5"]}],
    "each its own": [{"fact": "type.name", "is_not": ["t2.nano"]}, {"fact": "type.tpm", "is": [True]}],
    "twice the same fact": [
        {"fact": "type.memory_gib", "at_least": 4},
        {"fact": "type.memory_gib", "at_most": 64},
    ],
    "compared with the launch": [{"fact": "type.regions", "has_the": "launch.region"}],
    "compared and tested": [
        {"fact": "type.boot_modes", "has_the": "image.boot_mode"},
        {"fact": "type.boot_modes", "has": ["uefi"]},
        {"fact": "type.bare_metal", "is": [False]},
    ],
}


@pytest.mark.parametrize("conditions", CONDITIONS.values(), ids=CONDITIONS)
def test_each_type_is_in_a_class_that_the_conditions_take_alike(
    knowledge: Knowledge, conditions: list[dict[str, object]]
) -> None:
    clauses = [read_clause(table) for table in conditions]
    classes = TypeClasses(knowledge.catalog).of(clauses)
    found = {t.name: facts for facts, mask in classes for t in knowledge.catalog.select(mask)}
    assert sum(mask.bit_count() for _, mask in classes) == len(knowledge.catalog.types) == len(found)
    compared = {path for clause in clauses if len(clause.facts) > 1 for path in clause.facts}
    for t in knowledge.catalog.types:
        for path, value in found[t.name].items():
            own = reader((path,))(t)[0]
            if path in compared:
                assert value == own
            alone = [clause for clause in clauses if clause.facts == (path,)]
            assert [c.ask({path: value}) for c in alone] == [c.ask({path: own}) for c in alone]


def test_types_that_a_condition_takes_alike_are_one_class(knowledge: Knowledge) -> None:
    classes = TypeClasses(knowledge.catalog).of([read_clause({"fact": "type.family", "is": ["t2", "m5"]})])
    assert len(classes) == 2
