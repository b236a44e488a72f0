"""Finds and loads what ships with the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wizard.formats.public_images import PublicImages, read_public_images
from wizard.model.catalog.catalog import read_catalog
from wizard.model.catalog.supplement import read_supplement
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.prices.price import Prices
from wizard.store.catalog_cache import cached_catalog, newer
from wizard.store.price_cache import built_in_prices, cached_prices
from wizard.store.text_file import read_text


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
    types_only: bool = False,
    tell: Callable[[Message], object] = lambda _: None,
) -> Knowledge:
    """Catalogue, operating systems and rules, ready to judge. folder: other resources than the built-in.

    Without a folder, a catalogue that was refreshed from an account counts before an older built-in
    one. tell: is told where it was damaged, and the built-in one stands in for it.
    types_only: read the rest when it is first asked for; it raises its errors then.
    Raises NotRead, or CatalogError, OsCatalogError, OsWordsError, PublisherError, RulebookError, MigrationError for a
    damaged file.
    """
    here = folder or resources()
    types = here / "catalog" / "instance_types.json"
    beyond = here / "catalog" / "supplement.json"
    supplement = read_supplement(read_text(beyond), beyond.name)
    catalog = read_catalog(read_text(types), types.name, not types_only, supplement)
    refreshed = cached_catalog(tell, supplement) if folder is None else None
    knowledge = Knowledge(
        catalog=newer(catalog, refreshed) if refreshed else catalog,
        rules=_tables(here / "rules"),
        systems=read_text(here / "catalog" / "operating_systems.toml"),
        migrations=_tables(here / "migrations"),
        words=read_text(here / "catalog" / "os_guess.toml"),
        publishers_text=read_text(here / "catalog" / "publishers.toml"),
        kinds=read_text(here / "catalog" / "families.toml"),
        earlier=read_text(here / "catalog" / "earlier_types.json"),
        load_prices=lambda: _prices(here, tell, kept=folder is None),
        known_errors=_tables(here / "errors"),
    )
    return knowledge if types_only else knowledge.complete()


def _prices(here: Path, tell: Callable[[Message], object], *, kept: bool) -> Prices:
    """The built-in prices, and over them those that the person keeps."""
    built_in = built_in_prices(here)
    return built_in.updated(cached_prices(tell)) if kept else built_in


def load_public_images() -> PublicImages:
    """What the names of public images say. Raises NotRead, or PublicImagesError for a damaged file."""
    file = resources() / "formats" / "public_images.toml"
    return read_public_images(read_text(file), file.name)


def _tables(folder: Path) -> dict[str, str]:
    """The texts of the TOML files in a folder and below, by their paths in it."""
    return {file.relative_to(folder).as_posix(): read_text(file) for file in sorted(folder.rglob("*.toml"))}


def _find(package: Path) -> Path:
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "catalog").is_dir():
            return folder
    raise ResourcesMissing(
        f"{package / 'resources'}: expected the folder with catalog and rules; install again"
    )
