"""The report as PDF and as page images. typst sets it; the layout is resources/report/report.typ."""

from __future__ import annotations

import dataclasses
import datetime
import json
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wizard.report.document import Report
from wizard.report.glyphs import Glyphs

if TYPE_CHECKING:
    import typst

_PIXELS_PER_INCH = 96
_STANDARD = "ua-1"


def render_pdf(report: Report, resources: Path) -> bytes:
    """A tagged PDF/UA-1. The same report gives the same bytes on every machine and day.

    resources: the folder that holds report/ and icons/.
    """
    midnight = datetime.datetime.combine(report.created, datetime.time(), datetime.UTC)
    compiler = _compiler(report, resources)
    (pdf,) = _pages(compiler.compile(format="pdf", pdf_standards=_STANDARD, timestamp=midnight))
    return pdf


def render_pages(report: Report, resources: Path, scale: float = 1) -> list[bytes]:
    """The pages that render_pdf prints, as PNG. scale 1: 96 pixels an inch."""
    return _pages(_compiler(report, resources).compile(format="png", ppi=_PIXELS_PER_INCH * scale))


def _pages(output: bytes | list[bytes] | None) -> list[bytes]:
    """typst gives one page as bytes and several as a list."""
    return [output] if isinstance(output, bytes) else output or []


def _compiler(report: Report, resources: Path) -> typst.Compiler:
    """Fonts come from typst alone, never from the system, so that every machine sets the same page."""
    import typst

    layout = resources / "report"
    data = _Data(Glyphs.read(layout / "glyphs.txt")).of(report)
    return typst.Compiler(
        layout / "report.typ",
        root=resources,
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(data)},
    )


class _Data:
    """Turns the report into JSON values for the template; each record tells its kind."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs

    def of(self, value: Any) -> Any:
        match value:
            case Enum():
                return value.value
            case str():
                return self._glyphs.drawable(value)
            case tuple():
                return [self.of(item) for item in value]
            case datetime.date():
                return value.isoformat()
        if dataclasses.is_dataclass(value):
            fields = {field.name: self.of(getattr(value, field.name)) for field in dataclasses.fields(value)}
            return {"kind": type(value).__name__.lower(), **fields}
        return value
