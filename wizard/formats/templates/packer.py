"""The places of a Packer template: what a builder starts, and the image that it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.formats.templates.hcl_tree import Hcl
from wizard.formats.templates.image_filter import found_by
from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.launch_data import first, get, launch_options, tables, words
from wizard.formats.templates.place import ImageRef, Place

_BUILDERS = re.compile(r"amazon-(?:ebs|ebssurrogate|ebsvolume|instance|chroot)")
_USER = re.compile(r"\{\{\s*user\s+[`\"']([\w-]+)[`\"']\s*\}\}")
_DATA = re.compile(r"\$\{\s*data\.([\w-]+)\.([\w-]+)\.\w+\s*\}")


def hcl_places(text: str, root: Mapping[str, Any] | None = None) -> Iterator[Place]:
    """Every place of a .pkr.hcl file. root: what it says, where it is JSON. Raises NotATemplate."""
    hcl = Hcl(text, root)
    data = {(kind, name): hcl.value(body) for kind, name, body, _ in hcl.blocks("data")}
    sources: dict[str, Mapping[str, Any]] = {}
    for kind, name, body, line in hcl.blocks("source"):
        if _BUILDERS.fullmatch(kind):
            source = sources[f"{kind}.{name}"] = hcl.value(body)
            yield from _places(f"source.{kind}.{name}", source, line, data)
    for label, body, line in hcl.inner_blocks("build", "source"):
        known = sources.get(label.removeprefix("source."))
        own = hcl.value(body)
        if known is not None and any(own.get(key) for key in _LAUNCHED):
            name = own.get("name", label.removeprefix("source."))
            yield from _places(f"build.{name}", {**known, **own}, line, data)


# What a build may say of a source in another way than the source itself.
_LAUNCHED = ("instance_type", "spot_instance_types", "source_ami", "source_ami_filter")


def is_packer(document: object) -> bool:
    """Whether it is a template in Packer's older JSON."""
    return isinstance(document, Mapping) and isinstance(document.get("builders"), list)


def is_hcl_json(document: object) -> bool:
    """Whether it is a .pkr.json file: HCL's blocks written as JSON."""
    sources = document.get("source") if isinstance(document, Mapping) else None
    return any(_BUILDERS.fullmatch(str(kind)) for each in tables(sources) for kind in each)


def json_places(document: Mapping[str, Any], text: str) -> Iterator[Place]:
    """Every place of such a template."""
    given = document.get("variables")
    variables = given if isinstance(given, Mapping) else {}
    start = 0
    for number, each in enumerate(tables(document["builders"])):
        kind = str(each.get("type", ""))
        start = max(text.find(kind, start), start)
        if _BUILDERS.fullmatch(kind):
            line = text.count("\n", 0, start) + 1
            name = each.get("name") or number
            yield from _places(f"builders.{kind}.{name}", _filled(each, variables), line, {})
        start += 1


def _places(address: str, body: Any, line: int, data: Mapping[tuple[str, str], Any]) -> Iterator[Place]:
    image = _image(body, data)
    spot = words(body.get("spot_instance_types"))
    types = spot or words(body.get("instance_type"))
    options = launch_options(body) | ({"spot": True} if spot else {})
    for each in tables(body.get("launch_block_device_mappings")):
        if each.get("encrypted") is True:
            options["root_encrypted"] = True
    region = body.get("region")
    where = region if isinstance(region, str) and "$" not in region else ""
    for instance_type in types:
        yield Place(line, address, image, instance_type, options, where)


def _image(body: Mapping[str, Any], data: Mapping[tuple[str, str], Any]) -> ImageRef:
    source = body.get("source_ami")
    if isinstance(source, str) and source:
        found = _DATA.fullmatch(source)
        named = data.get((found[1], found[2])) if found else None
        if isinstance(named, Mapping) and found and found[1] == "amazon-ami":
            return _filtered(named, source)
        if isinstance(named, Mapping) and found and isinstance(named.get("name"), str):
            return ImageRef(source, public_name=named["name"])
        return image_ref(source)
    for each in tables(body.get("source_ami_filter")):
        return _filtered(each, "")
    return ImageRef()


def _filtered(block: Mapping[str, Any], written: str) -> ImageRef:
    filters = block.get("filters")
    given = filters if isinstance(filters, Mapping) else {}
    shown = written or next(iter(words(get(given, "name"))), "") or "source_ami_filter"
    return found_by(given, words(first(block, "owners")), shown)


def _filled(value: Any, variables: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_filled(each, variables) for each in value]
    if isinstance(value, Mapping):
        return {key: _filled(each, variables) for key, each in value.items()}
    if not isinstance(value, str):
        return value

    def fill(found: re.Match[str]) -> str:
        known = variables.get(found[1])
        return known if isinstance(known, str) and known else found[0]

    return _USER.sub(fill, value)
