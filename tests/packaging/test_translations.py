"""Every text of the program, in every language that it speaks."""

from __future__ import annotations

import gettext
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

import translations

from wizard.cli.parser import LANGUAGES


def test_a_language_that_can_be_chosen_has_its_texts() -> None:
    assert {"en", *translations.languages()} == set(LANGUAGES)


@pytest.mark.parametrize("language", translations.languages())
def test_nothing_is_untranslated_stale_or_filled_otherwise(language: str) -> None:
    found = list(translations.problems(translations.read(language)))
    assert not found, "packaging/translations.py update, then translate in wizard.po:\n" + "\n".join(found)


@pytest.mark.parametrize("language", translations.languages())
def test_the_compiled_texts_are_those_of_the_catalogue(language: str) -> None:
    compiled = translations.po_file(language).with_suffix(".mo").read_bytes()
    assert compiled == translations.compiled(translations.read(language)), "packaging/translations.py compile"


def test_the_program_says_what_the_catalogue_says() -> None:
    german = gettext.translation("wizard", translations.I18N, ["de"])
    assert german.gettext("Operating system") == "Betriebssystem"
    assert german.ngettext("{count} type in all", "{count} types in all", 2) == "{count} Typen insgesamt"
