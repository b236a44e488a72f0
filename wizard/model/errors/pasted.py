"""What somebody pasted, without what terminals, logs, pages and tools put around the words."""

from __future__ import annotations

import html
import re
from functools import cached_property

from wizard.model.frozen import frozen

_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_UNICODE = re.compile(r"\\{1,8}u([0-9a-fA-F]{4})")
_WHITE = re.compile(r"\\{1,8}[nrt]")
_ESCAPED_MARK = re.compile(r"\\{1,8}(?=[\"'])")
# The tags of pages and of EC2's own XML that stand around its words; others may be part of a value.
_INLINE_TAG = re.compile(r"</?(?:a|code|em|span|strong|tt)(?:\s[^<>]{0,300})?>|\*\*")
_TAG = re.compile(
    r"</?(?:br|dd|div|dt|h\d|li|p|pre|td|th|tr|Code|Error|Errors|Message|RequestID|Response)(?:[\s/][^<>]{0,300})?>"
)
# Marks of a quoted mail, the frame that Terraform draws, the time that a build server writes.
_MARGIN = re.compile(
    r"^(?:[ \t]*#+[ \t]|[ \t]*[>|\u2502\u2503\u2577\u2575]+|[ \t]*\[?\d{4}-\d\d-\d\dT[\d:.,]+Z?\]?[ \t])+",
    re.MULTILINE,
)
_BUILDER = re.compile(r"^[ \t]*==> ([\w.-]+):", re.MULTILINE)
# Typographic and straight quotation marks, of several languages.
_PLAIN = str.maketrans(
    dict.fromkeys('\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\u00b4\u2032"`', "'")
    | dict.fromkeys("\u2502\\", " ")
)


@frozen
class Pasted:
    """A text that is ready to be searched.

    words: without quotation marks, one space between words. broken: it had several lines.
    """

    words: str
    broken: bool = False

    @cached_property
    def lowered(self) -> str:
        """The words in small letters; as many letters as before."""
        return self.words.lower()

    @cached_property
    def squeezed(self) -> Pasted:
        """Without its spaces: a terminal that breaks lines does it in the middle of words."""
        return Pasted(self.words.replace(" ", ""))


def pasted(text: str) -> Pasted:
    """What somebody pasted, ready to be searched."""
    return Pasted(bare(plain(text)), broken="\n" in text or "\\n" in text)


def bare(text: str) -> str:
    """A text without quotation marks, with one space between words."""
    # The one capital that has two small letters would move what stands behind it.
    return " ".join(text.translate(_PLAIN).replace("'", "").replace("\u0130", "I").split())


def plain(text: str) -> str:
    """One kind of quotation mark, one space between words, nothing around the lines.

    What HTML, JSON and a terminal's colours wrote in another way is read back.
    """
    text = _COLOURS.sub("", text)
    # Some pages and logs are escaped twice.
    text = _UNICODE.sub(_character, html.unescape(html.unescape(text)))
    text = _ESCAPED_MARK.sub("", _WHITE.sub("\n", text))
    text = _MARGIN.sub("", _TAG.sub(" ", _INLINE_TAG.sub("", text)))
    if builders := frozenset(_BUILDER.findall(text)):
        names = "|".join(map(re.escape, sorted(builders)))
        text = re.sub(rf"^[ \t]*(?:==>)?[ \t]*(?:{names}):", "", text, flags=re.MULTILINE)
        # What builds says whose error it is; between the lines it would part their words.
        text = f"{' '.join(sorted(builders))}: {text}"
    return re.sub("'{2,}", "'", " ".join(text.translate(_PLAIN).split()))


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code <= 0xDFFF else chr(code)
