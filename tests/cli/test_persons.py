"""Persons as different as people are ask for advice, and get what a senior EC2 engineer would say.

`persons_first.json` holds the first eighteen, `persons.json` sixty more, `persons_further.json` those that
came later: who asks, with which options or answers, what the advice must hold (`tests.cli.wants`) and why.
"""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.wants import WANTS, Advice, contradictions, lacks
from wizard.model.knowledge import Knowledge

DATA = Path(__file__).parents[1] / "data"
FIRST: list[dict[str, Any]] = json.loads((DATA / "persons_first.json").read_text())
SIXTY: list[dict[str, Any]] = json.loads((DATA / "persons.json").read_text())
FURTHER: list[dict[str, Any]] = json.loads((DATA / "persons_further.json").read_text())
PERSONS = {person["id"]: person for person in (*FIRST, *SIXTY, *FURTHER)}


def arguments(person: dict[str, Any], folder: Path) -> list[str]:
    if "recommend" in person:
        return shlex.split(person["recommend"])
    file = folder / "person.amiwizard"
    file.write_text(json.dumps({"schema": 1, "answers": person["answers"]}))
    return ["--answers", str(file)]


@pytest.mark.parametrize("person", PERSONS.values(), ids=PERSONS)
def test_gets_what_an_expert_would_say(
    run: Run, tmp_path: Path, knowledge: Knowledge, person: dict[str, Any]
) -> None:
    markdown = tmp_path / "advice.md"
    ran = run("recommend", *arguments(person, tmp_path), "--json", "--markdown", markdown)
    advice = Advice(ran, markdown.read_text() if markdown.exists() else "", knowledge.catalog)
    assert lacks(person["want"], advice) == []
    if ran.status == 0:
        assert list(contradictions(advice)) == []


def test_are_sixty_and_eighteen_with_a_reason_each() -> None:
    assert (len(FIRST), len(SIXTY)) == (18, 60)
    assert len(PERSONS) == 78 + len(FURTHER)
    assert all(person["who"] and person["why"] and person["want"] for person in (*SIXTY, *FURTHER))
    assert all(person["want"].keys() <= WANTS.keys() for person in PERSONS.values())
