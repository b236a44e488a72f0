"""Words of the field, each in a sentence: read from the resources when somebody asks for one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from wizard.model.ec2.finding import Source
from wizard.model.frozen import frozen
from wizard.model.message import Message


class TermsError(ValueError):
    """The file is damaged; one line names the place."""


@frozen
class Term:
    """name: the word; text: what it is; command: what shows it of one's own image or type."""

    name: Message
    text: Message
    command: str
    source: Source


def read_terms(text: str, file: str, sources: Mapping[str, Source]) -> dict[str, Term]:
    """The terms by their ids, in the order of the file. Raises TermsError."""
    try:
        tables = tomllib.loads(text)["term"]
        return {
            id: Term(Message(each["name"]), Message(each["text"]), each["command"], sources[each["source"]])
            for id, each in tables.items()
        }
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as problem:
        raise TermsError(f"{file}: {type(problem).__name__}: {problem}") from None
