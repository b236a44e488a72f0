"""YAML as plain values that know their line: CloudFormation's tags become the functions they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wizard.formats.json_texts import with_plain_spaces
from wizard.formats.templates.place import NotATemplate
from wizard.model.message import Message, in_line

_LONGEST = 4 * 2**20
_DEEPEST = 60


class Lined(dict[str, Any]):
    """An object. lines: where each of its keys stands, from 1."""

    lines: dict[str, int]

    def __init__(self) -> None:
        super().__init__()
        self.lines = {}

    def merge(self, other: Any) -> None:
        """Take what another object says, or each of a list, where this one does not say it itself."""
        for each in other if isinstance(other, list) else [other]:
            if isinstance(each, Lined):
                self.update({key: value for key, value in each.items() if key not in self})
                self.lines.update({key: n for key, n in each.lines.items() if key not in self.lines})


def read_yaml(text: str, numbers: bool = False) -> list[Any]:
    """The values of a text's YAML documents. Raises NotATemplate.

    Nothing in it is ever made into anything but texts, lists and objects, and with `numbers` whole
    numbers, which a template may well mean as texts.
    """
    if len(text) > _LONGEST:
        raise NotATemplate(Message("too large for a template"))
    try:
        return _read(text, numbers)
    except NotATemplate:
        if (spaced := with_plain_spaces(text)) == text:
            raise
    return _read(spaced, numbers)


def _read(text: str, numbers: bool) -> list[Any]:
    import yaml  # only a template has to wait for it

    kind = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        loader = kind(text)
    except UnicodeEncodeError:
        raise NotATemplate(Message("no valid YAML (half of a character stands alone)")) from None
    try:
        _measure(yaml.parse(text, Loader=kind), yaml)
        return list(_Tree(loader, yaml, numbers).values())
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        found = getattr(problem, "problem", None)
        said = Message("no valid YAML ({problem})", {"problem": found}) if found else Message("no valid YAML")
        raise NotATemplate(in_line(mark.line + 1, said) if mark else said) from None
    except RecursionError:
        raise NotATemplate(Message("nested too deeply")) from None
    finally:
        loader.dispose()


def _measure(events: Iterator[Any], yaml: Any) -> None:
    """Refuse what is nested without end, on which the library written in C would end the process."""
    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise NotATemplate(Message("nested too deeply"))


class _Tree:
    """Turns nodes into values."""

    def __init__(self, loader: Any, yaml: Any, numbers: bool) -> None:
        self._loader = loader
        self._numbers = numbers
        self._yaml = yaml
        self._left = 200_000  # aliases within aliases could be without end

    def values(self) -> Iterator[Any]:
        """Each document's."""
        while self._loader.check_node():
            yield self.value(self._loader.get_node(), 0)

    def value(self, node: Any, level: int) -> Any:
        self._left -= 1
        if level > _DEEPEST or self._left < 0:
            raise NotATemplate(Message("nested too deeply"))
        own = not node.tag.startswith("tag:")
        inner = self._plain(node, level, own)
        return _function(node.tag[1:], inner) if own else inner

    def _plain(self, node: Any, level: int, own: bool) -> Any:
        if isinstance(node, self._yaml.MappingNode):
            found = Lined()
            for key, value in node.value:
                name = str(key.value) if isinstance(key, self._yaml.ScalarNode) else ""
                inner = self.value(value, level + 1)
                if name == "<<":
                    found.merge(inner)
                    continue
                found[name] = inner
                found.lines[name] = key.start_mark.line + 1
            return found
        if isinstance(node, self._yaml.SequenceNode):
            return [self.value(each, level + 1) for each in node.value]
        if not own and node.tag.endswith((":bool", ":null")):
            return self._loader.construct_object(node)
        if self._numbers and node.tag.endswith(":int") and node.value.isdecimal():
            return int(node.value[:20])
        return node.value


def _function(tag: str, value: Any) -> dict[str, Any]:
    """!Ref and !GetAtt as the functions that they are short for."""
    if tag in ("Ref", "Condition"):
        return {tag: value}
    if tag == "GetAtt" and isinstance(value, str):
        return {"Fn::GetAtt": value.split(".", 1)}
    return {f"Fn::{tag}": value}
