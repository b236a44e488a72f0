"""A column of a table of images: what it is called, what its cells say, what it sorts by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.image import Image
from wizard.model.frozen import frozen
from wizard.model.message import Message, Translations
from wizard.report.visible import visible

Text = Callable[[JudgedImage, Translations], str]


@frozen
class ImageColumn:
    """id: what it is called in files. text: the cell. key: what it sorts by, of one kind in a column.

    numeric: set flush right. usual: shown unless somebody chose otherwise. shared: images that are judged
    alike say the same.
    """

    id: str
    title: Message
    text: Text
    key: Callable[[JudgedImage], Any]
    numeric: bool = False
    usual: bool = False
    shared: bool = False


def own_text(
    id: str,
    title: Message,
    read: Callable[[JudgedImage], str],
    usual: bool = False,
    shared: bool = False,
) -> ImageColumn:
    """A text of the image's own, which may hold anything."""
    return ImageColumn(id, title, lambda image, _: plain(read(image)), read, usual=usual, shared=shared)


def plain(text: str) -> str:
    """A foreign text on one line; almost all are short and plain, and those cost nothing."""
    return text if text.isascii() and text.isprintable() and len(text) < 1000 else visible(text)


def kind_text(
    id: str, title: Message, say: Callable[[Image], Message | str | None], usual: bool = False
) -> ImageColumn:
    """What the whole kind says, in words; a dash where it says nothing."""

    def text(image: JudgedImage, translations: Translations) -> str:
        said = say(image.row.kind)
        if isinstance(said, Message):
            return said.render(translations)
        return plain(said) if said else "–"

    def key(image: JudgedImage) -> str:
        said = say(image.row.kind)
        return said.template if isinstance(said, Message) else said or ""

    return ImageColumn(id, title, text, key, usual=usual, shared=True)
