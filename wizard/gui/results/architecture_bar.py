"""The architectures that the answers leave open, with how many types each reaches."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.flow.size import ARCH
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.option_card import RadioCard
from wizard.model.ec2.instance_type import Architecture
from wizard.model.message import Message

_NAMES = {
    Architecture.X86_64: Message("x86_64 (Intel, AMD)"),
    Architecture.ARM64: Message("arm64 (Graviton)"),
    Architecture.I386: Message("i386 (32 bits)"),
    Architecture.X86_64_MAC: Message("Mac with Intel"),
    Architecture.ARM64_MAC: Message("Mac with Apple silicon"),
}


class ArchitectureBar(FlowRow):
    """A choice among them is the answer to the question of architecture, and can be taken back here.

    What was open before the choice stays in sight as long as the other answers stay.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._others: object = None
        self._shown: object = None
        self._cards: list[RadioCard] = []
        self._reached: tuple[tuple[Architecture, int], ...] = ()
        self.setAccessibleName(gettext("Architectures"))

    def refresh(self) -> None:
        """Offer what is open now."""
        session = self._session
        recommendation = session.recommendation
        others = {id: value for id, value in session.walk.effective.items() if id != ARCH.id}
        if recommendation.needs.architecture is None:
            self._others = others
            self._reached = tuple((a, count) for a, count in recommendation.by_architecture if count)
        elif others != self._others:
            self._reached = ()
        chosen = recommendation.needs.architecture
        decided = chosen or (recommendation.decision.architecture if recommendation.decision else None)
        shown = (self._reached if len(self._reached) > 1 else (), chosen, decided)
        if shown == self._shown:
            return
        self._shown = shown
        had_focus = any(button.hasFocus() for button in self.buttons())
        cards = []
        for architecture, count in shown[0]:
            card = self._card(architecture, count)
            card.setChecked(architecture is decided)
            cards.append(card)
        if cards and chosen is not None:
            back = RadioCard(gettext("Any"))
            back.clicked.connect(lambda: session.answer(ARCH.id, None))
            cards.append(back)
        self._cards = cards
        self.fill(cards)
        if had_focus and (checked := next((card for card in cards if card.isChecked()), None)):
            checked.setFocus()

    def buttons(self) -> list[RadioCard]:
        """What can be chosen, from left to right."""
        return self._cards

    def _card(self, architecture: Architecture, count: int) -> RadioCard:
        values = {"architecture": _NAMES[architecture], "count": number(count)}
        text = Message("{architecture}: {count} type", values, "{architecture}: {count} types", count)
        card = RadioCard(render(text))
        card.clicked.connect(lambda: self._session.answer(ARCH.id, architecture.value))
        return card
