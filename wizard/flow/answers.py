"""Answers as text: what an .amiwizard file holds."""

from __future__ import annotations

import json

from wizard.flow.answer_error import AnswerError
from wizard.flow.effective_answers import question_named
from wizard.flow.json_text import NotJson, read_json
from wizard.flow.kind import Value, quoted
from wizard.flow.question import Answers
from wizard.model.message import Message

SCHEMA = 1


class AnswersError(AnswerError):
    """The text holds no answers; place names the file and, where it is one answer's fault, its question."""


def read_answers(text: str, name: str) -> dict[str, Value]:
    """The answers in a text, each of a shape that its question can take.

    name: the file's name, for messages. Raises AnswersError. Whether an answer is in the
    catalogue is for `needs_of` or `Walk.resumed` to say.
    """
    try:
        document = read_json(text)
    except NotJson as problem:
        said = Message("{problem}; expected an answers file", {"problem": problem.message})
        raise AnswersError(name, said) from None
    if not isinstance(document, dict):
        raise AnswersError(name, Message("{given}; expected schema and answers", {"given": quoted(document)}))
    schema = document.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        # What else stands in it is that program's business.
        newer = Message("{given}; a newer AMI Wizard wrote it. Open it with that one", {"given": schema})
        raise AnswersError(f"{name}: schema", newer)
    if strange := document.keys() - {"schema", "answers"}:
        raise AnswersError(
            f"{name}: {quoted(min(strange))}", Message("there is no such key; expected schema and answers")
        )
    if isinstance(schema, bool) or schema != SCHEMA:
        given = {"given": quoted(schema), "expected": SCHEMA}
        raise AnswersError(f"{name}: schema", Message("{given}; expected {expected}", given))
    answers = document.get("answers")
    if not isinstance(answers, dict):
        raise AnswersError(
            f"{name}: answers",
            Message("{given}; expected an answer for each question", {"given": quoted(answers)}),
        )
    try:
        for id, value in answers.items():
            question_named(id).check_shape(value)
    except AnswerError as problem:
        raise AnswersError(f"{name}: {problem.place}", problem.message) from None
    return answers


def write_answers(answers: Answers) -> str:
    """The text of an answers file; `read_answers` gives the same answers back."""
    text = json.dumps({"schema": SCHEMA, "answers": dict(answers)}, ensure_ascii=False, indent=2) + "\n"
    # A lone surrogate, which JSON may hold, has no UTF-8; its escape has.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
