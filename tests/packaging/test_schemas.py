"""An editor that knows the schemas completes what a file may say, and marks what it may not."""

from __future__ import annotations

import copy
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

import schemas


def held(file: Path) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(
        json.loads((schemas.FOLDER / f"{schemas.schema_of(file)}.schema.json").read_text())
    )


def test_every_schema_is_made_of_the_words_that_the_program_knows() -> None:
    for name in schemas.MADE:
        text = (schemas.FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
        assert text == schemas.written(name), "packaging/schemas.py"
        jsonschema.Draft202012Validator.check_schema(json.loads(text))


def test_every_file_names_its_schema_and_holds_it() -> None:
    for file in sorted(schemas.RESOURCES.rglob("*.toml")):
        text = file.read_text(encoding="utf-8")
        named = text.partition("\n")[0].removeprefix("#:schema ")
        assert (file.parent / named).resolve() == schemas.FOLDER / f"{schemas.schema_of(file)}.schema.json"
        problems = [
            f"{file.name}: {problem.json_path}: {problem.message}"
            for problem in held(file).iter_errors(tomllib.loads(text))
        ]
        assert problems == []


@pytest.mark.parametrize(
    ("file", "path", "value"),
    [
        ("rules/tpm.toml", ("rule", 0, "outcome"), "broken"),
        ("rules/tpm.toml", ("rule", 0, "remedies"), "Nothing."),
        ("rules/tpm.toml", ("rule", 0, "must"), {"fact": "image.colour", "is": ["red"]}),
        ("rules/tpm.toml", ("rule", 0, "sources"), []),
        ("migrations/2_pv_to_hvm.toml", ("id",), "pv-to-what"),
        ("migrations/2_pv_to_hvm.toml", ("step", 0), {"command": "aws ec2 help"}),
        ("errors/ec2/capacity.toml", ("error", 0, "causes", 0), {"cause": "It is full."}),
        ("catalog/operating_systems.toml", ("family", "ubuntu", "kind"), "penguin"),
        ("catalog/operating_systems.toml", ("says", 0, "ena_drivers"), {"ubuntu": True}),
        ("catalog/operating_systems.toml", ("says", 0, "ena_driver"), {"ubuntu": {"maybe": ">=7"}}),
        ("catalog/families.toml", ("purpose", "games"), {}),
        ("catalog/publishers.toml", ("publisher", "ubuntu", "owner"), "canonical"),
        ("rules/sources.toml", ("source", "data", "url"), "a book"),
    ],
)
def test_what_a_file_may_not_say_is_marked(file: str, path: tuple[Any, ...], value: object) -> None:
    whole = schemas.RESOURCES / file
    document = copy.deepcopy(tomllib.loads(whole.read_text(encoding="utf-8")))
    inner = document
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    assert list(held(whole).iter_errors(document))


def test_a_file_that_nobody_has_a_schema_for_is_named() -> None:
    with pytest.raises(KeyError, match="no schema in packaging"):
        schemas.schema_of(schemas.RESOURCES / "new.toml")
