"""HCL, as Packer and Terraform write it, as plain values with their variables filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wizard.formats.templates.hcl_text import (
    Block,
    blocks_of,
    labelled,
    parsed,
    readable,
    unfolded,
    values_of,
)

_DEEPEST = 12
_WHOLE = re.compile(r"\$\{\s*([^{}]+?)\s*\}")
_NAME = re.compile(r"(var|local|each)\.([\w-]+)((?:\.[\w-]+|\[[^\[\]]+\])*)")
_STEP = re.compile(r"\.([\w-]+)|\[([^\[\]]+)\]")
_LOOKUP = re.compile(r"lookup\(\s*([^,()]+?)\s*,\s*([^,()]+?)\s*(?:,\s*([^,()]+?)\s*)?\)")
_CALL = re.compile(r"(coalesce|env)\(\s*(.*?)\s*\)")
_ARGUMENT = re.compile(r'\s*("[^"]*"|[\w.\[\]-]+(?:\("[^"]*"\))?)\s*(?:,|$)')
_CHOICE = re.compile(r"([^?]+?)\s*([=!]=)\s*([^?]+?)\s*\?\s*([^:]+?)\s*:\s*(.+)")

# What is looked up or made elsewhere, and stays an expression.
_SOURCE = re.compile(r"(?:data|module|aws_\w+)\.")
_NULL = "\0"
_MOST_COPIES = 50


class Hcl:
    """One file's blocks."""

    def __init__(self, text: str, root: Block | None = None, beside: Sequence[str] = ()) -> None:
        """root: what the text says, where it is JSON. beside: files of the same folder, whose variables and
        locals count here. Raises NotATemplate for a damaged text.
        """
        self._text = text
        self._root = parsed(text) if root is None else root
        self._beside = [each for each in map(readable, beside) if each]
        self._variables: dict[str, Any] = {}
        self._locals: dict[str, Any] = {}
        self._each: Mapping[str, Any] = {}
        for part in (*self._beside, self._root):
            self._learn(part)
        for part in self._beside:
            self._variables.update(values_of(part))

    def data_and_templates(self) -> Iterator[tuple[str, str, str, Block]]:
        """What other files of the folder look up or keep for a launch: "data" or "resource", labels, and body."""
        for root in self._beside:
            for kind in ("data", "resource"):
                for (first, second), body in labelled(root, kind, 2):
                    if kind == "data" or first in ("aws_launch_template", "aws_ami"):
                        yield kind, first, second, body

    def _learn(self, root: Block) -> None:
        for (name,), block in labelled(root, "variable", 1):
            if "default" in block:
                self._variables[name] = block["default"]
        for block in blocks_of(root.get("variables")):
            self._variables.update(block)
        for block in blocks_of(root.get("locals")):
            self._locals.update(block)
        for (name,), block in labelled(root, "local", 1):
            self._locals[name] = block.get("expression")

    def blocks(self, kind: str) -> Iterator[tuple[str, str, Block, int]]:
        """Blocks of two labels, such as source "amazon-ebs" "web": labels, body, and line."""
        for (first, second), body in labelled(self._root, kind, 2):
            yield first, second, body, self._line(kind, first, second)

    def named_blocks(self, kind: str) -> Iterator[tuple[str, Block, int]]:
        """Blocks of one label, such as module "web": label, body, and line."""
        for (name,), body in labelled(self._root, kind, 1):
            yield name, body, self._line(kind, name)

    def attributes(self) -> Block:
        """What stands outside of blocks: the values of a .tfvars, or the inputs of Terragrunt."""
        return values_of(self._root)

    def line_of(self, key: str) -> int:
        """Where the first attribute of this name stands."""
        found = re.search(rf"^[ \t]*{re.escape(key)}[ \t]*=", self._text, re.MULTILINE)
        return self._text.count("\n", 0, found.start()) + 1 if found else 1

    def copies(self, body: Block) -> Iterator[tuple[str, Block]]:
        """A body for each key of its for_each, with the key; itself where there is none, or none that is known."""
        given = self.value(body.get("for_each"))
        members = dict.fromkeys(given) if isinstance(given, list) else given
        keys = list(members)[:_MOST_COPIES] if isinstance(members, Mapping) else []
        if not all(isinstance(key, str) for key in keys) or not isinstance(members, Mapping) or not keys:
            yield "", self.value(body)
            return
        for key in keys:
            held = members[key] if isinstance(given, Mapping) else key
            self._each = {"key": key, "value": held}
            yield key, self.value(body)
        self._each = {}

    def inner_blocks(self, outer: str, kind: str) -> Iterator[tuple[str, Block, int]]:
        """Blocks of one label within others, such as source "amazon-ebs.web" in build: label, body, line."""
        for block in blocks_of(self._root.get(outer)):
            for each in blocks_of(block.get(kind)):
                for (label,), body in unfolded(each, 1, ()):
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
        tables = {"var": self._variables, "local": self._locals, "each": self._each}
        held = tables[found[1]].get(found[2])
        for name, index in _STEP.findall(found[3]):
            key = name or self._key(index)
            if isinstance(held, list) and isinstance(key, str) and key.isdigit() and int(key) < len(held):
                held = held[int(key)]
            else:
                held = held.get(key) if isinstance(held, Mapping) else None
        return held

    def _first(self, arguments: list[str]) -> str | None:
        """The first argument that is not empty; None if one before it is not known."""
        for argument in arguments:
            known = self._key(argument)
            if known is None and not self._is_null(argument):
                return f"${{{argument}}}" if _SOURCE.match(argument) else None
            if known:
                return known
        return None

    def _chosen(self, choice: re.Match[str]) -> str | None:
        """One of two, by whether two values are equal."""
        sides = [_NULL if self._is_null(side) else self._key(side) for side in (choice[1], choice[3])]
        if None in sides:
            return None
        chosen = choice[4] if (sides[0] == sides[1]) is (choice[2] == "==") else choice[5]
        known = self._key(chosen)
        return f"${{{chosen}}}" if known is None and _SOURCE.match(chosen) else known

    def _is_null(self, expression: str) -> bool:
        """Whether it is nothing, or a variable whose default is nothing."""
        kind, _, name = expression.partition(".")
        tables = {"var": self._variables, "local": self._locals}
        return expression == "null" or (name in tables.get(kind, {}) and tables[kind][name] in (None, "null"))

    def _key(self, expression: str) -> str | None:
        """A key that is written out, or that a variable holds."""
        if re.fullmatch(r'"[^"$]*"|\d+', expression):
            return expression.strip('"')
        known = self.value(f"${{{expression}}}", 1)
        return known if isinstance(known, str) and "${" not in known else None

    def _line(self, kind: str, *labels: str) -> int:
        pattern = rf"^[ \t]*{kind}" + "".join(rf'[ \t]+"{re.escape(label)}"' for label in labels)
        found = re.search(pattern, self._text, re.MULTILINE)
        return self._text.count("\n", 0, found.start()) + 1 if found else 1
