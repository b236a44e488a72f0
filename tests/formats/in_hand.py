"""What the readers make of a file that somebody has in hand, in short."""

from __future__ import annotations

import gettext
from pathlib import Path

from wizard.api.launch import knowledge
from wizard.formats.image_text import ImageText
from wizard.formats.recognise import Having, recognise
from wizard.formats.templates.place import NotATemplate
from wizard.formats.templates.template import places_in
from wizard.formats.text_encoding import NotText, text_of
from wizard.model.ec2.image import Image
from wizard.model.images.describe_images import ImageError, image_from

SPOKEN = gettext.NullTranslations()


def images(path: Path) -> list[str] | str:
    """Each image with what decides, or its problem; or why there is none."""
    try:
        read = ImageText(text_of(path.read_bytes()), path.name)
        records = list(read.records())
    except NotText as problem:
        return problem.message.render(SPOKEN)
    except ImageError as problem:
        return str(problem)
    found = []
    for record in records:
        try:
            said = _short(image_from(record.fields, record.where, record.silent))
        except ImageError as problem:
            said = f"not read: {problem}"
        found.append(f"{said} {record.region}".rstrip())
    return found + ["more follow"] * read.page


def _short(image: Image) -> str:
    facts = (image.architecture, image.virtualization_type, image.root_device_type, image.boot_mode)
    ena = {True: "ena", False: "no-ena", None: "?"}[image.ena_support]
    return " ".join([image.image_id, *("?" if fact is None else str(fact) for fact in facts), ena])


def places(path: Path) -> list[str] | str:
    """Line, address, image as written, type, options and Region of each place; or why there is none."""
    try:
        found = places_in(text_of(path.read_bytes()))
    except NotText as problem:
        return problem.message.render(SPOKEN)
    except NotATemplate as problem:
        return str(problem)
    said = []
    for place in found:
        options = ",".join(k if v is True else f"{k}={v}" for k, v in place.options.items())
        words = (
            str(place.line),
            place.address,
            place.image.written,
            place.instance_type,
            options,
            place.region,
        )
        said.append(" | ".join(words).rstrip(" |"))
    return said


def hand(path: Path) -> str:
    """What the window takes it for, and what it says."""
    try:
        found = recognise(text_of(path.read_bytes()), path.name, knowledge())
    except NotText as problem:
        return problem.message.render(SPOKEN)
    if found.having is Having.ERROR:
        return "error"  # the words are of the errors' own tests
    return f"{found.having}: {found.said.render(SPOKEN)}"
