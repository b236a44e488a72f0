"""Requests and replies of AWS that name image and type together: launch templates, RunInstances, fleets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.formats.image_record import ids_in, normal, unwrapped
from wizard.formats.loose import named_pairs
from wizard.formats.templates import beanstalk
from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.launch_data import (
    described_options,
    first,
    get,
    launch_options,
    plain,
    tables,
    words,
)
from wizard.formats.templates.node_groups import compute_environment, is_compute, is_node_group, node_group
from wizard.formats.templates.place import NO_IMAGE, ImageRef, Place
from wizard.model.ec2.names import INSTANCE_TYPE
from wizard.model.frozen import frozen, replace

_DEEPEST = 24
_SEVERAL = 2
_LONGEST = 2 * 2**20
# JSON within a text, as queues and topics carry an event.
_WITHIN = re.compile(r"\s*[\[{]")
_LAUNCHES = re.compile(r"image_?id|\bami", re.IGNORECASE)
_FIRST_LINE = 1


def places_in(value: object) -> Iterator[Place]:
    """Every place in a JSON value, whatever wraps it."""
    yield from _walk(value, "", _Around(NO_IMAGE, ""), 0)


@frozen
class _Around:
    """What is said once for all that is inside: the image of a launch template or a cluster, the Region."""

    image: ImageRef
    region: str


def _walk(value: object, path: str, around: _Around, level: int) -> Iterator[Place]:
    if level > _DEEPEST:
        return
    if options := beanstalk.settings(value):
        if beanstalk.IMAGE in options:
            yield from beanstalk.environment(value, path, _option_line(value))
    elif isinstance(value, str):
        if (inner := _told(value)) is not None:
            yield from _walk(inner, path, around, level + 1)
    elif isinstance(value, list):
        if named := named_pairs.named_values(value):
            yield from _table(named, path, around, level)
        for number, inner in enumerate(value):
            yield from _walk(inner, f"{path}[{number}]", around, level + 1)
    elif isinstance(value, Mapping):
        yield from _table(value, path, around, level)


def _table(table: Mapping[str, Any], path: str, around: _Around, level: int) -> Iterator[Place]:
    if is_node_group(table):
        yield from node_group(table, path, _line(table), around.image)
        return
    if is_compute(table):
        yield from compute_environment(table, path, _line(table), around.image)
        return
    own, region = _image(table), _region(table) or around.region
    pairs = named_pairs.pairs_in(table) if own is NO_IMAGE else []
    if len(pairs) >= _SEVERAL:
        for each, types in pairs:
            for instance_type in types:
                yield Place(_line(table), path, each, instance_type, launch_options(table), region)
        return
    own = named_pairs.image_in(table) if own is NO_IMAGE else own
    if get(table, "basedomain"):  # of OpenShift's installer, which says beside its machines what they share
        own = image_ref(get(table, "platform", "aws", "amiid"))
        region = get(table, "platform", "aws", "region") or region
    image = own if own is not NO_IMAGE or get(table, "basedomain") else around.image
    if image is not NO_IMAGE:
        options = described_options(table) if _runs(table) else launch_options(table)
        for instance_type in _types(table):
            yield Place(_line(table), path, image, instance_type, options, region)
    before = f"{path}." if path else ""
    for key, inner in _inner(table):
        yield from _walk(inner, f"{before}{key}", _Around(image, region), level + 1)


def _told(text: str) -> object:
    """The value of a text that is JSON and speaks of images; None for any other."""
    if not _WITHIN.match(text) or len(text) > _LONGEST or not _LAUNCHES.search(text):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _inner(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What may hold a place; of a resource of Pulumi what the program asks for, not what it got as well."""
    asked = {"inputs", "outputs"} <= table.keys()
    for key, inner in table.items():
        if isinstance(inner, list | Mapping | str) and not (asked and key == "outputs"):
            yield key, inner


