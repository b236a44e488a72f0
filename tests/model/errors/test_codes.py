"""AWS's own list of EC2's error codes: each is explained, or there is a reason why not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from wizard.model.knowledge import Knowledge

_TABLE = tomllib.loads(
    (Path(__file__).parents[2] / "data" / "errors" / "ec2_error_codes.toml").read_text(encoding="utf-8")
)
_CODES = _TABLE["codes"] | _TABLE["state_reasons"]
_EXPLAINED = {code: id for code, id in _CODES.items() if not id.startswith("none: ")}


def test_the_list_is_whole() -> None:
    assert len(_TABLE["codes"]) == 417
    assert len(_TABLE["state_reasons"]) == 12


def test_a_code_that_means_one_thing_is_enough(knowledge: Knowledge) -> None:
    needs = {error.id: error.needs[0] for error in knowledge.errors.book.errors if error.needs}
    for code, id in _EXPLAINED.items():
        text = f"An error occurred ({code}) when calling the RunInstances operation: something about an EC2 instance"
        found = knowledge.errors.read(f"{text} {needs[id]}" if id in needs else text)
        assert found is not None, code
        assert found.error == id, code


@pytest.mark.no_cover
def test_another_code_is_not_guessed(knowledge: Knowledge) -> None:
    for code in _CODES.keys() - _EXPLAINED.keys():
        text = f"An error occurred ({code}) when calling the RunInstances operation: something"
        assert knowledge.errors.read(text) is None, code
        assert knowledge.errors.unrecognised(text).seen.code == code


def test_each_reason_for_none_is_given() -> None:
    reasons = {id.removeprefix("none: ") for code, id in _CODES.items() if code not in _EXPLAINED}
    assert reasons == _TABLE["none"].keys()
