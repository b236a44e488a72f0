from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import pytest

from wizard.model.knowledge import Knowledge
from wizard.model.systems.os_words import OsWordsError, read_os_words
from wizard.store.resources import resources

TEXT = (resources() / "catalog" / "os_guess.toml").read_text(encoding="utf-8")
TABLES: dict[str, Any] = tomllib.loads(TEXT)
EXAMPLES = [
    pytest.param(entry, example, version, id=example)
    for entry in TABLES["name"]
    for example, version in entry["examples"]
]


@pytest.mark.parametrize(("entry", "example", "version"), EXAMPLES)
def test_each_entry_reads_its_examples_before_any_other(
    knowledge: Knowledge, entry: dict[str, Any], example: str, version: str
) -> None:
    text = example.casefold()
    assert entry["word"] in text
    assert re.search(entry["pattern"], text)
    assert knowledge.os_catalog.words.named(text) == (entry["family"], version or None)


@pytest.mark.parametrize("entry", TABLES["name"], ids=lambda entry: f"{entry['family']} {entry['pattern']}")
def test_each_entry_has_an_example_that_no_other_entry_would_read_so(entry: dict[str, Any]) -> None:
    """Without the entry at least one of its examples would be read otherwise, or not at all."""
    others = {**TABLES, "name": [other for other in TABLES["name"] if other is not entry]}
    words = read_os_words(_toml(others), "x")
    assert any(
        words.named(example.casefold()) != (entry["family"], version or None)
        for example, version in entry["examples"]
    )


def _toml(tables: dict[str, Any]) -> str:
    """What JSON and TOML write alike, as far as this file needs it."""
    text = ""
    for entry in tables["name"]:
        text += "[[name]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in entry.items())
    for section in ("majors", "versions", "accounts", "details", "operations"):
        rows = tables[section].items()
        text += f"[{section}]\n" + "".join(
            f"{json.dumps(key)} = {json.dumps(value)}\n" for key, value in rows
        )
    return text


def test_every_family_is_one_of_the_catalogue(knowledge: Knowledge) -> None:
    named = {entry["family"] for entry in TABLES["name"]} - {""}
    for section in ("accounts", "details", "operations"):
        named |= set(TABLES[section].values())
    named |= TABLES["majors"].keys() | set(TABLES["versions"]["run_together"] + TABLES["versions"]["april"])
    assert named <= {family.key for family in knowledge.os_catalog.families}


@pytest.mark.parametrize("word", ["days", "nodes", "vcpus", "gb", "x", "way", "copies", "hrs", "min"])
def test_a_number_of_something_is_no_version(knowledge: Knowledge, word: str) -> None:
    assert knowledge.os_catalog.words.named(f"debian-7-{word}") is None
    assert knowledge.os_catalog.words.named(f"debian-7{word}") is None
    assert knowledge.os_catalog.words.named(f"debian-7-{word}ish") == ("debian", "7")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[name", "x: "),
        ("", "versions"),
        (TEXT.replace("counted = [", 'counted = ["(",', 1), "x: "),
        (TEXT.replace('family = "bottlerocket"\n', "", 1), "family"),
        (TEXT.replace("[[7, 19]]", "7"), "x: "),
    ],
)
def test_damage_is_said_in_one_line(text: str, says: str) -> None:
    with pytest.raises(OsWordsError, match=re.escape(says)) as caught:
        read_os_words(text, "x")
    assert "\n" not in str(caught.value)


def test_a_pattern_that_is_none_is_said_in_one_line_by_the_text_that_needs_it() -> None:
    words = read_os_words(TEXT.replace("pattern = 'bottlerocket'", "pattern = '('"), "x")
    assert words.named("debian-12") == ("debian", "12"), "nothing else waits for it"
    with pytest.raises(OsWordsError, match=r"bottlerocket: .*unterminated") as caught:
        words.named("bottlerocket-1.2")
    assert "\n" not in str(caught.value)
