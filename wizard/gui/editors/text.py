"""A line of text."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wizard.flow.kind import Value
from wizard.gui.editors.editor import Editor
from wizard.gui.entry import Entry
from wizard.gui.label import line_width

_LONGEST = 4096


class Line(Entry, QLineEdit):
    """One line to type in."""


class AskingLine(Line):
    """Enter is for the field itself as long as something is typed; otherwise it goes on to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = bool(self.text().strip())
        super().keyPressEvent(event)
        if typed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class TextEditor(Editor):
    """One line; an empty one takes the answer back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = Line()
        self._line.setMaxLength(_LONGEST)
        self._line.setMaximumWidth(line_width(50))
        self._line.setClearButtonEnabled(True)
        self._line.textEdited.connect(lambda text: self.answered.emit(text.strip() or None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)

    def show_value(self, value: Value | None) -> None:
        text = value if isinstance(value, str) else ""
        if text != self._line.text().strip():
            self._line.setText(text)

    def control(self) -> QWidget:
        return self._line
