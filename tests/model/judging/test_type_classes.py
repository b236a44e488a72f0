"""Classes of types keep every type, once, with its own facts."""

from __future__ import annotations

import pytest

from wizard.model.ec2.fact import reader
from wizard.model.judging.compiled_rule import TypeClasses
from wizard.model.knowledge import Knowledge


@pytest.mark.parametrize(
    "paths",
    [
        (),
        ("type.ena",),
        ("type.boot_modes", "type.hypervisor", "type.ena"),
        ("type.name", "type.tpm"),
        ("type.regions",),
        ("type.memory_gib", "type.bare_metal"),
    ],
)
def test_each_type_is_in_the_class_of_its_facts(knowledge: Knowledge, paths: tuple[str, ...]) -> None:
    classes = TypeClasses(knowledge.catalog).of(paths)
    found = {t.name: facts for facts, mask in classes for t in knowledge.catalog.select(mask)}
    assert sum(mask.bit_count() for _, mask in classes) == len(knowledge.catalog.types) == len(found)
    read = reader(paths)
    for t in knowledge.catalog.types:
        assert found[t.name] == dict(zip(paths, read(t), strict=True))
