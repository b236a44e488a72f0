"""Commands inside sentences: of rules, facts, problems and questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from botocore import xform_name

from tests.report.aws_calls import model

pytestmark = pytest.mark.no_cover

_ROOT = Path(__file__).parents[3]
_CALL = re.compile(
    r"\baws ([a-z0-9-]+) ([a-z][a-z0-9]*(?:-[a-z0-9]+)+)((?: --[a-z0-9-]+(?: [^\s”`\"-][^\s”`\"]*)*)*)"
)
_OF_THE_CLI = {"configure", "sso", "login"}
# The CLI's own names of services.
_MODELS = {"s3api": "s3"}
_CLI_OPTIONS = {
    "region",
    "output",
    "query",
    "profile",
    "cli-input-json",
    "max-items",
    "page-size",
    "starting-token",
    "no-paginate",
}


def _texts() -> Iterator[tuple[str, str]]:
    files = [*(_ROOT / "wizard").rglob("*.py"), *(_ROOT / "resources").rglob("*.toml"), _ROOT / "README.md"]
    for file in files:
        # What a backslash breaks is one command; so is what Python joins.
        text = re.sub(r'\\\n\s*|"\s*\n\s*f?"', " ", file.read_text(encoding="utf-8"))
        for line in re.split(r"\n|&&|\||; ", text):
            yield str(file.relative_to(_ROOT)), line


def test_each_names_an_operation_and_options_that_exist() -> None:
    found = 0
    for file, line in _texts():
        for service, name, rest in _CALL.findall(line):
            if service in _OF_THE_CLI:
                continue
            called = model(_MODELS.get(service, service))
            operations = {xform_name(o, "-"): o for o in called.operation_names}
            assert name in operations, f"{file}: aws {service} {name}"
            shape = called.operation_model(operations[name]).input_shape
            members = {xform_name(member, "-") for member in shape.members} if shape else set()
            asked = set(re.findall(r"(?<= )--([a-z0-9-]+)", rest))
            negated = {word.removeprefix("no-") for word in asked}
            assert asked <= members | _CLI_OPTIONS or negated <= members | _CLI_OPTIONS, (
                f"{file}: {line.strip()}"
            )
            found += 1
    assert found >= 60
