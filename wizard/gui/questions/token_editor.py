"""Many options, any number of them: type to find, Enter to add, chips to take away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtGui import QFocusEvent, Qt
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from wizard.flow.kind import Value
from wizard.flow.question import Option
from wizard.gui.questions.editor import Editor
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.chip import Chip
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.label import line_width
from wizard.gui.widgets.line_edit import AskingLine


class _Line(AskingLine):
    """Enter adds what was typed. entered: the focus came."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class TokenEditor(Editor):
    """The chosen words as chips under a search field."""

    def __init__(self, options: tuple[Option, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._words: list[str] = []
        self._offered: Callable[[], tuple[Option, ...]] | None = None
        self._line = _Line()
        self._line.entered.connect(self._catch_up)
        self._line.setPlaceholderText(gettext("Type to search, Enter to add"))
        self._line.setMaximumWidth(line_width(50))
        self._entries = QStringListModel(self)
        completer = QCompleter(self._entries, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(self._picked)
        self._line.setCompleter(completer)
        self._line.returnPressed.connect(self._typed)
        self._chips = FlowRow()
        self._chips.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._line)
        layout.addWidget(self._chips)
        self.show_options(options)

    def offer(self, options: Callable[[], tuple[Option, ...]]) -> None:
        """Suggest what this gives, which is asked for when it is first needed."""
        self._offered = options

    def show_options(self, options: tuple[Option, ...]) -> None:
        if options is not self._options and options != self._options:
            self._options = options
            self._entries.setStringList([self._entry(option) for option in options])

    def show_value(self, value: Value | None) -> None:
        words = list(value) if isinstance(value, list | tuple) else []
        if words == self._words:
            return
        self._words = words
        chips = [Chip(word) for word in words]
        for word, chip in zip(words, chips, strict=True):
            chip.clicked.connect(lambda _=False, word=word: self._remove(word))
        self._chips.fill(chips)

    def control(self) -> QWidget:
        return self._line

    def _catch_up(self) -> None:
        """Nobody sees the options before they come here, and there may be more than a thousand."""
        if self._offered is not None:
            self.show_options(self._offered())
            self._offered = None

    def _entry(self, option: Option) -> str:
        label, more = render(option.label), render(option.help)
        return f"{label}  ·  {more}" if more else label

    def _picked(self, entry: str) -> None:
        for option in self._options:
            if self._entry(option) == entry:
                self._add(option.value)
        # The completer writes the entry into the field after this signal.
        QTimer.singleShot(0, self._line, self._line.clear)

    def _typed(self) -> None:
        typed = self._line.text().replace(",", " ").lower().split()
        for word in typed:
            self._add(word)
        # What was refused stays in the field, to be mended.
        self._line.setText(" ".join(word for word in typed if word not in self._words))

    def _add(self, word: str) -> None:
        if word not in self._words:
            self.answered.emit([*self._words, word])

    def _remove(self, word: str) -> None:
        self._line.setFocus()
        self.answered.emit([other for other in self._words if other != word] or None)
