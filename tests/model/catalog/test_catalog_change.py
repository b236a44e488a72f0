from __future__ import annotations

import gettext
from typing import Any

import pytest

from wizard.model.catalog.catalog import Catalog
from wizard.model.catalog.change import CatalogChange, compare
from wizard.model.ec2.instance_type import COLUMNS, InstanceType
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge


def told(before: Catalog, after: Catalog) -> list[str]:
    return [message.render(gettext.NullTranslations()) for message in compare(before, after).told()]


@pytest.fixture
def types(knowledge: Knowledge) -> tuple[InstanceType, ...]:
    return tuple(t for t in knowledge.catalog.types if t.family in ("m5", "t1"))


def catalog(knowledge: Knowledge, types: tuple[InstanceType, ...]) -> Catalog:
    return Catalog(types, knowledge.catalog.regions, knowledge.catalog.provenance)


def test_the_same_is_no_change(knowledge: Knowledge) -> None:
    assert not compare(knowledge.catalog, knowledge.catalog)
    assert told(knowledge.catalog, knowledge.catalog) == ["Nothing has changed."]


def test_types_come_and_go(knowledge: Knowledge, types: tuple[InstanceType, ...]) -> None:
    before, after = catalog(knowledge, types[:-1]), catalog(knowledge, types[1:])
    assert compare(before, after).added == ("t1.micro",)
    assert told(before, after) == ["New types (1): t1.micro", f"Types that are gone (1): {types[0].name}"]


def test_many_types_are_counted_and_some_named(knowledge: Knowledge) -> None:
    (line,) = told(catalog(knowledge, ()), knowledge.catalog)
    assert line.startswith("New types (1395): a1.2xlarge, ")
    assert line.endswith(", …")


def test_a_dozen_is_named_whole(knowledge: Knowledge) -> None:
    types = knowledge.catalog.types[:13]
    names = [t.name for t in types]
    dozen = told(catalog(knowledge, ()), catalog(knowledge, types[:12]))
    assert dozen == [f"New types (12): {', '.join(names[:12])}"]
    more = told(catalog(knowledge, ()), catalog(knowledge, types))
    assert more == [f"New types (13): {', '.join(names[:12])}, …"]


def test_fields_and_offerings(knowledge: Knowledge, types: tuple[InstanceType, ...]) -> None:
    first = types[0]
    other = replace(first, vcpus=99, memory_mib=1, regions=first.regions - {"eu-west-1"} | {"mars-north-1"})
    before, after = catalog(knowledge, types), catalog(knowledge, (other, *types[1:]))
    after = replace(after, regions=(*after.regions, "mars-north-1"))
    change = compare(before, after)
    assert change.changed == {first.name: ("vcpus", "memory_mib")}
    assert told(before, after) == [
        f"{first.name} differs: vCPUs, Memory",
        f"Now offered in mars-north-1 (1): {first.name}",
        f"No longer offered in eu-west-1 (1): {first.name}",
    ]


@pytest.mark.parametrize("what", ["added", "removed", "changed", "offered", "withdrawn"])
def test_each_difference_alone_is_a_change(what: str) -> None:
    nothing = CatalogChange(added=(), removed=(), changed={}, offered={}, withdrawn={})
    assert not nothing
    some: Any = ("m5.large",) if what in ("added", "removed") else {"m5.large": ("vcpus",)}
    assert replace(nothing, **{what: some})


def test_every_field_is_said_in_words_and_each_word_once(types: tuple[InstanceType, ...]) -> None:
    every = tuple(name for name in COLUMNS if name not in ("name", "regions"))
    change = CatalogChange((), (), {types[0].name: every}, {}, {})
    (said,) = (message.render(gettext.NullTranslations()) for message in change.told())
    words = said.removeprefix(f"{types[0].name} differs: ").split(", ")
    assert len(words) == len(set(words))
    assert not [word for word in words if "_" in word or word.islower()]
    assert {"Local storage", "Network", "EBS", "EBS as NVMe", "Processor"} <= set(words)
