"""The places of Terraform's source: resources with their variables, data sources and templates filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wizard.formats.templates import requests
from wizard.formats.templates.hcl_tree import Hcl
from wizard.formats.templates.launch_data import plain
from wizard.formats.templates.place import NO_IMAGE, ImageRef, Place
from wizard.formats.templates.terraform import TerraformPlan
from wizard.formats.templates.terraform_json import Resource, without_index
from wizard.model.ec2.names import REGION
from wizard.model.frozen import replace

_REFERENCE = re.compile(r"(?:data\.)?aws_\w+\.[\w-]+(?:\[[^\[\]]*\])?(?:\.\w+)*")
_CHOICE = re.compile(r"\s\?\s|\b(?:coalesce|try|lookup)\(")  # which of several it is cannot be told
_EXPRESSION = re.compile(r"\$\{.*\}", re.DOTALL)


def places_in(text: str, beside: Sequence[str] = ()) -> Iterator[Place]:
    """Every place of a .tf, a .tfvars or a file of Terragrunt.

    beside: other files of the same folder, whose variables and data count here. Raises NotATemplate.
    """
    hcl = Hcl(text, beside=beside)
    found = [
        (_resource(kind, name, key, data, body), line)
        for data in (True, False)
        for kind, name, given, line in hcl.blocks("data" if data else "resource")
        for key, body in hcl.copies(given)
    ]
    elsewhere = [
        _resource(kind, name, "", block == "data", hcl.value(body))
        for block, kind, name, body in hcl.data_and_templates()
    ]
    plan = TerraformPlan([resource for resource, _ in found] + elsewhere)
    region = _region(hcl)
    for resource, line in found:
        if not resource.data:
            for place in plan.places(resource):
                yield replace(place, line=line, region=region)
    for name, given, line in hcl.named_blocks("module"):
        for key, body in hcl.copies(given):
            yield from _called(plan, f"module.{name}{_index(key)}", body, line, region)
    said = hcl.attributes()
    for place in requests.places_in({key: hcl.value(value) for key, value in said.items()}):
        first = place.address.partition(".")[0].partition("[")[0]
        line = hcl.line_of(first) if first in said else _line_of_type(hcl, said)
        yield replace(place, line=line)


def _called(
    plan: TerraformPlan, address: str, body: Mapping[str, Any], line: int, region: str
) -> Iterator[Place]:
    """What a module is called with, where that names image and type together."""
    for place in requests.places_in(body):
        image = place.image
        if _EXPRESSION.fullmatch(image.written):
            looked_up = plan.image_of(_references(image.written))
            image = ImageRef(_shown(image.written)) if looked_up is NO_IMAGE else looked_up
        inner = f"{address}.{place.address}" if place.address else address
        yield replace(place, line=line, address=inner, image=image, region=place.region or region)


def _resource(kind: str, name: str, key: str, data: bool, body: Mapping[str, Any]) -> Resource:
    """What Terraform would plan: values that are known, and for the others what they refer to."""
    address = f"{'data.' if data else ''}{kind}.{name}{_index(key)}"
    values = _known(body)
    expressions = {
        name: {"references": [*found, *([_shown(value)] if isinstance(value, str) else [])]}
        for name, value in body.items()
        if (found := _references(value)) or (isinstance(value, str) and _EXPRESSION.fullmatch(value))
    }
    return Resource(address, kind, name, "", data, values, expressions)


def _known(value: Any) -> Any:
    """The value without what stays an expression; a type that is one is kept, for the person to see."""
    if isinstance(value, list):
        return [_known(each) for each in value]
    if isinstance(value, Mapping):
        return {key: each if plain(key) == "instancetype" else _known(each) for key, each in value.items()}
    return None if isinstance(value, str) and _EXPRESSION.fullmatch(value) else value


def _references(value: Any) -> list[str]:
    """What an expression looks up, each with and without its last part; nothing where a condition chooses."""
    if isinstance(value, Mapping):
        return [name for each in value.values() for name in _references(each)]
    if isinstance(value, list):
        return [name for each in value for name in _references(each)]
    if not isinstance(value, str) or "${" not in value or _CHOICE.search(value):
        return []
    names = [without_index(found) for found in _REFERENCE.findall(value)]
    return [each for name in names for each in (_without_attribute(name), name)]


def _without_attribute(name: str) -> str:
    return ".".join(name.split(".")[: 3 if name.startswith("data.") else 2])


def _shown(expression: str) -> str:
    """An expression as the file has it."""
    return expression.removeprefix("${").removesuffix("}")


def _index(key: str) -> str:
    return f'["{key}"]' if key else ""


def _region(hcl: Hcl) -> str:
    """Where everything is, if the file has one provider of AWS and says its Region."""
    given = [hcl.value(body).get("region") for name, body, _ in hcl.named_blocks("provider") if name == "aws"]
    return given[0] if len(given) == 1 and isinstance(given[0], str) and REGION.fullmatch(given[0]) else ""


def _line_of_type(hcl: Hcl, said: Mapping[str, Any]) -> int:
    kinds = (key for key in said if plain(key).endswith(("instancetype", "instancetypes")))
    return next((hcl.line_of(key) for key in kinds), 1)
