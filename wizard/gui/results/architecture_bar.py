"""The architectures that the answers leave open, with how many types each reaches."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

from wizard.flow.size import ARCH
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.flow_row import GAP, FlowRow
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
_SHORT = {
    Architecture.X86_64: Message("x86_64"),
    Architecture.ARM64: Message("arm64"),
    Architecture.I386: Message("i386"),
    Architecture.X86_64_MAC: Message("Intel Mac"),
    Architecture.ARM64_MAC: Message("Apple silicon"),
}


class ArchitectureBar(FlowRow):
    """A choice among them is the answer to the question of architecture, and can be taken back here.

    What was open before the choice stays in sight as long as the other answers stay. Where not all would stand beside
    each other, they say it shortly.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._short, self._long_row = False, 0
        self._told: dict[Architecture, int] = {}
        self._others: object = None
        self._reached: tuple[tuple[Architecture, int], ...] = ()
        # Made once and early, so that the Tab key finds them where the eye does.
        self._cards = {architecture: self._card(architecture.value) for architecture in Architecture}
        self._any = self._card(None)
        self._any.relabel(gettext("Any"))
        self.setAccessibleName(gettext("Architectures"))
        self.fill([*self._cards.values(), self._any])
        self.hide()

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
        reached = self._told = dict(self._reached if len(self._reached) > 1 else ())
        for architecture, card in self._cards.items():
            card.setChecked(architecture is decided)
            card.setVisible(architecture in reached)
        self._any.setVisible(chosen is not None)
        self._measure()
        self.setVisible(bool(reached))
        self.refit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        """How long the row of full names is, and the names that there is room for."""
        self._label(short=False)
        shown = self.buttons()
        self._long_row = sum(card.sizeHint().width() + GAP for card in shown) - GAP
        self._label(short=self._short)

    def _label(self, *, short: bool) -> None:
        for architecture, card in self._cards.items():
            count = self._told.get(architecture, 0)
            values: dict[str, object] = {"architecture": _NAMES[architecture], "count": number(count)}
            full = render(
                Message("{architecture}: {count} type", values, "{architecture}: {count} types", count)
            )
            brief = Message("{architecture}: {count}", values | {"architecture": _SHORT[architecture]})
            card.relabel(render(brief) if short else full, full)
            card.setToolTip(full if short else "")

    def _arrange(self, width: int, *, move: bool) -> int:
        short = self._long_row > width
        if move and short is not self._short:
            self._short = short
            self._label(short=short)
        return super()._arrange(width, move=move)

    def buttons(self) -> list[RadioCard]:
        """What can be chosen now, from left to right."""
        return [card for card in (*self._cards.values(), self._any) if not card.isHidden()]

    def stop(self) -> RadioCard:
        """The one at which the Tab key stops, whether it is seen or not: the others are for the arrows."""
        cards = (*self._cards.values(), self._any)
        return next((card for card in cards if card.focusPolicy() & Qt.FocusPolicy.TabFocus), self._any)

    def _card(self, architecture: str | None) -> RadioCard:
        card = RadioCard("")
        card.clicked.connect(lambda: self._session.answer(ARCH.id, architecture))
        return card
