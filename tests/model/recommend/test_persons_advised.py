"""A hundred more persons, each judged by what an expert wants of the advice itself: no process, no report.

`persons_advised.json` says who asks, with which answers, what the advice must hold, and why. Those that are
judged by what the command line prints are in `tests.cli.test_persons`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest

from wizard.flow.interpret import needs_of
from wizard.model.ec2.finding import Outcome
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.advise import advise
from wizard.model.recommend.recommendation import ImageProfile, Recommendation

FILE = Path(__file__).parents[2] / "data" / "persons_advised.json"
PERSONS: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
WANTS = {
    *("first", "outcome", "row", "no_works", "none", "count", "boot", "virtualization", "ena", "tpm"),
    *("says", "says_not", "anywhere", "relax"),
}


def words(message: Message) -> str:
    return message.render(NullTranslations())


def image_of(profile: ImageProfile | None) -> dict[str, object]:
    if profile is None:
        return {}
    return {
        "boot": profile.boot_mode.value,
        "virtualization": profile.virtualization_type.value,
        "ena": profile.ena,
        "tpm": profile.tpm,
    }


def of_the_first(want: Mapping[str, Any], advice: Recommendation) -> Iterator[str]:
    """What the first type lacks."""
    first, *_ = advice.ranked
    if not re.fullmatch(want.get("first", ".*"), first.instance_type.name):
        yield f"first is {first.instance_type.name}"
    if first.outcome.value != want.get("outcome", "works"):
        yield f"it {first.outcome.value}"
    why = words(first.why)
    yield from (f"its row: {why}" for part in want.get("row", ()) if part not in why)


def lacks(want: Mapping[str, Any], advice: Recommendation) -> Iterator[str]:
    if bool(advice.ranked) is want.get("none", False):
        yield f"{len(advice.ranked)} types fit"
    elif advice.ranked:
        yield from of_the_first(want, advice)
    if len(advice.ranked) != want.get("count", len(advice.ranked)):
        yield f"{len(advice.ranked)} types fit"
    if want.get("no_works") and any(entry.outcome is Outcome.WORKS for entry in advice.ranked):
        yield "a row says that it works"
    image = image_of(advice.decision)
    yield from (f"{part} is {image[part]}" for part in image if image[part] != want.get(part, image[part]))
    said = words(advice.summary)
    yield from (f"not said: {part}" for part in want.get("says", ()) if part not in said)
    yield from (f"said: {part}" for part in want.get("says_not", ()) if part in said)
    everything = "\n".join([said, *map(words, (r.text for r in advice.relax)), *left_out(advice)])
    yield from (f"said nowhere: {part}" for part in want.get("anywhere", ()) if part not in everything)
    answers = {answer for way in advice.relax for answer in way.answer.split("+")}
    yield from (f"no way out by {answer}" for answer in want.get("relax", ()) if answer not in answers)


def left_out(advice: Recommendation) -> list[str]:
    return [words(exclusion.text) for exclusion in advice.excluded]


@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person["id"])
def test_gets_the_advice_of_an_expert(knowledge: Knowledge, person: dict[str, Any]) -> None:
    advice = advise(knowledge, needs_of(person["answers"], knowledge))
    assert list(lacks(person["want"], advice)) == []


def test_are_many_and_each_has_a_reason() -> None:
    assert len({person["id"] for person in PERSONS}) == len(PERSONS) > 80
    assert all(person["who"] and person["why"] and person["want"] for person in PERSONS)
    assert all(person["want"].keys() <= WANTS for person in PERSONS)
