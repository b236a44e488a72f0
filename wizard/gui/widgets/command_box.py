"""A command or EC2's words, letter by letter, set apart from the text around it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.frame import set_margins
from wizard.gui.widgets.label import Label, Style
from wizard.report.visible import visible

_LONGEST_LINE = 2000


class CommandBox(QWidget):
    """Lines keep their ends and their indentation, and wrap where the box is too narrow for them.

    caption: a line above, or none.
    """

    def __init__(self, code: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self._row = QHBoxLayout(self)
        set_margins(self._row, 12, 8, 8, 8)
        self._row.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(2)
        if caption:
            column.addWidget(Label(caption, Style.SMALL))
        text = Label("\n".join(visible(line, _LONGEST_LINE) for line in code.splitlines()), Style.CODE)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text)
        self._row.addLayout(column, 1)

    def add_copy(self, text: str, name: str, copy: Callable[[], None]) -> None:
        """Put a button beside it. text: what stands on the button; name: what a screen reader says."""
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.setAccessibleName(name)
        put_icon(button, "copy")
        button.clicked.connect(copy)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
