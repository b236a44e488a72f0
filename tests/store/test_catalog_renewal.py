from __future__ import annotations

import pytest

from wizard.model.catalog.catalog import CatalogError
from wizard.store.catalog_cache import catalog_file, forget_catalog
from wizard.store.catalog_renewal import renew_catalog
from wizard.store.resources import resources

BUILT_IN = resources() / "catalog" / "instance_types.json"


def test_what_becomes_of_the_catalogue_is_kept_and_told() -> None:
    seen: list[str] = []

    def renew(text: str) -> str:
        seen.append(text)
        return text

    assert not renew_catalog(BUILT_IN, renew)
    assert seen == [BUILT_IN.read_text(encoding="utf-8")]
    assert catalog_file().exists()
    renew_catalog(BUILT_IN, renew)
    assert forget_catalog()


def test_what_is_no_catalogue_is_not_kept() -> None:
    def unreadable(text: str) -> str:
        raise KeyError(text)

    with pytest.raises(CatalogError):
        renew_catalog(BUILT_IN, lambda _: "{}")
    with pytest.raises(KeyError):
        renew_catalog(BUILT_IN, unreadable)
    assert not catalog_file().exists()
