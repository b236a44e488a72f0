"""Environments of Elastic Beanstalk, whose image and types are options with a namespace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.launch_data import first, get, plain, tables
from wizard.formats.templates.place import NO_IMAGE, Place

Settings = Mapping[tuple[str, str], Any]

_CONFIGURATION = "aws:autoscaling:launchconfiguration"
# docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html
IMAGE = (_CONFIGURATION, "imageid")
TYPES = (("aws:ec2:instances", "instancetypes"), (_CONFIGURATION, "instancetype"))
_SPACES = frozenset(space for space, _ in (IMAGE, *TYPES))


def settings(value: object) -> Settings:
    """What a list of options, or a table by namespace, says of the instances; empty for anything else."""
    if isinstance(value, Mapping):
        return {
            (space, plain(name)): option
            for space in _SPACES & value.keys()
            if isinstance(inner := value[space], Mapping)
            for name, option in inner.items()
        }
    return {
        (space, plain(name)): get(each, "value")
        for each in tables(value)
        if isinstance(space := get(each, "namespace"), str)
        and space in _SPACES
        and isinstance(name := first(each, "optionname", "name"), str)
    }


def types_in(value: object) -> list[str]:
    """The types of an option, which are apart by commas."""
    return [word.strip() for word in value.split(",")] if isinstance(value, str) else []


def environment(value: object, address: str, line: int) -> Iterator[Place]:
    """A place for each type beside an image of one's own; the platform's image fits by itself."""
    options = settings(value)
    image = image_ref(options.get(IMAGE))
    if image is not NO_IMAGE:
        for name in TYPES:
            for instance_type in types_in(options.get(name)):
                yield Place(line, address, image, instance_type)
