"""CloudFormation's loops, Fn::ForEach, written out: one resource for each value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wizard.formats.templates.yaml_tree import Lined

Table = Mapping[str, Any]
_LOOP = "Fn::ForEach::"
_MOST = 100


def resources_of(template: Table) -> dict[str, Any]:
    """The resources of a template by name, those of its loops as well."""
    return dict(_written_out(template, template.get("Resources")))


def _written_out(template: Table, held: Any) -> Iterator[tuple[str, Any]]:
    for name, each in held.items() if isinstance(held, Mapping) else ():
        if not str(name).startswith(_LOOP):
            yield str(name), each
        elif isinstance(each, list) and len(each) == 3 and isinstance(each[0], str):
            for word in _words(template, each[1])[:_MOST]:
                yield from _written_out(template, _filled(each[2], each[0], word))


def _words(template: Table, collection: Any) -> list[str]:
    """What a loop goes through: a list, or a parameter that is one."""
    name = collection.get("Ref") if isinstance(collection, Mapping) else None
    if isinstance(name, str):
        parameters = template.get("Parameters")
        parameter = parameters.get(name) if isinstance(parameters, Mapping) else None
        default = parameter.get("Default") if isinstance(parameter, Mapping) else None
        return [word.strip() for word in default.split(",")] if isinstance(default, str) else []
    return [str(each) for each in collection] if isinstance(collection, list) else []


def _filled(value: Any, name: str, word: str) -> Any:
    """A part of the loop with its identifier filled in, in keys and in values."""
    if isinstance(value, str):
        return value.replace(f"${{{name}}}", word).replace(f"&{{{name}}}", word)
    if isinstance(value, list):
        return [_filled(each, name, word) for each in value]
    if not isinstance(value, Mapping):
        return value
    if value.get("Ref") == name and len(value) == 1:
        return word
    filled = Lined()
    for key, inner in value.items():
        put = _filled(str(key), name, word)
        filled[put] = _filled(inner, name, word)
        if key in (lines := getattr(value, "lines", {})):
            filled.lines[put] = lines[key]
    return filled
