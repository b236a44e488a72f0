"""Editors for a switch, for one line of text, and for an image from a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wizard.flow.kind import Value
from wizard.flow.question import Question
from wizard.gui.questions.editor import Editor
from wizard.gui.questions.image_summary import ImageSummary
from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.label import line_width
from wizard.gui.widgets.line_edit import LineEdit
from wizard.gui.widgets.option_card import CheckCard

_LONGEST = 4096


class TextEditor(Editor):
    """One line; an empty one takes the answer back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = LineEdit()
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


class SwitchEditor(Editor):
    """One check box, on a card with the question itself."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default = question.default is True
        self._card = CheckCard(render(question.label), render(question.help))
        self._card.clicked.connect(lambda: self.answered.emit(self._card.isChecked()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)

    def show_value(self, value: Value | None) -> None:
        self._card.setChecked(self._default if value is None else value is True)

    def control(self) -> QWidget:
        return self._card


PickImage = Callable[[], Mapping[str, object] | None]
"""Lets the person choose a file and an image in it; None if they think better of it."""


class ImageEditor(Editor):
    """A button that opens a file; afterwards what the image says of itself, and a way to let it go."""

    def __init__(self, pick: PickImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pick = pick
        self._open = QPushButton(gettext("Open an image’s DescribeImages &JSON…"))
        self._open.setAutoDefault(True)
        put_icon(self._open, "open")
        self._forget = QPushButton(gettext("Forget this &image"))
        self._forget.setAutoDefault(True)
        self._summary = ImageSummary()
        self._open.clicked.connect(self._opened)
        self._forget.clicked.connect(lambda: self.answered.emit(None))
        self._buttons = FlowRow()
        self._buttons.fill([self._open, self._forget])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._summary)
        layout.addSpacing(4)
        layout.addWidget(self._buttons)
        self.show_value(None)

    def show_value(self, value: Value | None) -> None:
        record = value if isinstance(value, Mapping) else {}
        self._summary.show_record(record)
        self._forget.setVisible(bool(record))
        self._buttons.refit()

    def control(self) -> QWidget:
        return self._open

    def name(self, label: str, description: str) -> None:
        self.setAccessibleName(label)
        self._open.setAccessibleDescription(description)

    def _opened(self) -> None:
        record = self._pick()
        if record is not None:
            self.answered.emit(record)
