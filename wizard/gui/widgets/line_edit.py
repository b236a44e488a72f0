"""A line to type in."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from wizard.gui.widgets.input_frame import InputFrame


class LineEdit(InputFrame, QLineEdit):
    """One line to type in. With nothing of its own to undo, it leaves that key to the answers."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtGui import QKeySequence

        keys = QKeySequence.StandardKey
        idle = not (self.isUndoAvailable() or self.isRedoAvailable())
        if idle and (event.matches(keys.Undo) or event.matches(keys.Redo)):
            event.ignore()
        else:
            super().keyPressEvent(event)


class AskingLine(LineEdit):
    """Enter is for the field itself as long as something is typed; otherwise it goes on to the page.

    Esc clears what was typed.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        typed = bool(self.text().strip())
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)
        if typed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
