"""HCL, as Packer and Terraform write it, as plain values with their variables filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.formats.templates.place import NotATemplate
from wizard.model.message import Message, in_line

_LONGEST = 2 * 2**20
_DEEPEST = 12
_WHOLE = re.compile(r"\$\{\s*([^{}]+?)\s*\}")
_NAME = re.compile(r"(var|local)\.([\w-]+)((?:\.[\w-]+|\[[^\[\]]+\])*)")
_STEP = re.compile(r"\.([\w-]+)|\[([^\[\]]+)\]")
_LOOKUP = re.compile(r"lookup\(\s*([^,()]+?)\s*,\s*([^,()]+?)\s*(?:,\s*([^,()]+?)\s*)?\)")
_CALL = re.compile(r"(coalesce|env)\(\s*(.*?)\s*\)")
_ARGUMENT = re.compile(r'\s*("[^"]*"|[\w.\[\]-]+(?:\("[^"]*"\))?)\s*(?:,|$)')
_CHOICE = re.compile(r"([^?]+?)\s*([=!]=)\s*([^?]+?)\s*\?\s*([^:]+?)\s*:\s*(.+)")

Block = Mapping[str, Any]


class Hcl:
    """One file's blocks."""

    def __init__(self, text: str, root: Block | None = None) -> None:
        """root: what the text says, where it is JSON. Raises NotATemplate for a damaged text."""
        self._text = text
        self._root = _parsed(text) if root is None else root
        self._variables: dict[str, Any] = {}
        self._locals: dict[str, Any] = {}
        for name, block in self._labelled("variable", 1):
            if "default" in block:
                self._variables[name[0]] = block["default"]
        for block in _list(self._root.get("variables")):
            self._variables.update(block)
        for block in _list(self._root.get("locals")):
            self._locals.update(block)
        for name, block in (*self._labelled("local", 1),):
            self._locals[name[0]] = block.get("expression")

    def blocks(self, kind: str) -> Iterator[tuple[str, str, Block, int]]:
        """Blocks of two labels, such as source "amazon-ebs" "web": labels, body, and line."""
        for (first, second), body in self._labelled(kind, 2):
            yield first, second, body, self._line(kind, first, second)

    def inner_blocks(self, outer: str, kind: str) -> Iterator[tuple[str, Block, int]]:
        """Blocks of one label within others, such as source "amazon-ebs.web" in build: label, body, line."""
        for block in _list(self._root.get(outer)):
            for each in _list(block.get(kind)):
                for (label,), body in _unfolded(each, 1, ()):
                    yield label, body, self._line(kind, label)

    def value(self, value: Any, level: int = 0) -> Any:
        """A value with variables and locals filled in; an expression that stays one is a text ${…}."""
        if level > _DEEPEST:
            return value
        if isinstance(value, list):
            return [self.value(each, level + 1) for each in value]
        if isinstance(value, Mapping):
            return {
                key: self.value(each, level + 1) for key, each in value.items() if not key.startswith("__")
            }
        if not isinstance(value, str):
            return value
        whole = _WHOLE.fullmatch(value)
        if whole:
            known = self._named(whole[1])
            return value if known is None else self.value(known, level + 1)
        return _WHOLE.sub(lambda found: self._within(found, level), value)

    def _within(self, found: re.Match[str], level: int) -> str:
        known = self._named(found[1])
        filled = None if known is None else self.value(known, level + 1)
        return str(filled) if isinstance(filled, str | int | float) else found[0]

    def _named(self, expression: str) -> Any:
        """What a variable, a local or a part of one is; None for any other expression."""
        if called := _CALL.fullmatch(expression):
            # What the environment sets is not in the file; without it env is an empty text.
            return "" if called[1] == "env" else self._first(_ARGUMENT.findall(called[2]))
        if choice := _CHOICE.fullmatch(expression):
            return self._chosen(choice)
        if looked := _LOOKUP.fullmatch(expression):
            table, key = self._named(looked[1]), self._key(looked[2])
            default = self._key(looked[3]) if looked[3] else None
            return table.get(key, default) if isinstance(table, Mapping) and key is not None else None
        found = _NAME.fullmatch(expression)
        if not found:
            return None
        held = (self._variables if found[1] == "var" else self._locals).get(found[2])
        for name, index in _STEP.findall(found[3]):
            key = name or self._key(index)
            if isinstance(held, list) and isinstance(key, str) and key.isdigit() and int(key) < len(held):
                held = held[int(key)]
            else:
                held = held.get(key) if isinstance(held, Mapping) else None
        return held

    def _first(self, arguments: list[str]) -> str | None:
        """The first argument that is not empty; None if one before it is not known."""
        known = (self._key(argument) for argument in arguments)
        return next((value for value in known if value != ""), None)

    def _chosen(self, choice: re.Match[str]) -> str | None:
        """One of two, by whether two values are equal."""
        left, right = self._key(choice[1]), self._key(choice[3])
        if left is None or right is None:
            return None
        return self._key(choice[4] if (left == right) is (choice[2] == "==") else choice[5])

    def _key(self, expression: str) -> str | None:
        """A key that is written out, or that a variable holds."""
        if re.fullmatch(r'"[^"$]*"|\d+', expression):
            return expression.strip('"')
        known = self.value(f"${{{expression}}}", 1)
        return known if isinstance(known, str) and "${" not in known else None

    def _labelled(self, kind: str, labels: int) -> Iterator[tuple[tuple[str, ...], Block]]:
        for block in _list(self._root.get(kind)):
            yield from _unfolded(block, labels, ())

    def _line(self, kind: str, *labels: str) -> int:
        pattern = rf"^[ \t]*{kind}" + "".join(rf'[ \t]+"{re.escape(label)}"' for label in labels)
        found = re.search(pattern, self._text, re.MULTILINE)
        return self._text.count("\n", 0, found.start()) + 1 if found else 1


def _parsed(text: str) -> Block:
    import logging

    # A grammar that takes 0.2 s to load; only a template has to wait for it.
    import hcl2
    from hcl2 import SerializationOptions

    if len(text) > _LONGEST:
        raise NotATemplate(Message("too large for a template"))
    logging.getLogger("lark").setLevel(
        logging.CRITICAL
    )  # where its cache cannot be written, it works without
    options = SerializationOptions(with_comments=False, strip_string_quotes=True)
    try:
        found: Block = hcl2.loads(text if text.endswith("\n") else f"{text}\n", serialization_options=options)
    except RecursionError:
        raise NotATemplate(Message("nested too deeply")) from None
    except Exception as problem:  # noqa: BLE001  # the parser raises lark's and its own, of many kinds
        line = getattr(problem, "line", None)
        said = Message("no valid HCL")
        raise NotATemplate(in_line(line, said) if isinstance(line, int) and line > 0 else said) from None
    return found


def _unfolded(block: Any, labels: int, names: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Block]]:
    if labels == 0:
        yield from ((names, each) for each in _list(block))
        return
    for each in _list(block):
        for name, inner in each.items():
            if not name.startswith("__"):
                yield from _unfolded(inner, labels - 1, (*names, name))


def _list(value: Any) -> list[Block]:
    members = value if isinstance(value, list) else [value]
    return [each for each in members if isinstance(each, Mapping)]
