"""What a value in a CloudFormation template may become: functions worked out as far as the template says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.formats.templates.cfn_conditions import EVERY, REGION, Choice, Conditions, words_of

_MOST = 400
_DEEPEST = 16
_SUB = re.compile(r"\$\{([^!}][^}]*)\}")
_SSM_TYPE = "AWS::SSM::Parameter::Value<"


Found = tuple[Any, Choice]


class Values:
    """The parameters and mappings of a template."""

    def __init__(self, template: Mapping[str, Any]) -> None:
        self._parameters = _table(template.get("Parameters"))
        self._mappings = _table(template.get("Mappings"))
        self.conditions = Conditions(_table(template.get("Conditions")), self._parameters)

    def of(self, value: Any, choice: Choice = EVERY) -> list[Found]:
        """Every value that this may be, and when; the first is that of the parameters' defaults.

        A function that cannot be worked out is left as it is written.
        """
        found = []
        for each in self._of(value, choice, 0):
            if each not in found:
                found.append(each)
            if len(found) >= _MOST:
                break
        return found

    def is_parameter_name(self, name: str) -> bool:
        """Whether a template's parameter holds the name of one in Systems Manager, which has the value."""
        kind = _table(self._parameters.get(name)).get("Type")
        return isinstance(kind, str) and kind.startswith(_SSM_TYPE)

    def _of(self, value: Any, choice: Choice, level: int) -> Iterator[Found]:
        if level > _DEEPEST or not isinstance(value, Mapping) or len(value) != 1:
            yield value, choice
            return
        function, inner = next(iter(value.items()))
        match function:
            case "Ref" if isinstance(inner, str):
                yield from self._ref(inner, value, choice)
            case "Fn::FindInMap" if isinstance(inner, list) and len(inner) >= 3:
                yield from self._find(inner, value, choice, level)
            case "Fn::If" if isinstance(inner, list) and len(inner) == 3:
                for part, holds in ((inner[1], True), (inner[2], False)):
                    held = self.conditions.choice(inner[0], choice, holds)
                    if held is not None:
                        yield from self._of(part, held, level + 1)
            case "Fn::Sub" if isinstance(inner, str):
                yield from self._sub(inner, choice)
            case "Fn::Join" if isinstance(inner, list) and len(inner) == 2 and isinstance(inner[1], list):
                yield from self._join(str(inner[0]), inner[1], choice, level)
            case "Fn::Select" if isinstance(inner, list) and len(inner) == 2 and isinstance(inner[1], list):
                number = str(inner[0])
                known = number.isdigit() and int(number) < len(inner[1])
                yield from self._of(inner[1][int(number)], choice, level + 1) if known else ((value, choice),)
            case _:
                yield value, choice

    def _ref(self, name: str, value: Any, choice: Choice) -> Iterator[Found]:
        if name == REGION:
            yield (choice.region or value), choice
            return
        if name in choice.parameters:
            yield choice.parameters[name], choice
            return
        any_found = False
        for word in words_of(self._parameters.get(name)):
            held = choice.with_(name, word)
            if held is not None:
                any_found = True
                yield word, held
        if not any_found:
            yield value, choice

    def _find(self, path: list[Any], value: Any, choice: Choice, level: int) -> Iterator[Found]:
        """A mapping's value by two keys, each of which may be any that the mapping has."""
        any_found = False
        for name, first in self._of(path[0], choice, level + 1):
            table = _table(self._mappings.get(name)) if isinstance(name, str) else {}
            for row, second in self._keys(path[1], table, first, level):
                for column, third in self._keys(path[2], _table(table.get(row)), second, level):
                    any_found = True
                    yield from self._of(_table(table.get(row))[column], third, level + 1)
        if not any_found:
            yield value, choice

    def _keys(
        self, key: Any, table: Mapping[str, Any], choice: Choice, level: int
    ) -> Iterator[tuple[str, Choice]]:
        for word, held in self._of(key, choice, level + 1):
            if isinstance(word, str):
                if word in table:
                    yield word, held
                continue
            name = word.get("Ref") if isinstance(word, Mapping) else None
            for known in table:
                taken = held.with_(str(name), known) if isinstance(name, str) else held
                if taken is not None:
                    yield known, taken

    def _sub(self, text: str, choice: Choice) -> Iterator[Found]:
        pieces: list[Any] = []
        end = 0
        for found in _SUB.finditer(text):
            pieces += [text[end : found.start()], {"Ref": found[1]}]
            end = found.end()
        yield from self._join("", [*pieces, text[end:]], choice, 0)

    def _join(self, between: str, parts: list[Any], choice: Choice, level: int) -> Iterator[Found]:
        found: list[tuple[list[str], Choice]] = [([], choice)]
        for part in parts:
            found = [
                ([*done, _word(value)], held)
                for done, so_far in found
                for value, held in self._of(part, so_far, level + 1)
            ][:_MOST]
        for done, held in found:
            yield between.join(done), held


def written(value: Any) -> str:
    """A value as a template says it, on one line: !FindInMap [Map, key, key]."""
    function, inner = (
        next(iter(value.items())) if isinstance(value, Mapping) and len(value) == 1 else ("", None)
    )
    if function in ("Ref", "Condition") or function.startswith("Fn::"):
        name = function.removeprefix("Fn::")
        if name == "GetAtt" and isinstance(inner, list):
            return f"!GetAtt {'.'.join(map(str, inner))}"
        return f"!{name} {_bracketed(inner)}"
    return _bracketed(value)


def _bracketed(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {written(inner)}" for key, inner in value.items()) + "}"
    return str(value)


def _word(value: Any) -> str:
    return (
        value
        if isinstance(value, str)
        else f"${{{value['Ref']}}}"
        if isinstance(value, Mapping) and "Ref" in value
        else written(value)
    )


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
