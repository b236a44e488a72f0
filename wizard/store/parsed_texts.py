"""What texts in TOML say, kept in the person's cache: parsing the rules takes a fifth of a call."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
from collections.abc import Callable
from importlib.util import source_hash
from pathlib import Path
from typing import Any

from wizard.model.toml_text import Table, parse
from wizard.store.folders import cache_folder, own_folder

# Those of a version of the program, with its errors, are about a hundred.
_MOST_FILES = 300
_DATE = "\0date"


def read_parsed(text: str, folder: Callable[[], Path] = lambda: cache_folder() / "parsed") -> Table:
    """The tables of a text, from the cache if they are there and whole. Raises TomlError.

    A file is found by its text, so none can be of an older one; what cannot be read or kept is parsed.
    """
    file = folder() / f"{_sum(text.encode())}.json"
    known = _kept(file)
    if known is None:
        known = parse(text)
        with contextlib.suppress(OSError, TypeError, ValueError):
            _keep(file, known)
    return known


def _kept(file: Path) -> Table | None:
    try:
        check, _, content = file.read_bytes().partition(b"\n")
        if check.decode() != _sum(content):
            return None
        found = json.loads(content, object_hook=_with_dates)
    except (OSError, TypeError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _keep(file: Path, tables: Table) -> None:
    content = json.dumps(tables, default=_told, separators=(",", ":")).encode()
    own_folder(file.parent)
    part = file.with_name(f".ami-wizard-{os.urandom(8).hex()}.part")
    try:
        part.write_bytes(_sum(content).encode() + b"\n" + content)
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    files = sorted(file.parent.glob("*.json"), key=lambda each: each.stat().st_mtime)
    for old in files[:-_MOST_FILES]:
        old.unlink()


def _sum(content: bytes) -> str:
    return source_hash(content).hex()


def _told(value: object) -> dict[str, str]:
    if type(value) is datetime.date:
        return {_DATE: value.isoformat()}
    raise TypeError(f"{value!r}: kept by no file")


def _with_dates(table: dict[str, Any]) -> Any:
    return datetime.date.fromisoformat(table[_DATE]) if _DATE in table else table
