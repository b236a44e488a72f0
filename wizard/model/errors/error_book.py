"""Reads the known errors, and refuses what must not be among them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.model.ec2.finding import Reason, Source
from wizard.model.errors.known_error import Cause, KnownError
from wizard.model.errors.nouns import NOUNS
from wizard.model.errors.service import Service
from wizard.model.errors.similar_types import SIMILAR
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.toml_text import TomlError, read_toml

_REQUIRED = frozenset({"id", "happened", "causes", "sources"})
_LISTS = ("codes", "shared_codes", "services", "says", "signs", "needs", "not_this", "examples")
_KNOWN = _REQUIRED | frozenset(_LISTS) | {"topic", "rule", "general", "yields", "wraps"}
_CAUSE = frozenset({"cause", "cure", "command", "rule", "when"})
_ABRUPT = re.compile(r"(?:^|[.?!] )\{")
_THREAD = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+)/(issues|pull|discussions)/(\d+)")
_THREAD_KINDS = {"issues": "issue", "pull": "pull request", "discussions": "discussion"}


class ErrorBookError(ValueError):
    """The known errors cannot be used; the text names file, entry, key and what was expected."""


@frozen
class ErrorBook:
    """The known errors in the order of their files, and the services that they come from."""

    errors: tuple[KnownError, ...]
    services: tuple[Service, ...]

    def get(self, id: str) -> KnownError | None:
        """The error of this id; None if there is none."""
        return next((error for error in self.errors if error.id == id), None)


def read_error_book(files: Mapping[str, str], sources: Mapping[str, Source]) -> ErrorBook:
    """Known errors from TOML texts by file name.

    "sources.toml" holds sources besides those of the rulebook, "services.toml" the services, every
    other file [[error]] tables. sources: the rulebook's, by key. Raises ErrorBookError.
    """
    rest = dict(files)
    head = _toml("sources.toml", rest.pop("sources.toml", ""))
    listed = _toml("services.toml", rest.pop("services.toml", ""))
    try:
        own = {key: Source(**table) for key, table in head.get("source", {}).items()}
        services = tuple(_read_service(table) for table in listed.get("service", []))
    except (KeyError, TypeError) as problem:
        raise ErrorBookError(f"sources.toml or services.toml: {problem}") from None
    if double := sources.keys() & own.keys():
        raise ErrorBookError(f"sources.toml: {', '.join(sorted(double))}: the rulebook has this source")
    known = dict(sources) | own
    errors: dict[str, KnownError] = {}
    for name, text in sorted(rest.items()):
        for card, topic, checked in _cards(name, text):
            try:
                error = _read_error(card, topic, _Sources(known, checked), {s.id for s in services})
                if error.id in errors:
                    raise ValueError("id: there is another entry of this id")
            except (TypeError, ValueError) as problem:
                raise ErrorBookError(f"{name}: error {card.get('id', '?')}: {problem}") from None
            errors[error.id] = error
    return ErrorBook(tuple(errors.values()), services)


def _toml(name: str, text: str) -> dict[str, Any]:
    try:
        return read_toml(text)
    except TomlError as problem:
        raise ErrorBookError(f"{name}: not TOML: {problem}") from None


def _cards(name: str, text: str) -> Iterator[tuple[Mapping[str, Any], str, datetime.date]]:
    table = _toml(name, text)
    if strange := table.keys() - {"topic", "checked", "error"}:
        raise ErrorBookError(f"{name}: {', '.join(sorted(strange))}: no such key")
    if not isinstance(table.get("checked"), datetime.date):
        raise ErrorBookError(f"{name}: checked: expected the day on which its threads were read")
    for card in table.get("error", []):
        yield card, str(table.get("topic", "")), table["checked"]


def _read_service(table: Mapping[str, Any]) -> Service:
    return Service(
        id=table["id"],
        title=table["title"],
        names=tuple(table.get("names", ())),
        operations=tuple(table.get("operations", ())),
        marks=tuple(table.get("marks", ())),
    )


@frozen
class _Sources:
    """Sources by key; a public thread is named by its address. checked: when threads were read."""

    known: Mapping[str, Source]
    checked: datetime.date

    def get(self, key: str) -> Source:
        if key in self.known:
            return self.known[key]
        if match := _THREAD.fullmatch(key):
            kind = _THREAD_KINDS[match[2]]
            return Source(f"{match[1]}, {kind} {match[3]}", key, self.checked)
        raise ValueError(f"sources: {key}: neither in sources.toml nor a thread's address")


def _read_error(card: Mapping[str, Any], topic: str, sources: _Sources, services: set[str]) -> KnownError:
    if missing := _REQUIRED - card.keys():
        raise ValueError(f"{', '.join(sorted(missing))}: expected, but missing")
    if strange := card.keys() - _KNOWN:
        raise ValueError(f"{', '.join(sorted(strange))}: no such key")
    lists = {key: tuple(card.get(key, ())) for key in _LISTS}
    if not any(lists[key] for key in ("says", "codes", "shared_codes")):
        raise ValueError("says: expected a sentence or a code")
    if unknown := set(lists["services"]) - services:
        raise ValueError(f"services: {', '.join(sorted(unknown))}: not in services.toml")
    for key in ("causes", "sources"):
        if not card[key]:
            raise ValueError(f"{key}: expected at least one")
    _check_sentence("happened", card["happened"])
    return KnownError(
        id=card["id"],
        reason=Reason(card.get("topic", topic)),
        rule=card.get("rule"),
        general=bool(card.get("general")),
        yields=bool(card.get("yields")),
        wraps=bool(card.get("wraps")),
        happened=card["happened"],
        causes=tuple(_read_cause(table) for table in card["causes"]),
        sources=tuple(map(sources.get, card["sources"])),
        **lists,
    )


def _read_cause(table: Mapping[str, Any]) -> Cause:
    if strange := table.keys() - _CAUSE:
        raise ValueError(f"causes: {', '.join(sorted(strange))}: no such key")
    for key in ("cause", "cure"):
        if key not in table:
            raise ValueError(f"causes: {key}: expected, but missing")
        _check_sentence(f"causes: {key}", table[key])
    _check_names("causes: command", table.get("command", ""))
    return Cause(**{**table, "when": tuple(table.get("when", ()))})


def _check_sentence(key: str, text: str) -> None:
    """A person reads it: a whole sentence, that no value begins, since values begin with small letters."""
    if "…" in text or not text.endswith((".", ")")):
        raise ValueError(f"{key}: expected whole sentences")
    if _ABRUPT.search(text):
        raise ValueError(f"{key}: a value begins a sentence")
    _check_names(key, text)


def _check_names(key: str, text: str) -> None:
    known = NOUNS.keys() | {f"similar.{name}" for name in SIMILAR}
    if unknown := Message(text).placeholders - known:
        raise ValueError(f"{key}: {', '.join(sorted(unknown))}: no such value")
