"""The answers above the results, each to be taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.chip import Chip
from wizard.gui.widgets.flow_row import FlowRow

_LONGEST = 60


class AnswerChips(FlowRow):
    """A chip for each answer that counts; pressing it takes the answer back, as Undo gives it again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[tuple[str, str], ...] = ()
        self._chips: list[Chip] = []
        self.setAccessibleName(gettext("Your answers"))
        self.hide()

    def refresh(self) -> None:
        """Show the answers of now; the focus stays where it was among them."""
        shown = tuple((e.question.id, render(e.said, _LONGEST)) for e in self._session.effects)
        if shown == self._shown:
            return
        now = self.window().focusWidget()
        focused = next((place for place, chip in enumerate(self._chips) if chip is now), None)
        self._shown = shown
        self._chips = [self._chip(id, said) for id, said in shown]
        self.fill(self._chips)
        if focused is not None and self._chips:
            self._chips[min(focused, len(self._chips) - 1)].setFocus()

    def chips(self) -> list[Chip]:
        """As they stand."""
        return self._chips

    def _chip(self, id: str, said: str) -> Chip:
        chip = Chip(said)
        chip.clicked.connect(lambda: self._session.answer(id, None))
        return chip
