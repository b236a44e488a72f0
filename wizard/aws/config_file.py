"""Reads the INI files that the AWS tools share, and says where one is broken."""

from __future__ import annotations

import configparser
from collections.abc import Mapping
from pathlib import Path

from wizard.model.account.problem import Kind, Problem
from wizard.model.cause import cause_of
from wizard.model.message import Message

Section = Mapping[str, str]


def read_sections(path: Path, problems: list[Problem]) -> dict[str, Section]:
    """The sections of a file, by title; none if there is no such file, or if it is broken.

    What is wrong with it is added to `problems`.
    """
    parser = configparser.RawConfigParser(default_section="")
    try:
        with path.open(encoding="utf-8") as file:
            parser.read_file(file)
    except FileNotFoundError:
        return {}
    except (configparser.Error, OSError, UnicodeDecodeError) as problem:
        problems.append(_broken_file(path, problem))
        return {}
    return {section: dict(parser.items(section)) for section in parser.sections()}


def _broken_file(path: Path, problem: Exception) -> Problem:
    values: dict[str, object] = {"file": path}
    match problem:
        case configparser.MissingSectionHeaderError():
            cause = Message("Line {line} stands before any section.", {"line": problem.lineno})
        case configparser.ParsingError():
            cause = Message("Line {line} is not of the form key = value.", {"line": problem.errors[0][0]})
        case configparser.DuplicateSectionError():
            cause = Message(
                "Section {section} comes twice, again on line {line}.",
                {"section": f"[{problem.section}]", "line": problem.lineno},
            )
        case configparser.DuplicateOptionError():
            cause = Message(
                "Key {key} comes twice in section {section}, again on line {line}.",
                {"key": problem.option, "section": f"[{problem.section}]", "line": problem.lineno},
            )
        case UnicodeDecodeError():
            cause = Message("Byte {place} is not UTF-8.", {"place": problem.start})
        case OSError():
            cause = Message("{cause}.", {"cause": cause_of(problem)})
        case _:
            cause = Message("{cause}.", {"cause": type(problem).__name__})
    return Problem(
        Kind.CONFIG,
        Message("The file {file} cannot be read.", values),
        cause,
        Message("Correct the file in an editor; it is read again by itself."),
    )
