from __future__ import annotations

import io
import plistlib
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from wizard.store.languages import chosen_on_a_mac, system_languages, translations


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


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_an_app_opened_from_an_icon_speaks_the_language_of_the_mac(
    form: plistlib.PlistFormat, home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No variable says it there, and the locale is C."""
    settings = home / "Library" / "Preferences" / ".GlobalPreferences.plist"
    settings.parent.mkdir(parents=True)
    settings.write_bytes(plistlib.dumps({"AppleLanguages": ["de-DE", "en-DE"]}, fmt=form))
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system_languages() == ["de", "en"]
    assert translations(None, folder).gettext("yes") == "ja"


NO_LANGUAGES: list[bytes | None] = [
    *(None, b"", b"no plist", b"<?xml version='1.0'?><plist>", b"bplist00", plistlib.dumps([1])),
    *(plistlib.dumps({"AppleLanguages": said}) for said in ("de", [1], {"de": 1})),
]


@pytest.mark.parametrize("content", NO_LANGUAGES)
def test_a_mac_that_does_not_say_is_spoken_to_in_english(content: bytes | None, tmp_path: Path) -> None:
    settings = tmp_path / "settings.plist"
    if content is not None:
        settings.write_bytes(content)
    assert chosen_on_a_mac(settings) == []


def test_the_programs_own_texts_are_english_where_there_is_no_catalogue() -> None:
    assert translations().gettext("yes") == "yes"
