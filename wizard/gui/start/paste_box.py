"""The field that takes whatever a person has."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from wizard.gui.texts import gettext
from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.line_edit import AskingLine

# A reply of DescribeImages over hundreds of images.
_LONGEST = 50_000_000


class _Line(AskingLine):
    """pasted: the person pressed the key for it while nothing was typed."""

    pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtGui import QKeySequence

        if event.matches(QKeySequence.StandardKey.Paste) and not self.text():
            # As it is on the clipboard: a line would lose the ends of lines, and could be a file.
            self.pasted.emit()
        else:
            super().keyPressEvent(event)


class PasteBox(QWidget):
    """A line to type or to paste into, and a button beside it.

    pasted: take what is on the clipboard. typed (str): take this text.
    """

    pasted = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _Line()
        self._line.setMaxLength(_LONGEST)
        self._line.setPlaceholderText(
            gettext("Paste an error, an AMI ID, a reply of AWS, a type, a template")
        )
        self._line.setAccessibleName(gettext("Paste what you have"))
        self._line.setAccessibleDescription(
            gettext("It is recognised, and you are led to where it helps. Files can be dropped anywhere.")
        )
        self._line.setClearButtonEnabled(True)
        # What is dropped on it is for the window, which takes files too.
        self._line.setAcceptDrops(False)
        self._button = QPushButton()
        put_icon(self._button, "paste")
        self._button.setAutoDefault(True)
        self._line.pasted.connect(self.pasted)
        self._line.returnPressed.connect(self._type)
        self._line.textChanged.connect(lambda _: self._say())
        self._button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self._line.setTextMargins(8, 0, 8, 0)
        self._line.setMinimumHeight(34)
        self._button.setMinimumHeight(34)
        self._say()

    def first_control(self) -> QWidget:
        """The line."""
        return self._line

    def clear(self) -> None:
        """Forget what was typed."""
        self._line.clear()

    def _say(self) -> None:
        self._button.setText(gettext("&Look at it") if self._line.text() else gettext("&Paste"))

    def _press(self) -> None:
        if self._line.text().strip():
            self._type()
        else:
            self.pasted.emit()

    def _type(self) -> None:
        if text := self._line.text().strip():
            self.typed.emit(text)
            self._line.selectAll()
