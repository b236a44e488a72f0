"""The report as PDF and as page images. typst sets it; the layout is resources/report/report.typ."""

from __future__ import annotations

import datetime
import json
import re
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wizard.model.frozen import is_record, values_of
from wizard.model.message import clipped
from wizard.report.document import Report, Table
from wizard.report.glyphs import Glyphs

if TYPE_CHECKING:
    import typst

_PIXELS_PER_INCH = 96
# After how many documents typst drops what none of them needed.
_REMEMBERED = 10

# A row is never split, so it has to stay shorter than a page.
_LONGEST_CELL = 400
_LONGEST_TEXT = 1200
_KEPT = frozenset({"lines", "url"})
# A line may end behind a slash or a hyphen as it is.
_LONG_WORD = re.compile(r"[^\s/-]{24}(?=[^\s/-])")
_BREAKABLE = "\\g<0>\u200b"


def render_pdf(report: Report, resources: Path) -> bytes:
    """A tagged PDF/UA-1. The same report gives the same bytes on every machine and day.

    resources: the folder that holds report/ and icons/.
    """
    midnight = datetime.datetime.combine(report.created, datetime.time(), datetime.UTC)
    (pdf,) = _set(report, resources, format="pdf", pdf_standards="ua-1", timestamp=midnight)
    return pdf


def render_pages(report: Report, resources: Path, scale: float = 1) -> list[bytes]:
    """The pages that render_pdf prints, as PNG. scale 1: 96 pixels an inch."""
    return _set(report, resources, format="png", ppi=_PIXELS_PER_INCH * scale)


def _set(report: Report, resources: Path, **options: Any) -> list[bytes]:
    """Fonts come from typst alone, never from the system, so that every machine sets the same page."""
    import typst

    layout = resources / "report"
    data = json.dumps(_Data(Glyphs.read(layout / "glyphs.txt")).of(report))
    compiler = typst.Compiler(root=resources, ignore_system_fonts=True, sys_inputs={"report": data})
    if _Last.set not in (None, hash(data)):
        _forget(compiler)
    _Last.set = hash(data)
    output = compiler.compile(input=layout / "report.typ", **options)
    # One page comes as bytes, several as a list.
    return [output] if isinstance(output, bytes) else output or []


class _Last:
    """Which report was set last in this process, None before the first: typst remembers how it was set."""

    set: int | None = None


def _forget(compiler: typst.Compiler) -> None:
    """Have typst drop what it keeps of the last report, of no use for another: ten of them would be 60 MB and more.

    It has no call for that, and drops what none of the last documents needed.
    """
    for _ in range(_REMEMBERED):
        compiler.compile(input=b"", format="svg")


class _Data:
    """Turns the report into JSON values for the template; each record tells its kind."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs

    def of(self, value: Any, longest: int | None = None) -> Any:
        """longest: where texts are clipped; None where they must be kept letter by letter."""
        match value:
            case Enum():
                return value.value
            case str():
                return self._text(value, longest)
            case tuple():
                return [self.of(item, longest) for item in value]
            case datetime.date():
                return value.isoformat()
        if is_record(type(value)):
            return {"kind": type(value).__name__.lower(), **self._fields(value)}
        return value

    def _text(self, text: str, longest: int | None) -> str:
        if longest is None:
            return self._glyphs.drawable(text)
        # Clipped again, because a code point is longer than the character that it stands for.
        drawable = clipped(self._glyphs.drawable(clipped(text, longest)), longest)
        return _LONG_WORD.sub(_BREAKABLE, drawable)

    def _fields(self, record: Any) -> dict[str, Any]:
        longest = _LONGEST_CELL if isinstance(record, Table) else _LONGEST_TEXT
        return {
            name: self.of(value, None if name in _KEPT else longest)
            for name, value in values_of(record).items()
        }
