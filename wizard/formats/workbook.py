"""Workbooks of Excel and LibreOffice as text: their sheets as tables, a column apart by a tab.

Only what stands in the cells is read: no formulas, no links, no macros. What a file may unpack to is limited, and
XML that declares entities is refused.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any
from xml.parsers import expat

SHEET_END = "\f"
"""Stands between two sheets."""
_LARGEST = 64 * 2**20  # of one part, unpacked
_MOST_ROWS = 200_000
_MOST_COLUMNS = 1000
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_COLUMN = re.compile(r"[A-Z]{1,3}")
_REPEATED = "number-columns-repeated"
_ROWS_REPEATED = "number-rows-repeated"


class NotAWorkbook(ValueError):
    """The bytes are no workbook, a damaged one, or one that is too large."""


def workbook_text(data: bytes) -> str:
    """The sheets one below the other. Raises NotAWorkbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            sheets = _sheets(packed)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        # Damaged, encrypted, or packed in a way that Python does not know.
        raise NotAWorkbook from None
    return SHEET_END.join(_as_text(rows) for rows in sheets)


def _sheets(packed: zipfile.ZipFile) -> list[list[list[str]]]:
    names = set(packed.namelist())
    if "content.xml" in names:
        document = _Document()
        _parse(_part(packed, "content.xml"), document.begin, document.end, document.say)
        return document.sheets
    numbered = sorted((int(found[1]), name) for name in names if (found := _SHEET.fullmatch(name)))
    if not numbered:
        raise NotAWorkbook
    texts = _Texts()
    if "xl/sharedStrings.xml" in names:
        _parse(_part(packed, "xl/sharedStrings.xml"), texts.begin, texts.end, texts.say)
    sheets = []
    for _, name in numbered:
        sheet = _Sheet(texts.found)
        _parse(_part(packed, name), sheet.begin, sheet.end, sheet.say)
        sheets.append(sheet.rows)
    return sheets


def _part(packed: zipfile.ZipFile, name: str) -> bytes:
    with packed.open(name) as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise NotAWorkbook
    return data


def _parse(
    data: bytes,
    begin: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None],
    say: Callable[[str], None],
) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, said: begin(_bare(name), {_bare(k): v for k, v in said.items()})
    parser.EndElementHandler = lambda name: end(_bare(name))
    parser.CharacterDataHandler = say
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError):  # damaged, or in an encoding that nobody knows
        raise NotAWorkbook from None


def _refuse(*_: object) -> None:
    raise NotAWorkbook


def _bare(name: str) -> str:
    return name.rpartition(" ")[2]


class _Texts:
    """The texts of a workbook of Excel, which its sheets name by number."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._open = False

    def begin(self, name: str, _: Mapping[str, str]) -> None:
        if name == "si":
            self.found.append("")
        self._open = name == "t"

    def end(self, _: str) -> None:
        self._open = False

    def say(self, text: str) -> None:
        if self._open and self.found:
            self.found[-1] += text


class _Sheet:
    """A sheet of Excel."""

    def __init__(self, texts: list[str]) -> None:
        self.rows: list[list[str]] = []
        self._texts = texts
        self._column = 0
        self._kind = ""
        self._said: list[str] = []
        self._open = False

    def begin(self, name: str, said: Mapping[str, str]) -> None:
        if name == "row":
            _fill(self.rows, _number(said.get("r"), len(self.rows) + 1) - 1)
            self.rows.append([])
            self._column = 0
        elif name == "c":
            named = _COLUMN.match(said.get("r", ""))
            self._column = _column(named[0]) if named else self._column + 1
            self._kind = said.get("t", "")
            self._said = []
        self._open = name in ("v", "t")

    def say(self, text: str) -> None:
        if self._open:
            self._said.append(text)

    def end(self, name: str) -> None:
        self._open = False
        if name != "c" or not self.rows or not 0 < self._column <= _MOST_COLUMNS:
            return
        text = "".join(self._said)
        if self._kind == "s":
            number = _number(text, -1)
            text = self._texts[number] if 0 <= number < len(self._texts) else ""
        elif self._kind == "b":
            text = {"1": "true", "0": "false"}.get(text, text)
        row = self.rows[-1]
        row += [""] * (self._column - len(row) - 1)
        row[self._column - 1 :] = [text]


class _Document:
    """The sheets of LibreOffice, all in one part."""

    def __init__(self) -> None:
        self.sheets: list[list[list[str]]] = []
        self._row: list[str] = []
        self._times = 1
        self._rows = 1
        self._said: list[str] = []
        self._cell = False

    def begin(self, name: str, said: Mapping[str, str]) -> None:
        if name == "table":
            self.sheets.append([])
        elif name == "table-row":
            self._row, self._rows = [], _number(said.get(_ROWS_REPEATED), 1)
        elif name in ("table-cell", "covered-table-cell"):
            self._said, self._cell = [], True
            self._times = _number(said.get(_REPEATED), 1)

    def say(self, text: str) -> None:
        if self._cell:
            self._said.append(text)

    def end(self, name: str) -> None:
        if name in ("table-cell", "covered-table-cell"):
            self._cell = False
            room = _MOST_COLUMNS - len(self._row)
            self._row += ["".join(self._said)] * max(0, min(self._times, room))
        elif name == "table-row" and self.sheets:
            while self._row and not self._row[-1]:
                self._row.pop()
            rows = self.sheets[-1]
            if self._row:
                # What stands there many times over is a person's table only for some of them.
                times = min(self._rows, 1000)
                _fill(rows, len(rows) + times)
                rows[-times:] = [list(self._row) for _ in range(times)]
            else:
                _fill(rows, min(len(rows) + self._rows, _MOST_ROWS))


def _fill(rows: list[list[str]], count: int) -> None:
    """Blank rows up to so many, so that each stands on the line of its number."""
    if count > _MOST_ROWS:
        raise NotAWorkbook
    rows += [[] for _ in range(count - len(rows))]


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else otherwise


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _as_text(rows: list[list[str]]) -> str:
    while rows and not rows[-1]:
        rows.pop()
    written = io.StringIO()
    writer: Any = csv.writer(written, delimiter="\t", lineterminator="\n")
    for row in rows:
        if row:
            writer.writerow([" ".join(cell.split()) for cell in row])
        else:
            written.write("\n")
    return written.getvalue()
