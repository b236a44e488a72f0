"""A language that nobody speaks: every text longer, accented and between brackets, so that a layout shows its faults.

A text without accents was not handed to gettext; one without its closing bracket is cut off.
"""

from __future__ import annotations

import gettext
import re

_KEPT = re.compile(r"(\{[a-z][a-z0-9_.]*\}|&[^\s&]|\n)")
# A command is the same in every language; a sentence may begin with one, and ends with a full stop.
_COMMAND = re.compile(r"aws [a-z0-9-]+ [a-z0-9-]+(?: .*[^.])?", re.DOTALL)
_PLAIN = "aceginorsuyzACEGINORSUYZ"
_ACCENTED = "áçéğîñöřšüýžÁÇÉĞÎÑÖŘŠÜÝŽ"
_LONGER = 0.35
# A letter that runs from right to left before the Latin ones, by which Qt lays out a text.
_MARK = "\N{HEBREW LETTER ALEF}"


class Pseudo(gettext.NullTranslations):
    """Translates by rule; placeholders and the letters for Alt stay."""

    _letters = str.maketrans(_PLAIN, _ACCENTED)

    def gettext(self, message: str) -> str:
        """The text as this language has it; no text stays none."""
        if not message.strip() or _COMMAND.fullmatch(message):
            return message
        parts = _KEPT.split(message)
        said = "".join(part if _KEPT.fullmatch(part) else part.translate(self._letters) for part in parts)
        return f"{_MARK}[{said}{' ~' * round(len(message) * _LONGER / 2)}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """As English has it, one or many."""
        return self.gettext(msgid1 if n == 1 else msgid2)
