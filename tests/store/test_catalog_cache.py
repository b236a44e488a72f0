from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from wizard.model.catalog.catalog import CatalogError
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.store.catalog_cache import (
    cached_catalog,
    catalog_file,
    catalog_text,
    forget_catalog,
    newer,
    save_catalog,
)
from wizard.store.resources import load_knowledge, resources
from wizard.store.whole_file import NotWritten

BUILT_IN = resources() / "catalog" / "instance_types.json"


def text(date: str = "2026-12-01") -> str:
    return BUILT_IN.read_text(encoding="utf-8").replace("2026-10-27", date)


def test_what_was_saved_counts_until_it_is_forgotten() -> None:
    save_catalog(text())
    assert load_knowledge().catalog.provenance.date == datetime.date(2026, 12, 1)
    assert catalog_text(BUILT_IN) == text()
    assert forget_catalog()
    assert load_knowledge().catalog.provenance.date == datetime.date(2026, 10, 27)
    assert catalog_text(BUILT_IN) == text("2026-10-27")
    assert not forget_catalog()


@pytest.mark.parametrize("damage", ['{"schema": 1' + "0" * 5000 + "}", "[" * 100_000])
def test_what_python_cannot_read_is_set_aside_too(damage: str) -> None:
    save_catalog(text())
    catalog_file().write_text(damage)
    told: list[Message] = []
    assert cached_catalog(told.append) is None
    assert len(told) == 1
    assert not catalog_file().exists()


def test_an_older_one_does_not_count() -> None:
    save_catalog(text("2025-01-01"))
    assert load_knowledge().catalog.provenance.date == datetime.date(2026, 10, 27)
    assert catalog_text(BUILT_IN) == text("2026-10-27")


def test_of_two_the_newer(knowledge: Knowledge) -> None:
    old = knowledge.catalog
    new = replace(old, provenance=replace(old.provenance, date=datetime.date(2027, 1, 1)))
    assert newer(old, new) is new
    assert newer(new, old) is new


def test_only_its_owner_may_read_it() -> None:
    save_catalog(text())
    assert catalog_file().stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff", b"[]", text().replace("m5.large", "m5.small").encode()]
)
def test_a_damaged_one_is_set_aside_and_named(content: bytes) -> None:
    catalog_file().parent.mkdir(parents=True)
    catalog_file().write_bytes(content)
    told: list[Message] = []
    assert load_knowledge(tell=told.append).catalog.provenance.date == datetime.date(2026, 10, 27)
    assert str(catalog_file()) in str(told[0].values["problem"])
    aside = Path(str(told[0].values["aside"]))
    assert aside.read_bytes() == content
    assert cached_catalog(told.append) is None
    assert len(told) == 1


def test_nothing_but_a_catalogue_is_saved() -> None:
    with pytest.raises(CatalogError):
        save_catalog("{}")
    assert not catalog_file().exists()


def test_a_folder_that_cannot_be(home: Path) -> None:
    catalog_file().parent.parent.mkdir(parents=True, exist_ok=True)
    catalog_file().parent.write_text("a file")
    with pytest.raises(NotWritten):
        save_catalog(text())
    catalog_file().parent.unlink()
    catalog_file().mkdir(parents=True)
    with pytest.raises(NotWritten):
        forget_catalog()
