"""Many options, one of them: a list to open, or to narrow by typing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QFocusEvent, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QVBoxLayout, QWidget

from wizard.flow.kind import Value
from wizard.flow.question import Option
from wizard.gui.questions.editor import Editor
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.input_frame import InputFrame
from wizard.gui.widgets.label import as_tip, line_width
from wizard.gui.widgets.line_edit import LineEdit

_WIDEST = 50
# What the field keeps for its buttons, in average characters.
_BUTTONS = 10


class _Line(LineEdit):
    """What is typed takes the place of the answer that stood there, however the field was come to."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            # A click puts the cursor somewhere once this is done.
            QTimer.singleShot(0, self, self.selectAll)


class _Box(InputFrame, QComboBox):
    """An editable list of which nothing can be left but its own entries."""

    def showPopup(self) -> None:
        # As wide as the longest entry: cut in the middle, one system looks like another.
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width())
        super().showPopup()


class ComboEditor(Editor):
    """Typing narrows by any part of a label, and what only one of them has is taken for it; another text that is no
    option is answered as it stands, so that the walk can say what it expected and what is near.
    """

    def __init__(
        self, options: tuple[Option, ...], unanswered: Value | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._unanswered = unanswered
        self._options: tuple[Option, ...] = ()
        self._told: str | None = None
        self._line = _Line()
        self._box = _Box()
        self._box.setEditable(True)
        self._box.setLineEdit(self._line)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._box.setMaxVisibleItems(14)
        self._box.setMinimumContentsLength(28)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMaximumWidth(line_width(_WIDEST))
        self._line.setPlaceholderText(gettext("Type to search"))
        self._line.setClearButtonEnabled(True)
        completer = self._proposals = QCompleter(self._box.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._box.setCompleter(completer)
        self._box.activated.connect(self._activated)
        self._line.textEdited.connect(self._typing)
        self._line.editingFinished.connect(self._typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self.show_options(options)

    def sizeHint(self) -> QSize:
        """Every field of this kind is of one width, where there is room."""
        return QSize(self._box.maximumWidth(), super().sizeHint().height())

    def show_options(self, options: tuple[Option, ...]) -> None:
        if options == self._options:
            return
        self._options = options
        self._box.blockSignals(True)
        self._box.clear()
        self._box.addItems([self._entry(option) for option in options])
        self._box.setCurrentIndex(-1)
        self._box.blockSignals(False)

    def show_value(self, value: Value | None) -> None:
        if isinstance(value, str) and value == self._told:
            return
        shown = self._unanswered if value is None else value
        places = [place for place, option in enumerate(self._options) if option.value == shown]
        self._told = value if isinstance(value, str) else None
        if places and places[0] == self._box.currentIndex() and self._shows(self._options[places[0]]):
            # What stands there already stays selected, so that one can type over it.
            return
        self._box.blockSignals(True)
        self._box.setCurrentIndex(places[0] if places else -1)
        if places:
            self._write(self._options[places[0]])
        else:
            self._box.setEditText(shown if isinstance(shown, str) else "")
        if not self._line.hasFocus():
            # A text longer than the field shows its beginning.
            self._line.setCursorPosition(0)
        self._box.blockSignals(False)

    def control(self) -> QWidget:
        return self._box

    def name(self, label: str, description: str) -> None:
        super().name(label, description)
        self._line.setAccessibleName(label)

    def _entry(self, option: Option) -> str:
        label, more = render(option.label), render(option.help)
        return f"{label}  ·  {more}" if more else label

    def _short(self, option: Option) -> str:
        """As in the list; where that is too long for the field only its name, for half a sentence is none."""
        entry = self._entry(option)
        room = line_width(_WIDEST - _BUTTONS)
        return entry if self._box.fontMetrics().horizontalAdvance(entry) <= room else render(option.label)

    def _shows(self, option: Option) -> bool:
        return self._box.currentText() == self._short(option)

    def _write(self, option: Option) -> None:
        short = self._short(option)
        self._box.setEditText(short)
        self._box.setToolTip("" if short == self._entry(option) else as_tip(render(option.help)))

    def _activated(self, place: int) -> None:
        if 0 <= place < len(self._options):
            self._write(self._options[place])
            self._tell(self._options[place].value)

    def _named(self, text: str) -> Option | None:
        """The option of this name, however it is written."""
        sought = text.strip().casefold()
        for option in self._options:
            names = (self._entry(option), render(option.label), option.value)
            if sought in (name.casefold() for name in names):
                return option
        return None

    def _only(self) -> Option | None:
        """The one that is proposed, where nothing else is: nobody presses Down for it before Enter."""
        sought = self._box.currentText().strip().casefold()
        found = [option for option in self._options if sought and sought in self._entry(option).casefold()]
        return found[0] if len(found) == 1 else None

    def _typing(self, text: str) -> None:
        """A whole name answers at once, so that what it asks for is there when one goes on."""
        option = self._named(text)
        if option is not None:
            # Behind the list of proposals, which would cover the field once the page is laid out anew under it.
            QTimer.singleShot(0, self, partial(self._settle, text, option.value))

    def _settle(self, text: str, value: str) -> None:
        if self._line.text() == text:
            popup = self._proposals.popup()
            if popup is not None:
                popup.hide()
            self._tell(value)

    def _typed(self) -> None:
        option = self._named(self._box.currentText()) or self._only()
        if option is not None:
            self._write(option)
        self._tell(option.value if option is not None else self._box.currentText().strip() or None)

    def _tell(self, value: str | None) -> None:
        now = self._told if self._told is not None else self._unanswered
        if value != now:
            self._told = value
            self.answered.emit(value)
