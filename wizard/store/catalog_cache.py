"""The catalogue that was last refreshed from an account, in the user's cache."""

from __future__ import annotations

from pathlib import Path

from wizard.model.catalog.catalog import Catalog, read_catalog
from wizard.model.catalog.supplement import NOTHING, Supplement
from wizard.model.message import Message
from wizard.store.folders import cache_folder, own_folder
from wizard.store.own_copy import Tell, forget_own, read_own
from wizard.store.text_file import read_text
from wizard.store.whole_file import write_whole

_DAMAGED = Message(
    "The refreshed catalogue is damaged: {problem}. It was set aside as {aside}; "
    "the built-in one counts until you refresh it again."
)


def catalog_file() -> Path:
    """Where it is kept."""
    return cache_folder() / "instance_types.json"


def save_catalog(text: str) -> None:
    """Keep a catalogue's text, readable by its owner only. Raises NotWritten, or CatalogError for no such text."""
    path = catalog_file()
    read_catalog(text, path.name)
    own_folder(path.parent)
    write_whole(path, text.encode(), private=True)


def cached_catalog(tell: Tell, supplement: Supplement = NOTHING) -> Catalog | None:
    """The kept catalogue; None if there is none that can be used. supplement: counts beside its rows.

    A damaged one is set aside under another name in the same folder, and `tell` is told.
    """
    path = catalog_file()
    return read_own(path, lambda text: read_catalog(text, str(path), supplement=supplement), _DAMAGED, tell)


def catalog_text(built_in: Path) -> str:
    """The text of the catalogue that counts: the kept one or the built-in one. Raises NotRead."""
    own = read_catalog(read_text(built_in), built_in.name)
    cached = cached_catalog(lambda _: None)
    return read_text(built_in if cached is None or newer(own, cached) is own else catalog_file())


def forget_catalog() -> bool:
    """Back to the built-in one. Whether there was another. Raises NotWritten."""
    return forget_own(catalog_file())


def newer(built_in: Catalog, cached: Catalog) -> Catalog:
    """The one of the later day: a new release of the program may know more than an old refresh."""
    return cached if cached.provenance.date >= built_in.provenance.date else built_in
