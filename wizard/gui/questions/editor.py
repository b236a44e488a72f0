"""What every editor can do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.flow.kind import Value
from wizard.flow.question import Option


class Editor(QWidget):
    """Shows an answer and takes a new one.

    answered: the person's new answer as a JSON value, or None where the answer is taken back. It
    is sent for what the person does, never for what `show_value` shows.
    """

    answered = Signal(object)

    def show_value(self, value: Value | None) -> None:
        """Show this answer; None shows what an unanswered question means."""
        raise NotImplementedError

    def offer(self, options: Callable[[], tuple[Option, ...]]) -> None:
        """Offer these options from now on; an editor that shows them only on demand may ask for them then."""
        self.show_options(options())

    def show_options(self, options: tuple[Option, ...]) -> None:
        """Show these options; for a kind without options there is nothing to do."""

    def control(self) -> QWidget:
        """What gets the focus when the person comes to this question, and what its label names."""
        raise NotImplementedError

    def name(self, label: str, description: str) -> None:
        """Say to a screen reader what is edited here."""
        self.control().setAccessibleName(label)
        self.control().setAccessibleDescription(description)
