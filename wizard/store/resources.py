"""Finds and loads what ships with the program."""

from __future__ import annotations

from pathlib import Path

from wizard.model.catalog import read_catalog
from wizard.model.judge import Judge
from wizard.model.knowledge import Knowledge
from wizard.model.os_catalog import read_os_catalog
from wizard.model.rulebook import read_rulebook
from wizard.store.text_file import read_text


class ResourcesMissing(OSError):
    """The installation is incomplete; the text names the folder and what was expected in it."""


def resources() -> Path:
    """The folder with catalogue, rules, templates and icons: in the package once installed, else beside it.

    Raises ResourcesMissing.
    """
    return _find(Path(__file__).resolve().parent.parent)


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """Catalogue, operating systems and rules, ready to judge. folder: other resources than the built-in.

    Raises NotRead, or CatalogError, OsCatalogError, RulebookError for a damaged file.
    """
    here = folder or resources()
    types, systems = here / "catalog" / "instance_types.json", here / "catalog" / "operating_systems.toml"
    rulebook = read_rulebook(_tables(here / "rules"))
    catalog = read_catalog(read_text(types), types.name)
    os_catalog = read_os_catalog(read_text(systems), systems.name, rulebook.sources)
    return Knowledge(catalog, os_catalog, Judge(rulebook, catalog), _tables(here / "migrations"))


def _tables(folder: Path) -> dict[str, str]:
    """The texts of a folder's TOML files, by file name."""
    return {file.name: read_text(file) for file in sorted(folder.glob("*.toml"))}


def _find(package: Path) -> Path:
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "catalog").is_dir():
            return folder
    raise ResourcesMissing(
        f"{package / 'resources'}: expected the folder with catalog and rules; install again"
    )
