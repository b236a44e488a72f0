"""Every text of the program, in every language that it speaks."""

from __future__ import annotations

import ast
import gettext
import json
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

import program_texts
import translations

from wizard.cli.parser import LANGUAGES
from wizard.model.knowledge import Knowledge


def test_a_language_that_can_be_chosen_has_its_texts() -> None:
    assert {"en", *translations.languages()} == set(LANGUAGES)


@pytest.mark.parametrize("language", translations.languages())
def test_nothing_is_untranslated_stale_or_filled_otherwise(language: str) -> None:
    found = list(translations.problems(translations.read(language)))
    assert not found, "packaging/translations.py update, then translate in the .po files:\n" + "\n".join(
        found
    )


@pytest.mark.parametrize("language", translations.languages())
def test_the_compiled_texts_are_those_of_the_catalogue(language: str) -> None:
    compiled = translations.mo_file(language).read_bytes()
    assert compiled == translations.compiled(translations.read(language)), "packaging/translations.py compile"


def test_the_program_says_what_the_catalogue_says() -> None:
    german = gettext.translation("wizard", translations.I18N, ["de"])
    assert german.gettext("Operating system") == "Betriebssystem"
    assert german.ngettext("{count} type in all", "{count} types in all", 2) == "{count} Typen insgesamt"


def test_what_the_pictures_show_is_what_the_program_says() -> None:
    said = {text.template for text in program_texts.texts()}
    shown = {
        call.args[0].value
        for path in sorted((program_texts.ROOT / "packaging" / "scenes").glob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Message"
        if isinstance(call.args[0], ast.Constant)
    }
    assert shown <= said


def test_a_noun_for_what_an_error_does_not_name_fits_its_german_sentence(knowledge: Knowledge) -> None:
    """ "Kapazität für der Instanztyp": what has no name there must not need the case that it is in."""
    german = gettext.translation("wizard", translations.I18N, ["de"])
    recorded = json.loads((Path(__file__).parents[1] / "data" / "errors" / "read.json").read_text("utf-8"))
    wrong = re.compile(r"\b(?:für|hat|kennt|auf|von|mit|durch|ohne) der (?:neue )?(?:Instanzt|T)yp\b")
    said = []
    for text in re.findall(r'"text": ("(?:[^"\\]|\\.)*")', json.dumps(recorded)):
        found = knowledge.errors.read(json.loads(text))
        said += [m.render(german) for m in (found.text, found.remedy, *found.about)] if found else []
    assert len(said) > 300
    assert [sentence for sentence in said if wrong.search(sentence)] == []


# What AWS's German console calls otherwise, or what has one German word here and a second one beside it.
_NOT_GERMAN = {
    r"(?<!Dedicated )(?<!Mixed )(?<!Reserved )(?<!Scheduled )(?<!Spot )(?<!EC2 )\bInstances?\b(?![\[\]-]| Store| Connect| Refresh| types)": "Instanz",
    r"\bLaunch[- ]Templates?\b(?!\))": "Startvorlage",
    r"\bLaunch-Konfiguration": "Startkonfiguration",
    r"\b(?:[Ee]in|[Dd]as|einem|dem|des|kein|im|vom|zum) (?:\w+ )?(?:Standard-)?VPC\b(?! CNI)": "die VPC",
    r"Laufwerk": "Volume, Platte or Datenträger",
    r"Verfügbarkeitszone|Festplattenabbild|Maschinenabbild|Schnappschuss": "AWS's own word",
}


@pytest.fixture(scope="module")
def german() -> list[str]:
    """All that is said in German, without the commands in it."""
    return [
        re.sub(r"\baws \w.*", "", str(form))
        for message in translations.read("de")
        if message.id
        for form in (message.string if isinstance(message.string, tuple) else (message.string,))
    ]


@pytest.mark.parametrize("pattern", list(_NOT_GERMAN))
def test_a_thing_has_one_german_word(german: list[str], pattern: str) -> None:
    found = [form for form in german if re.search(pattern, form)]
    assert not found, f"{_NOT_GERMAN[pattern]}:\n" + "\n".join(found)


@pytest.mark.parametrize("language", translations.languages())
def test_a_command_is_the_same_in_every_language(language: str) -> None:
    commands = {
        str(each.id): each.string
        for each in translations.read(language)
        if re.match(r"aws [a-z0-9-]+ [a-z0-9-]+ --", str(each.id)) and not str(each.id).endswith(".")
    }
    assert commands
    assert {command: said for command, said in commands.items() if said != command} == {}
