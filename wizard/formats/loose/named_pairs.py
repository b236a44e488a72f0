"""Image and types by the names of their keys, in files that no tool prescribes: ec2_image, worker_instance_type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from wizard.formats.templates.image_filter import found_by
from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.launch_data import first, get, plain, words
from wizard.formats.templates.place import NO_IMAGE, ImageRef
from wizard.model.ec2.names import IMAGE_ID, INSTANCE_TYPE, REGION

Table = Mapping[str, Any]
IMAGE_KEY = re.compile(
    r"(?P<whose>.*?)(?:with|set)?(?:amazonec2)?(?:source|base|custom|machine)?(?:ami|image)s?(?:ids?|name)?(?:(?:by|in|per)?regions?|map)?"
)
TYPE_KEY = re.compile(
    r"(?P<whose>.*?)(?:with|set)?(?:amazonec2)?(?:(?:ec2)?(?:instance|machine|node|server|vm)(?:types?|sizes?|class)?|flavor)"
)
# Where a tool says of a search what it searches for: of runners, of Test Kitchen, of Jenkins.
_FILTERS = ("amifilter", "sourceamifilter", "imagesearch", "imagefilter", "amifilters", "imagefilters")
_OWNERS = ("amiowners", "owners", "owner", "ownerid", "ownerids", "amiownerid", "imageowners")
# Lists of names with their values: parameters of a stack, settings, tags.
_NAME, _VALUE = ("parameterkey", "name", "key", "optionname"), ("parametervalue", "value", "values")
# T2Micro, M52xlarge, M6_G_LARGE: without the point that parts a type's family from its size.
_WORD = re.compile(r"[A-Z][A-Za-z0-9_]{4,24}")
_JOINED = re.compile(
    r"(?P<family>[a-z]{1,4}\d[a-z]*?)(?P<size>nano|micro|small|medium|large|\d*xlarge|metal)"
)


def is_image(word: str) -> bool:
    """Whether it names an image: by its ID, or by a public parameter."""
    image = image_ref(word)
    return bool(image.ids or image.public_name)


def pairs_in(table: Table) -> list[tuple[ImageRef, list[str]]]:
    """Each image with the types that belong to it by the beginnings of their keys' names.

    One image by itself belongs to all types; of several each to the types whose keys begin as its own.
    """
    images, types = _images(table), _types(table)
    if len(images) == 1:
        (only,) = images.values()
        return [(only, [each for found in types.values() for each in found])]
    found = []
    for whose, each in types.items():
        image = images.get(whose, images.get("", NO_IMAGE))
        if image is not NO_IMAGE:
            found.append((image, each))
    return found


def image_in(table: Table) -> ImageRef:
    """The one image that a table names by whatever key; none where there are several."""
    images = _images(table)
    if len(images) == 1:
        return next(iter(images.values()))
    return NO_IMAGE if images else _searched(table)


def types_in(table: Table) -> list[str]:
    """All types that a table names by whatever key."""
    return [each for found in _types(table).values() for each in found]


def types_of(word: str) -> list[str]:
    """The types of a word that lists some, as parameters of stacks do; any other word as it is."""
    listed = re.split(r"[\s,;]+", word.strip())
    return listed if all(map(INSTANCE_TYPE.fullmatch, listed)) else [word]


def as_type(word: str) -> str:
    """A type as EC2 calls it, of Jenkins' and the SDKs' words for it; any other word as it is."""
    found = _JOINED.fullmatch(word.replace("_", "").casefold()) if _WORD.fullmatch(word) else None
    return f"{found['family']}.{found['size']}" if found else word


def named_values(value: Iterable[object]) -> dict[str, object]:
    """What a list of names with their values says, as one table; empty for any other list."""
    found: dict[str, object] = {}
    for each in value:
        name = first(each, *_NAME)
        if not isinstance(each, Mapping) or not isinstance(name, str):
            return {}
        found[name] = first(each, *_VALUE)
    return found


def _images(table: Table) -> dict[str, ImageRef]:
    found: dict[str, ImageRef] = {}
    for whose, value in _keyed(table, IMAGE_KEY):
        image = _by_region(value) if isinstance(value, Mapping) else _named(value)
        if image is not NO_IMAGE:
            found[whose] = image
    return found if len({image.written for image in found.values()}) != 1 else dict([found.popitem()])


def _named(value: object) -> ImageRef:
    return image_ref(value) if isinstance(value, str) and is_image(value) else NO_IMAGE


def _by_region(table: Table) -> ImageRef:
    """A map of Regions to the ID that the image has there."""
    ids = tuple(
        (key, word) for key, word in table.items() if isinstance(word, str) and IMAGE_ID.fullmatch(word)
    )
    if not ids or len(ids) != len(table) or not all(REGION.fullmatch(key) for key, _ in ids):
        return NO_IMAGE
    return ImageRef(ids[0][1], ids)


def _types(table: Table) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for whose, value in _keyed(table, TYPE_KEY):
        named = [each for word in words(value) for each in types_of(word)]
        if named and all(map(INSTANCE_TYPE.fullmatch, named)):
            found.setdefault(whose, []).extend(named)
    return found


def _keyed(table: Table, key: re.Pattern[str]) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if found := key.fullmatch(plain(name).replace(".", "")):
            yield found["whose"], value


def _searched(table: Table) -> ImageRef:
    """The image that a filter beside the types would find."""
    held = first(table, *_FILTERS) or get(table, "ami", "filter") or get(table, "ami", "filters")
    if held is None:
        return NO_IMAGE
    filters = named_values(held) if isinstance(held, list) else held
    if not isinstance(filters, Mapping):
        return NO_IMAGE
    said = {
        str(key): value[0] if isinstance(value, list) and len(value) == 1 else value
        for key, value in filters.items()
    }
    owners = first(table, *_OWNERS) or get(table, "ami", "owners") or first(filters, *_OWNERS)
    written = next(iter(words(get(filters, "name"))), "")
    return found_by(said, words(owners), written) if written else NO_IMAGE
