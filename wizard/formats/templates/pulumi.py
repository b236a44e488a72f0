"""A program of Pulumi in YAML: its resources, with the configuration's defaults and the images it looks up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.formats.templates import requests
from wizard.formats.templates.image_filter import found_by
from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.launch_data import first, get, tables, words
from wizard.formats.templates.place import NO_IMAGE, ImageRef, Place
from wizard.model.frozen import replace

Table = Mapping[str, Any]
# ${name}, and what a look-up gives under another name: ${ubuntu.id}
_VARIABLE = re.compile(r"\$\{\s*([\w-]+)(?:\.\w+)?\s*\}")
_SEARCH = re.compile(r"aws:(?:ec2[:/])?getAmi(?::getAmi)?")
_PARAMETER = re.compile(r"aws:ssm[:/]getParameter(?::getParameter)?")


def is_pulumi(document: object) -> bool:
    """Whether it is a program: it has resources and a runtime."""
    return (
        isinstance(document, Mapping)
        and isinstance(held := get(document, "resources"), Mapping)
        and (
            document.get("runtime") is not None
            or any(str(get(each, "type")).startswith("aws:") for each in held.values())
        )
    )


def places_in(program: Table) -> Iterator[Place]:
    """A place for each resource of AWS that names an image and a type."""
    defaults, images = _defaults(program), _images(program)
    for name, resource in get(program, "resources").items():
        properties = get(resource, "properties")
        if not isinstance(properties, Mapping) or not str(get(resource, "type")).startswith("aws:"):
            continue
        said = {key: _filled(value, defaults) for key, value in properties.items()}
        named = first(said, "ami", "imageid")
        found = _VARIABLE.fullmatch(str(named))
        looked_up = images.get(found[1], NO_IMAGE) if found else _looked_up(named, name)
        if isinstance(named, Mapping) and looked_up is not NO_IMAGE:
            said = {key: looked_up.written if value is named else value for key, value in said.items()}
        lines: Mapping[str, int] = getattr(properties, "lines", {})
        line = lines.get("instanceType", 1)
        for place in requests.places_in(said):
            image = place.image if looked_up is NO_IMAGE else looked_up
            yield replace(place, line=line, address=f"resources.{name}", image=image)


def _defaults(program: Table) -> Mapping[str, str]:
    """What the configuration says where nobody sets it, in its short or its long form."""
    given = first(program, "config", "configuration")
    found = {}
    for name, value in given.items() if isinstance(given, Mapping) else ():
        default = get(value, "default") if isinstance(value, Mapping) else value
        if isinstance(default, str):
            found[name.rpartition(":")[2]] = default
    return found


def _images(program: Table) -> Mapping[str, ImageRef]:
    """The images that variables stand for."""
    variables = get(program, "variables")
    found = {}
    for name, value in variables.items() if isinstance(variables, Mapping) else ():
        looked_up = _looked_up(value, f"${{{name}}}")
        if looked_up is not NO_IMAGE:
            found[name] = looked_up
    return found


def _looked_up(value: object, written: str) -> ImageRef:
    """The image that a call looks up. written: what to call it."""
    call = get(value, "fn::invoke")
    function, asked = str(get(call, "function")), get(call, "arguments")
    if _SEARCH.fullmatch(function):
        filters = {
            str(get(each, "name")): _one(words(get(each, "values"))) for each in tables(get(asked, "filters"))
        }
        return found_by(filters, words(get(asked, "owners")), written)
    return image_ref(get(asked, "name")) if _PARAMETER.fullmatch(function) else NO_IMAGE


def _one(values: list[str]) -> object:
    """What a filter asks for: a word, or several of which each would do."""
    return values[0] if len(values) == 1 else values


def _filled(value: Any, defaults: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_filled(each, defaults) for each in value]
    if isinstance(value, Mapping):
        return {key: _filled(each, defaults) for key, each in value.items()}
    found = _VARIABLE.fullmatch(value) if isinstance(value, str) else None
    return defaults.get(found[1], value) if found else value