def _types(table: Mapping[str, Any]) -> list[str]:
    """The types that a request names, some in a word that may mean anything."""
    named = words(unwrapped(first(table, "instancetype", "machinetype", "instancetypes")))
    found = [each for word in named for each in named_pairs.types_of(word)]
    if others := [each for each in named_pairs.types_in(table) if each not in found]:
        return found + list(dict.fromkeys(others))
    bare = [named_pairs.as_type(str(get(table, key))) for key in ("type", "size")]
    return found or [each for each in bare if INSTANCE_TYPE.fullmatch(each)][:1]


def _option_line(options: object) -> int:
    """Where an environment of Elastic Beanstalk names its types, whether options are a list or tables."""
    if isinstance(options, Mapping):
        return max(_line(each) for each in options.values() if isinstance(each, Mapping))
    lines = (
        getattr(each, "lines", {}).get("Value")
        for each in tables(options)
        if plain(first(each, "optionname", "name")).startswith("instancetype")
    )
    return next((line for line in lines if line), _FIRST_LINE)


def _runs(table: Mapping[str, Any]) -> bool:
    """Whether this is an instance that runs, and no request for one."""
    named = get(table, "id")
    return first(table, "instanceid", "instancestate") is not None or str(named).startswith("i-")


def _line(table: Mapping[str, Any]) -> int:
    """Where the table names its type, in a language that tells lines."""
    lines: Mapping[str, int] = getattr(table, "lines", {})
    for told in (str.startswith, str.endswith):
        for key, line in lines.items():
            if told(plain(key), ("instancetype", "machinetype", "instancetypes")):
                return line
    return lines.get("type", lines.get("size", _FIRST_LINE))


def _image(table: Mapping[str, Any]) -> ImageRef:
    """The image that a request or an instance names, with what a reply says of it beside."""
    if get(table, "machinetype") and isinstance(word := get(table, "image"), str):
        return _of_kops(word)
    if isinstance(shown := get(table, "imagemetadata"), Mapping):
        return _of_metadata(shown, _region(table))
    found = image_ref(_named(table), _region(table))
    if found is NO_IMAGE or not _runs(table):
        return found
    # DescribeInstances says most of what DescribeImages would.
    said = normal(table)
    fields = {
        key: value for key, value in said.fields.items() if key not in ("State", "InstanceType", "Name")
    }
    return ImageRef(found.written, found.ids, fields=fields, silent=said.silent)


def _of_metadata(shown: Mapping[str, Any], region: str) -> ImageRef:
    """The image of an instance, as describe-instance-image-metadata tells its ID, name and owner."""
    found = image_ref(get(shown, "imageid"), region)
    name, owner = get(shown, "name"), get(shown, "ownerid")
    return replace(found, names=words(name), owners=words(owner))


def _of_kops(word: str) -> ImageRef:
    """The image of an instance group: an ID, a parameter, or the owner and the name."""
    owner, _, name = word.partition("/")
    return ImageRef(word, names=(name,), owners=(owner,)) if owner.isdigit() and name else image_ref(word)


def _named(table: Mapping[str, Any]) -> Any:
    """The word for the image: of RunInstances, of ParallelCluster and EMR, of CloudTrail, of older playbooks."""
    for key in ("imageid", "ami", "customami", "customamiid", "amiid"):
        if isinstance(named := first(table, key), str):
            return named
    for path in _PATHS:
        if named := get(table, *path):
            return named
    word = first(table, "image")
    return word if isinstance(word, str) and ids_in(word) else None


_PATHS = (("image", "id"), ("image", "customami"), ("ami", "id"), ("instancesset", "items", "imageid"))


def _region(table: Mapping[str, Any]) -> str:
    named = get(table, "region") or get(table, "awsregion") or get(table, "metadata", "region")
    zone = get(table, "placement", "availabilityzone")
    if isinstance(named, str):
        return named
    return zone.rstrip("abcdef") if isinstance(zone, str) and zone.count("-") == 2 else ""
