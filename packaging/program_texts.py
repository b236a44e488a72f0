"""Find every text of the program, so that each can be translated.

A text is what stands in the code as the template of a Message or in gettext, and what stands in the keys of the files
that TOML_TEXTS and JSON_TEXTS name.
"""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# Where a call has texts: the places of its arguments, and their names.
CALLS: Mapping[str, tuple[tuple[int, ...], tuple[str, ...]]] = {
    "Message": ((0, 2), ("template", "plural")),
    "gettext": ((0,), ()),
    "ngettext": ((0, 1), ()),
    # Of wizard/model/recommend/reasons: either becomes a Message with the numbers of the decision.
    "sentence": ((0,), ("one",)),
}
_WITH_PLURAL = ("Message", "ngettext")
# What argparse says by itself, in every Python that is supported.
ARGPARSE = (
    "usage: ", "positional arguments", "options", "show this help message and exit",
    "show program's version number and exit", "unrecognized arguments: %s", "expected one argument",
    "argument %(argument_name)s: %(message)s", "the following arguments are required: %s",
    "ambiguous option: %(option)s could match %(matches)s", "expected at least one argument",
    "not allowed with argument %s", "one of the arguments %s is required",
    "invalid %(type)s value: %(value)r", "invalid choice: %(value)r (choose from %(choices)s)",
    "ignored explicit argument %r",
)  # fmt: skip
TOML_TEXTS: Mapping[str, tuple[str, ...]] = {
    "rules/*.toml": (
        "rule.title", "rule.text", "rule.of_many", "rule.remedy", "rule.disputed", "not_judged.title", "not_judged.why",
    ),
    "migrations/*.toml": (
        "title", "why", "preconditions", "cautions", "way_back", "step.text", "option.text", "upgrade.text",
    ),
    "errors/**/*.toml": ("error.happened", "error.causes.cause", "error.causes.cure"),
    "terms/*.toml": ("term.*.name", "term.*.text"),
    "catalog/operating_systems.toml": ("hint.text",),
    "catalog/publishers.toml": ("publisher.*.none", "publisher.*.note", "publisher.*.images.none",
                                "publisher.*.images.note"),
}  # fmt: skip
JSON_TEXTS: Mapping[str, tuple[str, ...]] = {
    "catalog/*.json": ("provenance.source",),
    "prices/*.json": ("lists.source",),
}
PLACEHOLDER = re.compile(r"\{[a-z][a-z0-9_.]*\}|%[sdr]|%\([a-z_]+\)[sdr]")
_WORD = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, order=True)
class Text:
    """One text of the program. plural: "" for one without a number. file: where it stands."""

    template: str
    plural: str
    file: str


def texts() -> list[Text]:
    """Every text of the program, each once, in the order of their files."""
    found: dict[str, Text] = {}
    for text in (*_of_code(), *_of_resources(), *(Text(said, "", "argparse") for said in ARGPARSE)):
        if not _WORD.search(PLACEHOLDER.sub("", text.template)):
            continue
        known = found.setdefault(text.template, text)
        if text.plural and not known.plural:
            found[text.template] = text
    return list(found.values())


def _of_code() -> Iterator[Text]:
    for path in sorted((ROOT / "wizard").rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        for scope in _scopes(ast.parse(path.read_text(encoding="utf-8"))):
            for call in (node for node in scope.nodes if isinstance(node, ast.Call)):
                yield from _of_call(call, scope, file)


def _of_call(call: ast.Call, scope: _Scope, file: str) -> Iterator[Text]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name not in CALLS:
        return
    places, keywords = CALLS[name]
    given = [call.args[place] for place in places if place < len(call.args)]
    given += [word.value for word in call.keywords if word.arg in keywords]
    said = [list(scope.strings(node)) for node in given]
    if name in _WITH_PLURAL and len(said) > 1 and len(said[0]) == len(said[1]) == 1 and said[1][0]:
        yield Text(said[0][0], said[1][0], file)
        return
    yield from (Text(template, "", file) for each in said for template in each if template)


class _Scope:
    """A function or a module: its nodes, and what its names may stand for."""

    def __init__(self, nodes: list[ast.AST], outer: _Scope | None) -> None:
        self.nodes = nodes
        self._outer = outer
        self._values: dict[str, list[ast.expr]] = {}
        for node in nodes:
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        self._values.setdefault(target.id, []).append(node.value)

    def strings(self, node: ast.expr) -> Iterator[str]:
        """The strings that an expression may be, as far as the code shows."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.IfExp):
            yield from self.strings(node.body)
            yield from self.strings(node.orelse)
        elif isinstance(node, ast.Name):
            for value in self._values.get(node.id, ()):
                yield from self.strings(value)
            if node.id not in self._values and self._outer:
                yield from self._outer.strings(node)


def _scopes(module: ast.Module) -> Iterator[_Scope]:
    def walk(owner: ast.AST, outer: _Scope | None) -> Iterator[_Scope]:
        mine: list[ast.AST] = []
        inner: list[ast.AST] = []
        waiting = list(ast.iter_child_nodes(owner))
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
                inner.append(node)
                continue
            mine.append(node)
            waiting += ast.iter_child_nodes(node)
        scope = _Scope(mine, outer)
        yield scope
        for node in inner:
            yield from walk(node, scope)

    yield from walk(module, None)


def _of_resources() -> Iterator[Text]:
    for pattern, keys in (*TOML_TEXTS.items(), *JSON_TEXTS.items()):
        for path in sorted((ROOT / "resources").glob(pattern)):
            read_table = json.loads if path.suffix == ".json" else tomllib.loads
            table = read_table(path.read_text(encoding="utf-8"))
            file = path.relative_to(ROOT).as_posix()
            for key in keys:
                for text in _at(table, key.split(".")):
                    yield Text(text, "", file)


def _at(value: object, path: list[str]) -> Iterator[str]:
    if isinstance(value, list):
        for member in value:
            yield from _at(member, path)
    elif isinstance(value, str) and value and not path:
        yield value
    elif isinstance(value, dict) and path:
        members: Iterable[object] = value.values() if path[0] == "*" else [value.get(path[0])]
        for member in members:
            yield from _at(member, path[1:])
