"""`ami-wizard check --batch`: many questions, one JSON line each, answered in order as they come."""

from __future__ import annotations

import contextlib
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from wizard.cli.console import STANDARD_INPUT, Refusal, standard_input, the_knowledge
from wizard.flow.answer_error import AnswerError, unknown_word
from wizard.flow.json_text import NotJson, read_json
from wizard.flow.launch import verdict_on
from wizard.formats.image_text import image_given
from wizard.model.cause import cause_of, quoted
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, MessageError, Translations, in_line
from wizard.model.spelling import nearest
from wizard.report.as_json.to_json import verdict_json

_LONGEST_LINE = 16 * 2**20
_KEYS = frozenset({"image", "instance_type", "os", "region", "options"})


def check_batch(source: str, translations: Translations) -> int:
    """Answer each line. 2 if one could not be read, else 1 if a launch cannot be used, else 0."""
    status = 0
    with _opened(source) as file:
        knowledge = the_knowledge()
        for number, line in _lines(file):
            answer, worst = _answer(number, line, knowledge, translations)
            print(json.dumps(answer, ensure_ascii=False), flush=True)
            status = max(status, worst)
    return status


def _opened(source: str) -> contextlib.AbstractContextManager[BinaryIO]:
    if source == STANDARD_INPUT:
        return contextlib.nullcontext(standard_input())
    try:
        return Path(source).open("rb")
    except (OSError, ValueError) as problem:
        values = {"file": Message(quoted(source)), "cause": cause_of(problem)}
        raise Refusal(Message("{file}: not read: {cause}; expected a file of JSON Lines", values)) from None


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Every line that is not blank, with its number; of one without end, as much as shows that it is too long."""
    for number in itertools.count(1):
        if not (line := file.readline(_LONGEST_LINE + 1)):
            return
        if len(line) > _LONGEST_LINE:
            yield number, line
            while (rest := file.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
        elif line.strip():
            yield number, line


def _answer(
    number: int, line: bytes, knowledge: Knowledge, translations: Translations
) -> tuple[dict[str, Any], int]:
    """The verdict, or what is wrong with the line, and the exit status that it asks for."""
    id = None
    try:
        record = _record(number, line)
        id = record.get("id")
        _no_slip(record)
        image_record = record.get("image")
        if not isinstance(image_record, dict):
            raise AnswerError("image", Message("expected one image in DescribeImages' JSON"))
        image = image_given(image_record, "image")
        name, verdict = verdict_on(record, image, knowledge)
    except AnswerError as problem:
        return {"id": id, "error": problem.line(translations)}, 2
    except MessageError as problem:
        return {"id": id, "error": problem.message.render(translations)}, 2
    status = 0 if verdict.outcome.usable else 1
    return {"id": id, **verdict_json(verdict, image, name, translations)}, status


def _no_slip(record: dict[str, Any]) -> None:
    """A key that is none of a question's may be the caller's own. Raises AnswerError for a likely slip of one."""
    for key in record.keys() - _KEYS:
        meant = nearest(key, _KEYS - record.keys())
        if meant is not None:
            raise AnswerError("question", unknown_word(key, sorted(_KEYS)))


def _record(number: int, line: bytes) -> dict[str, Any]:
    """The question of a line, which has this number. Raises MessageError."""
    if len(line) > _LONGEST_LINE:
        said = Message("too long; expected at most {largest} bytes", {"largest": _LONGEST_LINE})
        raise MessageError(in_line(number, said))
    try:
        record = read_json(line.decode("utf-8-sig").strip())
    except UnicodeDecodeError:
        said = Message("not UTF-8; expected one question as a JSON object")
        raise MessageError(in_line(number, said)) from None
    except NotJson as problem:
        said = Message("{problem}; expected one question as a JSON object", {"problem": problem.message})
        raise MessageError(in_line(number, said)) from None
    if not isinstance(record, dict):
        raise MessageError(in_line(number, Message("not an object; expected one question as a JSON object")))
    return record
