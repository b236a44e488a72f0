"""Exactly what a table of images shows, as a text to carry away."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wizard.gui.images.image_rows import ImageRows
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.message import Message
from wizard.report import image_export
from wizard.report.account_mask import Mask


@dataclass(frozen=True, slots=True)
class Format:
    """title: in a menu. kind: in a file dialog. write: these images, in this order."""

    title: Message
    kind: Message
    suffix: str
    write: Callable[[ImageRows, Sequence[JudgedImage], Mask], bytes]


def as_tabs(rows: ImageRows, images: Sequence[JudgedImage], mask: Mask) -> str:
    """For the clipboard and a spreadsheet."""
    return image_export.tab_separated(rows.columns, images, rows.translations, mask)


def as_markdown(rows: ImageRows, images: Sequence[JudgedImage], mask: Mask) -> str:
    """For the clipboard and a page that reads Markdown."""
    return image_export.markdown(rows.columns, images, rows.translations, mask)


def _csv(rows: ImageRows, images: Sequence[JudgedImage], mask: Mask) -> bytes:
    return image_export.comma_separated(rows.columns, images, rows.translations, mask=mask)


def _json(rows: ImageRows, images: Sequence[JudgedImage], mask: Mask) -> bytes:
    ids = [column.id for column in rows.columns]
    cells = image_export.cells(rows.columns, images, rows.translations, mask)
    found = [dict(zip(ids, row, strict=True)) for row in cells]
    return json.dumps({"schema": 1, "images": found}, ensure_ascii=False, indent=1).encode()


def _markdown(rows: ImageRows, images: Sequence[JudgedImage], mask: Mask) -> bytes:
    return as_markdown(rows, images, mask).encode()


FORMATS: tuple[Format, ...] = (
    Format(Message("&CSV…"), Message("CSV (*.csv)"), ".csv", _csv),
    Format(Message("&JSON…"), Message("JSON (*.json)"), ".json", _json),
    Format(Message("&Markdown…"), Message("Markdown (*.md)"), ".md", _markdown),
)
