"""What somebody has in hand, told by looking at it: answers, an image, an instance, an error, a template."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import islice, pairwise
from typing import Any

from wizard.flow.answers import AnswersError, read_answers
from wizard.flow.image_facts import facts_of, instance_answers
from wizard.formats.image_record import ids_in
from wizard.formats.image_text import ImageText
from wizard.formats.near_miss import describe_images, form_of
from wizard.formats.other_forms import rows_in
from wizard.formats.templates.place import NotATemplate, Place
from wizard.formats.templates.template import places_in
from wizard.model.ec2.names import REGION
from wizard.model.frozen import field, frozen
from wizard.model.images.describe_images import ImageError, is_whole
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted, located

_MOST_IMAGES = 1000
_SHORT = 300
# Words of whatever names a type beside an image; a reply of DescribeImages has none of them.
_LAUNCHES = re.compile(
    r"(?:instance|machine)[-_ ]?types?\b|ami[-_]?type|\bresource_changes\b|\bAwsEc2Instance\b|\bamiID\b",
    re.IGNORECASE,
)
# A request that failed, as CloudTrail keeps it: the error is what one wants to know.
_TOLD = re.compile(r"\"errorMessage\"\s*:\s*\"")
# A launch that failed, with what was asked for beside it: the error counts, and not the request.
_FAILED = re.compile(
    r"\bAn error occurred \(|\bapi error \w|^(?:[|\u2502 \t]*)Error: |\bError (?:launching|creating|running|starting)\b|\bFAILED! =>",
    re.MULTILINE,
)
# Terraform, Packer, CloudFormation.
_SOURCE = re.compile(
    r"^[ \t]*(?:resource|data|source|build|variable|locals|terraform|module|provider)\b[^\n:=]*\{|^[ \t]*\"?Resources\"?:"
    r"|\"planned_values\"|\"terraform_version\"",
    re.MULTILINE,
)
# Kubernetes', Karpenter's and eksctl's objects.
_MANIFEST = re.compile(
    r"^apiVersion:[^\n]*\n(?:[^\n]*\n){0,3}kind:|^kind:[^\n]*\n(?:[^\n]*\n){0,3}apiVersion:", re.MULTILINE
)
# What describe-instance-types says of each type.
_DESCRIBES = re.compile(r"\"VCpuInfo\"\s*:\s*\{", re.IGNORECASE)
# What somebody says, and not what somebody asks for; an object's status is said by the cluster.
_COMPLAINS = re.compile(
    r"\b(?:errors?|fail(?:ed|ure|s)?|invalid\w*|unsupported\w*|insufficient\w*|denied|exceeded|cannot|unable)\b|^status:",
    re.IGNORECASE | re.MULTILINE,
)
# An instance's ID behind its name, and in the line below a column of that name.
_RUNS = re.compile(r"['\"]?Instance_?Id['\"]?[\s|]*[:|]\s*['\"]?i-", re.IGNORECASE)
_HEAD = re.compile(r"\bInstance[ _]?Id\b", re.IGNORECASE)
_RUNS_BELOW = re.compile(r"\bi-[0-9a-f]{8}", re.IGNORECASE)
_NOTHING = Message(
    "This is no error, image, instance, template or answers file that the program knows. Paste the whole message "
    "or reply, or open the file itself."
)


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


@frozen
class InHand:
    """What was recognised.

    answers: to begin the walk with, for what leads into it. images: the records, where there are
    several. image_id: one that stands by itself. places: of a template. said: what it is, or why nothing
    was recognised, for the person.
    """

    having: Having
    said: Message
    answers: Mapping[str, Any] = field(default_factory=dict)
    images: Sequence[Mapping[str, object]] = ()
    image_id: str = ""
    places: Sequence[Place] = ()


def recognise(text: str, name: str, knowledge: Knowledge) -> InHand:
    """Look at a text that somebody pasted or a file holds. name: the file's name, for messages."""
    text = text.strip()
    return (
        _word(text, knowledge)
        or _answers(text, name)
        or (_error(text, knowledge) if _TOLD.search(text) or _FAILED.search(text) else None)
        or (_places(text, knowledge) if _LAUNCHES.search(text) else None)
        or _images(text, name)
        or (_places(text, knowledge) if ids_in(text, 1) and rows_in(text) else None)
        or (None if _asks_only(text) else _error(text, knowledge))
        or _places(text, knowledge)
        or InHand(Having.NOTHING, _near_miss(text, name))
    )


def _word(text: str, knowledge: Knowledge) -> InHand | None:
    """A type's name or an image's ID alone."""
    ids = ids_in(text) if len(text) < _SHORT else ()
    if len(ids) == 1 and len(text.split()) == 1:
        where = REGION.search(text)
        said = Message(
            "{image} alone says nothing about the image. Paste what this prints: {command}",
            {"image": ids[0], "command": describe_images(ids, where[0] if where else "")},
        )
        return InHand(Having.IMAGE_ID, said, image_id=ids[0])
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
        part = {"start": "image", **facts_of(record.fields)}
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
    if len(places) == 1 and known is not None and _names_an_instance(text):
        answers = instance_answers(first.instance_type, first.image.fields)
        said = Message("An instance of type {type}.", {"type": known.name})
        return InHand(Having.INSTANCE, said, answers)
    said = Message(
        "{count} place where an image and a type stand together.",
        {"count": len(places)},
        "{count} places where an image and a type stand together.",
        len(places),
    )
    return InHand(Having.TEMPLATE, said, places=places)


def _names_an_instance(text: str) -> bool:
    below = pairwise(text.split("\n"))
    return bool(_RUNS.search(text)) or any(
        _HEAD.search(head) and _RUNS_BELOW.search(row) for head, row in below
    )


def _asks_only(text: str) -> bool:
    """Whether it is a source or a list whose words stand near each other as an error's might, and tell of none."""
    asks = _SOURCE.search(text) or _MANIFEST.search(text) or _DESCRIBES.search(text)
    return bool(asks) and not _COMPLAINS.search(text)


def _error(text: str, knowledge: Knowledge) -> InHand | None:
    found = knowledge.errors.read(text)
    return None if found is None else InHand(Having.ERROR, found.happened)


def _near_miss(text: str, name: str) -> Message:
    """What it is instead, where that can be told: a template that is damaged, or a reply of another kind."""
    if _SOURCE.search(text):
        try:
            places_in(text)
        except NotATemplate as problem:
            return located(name, problem.message)
        return Message("No place in it where an image and a type stand together.")
    if not text.startswith(("{", "[")) and form_of(text) is None and not ids_in(text):
        return _NOTHING
    try:
        found = list(islice(ImageText(text, name).records(), _MOST_IMAGES))
    except ImageError as problem:
        return problem.message
    return _NOTHING if found else Message("An empty list: there is no image in it.")
