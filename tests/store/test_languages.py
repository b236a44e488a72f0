from __future__ import annotations

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from wizard.store.languages import system_languages, translations


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Catalogues of one word, as the program's are laid out."""
    catalog = Catalog(locale="de")
    catalog.add("yes", "ja")
    catalog.add(("{count} type", "{count} types"), ("{count} Typ", "{count} Typen"))
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    (tmp_path / "de" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "de" / "LC_MESSAGES" / "wizard.mo").write_bytes(compiled.getvalue())
    return tmp_path


def test_a_language_with_a_catalogue_is_spoken(folder: Path) -> None:
    german = translations("de", folder)
    assert german.gettext("yes") == "ja"
    assert german.ngettext("{count} type", "{count} types", 2) == "{count} Typen"


@pytest.mark.parametrize("language", ["en", "fr", "../../etc"])
def test_any_other_is_english(language: str, folder: Path) -> None:
    assert translations(language, folder).gettext("yes") == "yes"


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"LANG": "de_DE.UTF-8"}, "ja"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "C"}, "yes"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "de:en"}, "ja"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "en:de"}, "yes"),
        ({"LANG": "C.UTF-8"}, "yes"),
    ],
)
def test_the_systems_language_is_asked_as_gettext_does(
    variables: dict[str, str], said: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert translations(None, folder).gettext("yes") == said


def test_a_system_without_these_variables_has_a_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LANG")
    monkeypatch.setattr("locale.getlocale", lambda: ("German_Germany", "1252"))
    assert system_languages() == ["de"]
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert system_languages() == []


def test_the_programs_own_texts_are_english_where_there_is_no_catalogue() -> None:
    assert translations().gettext("yes") == "yes"
