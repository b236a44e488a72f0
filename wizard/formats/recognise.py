"""What somebody has in hand, told by looking at it: answers, an image, an instance, an error, a template."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Any

from wizard.flow.answers import AnswersError, read_answers
from wizard.formats.image_text import ImageText
from wizard.formats.templates.place import NotATemplate, Place
from wizard.formats.templates.template import places_in
from wizard.model.images.describe_images import ImageError, is_whole
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted

_MOST_IMAGES = 1000
_AMI = re.compile(r"ami-(?:[0-9a-f]{8}|[0-9a-f]{17})")
_NOTHING = Message(
    "This is no error, image, instance, template or answers file that the program knows. Paste the whole message "
    "or reply, or open the file itself."
)
# DescribeInstances' words for an image -> the questions on it.
_ASKED = {
    "VirtualizationType": "image-virtualization",
    "Architecture": "image-architecture",
    "BootMode": "image-boot-mode",
    "RootDeviceType": "image-root-device",
}


class Having(StrEnum):
    """What it is."""

    ANSWERS = "answers"
    IMAGE = "image"
    IMAGES = "images"
    IMAGE_ID = "image-id"
    INSTANCE = "instance"
    TYPE = "type"
    TEMPLATE = "template"
    ERROR = "error"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class InHand:
    """What was recognised.

    answers: to begin the walk with, for what leads into it. images: the records, where there are
    several. places: of a template. said: what it is, or why nothing was recognised, for the person.
    """

    having: Having
    said: Message
    answers: Mapping[str, Any] = field(default_factory=dict)
    images: Sequence[Mapping[str, object]] = ()
    places: Sequence[Place] = ()


def recognise(text: str, name: str, knowledge: Knowledge) -> InHand:
    """Look at a text that somebody pasted or a file holds. name: the file's name, for messages."""
    text = text.strip()
    return (
        _word(text, knowledge)
        or _answers(text, name)
        or _images(text, name)
        or _places(text, knowledge)
        or _error(text, knowledge)
        or InHand(Having.NOTHING, _near_miss(text, name))
    )


def _word(text: str, knowledge: Knowledge) -> InHand | None:
    """A type's name or an image's ID alone."""
    if _AMI.fullmatch(text):
        command = f"aws ec2 describe-images --image-ids {text} --output json"
        said = Message(
            "{image} alone says nothing about the image. Paste what this prints: {command}",
            {"image": text, "command": command},
        )
        return InHand(Having.IMAGE_ID, said)
    found = knowledge.instance_type(text.lower()) if len(text) < 64 else None
    if found is None:
        return None
    answers = {"start": "instance", "current-type": found.name}
    return InHand(Having.TYPE, Message("An instance of type {type}.", {"type": found.name}), answers)


def _answers(text: str, name: str) -> InHand | None:
    if not text.startswith("{") or '"answers"' not in text:
        return None
    try:
        return InHand(Having.ANSWERS, Message("Answers of an earlier walk."), read_answers(text, name))
    except AnswersError:
        return None


def _images(text: str, name: str) -> InHand | None:
    try:
        records = list(islice(ImageText(text, name, nameless=True).records(), _MOST_IMAGES))
    except ImageError:
        return None
    if not records:
        return None
    if len(records) == 1:
        (record,) = records
        # Of a part of a record only what it says is known: its questions are asked one by one.
        part = {"start": "image", **_facts(record.fields)}
        whole = {"start": "image", "image": dict(record.fields)}
        return InHand(Having.IMAGE, Message("One image."), whole if is_whole(record.fields) else part)
    values = {"count": counted(len(records))}
    said = Message("{count} image.", values, "{count} images.", len(records))
    return InHand(Having.IMAGES, said, images=[dict(record.fields) for record in records])


def _places(text: str, knowledge: Knowledge) -> InHand | None:
    try:
        places = places_in(text)
    except NotATemplate:
        return None
    if not places:
        return None
    first = places[0]
    known = knowledge.instance_type(first.instance_type)
    if len(places) == 1 and known is not None and "InstanceId" in text:
        values = {"type": known.name}
        return InHand(Having.INSTANCE, Message("An instance of type {type}.", values), _instance(first))
    count = {"count": len(places)}
    said = Message(
        "A template with {count} place where an image and a type stand together.",
        count,
        "A template with {count} places where an image and a type stand together.",
        len(places),
    )
    return InHand(Having.TEMPLATE, said, places=places)


def _instance(place: Place) -> dict[str, Any]:
    """What DescribeInstances says of an instance and its image, as answers."""
    answers = {"start": "instance", "current-type": place.instance_type, **_facts(place.image.fields)}
    if answers.get("image-platform") == "windows":
        answers["os"] = "windows"
    return answers


def _facts(fields: Mapping[str, object]) -> dict[str, Any]:
    """What a record says of an image, as answers to the questions on it."""
    answers: dict[str, Any] = {
        question: str(fields[name]) for name, question in _ASKED.items() if fields.get(name)
    }
    if isinstance(ena := fields.get("EnaSupport"), bool):
        answers["image-ena"] = "yes" if ena else "no"
    if str(fields.get("Platform", "")).lower() == "windows":
        answers["image-platform"] = "windows"
    return answers


def _error(text: str, knowledge: Knowledge) -> InHand | None:
    found = knowledge.errors.read(text)
    return None if found is None else InHand(Having.ERROR, found.happened)


def _near_miss(text: str, name: str) -> Message:
    """What it is instead, where that can be told."""
    if text.startswith(("{", "[", "<")):
        try:
            list(islice(ImageText(text, name).records(), 1))
        except ImageError as problem:
            return Message("{problem}", {"problem": str(problem)})
    return _NOTHING
