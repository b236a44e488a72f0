"""What families are for, and how old they are."""

from __future__ import annotations

import pytest

from wizard.model.catalog.catalog import CatalogError
from wizard.model.catalog.families import PurposeOrder, read_families
from wizard.model.catalog.purpose import Purpose
from wizard.model.knowledge import Knowledge
from wizard.store.resources import resources

TEXT = (resources() / "catalog" / "families.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("family", "generation"),
    [("m8i", 8), ("t8i", 8), ("t3", 5), ("t2", 4), ("i4i", 6), ("x2iedn", 6), ("u7in-16tb", 7), ("odd", 0)],
)
def test_one_number_for_families_of_one_age(knowledge: Knowledge, family: str, generation: int) -> None:
    assert knowledge.families.generation(family) == generation


@pytest.mark.parametrize(
    ("family", "options"),
    [
        ("m6i", ""),
        ("m6idn", "dn"),
        ("c5n", "n"),
        ("m8i-flex", ""),
        ("x8aedz", "edz"),
        ("t2", ""),
        ("odd", ""),
    ],
)
def test_what_makes_a_family_more_than_the_plain_one(knowledge: Knowledge, family: str, options: str) -> None:
    assert knowledge.families.options(family) == options


def test_every_pattern_of_a_purpose_still_finds_a_family(knowledge: Knowledge) -> None:
    known = knowledge.catalog.families
    for purpose in Purpose:
        order = knowledge.families.purposes[purpose]
        for place in range(len(order.families)):
            assert any(order.place(family) == place for family in known), (purpose, order.families[place])
    assert set(knowledge.families.generations) <= set(known)
    assert knowledge.families.hard_disks <= set(known)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("=", "families.toml: not TOML"),
        ("", "families.toml: 'hard_disks': expected, but missing"),
        (TEXT.replace("[purpose.tiny]", "[purpose.small]"), "families.toml: 'tiny': expected, but missing"),
        (TEXT.replace("size = [2, 1]", "size = 2"), "families.toml: "),
        (TEXT.replace('"nested-virtualization"', '"nesting"'), "families.toml: 'nesting' is not"),
    ],
)
def test_families_that_cannot_be_used(text: str, message: str) -> None:
    with pytest.raises(CatalogError) as refusal:
        read_families(text, "families.toml")
    assert str(refusal.value).startswith(message)


def test_of_what_a_purpose_does_not_say_the_usual_holds() -> None:
    """Two vCPUs with four GiB each, no accelerators, in sizes that double."""
    purposes = "".join(f"[purpose.{purpose}]\n" for purpose in Purpose)
    families = read_families(
        f"hard_disks = []\nspecial = []\ntrades = []\nlocal_zones = []\n[generation]\n{purposes}", "f.toml"
    )
    usual = PurposeOrder((), (), (2, 8), 4, accelerators=False, few_sizes=False)
    assert set(families.purposes.values()) == {usual}
    assert PurposeOrder() == usual
