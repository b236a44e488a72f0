"""The images in a text that somebody saved or pasted, whatever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from wizard.formats.image_record import Normal, Record, has_facts, ids_in, is_image, normal, says_anything
from wizard.formats.image_walk import ImageWalk, region_in
from wizard.formats.json_texts import JsonText, NotJsonText, json_texts
from wizard.formats.loose.xml_tree import NotXml, xml_value
from wizard.formats.near_miss import describe_images, other_text, other_value
from wizard.formats.other_forms import printed_value, rows_in
from wizard.formats.reply_stream import Unusual, streamed
from wizard.formats.templates.place import NotATemplate
from wizard.formats.templates.yaml_tree import read_yaml
from wizard.model.ec2.image import Image
from wizard.model.frozen import frozen
from wizard.model.images.describe_images import ImageError, image_from
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.message import Message, located

_LOOKED_AT = 20_000
_MOST_IDS = 20
_BOM = "\ufeff"
_YAML = re.compile(r"^[ \t]*(?:- +)*(?:Images|images|ImageId|image_id|imageId):", re.MULTILINE)


_XML = re.compile(r"\s*<(?:\?xml\b[^>]*>\s*<)?DescribeImagesResponse\b")


@frozen
class ImageRecord:
    """One image. where: what to call it in a message; region: where it is from, if the text says so.

    fields, silent: as in `image_record.Normal`. start: where in the text it begins, if that is known.
    """

    fields: Record
    silent: frozenset[str] | None
    where: str
    region: str = ""
    start: int | None = None


class ImageText:
    """The images of a text. odd: after reading, a line for each member of a list that could not be read.

    page: whether the text is one page of more, as far as it says.
    """

    def __init__(self, text: str, name: str, nameless: bool = False) -> None:
        """name: the file's name, for messages. nameless: whether a single record needs no image id."""
        self._text = text.removeprefix(_BOM)
        self._nameless = nameless
        self._name = name
        self.odd: list[Message] = []
        self.page = False

    def records(self) -> Iterator[ImageRecord]:
        """The images one by one, of which there may be none in an empty reply.

        Only one record is alive at a time where the text is as AWS writes it. Raises ImageError for a
        damaged text, or one that holds something else: one line that says what it is.
        """
        self.odd.clear()
        done = 0
        try:
            for record, path, start in streamed(self._text, self._turn):
                if not is_image(record):
                    raise Unusual
                yield self._record(record, path, region_in(record), start)
                done += 1
        except (Unusual, ValueError, RecursionError):
            # Whatever is the matter: read the whole, or say what is wrong with it.
            yield from islice(self._walk(), done, None)

    def rows(self, region: str, reader: RowReader) -> Iterator[ImageRow]:
        """The images as rows of no profile; one that cannot be read is told in `odd`.

        region: where they are from, unless the text says so itself. Raises ImageError as `records` does.
        """
        for record in self.records():
            row = self.row(record, region, reader)
            if row is not None:
                yield row

    def row(self, record: ImageRecord, region: str, reader: RowReader) -> ImageRow | None:
        """One of the records as a row, or None, and a line in `odd`."""
        try:
            return reader.read(record.fields, "", record.region or region, record.where, record.silent)
        except ImageError as problem:
            image_id = str(record.fields.get("ImageId"))
            self.odd.append(
                Message("{problem}; {image} is left out", {"problem": problem.message, "image": image_id})
            )
            return None

    def _turn(self) -> None:
        self.page = True

    def _walk(self) -> Iterator[ImageRecord]:
        texts = self._values()
        if self._nameless and (lone := _lone(texts)) is not None:
            yield self._record(lone, "", "", None)
            return
        walk = ImageWalk()
        found = False
        for text in texts:
            label = "" if len(texts) == 1 else f"line {text.line}: "
            for fields, path, region in walk.through(text.value):
                found = True
                yield self._record(fields, f"{label}{path}".rstrip(": "), region, None)
        self.page |= walk.page
        problem = Message("no image with its id and facts, so it is left out")
        self.odd += [located(f"{self._name}: {path}", problem) for path in walk.odd]
        if not found and (not walk.lists or walk.odd):
            raise ImageError(located(self._name, other_value(texts)))

    def _values(self) -> list[JsonText]:
        if (printed := printed_value(self._text)) is not None:
            return [JsonText(printed, 1)]
        try:
            return json_texts(self._text)
        except NotJsonText as problem:
            begun = problem.damaged and self._text.lstrip().startswith(("{", "["))
            if not begun and (found := _of_another_form(self._text)):
                return found
            said = (None if begun else other_text(self._text)) or _expected(problem, self._text)
            raise ImageError(located(self._name, said)) from None

    def _record(self, record: Record, path: str, region: str, start: int | None) -> ImageRecord:
        found = normal(record)
        where = f"{self._name}: {path}" if path else self._name
        silent = found.silent if path else _lone_silence(record, found)
        return ImageRecord(found.fields, silent, where, region, start)


def image_given(record: Record, name: str) -> Image:
    """The image of one record that somebody wrote down for one launch, in any spelling.

    name: where it is from, for messages. Raises ImageError, also for a record that says nothing of an image.
    """
    found = normal(record)
    if not says_anything(found.fields):
        raise ImageError(located(name, other_value([JsonText(record, 1)])))
    return image_from(found.fields, name, _lone_silence(record, found))


def _lone_silence(record: Record, found: Normal) -> frozenset[str] | None:
    """What somebody wrote down by itself is meant as a whole; a table's row says what it has."""
    return None if found.fields is record or not found.silent else found.silent


def _of_another_form(text: str) -> list[JsonText]:
    """The values of a table or a list, or of the YAML that the AWS CLI writes too; none for any other."""
    if rows := rows_in(text):
        return [JsonText([row for _, row in rows], 1)]
    if _XML.match(text):
        with suppress(NotXml):
            return [JsonText(xml_value(text), 1)]
    if not _YAML.search(text[:_LOOKED_AT]):
        return []
    try:
        return [
            JsonText(value, 1) for value in read_yaml(text, numbers=True) if isinstance(value, dict | list)
        ]
    except NotATemplate:
        return []


def _expected(problem: NotJsonText, text: str) -> Message:
    ids = ids_in(text[:_LOOKED_AT], _MOST_IDS)
    values = {"problem": problem.message, "command": Message(describe_images(ids))}
    if problem.damaged or text.lstrip().startswith(("{", "[")):
        return Message("{problem}; expected images in DescribeImages' JSON: {command}", values)
    if ids:
        return Message("no JSON in it; its images: {command}", values)
    return Message("no JSON in it; expected images in DescribeImages' JSON: {command}", values)


def _lone(texts: list[JsonText]) -> Record | None:
    """The one object of a text that says of an image without an id what decides about a launch."""
    value = texts[0].value
    if (
        len(texts) != 1
        or not isinstance(value, dict)
        or any(isinstance(each, list) for each in value.values())
    ):
        return None
    fields = normal(value).fields
    return value if has_facts(fields) and not fields.get("ImageId") else None
