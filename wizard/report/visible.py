"""Makes every character of a foreign text visible, so that none can hide or turn the text around."""

from __future__ import annotations

import re
import unicodedata

from wizard.model.message import clipped

_LONGEST = 1200

# Control and format characters (bidi marks and zero-width ones among them), surrogates, private use,
# line and paragraph separators.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_SUSPECT = re.compile(r"[^ -~]+")


def visible(text: str, longest: int = _LONGEST) -> str:
    """The text on one line, clipped, with hidden characters as code points such as U+202E."""
    return _SUSPECT.sub(_shown, unicodedata.normalize("NFC", clipped(text, longest)))


def _shown(run: re.Match[str]) -> str:
    return "".join(code_point(c) if unicodedata.category(c) in _HIDDEN else c for c in run[0])


def code_point(character: str) -> str:
    """How a character is named that can't be shown: U+1F600, with at least four digits."""
    return f"U+{ord(character):04X}"
