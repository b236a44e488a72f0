"""Few options: one card each, radio buttons for one of them, check boxes for many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.flow.kind import Value
from wizard.flow.question import Option
from wizard.gui.questions.editor import Editor
from wizard.gui.texts import render
from wizard.gui.widgets.card_grid import CardGrid
from wizard.gui.widgets.label import as_tip
from wizard.gui.widgets.option_card import CheckCard, RadioCard

_COLUMN_WITH_HELP = 250


class CardsEditor(Editor):
    """The options as cards in columns; subclasses say which card and what the checked ones mean.

    unanswered: the value that is shown checked while nothing is answered.
    """

    _card: type[RadioCard | CheckCard]
    _helps = True
    """Whether what an option means stands on its card, or is told where one points."""

    def __init__(
        self, options: tuple[Option, ...], unanswered: Value | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._unanswered = unanswered
        self._options: tuple[Option, ...] = ()
        self._cards: dict[str, RadioCard | CheckCard] = {}
        self._grid: CardGrid | None = None
        self._showing = False
        self._name = ("", "")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.show_options(options)

    def show_options(self, options: tuple[Option, ...]) -> None:
        if options == self._options:
            return
        self._options = options
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        self._cards = {option.value: self._new_card(option) for option in options}
        helped = self._helps and any(option.help.template for option in options)
        widest = 1 if helped and len(options) < 5 else 2 if helped else 3
        self._grid = CardGrid(list(self._cards.values()), widest, _COLUMN_WITH_HELP if helped else 0)
        self._column.addWidget(self._grid)
        if self.isVisible():
            self._grid.show()
        self.name(*self._name)

    def _new_card(self, option: Option) -> RadioCard | CheckCard:
        label, more = render(option.label), render(option.help)
        card = self._card(label, more if self._helps else "")
        card.setAccessibleDescription(more)
        card.toggled.connect(self._toggled)
        return card

    def show_value(self, value: Value | None) -> None:
        chosen = self._chosen(self._unanswered if value is None else value)
        self._showing = True
        for word, card in self._cards.items():
            card.setAutoExclusive(False)
            card.setChecked(word in chosen)
            card.setAutoExclusive(isinstance(card, RadioCard))
        self._showing = False

    def control(self) -> QWidget:
        cards = list(self._cards.values())
        return next((card for card in cards if card.isChecked()), cards[0]) if cards else self

    def name(self, label: str, description: str) -> None:
        self._name = (label, description)
        self.setAccessibleName(label)
        self.setAccessibleDescription(description)
        for card in self._cards.values():
            card.setToolTip("" if self._helps else as_tip(card.accessibleDescription()))
            card.setProperty("question", label)

    def _chosen(self, value: Value | None) -> Sequence[str]:
        raise NotImplementedError

    def _toggled(self, checked: bool) -> None:
        raise NotImplementedError

    def _checked(self) -> list[str]:
        return [word for word, card in self._cards.items() if card.isChecked()]


class OneOfCards(CardsEditor):
    """Radio buttons: choosing one answers."""

    _card = RadioCard

    def _chosen(self, value: Value | None) -> Sequence[str]:
        return (value,) if isinstance(value, str) else ()

    def _toggled(self, checked: bool) -> None:
        if checked and not self._showing:
            self.answered.emit(self._checked()[0])


class BriefCards(OneOfCards):
    """In one row, for who has read elsewhere what each of them means."""

    _helps = False


class ManyOfCards(CardsEditor):
    """Check boxes: with none of them ticked the answer is taken back."""

    _card = CheckCard

    def _chosen(self, value: Value | None) -> Sequence[str]:
        return list(value) if isinstance(value, list | tuple) else ()

    def _toggled(self, checked: bool) -> None:
        if not self._showing:
            self.answered.emit(self._checked() or None)
