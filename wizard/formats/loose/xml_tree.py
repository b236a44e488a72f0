"""XML as plain values, as far as settings and replies need it: elements within elements, and their texts."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

_LONGEST = 8 * 2**20
_DEEPEST = 60
_TEXT = ""


class NotXml(ValueError):
    """The text is no XML that is read here."""


class XmlTable(dict[str, Any]):
    """An element with others in it. lines: where each of them begins, from 1."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}


def xml_value(text: str) -> Any:
    """The value of the outermost element: a text, or a table, in which what stands there twice is a list.

    Attributes are left out. A document that declares entities is refused, so that nothing grows while it is
    read and nothing outside is asked for. Raises NotXml.
    """
    if len(text) > _LONGEST:
        raise NotXml
    # Version 1.1, which Jenkins writes, is read as 1.0: it differs in what control characters it takes.
    reader = _Reader()
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")  # whatever it says: it is text already
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, _: reader.begin(name, parser.CurrentLineNumber)
    parser.EndElementHandler = lambda _: reader.end()
    parser.CharacterDataHandler = reader.said
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(
            text.lstrip().replace("version='1.1'", "version='1.0'", 1).encode("utf-8", "replace"), True
        )
    except expat.ExpatError:
        raise NotXml from None
    return reader.value


def _refuse(*_: object) -> None:
    raise NotXml


class _Reader:
    """Builds the value while the parser goes on."""

    def __init__(self) -> None:
        self.value: Any = None
        self._open: list[tuple[str, XmlTable, int]] = []
        self._texts: list[list[str]] = []

    def begin(self, name: str, line: int) -> None:
        if len(self._open) >= _DEEPEST:
            raise NotXml
        self._open.append((name.rpartition(" ")[2], XmlTable(), line))
        self._texts.append([])

    def said(self, text: str) -> None:
        if self._texts:
            self._texts[-1].append(text)

    def end(self) -> None:
        name, table, line = self._open.pop()
        text = _TEXT.join(self._texts.pop()).strip()
        value: Any = table or text
        if not self._open:
            self.value = value
            return
        outer = self._open[-1][1]
        if name not in outer:
            outer[name] = value
            outer.lines[name] = line
        elif isinstance(outer[name], list):
            outer[name].append(value)
        else:
            outer[name] = [outer[name], value]
