"""One value holds everything the program knows."""

from __future__ import annotations

from wizard.model.knowledge import Knowledge


def test_it_holds_types_rules_and_systems(knowledge: Knowledge) -> None:
    assert knowledge.complete() is knowledge
    assert len(knowledge.catalog.types) == 1395
    assert knowledge.rulebook is knowledge.judge.rulebook
    assert knowledge.migration_changes
    assert knowledge.specifier is knowledge.specifier
    assert knowledge.date >= knowledge.catalog.provenance.date
