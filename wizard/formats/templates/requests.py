"""Requests and replies of AWS that name image and type together: launch templates, RunInstances, fleets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wizard.formats.image_record import normal
from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.launch_data import first, get, launch_options, plain, words
from wizard.formats.templates.node_groups import compute_environment, is_compute, is_node_group, node_group
from wizard.formats.templates.place import NO_IMAGE, ImageRef, Place

_DEEPEST = 24
_FIRST_LINE = 1


def places_in(value: object) -> Iterator[Place]:
    """Every place in a JSON value, whatever wraps it."""
    yield from _walk(value, "", NO_IMAGE, 0)


def _walk(value: object, path: str, template: ImageRef, level: int) -> Iterator[Place]:
    """template: the image of the launch template that goes with what is inside."""
    if level > _DEEPEST:
        return
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _walk(inner, f"{path}[{number}]", template, level + 1)
    elif isinstance(value, Mapping):
        yield from _table(value, path, template, level)


def _table(table: Mapping[str, Any], path: str, template: ImageRef, level: int) -> Iterator[Place]:
    if is_node_group(table):
        yield from node_group(table, path, _line(table), template)
        return
    if is_compute(table):
        yield from compute_environment(table, path, _line(table), template)
        return
    own = _image(table)
    image = own if own is not NO_IMAGE else template
    if image is not NO_IMAGE:
        for instance_type in words(first(table, "instancetype")):
            yield Place(_line(table), path, image, instance_type, launch_options(table), _region(table))
    before = f"{path}." if path else ""
    for key, inner in table.items():
        if isinstance(inner, list | Mapping):
            yield from _walk(inner, f"{before}{key}", image, level + 1)


def _line(table: Mapping[str, Any]) -> int:
    """Where the table names its type, in a language that tells lines."""
    lines: Mapping[str, int] = getattr(table, "lines", {})
    return next((line for key, line in lines.items() if plain(key).startswith("instancetype")), _FIRST_LINE)


def _image(table: Mapping[str, Any]) -> ImageRef:
    """The image that a request or an instance names, with what a reply says of it beside."""
    found = image_ref(first(table, "imageid", "ami") or get(table, "image", "id"), _region(table))
    if found is NO_IMAGE or not any(plain(key) == "instanceid" for key in table):
        return found
    # DescribeInstances says most of what DescribeImages would.
    said = normal(table)
    fields = {
        key: value for key, value in said.fields.items() if key not in ("State", "InstanceType", "Name")
    }
    return ImageRef(found.written, found.ids, fields=fields, silent=said.silent)


def _region(table: Mapping[str, Any]) -> str:
    named = get(table, "region") or get(table, "awsregion")
    zone = get(table, "placement", "availabilityzone")
    if isinstance(named, str):
        return named
    return zone.rstrip("abcdef") if isinstance(zone, str) and zone.count("-") == 2 else ""
