"""Builds resources/report/glyphs.txt: the characters that every style of the PDF report can draw.

    python packaging/build_glyphs.py

It asks typst itself, by exporting PDF/UA-1, which refuses a text that no font of the program can
draw. To be run again when typst's version changes; the tests tell when.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import typst

TABLE = Path(__file__).parent.parent / "resources" / "report" / "glyphs.txt"

# Scripts whose letters stand for themselves, whatever their neighbours; no invisible fillers.
BLOCKS = ((0x20, 0x6FF), (0x1E00, 0x27FF), (0x2900, 0x2BFF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD))

STYLES = """
#set document(title: [x])
#set text(lang: "en", font: "Libertinus Serif")
#let t = "{text}"
#t

#emph(t)

#text(weight: 600, t)

#text(weight: 600, style: "italic", t)

#text(font: "DejaVu Sans Mono", t)

#text(font: "DejaVu Sans Mono", weight: 600, t)
"""


def drawn(compiler: typst.Compiler, points: list[int]) -> bool:
    """True if every style can draw all these characters."""
    text = " ".join(f"\\u{{{point:x}}}" for point in points)
    try:
        compiler.compile(STYLES.replace("{text}", text).encode(), format="pdf", pdf_standards="ua-1")
    except typst.TypstError as problem:
        if "could not be displayed" not in problem.message:
            raise
        return False
    return True


def drawable(compiler: typst.Compiler, points: list[int]) -> list[int]:
    """Those of the characters that can be drawn, by halving what cannot."""
    if not points or drawn(compiler, points):
        return points
    half = len(points) // 2
    return drawable(compiler, points[:half]) + drawable(compiler, points[half:]) if half else []


def candidates() -> Iterator[int]:
    """All but control and format characters, combining marks, and line or paragraph separators."""
    for first, last in BLOCKS:
        for point in range(first, last + 1):
            category = unicodedata.category(chr(point))
            if category[0] not in "CM" and category not in ("Zl", "Zp"):
                yield point


def ranges(points: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbours."""
    start = points[0]
    for point, following in zip(points, [*points[1:], -1], strict=True):
        if following != point + 1:
            yield start, point
            start = following


def main() -> None:
    """Write the table."""
    compiler = typst.Compiler(b"", ignore_system_fonts=True)
    points = list(candidates())
    found = [p for at in range(0, len(points), 64) for p in drawable(compiler, points[at : at + 64])]
    lines = [f"{first:04X}" if first == last else f"{first:04X} {last:04X}" for first, last in ranges(found)]
    head = "# Characters that the report can draw; made by packaging/build_glyphs.py\n"
    TABLE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
