"""Reads blocks of AWS CLI calls, of any service, against the API models that botocore ships."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from functools import cache
from typing import Any

import botocore.session
import jmespath
from botocore.model import ServiceModel, Shape
from botocore.validate import ParamValidator
from botocore.waiter import WaiterModel

from wizard.report.document import Command

_LOADER = botocore.session.get_session().get_component("data_loader")
_FOR_CLI = {"region", "output"}
# What the AWS CLI calls in another way than the model of its service.
_OTHERWISE = {"s3api": "s3"}
# The AWS CLI fills these in: --count has a default.
_FILLED = {"MinCount": 1, "MaxCount": 1}
# Words in capitals whose place takes values of a certain form only.
_OWN_VALUES = {
    "SIZE_GIB": "8",
    "OLD_TYPE": "m1.small",
    "EXECUTION_ID": "00000000-0000-0000-0000-000000000000",
    "IMAGE_ID": "ami-0123456789abcdef0",
}


def calls(lines: Sequence[str]) -> list[list[str]]:
    """The words of each call, as a real shell hands them to aws; nothing else can be run."""
    script = "aws() { printf '%s\\0' \"$@\"; printf '\\1'; }\n" + "\n".join(lines)
    done = subprocess.run(
        ["/bin/sh", "-eu"], input=script.encode(), capture_output=True, check=True, env={"PATH": "/nowhere"}
    )
    assert done.stderr == b""
    return [call.split("\0")[:-1] for call in done.stdout.decode().split("\1")[:-1]]


def words(lines: Sequence[str], program: str = "aws") -> list[str]:
    """The words that a real shell hands to the program."""
    script = f"{program}() {{ printf '%s\\0' \"$@\"; }}\n" + "\n".join(lines)
    done = subprocess.run(["/bin/sh", "-eu"], input=script.encode(), capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode().split("\0")[:-1]


def options(command: Command) -> dict[str, list[str]]:
    """The options of a command with their values, and its operation; it must be one that AWS would take."""
    call = words(command.lines)
    check(call)
    return {"operation": [call[1]], **_options(call[2:])}


def check(call: list[str]) -> None:
    """Fails unless the service has the operation, and the operation each option with such a value."""
    service, name, *rest = (_OWN_VALUES.get(word, word) for word in call)
    service_model = model(service)
    if name == "wait":
        name, *rest = rest
        waiter = next(w for w in _waiters(service).waiter_names if _cli(w) == name)
        operation = service_model.operation_model(_waiters(service).get_waiter(waiter).operation)
    else:
        operation = service_model.operation_model(
            next(o for o in service_model.operation_names if _cli(o) == name)
        )
    shape = operation.input_shape
    assert shape
    given = _options(rest)
    assert len(given.get("region", "r")) == 1
    if "query" in given:
        jmespath.compile(*given.pop("query"))
    members = {_cli(member): member for member in shape.members}
    values = {
        members[option]: _value(shape.members[members[option]], words, option)
        for option, words in given.items()
        if option not in _FOR_CLI
    }
    if operation.name == "RunInstances":
        values |= _FILLED
    for asked in values.get("Filters", ()):
        assert f"<code>{asked['Name']}</code>" in shape.members["Filters"].documentation
    report = ParamValidator().validate(values, shape)
    assert not report.has_errors(), report.generate_report()


def _options(words: list[str]) -> dict[str, list[str]]:
    read: dict[str, list[str]] = {}
    for word in words:
        if word.startswith("--"):
            assert word[2:] not in read, word
            read[word[2:]] = []
        else:
            read[list(read)[-1]].append(word)
    return read


def _value(shape: Shape, words: list[str], option: str) -> Any:
    """As the AWS CLI would read it: JSON, its shorthand, or the word as it is."""
    if not words:
        # A flag; the CLI also gives one for a structure around a single boolean.
        return True if shape.type_name == "boolean" else {"Value": True}
    if shape.type_name == "list":
        return [_one(shape.member, word, option) for word in words]
    (word,) = words
    return _one(shape, word, option)


def _one(shape: Shape, word: str, option: str) -> Any:
    if shape.type_name in ("structure", "map", "list"):
        if word.startswith("{"):
            return json.loads(word)
        fields = dict(re.findall(r"([A-Za-z]+)=(\{[^}]*\}|[^=]+)(?:,(?=[A-Za-z]+=)|$)", word))
        assert fields, word
        if shape.type_name == "map":
            return {key: [value] for key, value in fields.items()}
        if option == "filters":
            return {"Name": fields["Name"], "Values": fields["Values"].split(",")}
        return {key: _field(shape.members[key], value, option) for key, value in fields.items()}
    if shape.type_name in ("integer", "long"):
        return int(word)
    if shape.type_name == "boolean":
        return {"true": True, "false": False}[word]
    if getattr(shape, "enum", None):
        assert word in shape.enum, f"{option}: {word}"
    return word


def _field(shape: Shape, value: str, option: str) -> Any:
    if shape.type_name == "list":
        return [_one(shape.member, part, option) for part in value.split(",")]
    return _one(shape, value[1:-1] if value.startswith("{") else value, option)


@cache
def model(service: str) -> ServiceModel:
    return ServiceModel(_LOADER.load_service_model(_OTHERWISE.get(service, service), "service-2"))


@cache
def _waiters(service: str) -> WaiterModel:
    return WaiterModel(_LOADER.load_service_model(service, "waiters-2"))


def _cli(name: str) -> str:
    return str(botocore.xform_name(name, "-"))
