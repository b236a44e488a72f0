"""Carrying the table away: to a file or to the clipboard, as CSV, JSON or Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from wizard.gui import feedback
from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.images.rows import ImageRows
from wizard.gui.images.table import ImageTable
from wizard.gui.texts import current, gettext, ngettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.tables.check_menu import CheckMenuButton
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.report import table_text
from wizard.report.account_mask import Mask
from wizard.report.images import export as image_export
from wizard.report.images import uses as use_columns
from wizard.report.images.columns import COLUMNS
from wizard.report.images.uses import ImageUse


@frozen
class Format:
    """title: in a menu. kind: in a file dialog. write: these images, in this order."""

    title: Message
    kind: Message
    suffix: str
    write: Callable[[ImageRows, Sequence[JudgedImage], Mask], bytes]


def as_tabs(rows: ImageRows, images: Sequence[JudgedImage], mask: Mask) -> str:
    """For the clipboard and a spreadsheet."""
    return image_export.tab_separated(rows.columns, images, current(), mask)


def as_markdown(rows: ImageRows, images: Sequence[JudgedImage], mask: Mask) -> str:
    """For the clipboard and a page that reads Markdown."""
    return image_export.markdown(rows.columns, images, current(), mask)


def _csv(rows: ImageRows, images: Sequence[JudgedImage], mask: Mask) -> bytes:
    return image_export.comma_separated(rows.columns, images, current(), mask=mask)


def _json(rows: ImageRows, images: Sequence[JudgedImage], mask: Mask) -> bytes:
    ids = [column.id for column in rows.columns]
    cells = image_export.cells(rows.columns, images, current(), mask)
    found = [dict(zip(ids, row, strict=True)) for row in cells]
    return json.dumps({"schema": 1, "images": found}, ensure_ascii=False, indent=1).encode()


def _markdown(rows: ImageRows, images: Sequence[JudgedImage], mask: Mask) -> bytes:
    return as_markdown(rows, images, mask).encode()


FORMATS: tuple[Format, ...] = (
    Format(Message("&CSV…"), Message("CSV (*.csv)"), ".csv", _csv),
    Format(Message("&JSON…"), Message("JSON (*.json)"), ".json", _json),
    Format(Message("&Markdown…"), Message("Markdown (*.md)"), ".md", _markdown),
)

_Write = Callable[[ImageRows, Sequence[JudgedImage], Mask], str]


class OtherTable(Protocol):
    """What is carried away in place of the images while it is looked at."""

    @property
    def shown(self) -> Sequence[ImageUse]: ...
    @property
    def selected(self) -> Sequence[ImageUse]: ...


def uses_as(suffix: str, uses: Sequence[ImageUse], mask: Mask) -> bytes:
    """What uses images, as a file of this kind."""
    header, cells = use_columns.header(current()), use_columns.cells(uses, current(), mask)
    if suffix == ".csv":
        return table_text.comma_separated(header, cells)
    if suffix == ".md":
        return table_text.markdown(header, cells).encode()
    ids = [column.id for column in use_columns.COLUMNS]
    found = [dict(zip(ids, row, strict=True)) for row in cells]
    return json.dumps({"schema": 1, "uses": found}, ensure_ascii=False, indent=1).encode()


def _uses_as_text(write: _Write, uses: Sequence[ImageUse], mask: Mask) -> str:
    to_text = table_text.tab_separated if write is as_tabs else table_text.markdown
    return to_text(use_columns.header(current()), use_columns.cells(uses, current(), mask))


class ExportBar(QWidget):
    """chosen: other columns. mask: asked for anew each time something is carried away.

    instead: what is carried away in place of the images, if anything.
    """

    chosen = Signal(tuple)

    def __init__(
        self,
        table: ImageTable,
        mask: Callable[[], Mask],
        files: FileDialogs,
        instead: Callable[[], OtherTable | None] = lambda: None,
    ) -> None:
        super().__init__()
        self._instead = instead
        self._table = table
        self._mask = mask
        self._files = files
        self._columns = CheckMenuButton(gettext("Columns"), lambda _: gettext("Columns"))
        self._columns.offer([(column.id, render(column.title)) for column in COLUMNS])
        self._columns.changed.connect(self._choose)
        copy, export = QPushButton(gettext("Cop&y")), QPushButton(gettext("E&xport"))
        for button, drawing, menu in ((copy, "copy", self._copies()), (export, "export", self._exports())):
            button.setAutoDefault(True)
            put_icon(button, drawing)
            button.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._columns, copy, export):
            row.addWidget(widget)
        row.addStretch()

    def show_columns(self, ids: Sequence[str]) -> None:
        """Tick these."""
        self._columns.choose(ids)

    def copy_selected(self) -> None:
        """Put the chosen images on the clipboard as a table."""
        self._copy(as_tabs, everything=False)

    def _copies(self) -> QMenu:
        menu = QMenu(self)
        texts = (
            (gettext("&Selected rows, tab-separated"), as_tabs, False),
            (gettext("&All shown rows, tab-separated"), as_tabs, True),
            (gettext("Selected rows as &Markdown"), as_markdown, False),
            (gettext("All shown rows as Mark&down"), as_markdown, True),
        )
        for text, write, everything in texts:
            menu.addAction(text, partial(self._copy, write, everything=everything))
        return menu

    def _exports(self) -> QMenu:
        menu = QMenu(self)
        for kind in FORMATS:
            menu.addAction(render(kind.title), partial(self._export, kind))
        return menu

    def _copy(self, write: _Write, *, everything: bool) -> None:
        other = self._instead()
        if other is not None:
            uses = other.shown if everything else other.selected
            count, text = len(uses), _uses_as_text(write, uses, self._mask())
        else:
            images = self._table.rows.shown if everything else self._table.selected
            count, text = len(images), write(self._table.rows, images, self._mask())
        said = ngettext("{count} row is on the clipboard.", "{count} rows are on the clipboard.", count)
        feedback.copy(text, said.replace("{count}", number(count)))

    def _export(self, kind: Format) -> None:
        other = self._instead()
        if other is not None:
            uses = other.shown
            self._files.save_private(
                gettext("Export what uses the images"),
                f"uses{kind.suffix}",
                render(kind.kind),
                lambda: uses_as(kind.suffix, uses, self._mask()),
            )
            return
        rows = self._table.rows
        self._files.save_private(
            gettext("Export the images that are shown"),
            f"images{kind.suffix}",
            render(kind.kind),
            lambda: kind.write(rows, rows.shown, self._mask()),
        )

    def _choose(self) -> None:
        chosen = self._columns.chosen
        if chosen:
            self.chosen.emit(chosen)
        else:
            # A table without columns shows nothing: the last one stays.
            self._columns.choose([column.id for column in self._table.rows.columns][:1])
