from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wizard.model.catalog.catalog import CatalogError
from wizard.store.resources import ResourcesMissing, _find, load_knowledge, load_public_images, resources
from wizard.store.text_file import NotRead


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert resources() == Path(__file__).parents[2] / "resources"
    assert (resources() / "rules").is_dir()


def test_an_installed_package_has_them_inside(tmp_path: Path) -> None:
    package = tmp_path / "wizard"
    (package / "resources" / "catalog").mkdir(parents=True)
    (tmp_path / "resources" / "catalog").mkdir(parents=True)
    assert _find(package) == package / "resources"


def test_an_incomplete_installation_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ResourcesMissing, match="expected the folder with catalog and rules; install again"):
        _find(tmp_path / "wizard")


def test_knowledge_is_the_real_catalogue_and_rules() -> None:
    knowledge = load_knowledge()
    assert len(knowledge.catalog.types) == 1395
    assert knowledge.rulebook.rules
    assert knowledge.os_catalog.family("ubuntu")
    assert knowledge.migration_changes
    assert knowledge.date == max(knowledge.catalog.provenance.date, knowledge.rulebook.checked)


def test_a_damaged_or_missing_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "resources"
    shutil.copytree(resources(), folder)
    catalog = folder / "catalog" / "instance_types.json"
    catalog.write_text(catalog.read_text()[:-1000])
    with pytest.raises(CatalogError, match=r"instance_types\.json"):
        load_knowledge(folder)
    catalog.unlink()
    with pytest.raises(NotRead, match=r"instance_types\.json"):
        load_knowledge(folder)


def test_the_names_of_public_images_are_the_real_ones() -> None:
    known = load_public_images().called("eks/AL2023_ARM_64_STANDARD")
    assert known is not None
    assert known.fields["Architecture"] == "arm64"
