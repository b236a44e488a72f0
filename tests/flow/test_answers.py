from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.flow.examples import some_answers
from wizard.flow.answers import AnswersError, read_answers, write_answers
from wizard.flow.kind import Value
from wizard.model.message import ENGLISH

REFUSED = [
    ("", "x.amiwizard: not JSON; expected an answers file"),
    ('{"schema": 1,\n "answers": {', "x.amiwizard: not JSON at line 2; expected an answers file"),
    ("[1]", "x.amiwizard: [1]; expected schema and answers"),
    ("null", "x.amiwizard: null; expected schema and answers"),
    ('{"schema": 1, "answers": {}, "Answers": 0}', "x.amiwizard: 'Answers': there is no such key"),
    ('{"answers": {}}', "x.amiwizard: schema: null; expected 1"),
    ('{"schema": 0, "answers": {}}', "x.amiwizard: schema: 0; expected 1"),
    (
        '{"schema": 2, "answers": {}, "of a newer version": 1}',
        "x.amiwizard: schema: 2; a newer AMI Wizard wrote it. Open it with that one",
    ),
    ('{"schema": true, "answers": {}}', "x.amiwizard: schema: true; expected 1"),
    ('{"schema": 1}', "x.amiwizard: answers: null; expected an answer for each question"),
    ('{"schema": 1, "answers": []}', "x.amiwizard: answers: []; expected"),
    ('{"schema": 1, "answers": {"cpus": 4}}', "x.amiwizard: 'cpus': no such question; the nearest is vcpus"),
    ('{"schema": 1, "answers": {"gpu": "4"}}', "x.amiwizard: gpu: '4' does not fit; expected a whole number"),
    (
        '{"schema": 1, "answers": {"gpu": 1, "gpu": 2}}',
        "x.amiwizard: 'gpu' is given twice; expected an answers file",
    ),
    ('{"schema": 1, "answers": {"gpu": NaN}}', "x.amiwizard: NaN is no number; expected"),
    ('{"schema": 1, "answers": {"gpu": 1e999}}', "x.amiwizard: 1e999 is no number"),
    ('{"schema": 1, "answers": {"gpu": ' + "9" * 5000 + "}}", "x.amiwizard: a value in it cannot be read"),
    ("[" * 100_000, "x.amiwizard: a value in it cannot be read"),
]


@pytest.mark.parametrize(("text", "said"), REFUSED, ids=range(len(REFUSED)))
def test_a_broken_file_is_told_in_one_line(text: str, said: str) -> None:
    with pytest.raises(AnswersError) as caught:
        read_answers(text, "x.amiwizard")
    assert str(caught.value).startswith(said)
    assert "\n" not in caught.value.line(ENGLISH)


def test_a_number_with_decimals_is_read() -> None:
    assert read_answers('{"schema": 1, "answers": {"network-gbps": 12.5}}', "x") == {"network-gbps": 12.5}


def test_the_file_is_text_to_read() -> None:
    assert (
        write_answers({"os": "ubuntu"}) == '{\n  "schema": 1,\n  "answers": {\n    "os": "ubuntu"\n  }\n}\n'
    )
    assert "Größe 💾" in write_answers({"image": {"Name": "Größe 💾"}})


@given(some_answers())
def test_what_is_written_is_read_again(answers: dict[str, Value]) -> None:
    text = write_answers(answers)
    text.encode("utf-8")
    assert read_answers(text, "x") == answers


def test_half_a_character_survives() -> None:
    answers: dict[str, Value] = {"image": {"Name": "\ud800"}}
    assert read_answers(write_answers(answers).encode().decode(), "x") == answers


@st.composite
def cut_files(draw: st.DrawFn) -> str:
    text = write_answers(draw(some_answers()))
    return text[: draw(st.integers(0, len(text)))]


@given(st.text() | cut_files())
def test_any_text_is_answers_or_a_line(text: str) -> None:
    try:
        answers = read_answers(text, "x")
    except AnswersError as problem:
        line = str(problem)
        assert line.startswith("x: ")
    else:
        assert json.loads(text)["answers"] == answers
