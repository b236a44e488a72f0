"""One value holds everything the program knows."""

from __future__ import annotations

from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.prices.price import Prices


def test_it_holds_types_rules_and_systems(knowledge: Knowledge) -> None:
    assert knowledge.complete() is knowledge
    assert len(knowledge.catalog.types) == 1395
    assert knowledge.rulebook is knowledge.judge.rulebook
    assert knowledge.migration_changes
    assert knowledge.specifier is knowledge.specifier
    assert knowledge.date >= knowledge.catalog.provenance.date


def test_prices_are_read_anew_once_other_ones_are_kept(knowledge: Knowledge) -> None:
    read: list[Prices] = []

    def load() -> Prices:
        read.append(Prices())
        return read[-1]

    known = replace(knowledge, load_prices=load)
    assert known.prices is known.prices
    known.forget_prices()
    assert known.prices is read[1]
    known.forget_prices()
    known.forget_prices()
    assert known.prices is read[2]
