"""What DescribeImages said of an image, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from wizard.gui.label import Label, Style, as_tip
from wizard.model.images.image_row import Record
from wizard.model.message import Translations
from wizard.report.visible import visible


class FieldsTab(QWidget):
    """Fields inside fields stand below them; nothing is read as anything but text."""

    def __init__(self, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        gettext = translations.gettext
        self._hint = Label(gettext("The fields of this image are not at hand."), Style.QUIET)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName(gettext("Fields"))
        self._tree.setHeaderLabels([gettext("Field"), gettext("Value")])
        self._tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._tree.setAlternatingRowColors(True)
        self._tree.setUniformRowHeights(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._hint)
        column.addWidget(self._tree, 1)

    def show_record(self, record: Record | None) -> None:
        self._hint.setVisible(record is None)
        self._tree.setVisible(record is not None)
        self._tree.clear()
        self._tree.addTopLevelItems([_item(*field) for field in _fields(record or {})])
        self._tree.expandAll()
        self._tree.resizeColumnToContents(0)


def _fields(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        yield from sorted(value.items())
    elif isinstance(value, list):
        yield from ((str(place), each) for place, each in enumerate(value, 1))


def _item(name: str, value: object) -> QTreeWidgetItem:
    inner = isinstance(value, dict | list)
    said = "" if inner else value if isinstance(value, str) else json.dumps(value)
    item = QTreeWidgetItem([visible(name, 200), visible(said)])
    item.setToolTip(1, as_tip(visible(said, 300)))
    item.addChildren([_item(*field) for field in _fields(value)])
    return item
