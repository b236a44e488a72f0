"""What people come for, a card each."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.gui.texts import gettext
from wizard.gui.widgets.action_card import ActionCard
from wizard.gui.widgets.card_grid import CardGrid

_COLUMNS = 3
_ROOMY = 195


class Goal(StrEnum):
    """Where a card leads."""

    NEW = "new"
    INSTANCE = "instance"
    ERROR = "error"
    IMAGE = "image"
    IMAGES = "images"
    SAMPLE = "sample"


class GoalCards(CardGrid):
    """chosen (Goal): the person wants this."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        cards = []
        for goal, text, result, sign in _goals():
            card = ActionCard(text, result, sign)
            card.clicked.connect(lambda _=False, goal=goal: self.chosen.emit(goal))
            cards.append(card)
        super().__init__(cards, _COLUMNS, _ROOMY, parent)
        self.cards: list[ActionCard] = cards
        self.setAccessibleName(gettext("I want to"))


def _goals() -> tuple[tuple[Goal, str, str, str], ...]:
    return (
        (
            Goal.NEW,
            gettext("Start something new"),
            gettext("Three questions: system, size, Region."),
            "larger",
        ),
        (
            Goal.INSTANCE,
            gettext("Move a server"),
            gettext("Off an old type, or off a paravirtual AMI."),
            "move",
        ),
        (
            Goal.ERROR,
            gettext("Understand an error"),
            gettext("Of EC2, Terraform, EKS, or a console that stays silent."),
            "terminal",
        ),
        (
            Goal.IMAGE,
            gettext("Check one AMI"),
            gettext("Where it runs, and what stands in its way."),
            "search",
        ),
        (
            Goal.IMAGES,
            gettext("Check all my AMIs"),
            gettext("Of an account, or of a saved reply: which ones block a move."),
            "image",
        ),
        (
            Goal.SAMPLE,
            gettext("Look round in the sample"),
            gettext("A made-up account with images of every kind."),
            "sample",
        ),
    )
