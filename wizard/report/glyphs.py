"""Which characters the fonts of the report can draw, and what stands for the others."""

from __future__ import annotations

import re
from pathlib import Path

from wizard.report.visible import code_point


class Glyphs:
    """The characters that every style of the report can draw.

    The table is a text file: one range a line, `FIRST LAST` in hexadecimal, inclusive; # begins a
    comment. A character outside it would stop a PDF/UA export.
    """

    def __init__(self, ranges: list[tuple[int, int]]) -> None:
        known = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)
        self._foreign = re.compile(f"[^{known}]+")

    @classmethod
    def read(cls, path: Path) -> Glyphs:
        """The table in a file."""
        lines = (line.partition("#")[0].split() for line in path.read_text(encoding="utf-8").splitlines())
        return cls([(int(words[0], 16), int(words[-1], 16)) for words in lines if words])

    def drawable(self, text: str) -> str:
        """The text with code points such as U+1F600 in place of what can't be drawn."""
        return self._foreign.sub(lambda run: " ".join(map(code_point, run[0])), text)
