"""Brings the catalogue that counts up to date, and tells what that changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wizard.model.catalog.catalog import read_catalog
from wizard.model.catalog.change import CatalogChange, compare
from wizard.store.catalog_cache import catalog_text, save_catalog


def renew_catalog(built_in: Path, renew: Callable[[str], str]) -> CatalogChange:
    """Keep what `renew` makes of the text of the catalogue that counts; what it changes.

    Raises NotRead, NotWritten, CatalogError, and whatever `renew` raises; the old one then stays.
    """
    before = catalog_text(built_in)
    after = renew(before)
    change = compare(read_catalog(before, "catalogue"), read_catalog(after, "catalogue"))
    save_catalog(after)
    return change
