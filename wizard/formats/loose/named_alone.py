"""What to do with a file that names images without types, types without images, or both far from each other."""

from __future__ import annotations

import re
import shlex

from wizard.formats.image_record import ids_in
from wizard.formats.near_miss import describe_images
from wizard.model.ec2.names import INSTANCE_TYPE
from wizard.model.message import Message

_LOOKED_AT = 2**20
_MOST_TYPES = 8
_MOST_IDS = 20
# Types of databases, caches, notebooks and search clusters have a word before them or behind.
_TYPE = re.compile(rf"(?<![\w.-]){INSTANCE_TYPE.pattern}(?![\w-]|\.\w)", re.ASCII)


def named_alone(text: str, file: str) -> Message | None:
    """The next step, in one line; None for a text that names neither. file: as the command line would take it."""
    text = text[:_LOOKED_AT]
    ids = ids_in(text, _MOST_IDS)
    types = tuple(dict.fromkeys(_TYPE.findall(text)))[:_MOST_TYPES]
    if not ids and not types:
        return None
    values = {
        "types": ", ".join(types),
        "first": types[0] if types else "",
        "list": ",".join(types),
        "ids": ", ".join(ids),
        "command": Message(f"{describe_images(ids)} > images.json"),
        "file": shlex.quote(file),
    }
    if not ids:
        return Message(
            "instance types and no image: {types}; for an image give check --image images.json --type {first}, "
            "and for what runs on them recommend --type {list}",
            values,
        )
    if not types:
        return Message(
            "images and no instance type: {ids}; save what EC2 says of them, {command}, and give "
            "check --image images.json --type TYPE",
            values,
        )
    return Message(
        "images ({ids}) and instance types ({types}), and not which of them belong together; save what EC2 says, "
        "{command}, and give check --image images.json --type {first}",
        values,
    )
