"""What an image of a file says of itself, as an answer that is filled in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from wizard.gui.texts import gettext, render
from wizard.gui.widgets.explained import TermLabel
from wizard.gui.widgets.frame import Framed
from wizard.gui.widgets.label import Label, Style, breakable
from wizard.model.message import Message
from wizard.report import words
from wizard.report.visible import visible

_LONGEST = 80
# The fields of DescribeImages on which it rests where an image starts, each with the word that explains it.
_FIELDS = (
    ("VirtualizationType", Message("Virtualization type"), "virtualization"),
    ("Architecture", Message("Architecture"), "architecture"),
    ("BootMode", Message("Boot mode"), "boot-mode"),
    ("EnaSupport", Message("ENA"), "ena"),
    ("RootDeviceType", Message("Root device"), "root-device"),
)


class ImageSummary(Framed):
    """The name of the image, and under it each field that was said, as EC2 writes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._name = Label("", Style.STRONG), Label("", Style.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._name)
        grid = QGridLayout()
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[TermLabel, Label]] = {}
        for row, (field, name, term) in enumerate(_FIELDS):
            self._rows[field] = TermLabel(render(name), term), Label("")
            for place, label in enumerate(self._rows[field]):
                grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)

    def show_record(self, record: Mapping[str, object]) -> None:
        """Show this image; hidden where there is none."""
        names = [visible(str(record[key]), _LONGEST) for key in ("ImageId", "Name") if record.get(key)]
        self._title.setText(breakable(names[0]) if names else gettext("An image without a name"))
        self._name.setText(breakable(" ".join(names[1:])))
        self._name.setVisible(len(names) > 1)
        for field, labels in self._rows.items():
            labels[1].setText(_said(record.get(field)))
            for label in labels:
                label.setVisible(record.get(field) is not None)
        self.setVisible(bool(record))


def _said(value: object) -> str:
    if isinstance(value, bool):
        return render(words.YES if value else words.NO)
    return visible(str(value), _LONGEST)
