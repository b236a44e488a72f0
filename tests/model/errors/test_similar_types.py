from __future__ import annotations

import pytest

from wizard.model.errors.similar_types import SIMILAR, similar_types
from wizard.model.knowledge import Knowledge


def test_they_are_near_in_size_each_of_another_family_and_not_the_type_itself(knowledge: Knowledge) -> None:
    names = similar_types(knowledge.catalog, "t2.micro", "any", None)
    assert names == ("t3.micro", "t3a.micro", "t8i.micro") or {"t3.micro"} <= set(names)
    assert "t2.micro" not in names
    assert len({name.partition(".")[0] for name in names}) == len(names) == 3


@pytest.mark.parametrize("wish", SIMILAR)
def test_they_fulfil_the_wish(knowledge: Knowledge, wish: str) -> None:
    names = similar_types(knowledge.catalog, None, wish, None)
    types = [knowledge.catalog.get(name) for name in names]
    assert types
    assert all(t is not None and SIMILAR[wish](t) for t in types)


def test_they_are_offered_in_the_region(knowledge: Knowledge) -> None:
    for name in similar_types(knowledge.catalog, "t2.micro", "any", "eu-north-1"):
        found = knowledge.catalog.get(name)
        assert found is not None
        assert "eu-north-1" in found.regions


def test_a_region_that_is_not_known_excludes_nothing(knowledge: Knowledge) -> None:
    named = similar_types(knowledge.catalog, "m5.large", "arm64", "xx-nowhere-1")
    assert named == similar_types(knowledge.catalog, "m5.large", "arm64", None)
    assert similar_types(knowledge.catalog, "m99.large", "any", None) == similar_types(
        knowledge.catalog, None, "any", None
    )


def test_fewer_where_there_are_fewer(knowledge: Knowledge) -> None:
    names = similar_types(knowledge.catalog, None, "paravirtual", "eu-north-1")
    assert len(names) < 3
