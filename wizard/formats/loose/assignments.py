"""Image and type in what has no grammar of its own here: scripts, programs, settings of tools, by key and value."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from wizard.formats.loose import named_pairs
from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.launch_data import plain
from wizard.formats.templates.place import Place
from wizard.model.ec2.names import IMAGE_ID, INSTANCE_TYPE
from wizard.model.frozen import frozen

_LONGEST = 2**20
_MOST = 10_000
# key = "value", key: value, --key value, .key("value"), key => 'value', with a call around the value: aws.String("…")
_QUOTED = r"(?:&?[\w.]{1,40}\()?[\"'`][^\"'`\n]{1,200}[\"'`]"
_ASSIGNED = re.compile(
    r"(?<![\w$@])(?<!\w[.-])(?P<key>[A-Za-z_$@][\w.$@-]{0,60})[\"'`]?"
    rf"(?:\s{{0,20}}(?:=>|[:?+]{{1,3}}=|[=:])\s{{0,20}}(?P<value>{_QUOTED}|[^\s\"'`,;()\[\]<>=]{{1,200}})"
    rf"|(?:\(|(?<=[\w-])[ ])\s{{0,20}}(?P<given>{_QUOTED}|[A-Z]\w+(?:\.\w+)+|(?<=[ ])[\w$./{{}}-]{{1,200}}))"
)
_COMMENT = re.compile(r"^[ \t]*(?:#|//|;|\*|--[ \t]).*$", re.MULTILINE)
_CALLED = re.compile(r"&?[\w.]{1,40}\(")
_DEFAULT = re.compile(r"\$\{\w+:?[-=](?P<default>[^{}]*)\}")
_NAMED = re.compile(r"\$?\{?(?P<name>[A-Za-z_][\w.]*)\}?")
# SDKs' own words for types: InstanceType.T2_MICRO, types.InstanceTypeM5Xlarge.
_CONSTANT = re.compile(r"(?:\w+\.)*InstanceType(?:s?\.|_)?(?P<word>[A-Z]\w+)")
_HEAD = re.compile(r"^[ \t]*\[{1,2}[\w .:\"'/-]{1,100}\]{1,2}[ \t\r]*$", re.MULTILINE)


@frozen
class _Word:
    """One value. line: from 1; whose: the beginning of its key; image: whether it is one, or a type."""

    line: int
    key: str
    whose: str
    image: bool
    value: str


def assigned_in(text: str) -> Iterator[Place]:
    """A place for each type that can belong to one image only; none where it could be another."""
    if len(text) > _LONGEST:
        return
    plain_text = _COMMENT.sub(lambda found: " " * len(found[0]), text)
    words = _words(plain_text)
    found = {(image.value, kind.value): (image, kind) for image, kind in _pairs(words, plain_text)}
    for image, kind in found.values():
        yield Place(kind.line, kind.key, image_ref(image.value), kind.value)


def is_settings(text: str) -> bool:
    """Whether it begins with a head of INI or TOML."""
    return _HEAD.match(text.lstrip()) is not None


def constants_in(text: str) -> Mapping[str, str]:
    """The texts that a script or a program gives names to."""
    said = (
        (found["key"].lstrip("$"), filled(_literal(found["value"]), {}))
        for found in _ASSIGNED.finditer(text)
        if found["value"]
    )
    return {key: value for key, value in said if value and not value.startswith(("$", "-"))}


def filled(value: str, constants: Mapping[str, str]) -> str:
    """A value for which a variable stands; itself for any other."""
    if default := _DEFAULT.fullmatch(value):
        return default["default"].strip("'\"")
    named = None if INSTANCE_TYPE.fullmatch(value) or IMAGE_ID.fullmatch(value) else _NAMED.fullmatch(value)
    return constants.get(named["name"], value) if named and len(value) < 64 else value


def _words(text: str) -> list[_Word]:
    constants = constants_in(text)
    found: list[_Word] = []
    line, at = 1, 0
    for each in _ASSIGNED.finditer(text):
        line, at = line + text.count("\n", at, each.start()), each.start()
        key = plain(each["key"].rpartition(".")[2])
        value = filled(_literal(_value(each)), constants)
        if (own := named_pairs.IMAGE_KEY.fullmatch(key)) and named_pairs.is_image(value):
            found.append(_Word(line, each["key"], own["whose"], True, value))
        elif own := named_pairs.TYPE_KEY.fullmatch(key) or _BARE.fullmatch(key):
            kind = _type(value)
            if INSTANCE_TYPE.fullmatch(kind):
                found.append(_Word(line, each["key"], own["whose"], False, kind))
    return found[:_MOST]


_BARE = re.compile(r"(?P<whose>(?:with|set)?)(?:type|size)")


def _value(found: re.Match[str]) -> str:
    return found["value"] or found["given"]


def _literal(value: str) -> str:
    called = _CALLED.match(value)
    return value[called.end() if called else 0 :].strip("\"'`")


def _type(value: str) -> str:
    constant = _CONSTANT.fullmatch(value)
    return named_pairs.as_type(constant["word"] if constant else value)


def _pairs(words: Sequence[_Word], text: str) -> Iterator[tuple[_Word, _Word]]:
    """Image and type, as far as one belongs to the other without a doubt."""
    images = {word.value: word for word in words if word.image}
    kinds = [word for word in words if not word.image]
    if len(images) == 1:
        (image,) = images.values()
        yield from ((image, kind) for kind in kinds)
        return
    by_name = {word.whose: word for word in words if word.image}
    if len(by_name) == len(images) and {kind.whose for kind in kinds} <= by_name.keys() - {""}:
        yield from ((by_name[kind.whose], kind) for kind in kinds)
        return
    parts = _parts(words, text)
    if len(parts) > 1:
        for part in parts:
            yield from _pairs(part, "")
    else:
        yield from _in_turn(words)


def _parts(words: Sequence[_Word], text: str) -> list[list[_Word]]:
    """The words between the heads of an INI or a TOML file."""
    heads, line, at = [], 1, 0
    for found in _HEAD.finditer(text):
        line, at = line + text.count("\n", at, found.start()), found.start()
        heads.append(line)
    return [list(part) for _, part in groupby(words, key=lambda word: bisect_left(heads, word.line))]


def _in_turn(words: Sequence[_Word]) -> Iterator[tuple[_Word, _Word]]:
    """The pairs of what names an image and a type by turns."""
    turns = [word.image for word in words]
    if len(words) % 2 == 0 and turns in (
        [True, False] * (len(words) // 2),
        [False, True] * (len(words) // 2),
    ):
        for first, second in zip(words[::2], words[1::2], strict=True):
            yield (first, second) if first.image else (second, first)
