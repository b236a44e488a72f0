"""What a text is that holds no images: one line that names it and the command that gives the images."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wizard.formats.image_record import ids_in
from wizard.formats.image_walk import region_in
from wizard.formats.json_texts import JsonText
from wizard.formats.other_kinds import FOREIGN, KINDS, PROGRAM, TEXTS, Table
from wizard.model.message import Message

_MOST_IDS = 20
_MOST_KEYS = 6
_LOOKED_AT = 20_000
_PLACED = re.compile(r"\b([a-z]{2}(?:-[a-z]+){1,3}-\d):(ami-[0-9a-f]{8,17})\b")

_TEMPLATE = re.compile(r"\blt-[0-9a-f]{17}\b")
_INSTANCE = re.compile(r"\bi-(?:[0-9a-f]{17}|[0-9a-f]{8})\b")
_ODD = re.compile(r"[^\w .:/@-]")


def other_value(texts: Sequence[JsonText]) -> Message:
    """What JSON without images is, and the next step."""
    values = [text.value for text in texts]
    tables = [table for value in values for table in _tables(value)]
    what = next((name for name, fits in KINDS if any(fits(table) for table in tables)), None)
    whole = values[0] if len(values) == 1 else values
    next_step = _command(whole)
    if what is None and not tables:
        what = Message("an empty list" if values[0] == [] else "JSON without an object")
    if what is None:
        what = _keys(next((table for table in tables if "Images" not in table), tables[0]))
    return Message(
        "{what}; its images: {command}" if ids_in(whole) else "{what}; {command}",
        {"what": what, "command": next_step},
    )


def other_text(text: str) -> Message | None:
    """What a text without JSON is, and the next step; None for one that looks like nothing known."""
    if not text.strip():
        return Message("empty; {command}", {"command": _command(None)})
    form = form_of(text)
    if form is None:
        return None
    head = text[:_LOOKED_AT]
    if foreign(head) and ids_in(head):
        return Message("{what}; its images: {command}", {"what": form, "command": _command(head)})
    command = _command(None) if foreign(head) else _as_json(head)
    return Message("{what}; {command}", {"what": form, "command": command})


def form_of(text: str) -> Message | None:
    """What wrote such a text, or what language it is; None for one that looks like nothing known."""
    head = text[:_LOOKED_AT]
    return foreign(head) or next((what for pattern, what in TEXTS if pattern.search(head)), None)


def foreign(text: str) -> Message | None:
    """What a text is that has nothing to do with images, if it is one."""
    head = text[:_LOOKED_AT]
    return next((what for pattern, what in FOREIGN if pattern.search(head)), None)


def is_program(text: str) -> bool:
    """Whether it is the source of a program."""
    return bool(PROGRAM.search(text[:_LOOKED_AT]))


def describe_images(ids: Sequence[str], region: str = "") -> str:
    """The command that saves what DescribeImages says of these images."""
    where = f" --region {region}" if region else ""
    what = f"--image-ids {' '.join(ids)}" if ids else "--owners self"
    return f"aws ec2 describe-images{where} {what} --output json"


def _command(value: object) -> Message:
    placed = _PLACED.findall(value if isinstance(value, str) else repr(value))
    if placed:
        region = placed[0][0]
        ids = tuple(dict.fromkeys(image for where, image in placed if where == region))
        return Message("{command}", {"command": Message(describe_images(ids[:_MOST_IDS], region))})
    ids = ids_in(value) if value is not None else ()
    said = Message(describe_images(ids[:_MOST_IDS], _region(value) if ids else ""))
    if not ids and value is not None and (found := _further(value)):
        return found
    if len(ids) > _MOST_IDS:
        values = {"command": said, "count": _MOST_IDS}
        return Message("{command} (the first {count} of its ids)", values)
    return said if ids else Message("expected images in DescribeImages' JSON: {command}", {"command": said})


def _further(value: object) -> Message | None:
    """The command that names the images where only what launches them is named."""
    text = repr(value)
    if templates := _TEMPLATE.findall(text):
        said = f"aws ec2 describe-launch-template-versions --launch-template-id {templates[0]} --output json"
        return Message("its images stand in the launch template: {command}", {"command": Message(said)})
    if instances := tuple(dict.fromkeys(_INSTANCE.findall(text)))[:_MOST_IDS]:
        said = f"aws ec2 describe-instances --instance-ids {' '.join(instances)} --output json"
        return Message("its images are told by {command}", {"command": Message(said)})
    return None


def _region(value: object) -> str:
    """The one Region that the objects with IDs name, if it is one."""
    regions = {region_in(table) for table in _tables(value) if ids_in(dict(table), 1)} - {""}
    return regions.pop() if len(regions) == 1 else ""


def _as_json(text: str) -> Message:
    """How to save again what was saved in another form."""
    ids = ids_in(text)
    if not ids and (found := _further(text)):
        return found
    return Message("save it as JSON: {command}", {"command": Message(describe_images(ids[:_MOST_IDS]))})


def _keys(table: Table) -> Message:
    if not table:
        return Message("an object without any key")
    shown = ", ".join(sorted(_ODD.sub("?", str(key)[:40]) for key in table)[:_MOST_KEYS])
    return Message("no image; what is there has {keys}", {"keys": shown})


def _tables(value: object, level: int = 0) -> Iterator[Table]:
    """The outer objects of a value, and those in its lists."""
    if isinstance(value, dict):
        yield value
        if level < 3:
            for inner in value.values():
                yield from _tables(inner, level + 1)
    elif isinstance(value, list) and level < 4:
        for inner in value[:5]:
            yield from _tables(inner, level + 1)
