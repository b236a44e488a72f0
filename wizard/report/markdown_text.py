"""Texts that Markdown reads letter by letter."""

from __future__ import annotations

import re

_MARKUP = re.compile(
    r"[\\`*\[\]<>~|&$]"  # anywhere
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis, but not the middle of x86_64
    r"|^[-+#=]"  # what makes a line a heading, a rule or a list item
    r"|:(?=//)|(?<=www)\."  # what GitHub makes a link
)
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Every character escaped that could be read as markup where it stands; the text is one line."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))
