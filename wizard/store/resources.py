"""Finds and loads what ships with the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.store.text_file import read_text

if TYPE_CHECKING:
    from wizard.formats.public_images import PublicImages
    from wizard.model.catalog.catalog import Catalog
    from wizard.model.prices.price import Prices


class ResourcesMissing(OSError):
    """The installation is incomplete; the text names the folder and what was expected in it."""


def resources() -> Path:
    """The folder with catalogue, rules, templates and icons: in the package once installed, else beside it.

    Raises ResourcesMissing.
    """
    return _find(Path(__file__).resolve().parent.parent)


def load_knowledge(
    folder: Path | None = None,
    *,
    whole: bool = True,
    tell: Callable[[Message], object] = lambda _: None,
) -> Knowledge:
    """Catalogue, operating systems and rules, ready to judge. folder: other resources than the built-in.

    Without a folder, a catalogue that was refreshed from an account counts before an older built-in
    one. tell: is told where it was damaged, and the built-in one stands in for it.
    whole: read all of it now; else each part is read when it is first asked for, and raises its errors then.
    Raises NotRead, or CatalogError, OsCatalogError, OsWordsError, PublisherError, RulebookError, MigrationError for a
    damaged file.
    """
    here = folder or resources()
    knowledge = Knowledge(
        load_catalog=lambda: _catalog(here, tell, verify=whole, kept=folder is None),
        load_prices=lambda: _prices(here, tell, kept=folder is None),
        text=lambda path: read_text(here / path),
        texts=lambda room: _texts(here / room),
    )
    return knowledge.complete() if whole else knowledge


def _catalog(here: Path, tell: Callable[[Message], object], *, verify: bool, kept: bool) -> Catalog:
    """The built-in types, or newer ones that the person keeps."""
    from wizard.model.catalog.catalog import read_catalog
    from wizard.model.catalog.supplement import read_supplement
    from wizard.store.catalog_cache import cached_catalog, newer

    types = here / "catalog" / "instance_types.json"
    beyond = here / "catalog" / "supplement.json"
    supplement = read_supplement(read_text(beyond), beyond.name)
    catalog = read_catalog(read_text(types), types.name, verify, supplement)
    refreshed = cached_catalog(tell, supplement) if kept else None
    return newer(catalog, refreshed) if refreshed else catalog


def _prices(here: Path, tell: Callable[[Message], object], *, kept: bool) -> Prices:
    """The built-in prices, and over them those that the person keeps."""
    from wizard.store.price_cache import built_in_prices, cached_prices

    built_in = built_in_prices(here)
    return built_in.updated(cached_prices(tell)) if kept else built_in


def load_public_images() -> PublicImages:
    """What the names of public images say. Raises NotRead, or PublicImagesError for a damaged file."""
    # Only what was pasted or dropped waits for it.
    from wizard.formats.public_images import read_public_images

    file = resources() / "formats" / "public_images.toml"
    return read_public_images(read_text(file), file.name)


def _texts(folder: Path) -> dict[str, str]:
    """The texts of the TOML files in a folder and below, by their paths in it."""
    return {file.relative_to(folder).as_posix(): read_text(file) for file in sorted(folder.rglob("*.toml"))}


def _find(package: Path) -> Path:
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "catalog").is_dir():
            return folder
    raise ResourcesMissing(
        f"{package / 'resources'}: expected the folder with catalog and rules; install again"
    )
