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


class Door(StrEnum):
    """Where a card leads."""

    NEW = "new"
    INSTANCE = "instance"
    ERROR = "error"
    IMAGE = "image"
    IMAGES = "images"
    SAMPLE = "sample"


class Doors(CardGrid):
    """chosen (Door): the person wants this."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        cards = []
        for door, text, result, sign in _doors():
            card = ActionCard(text, result, sign)
            card.clicked.connect(lambda _=False, door=door: self.chosen.emit(door))
            cards.append(card)
        super().__init__(cards, _COLUMNS, _ROOMY, parent)
        self.cards: list[ActionCard] = cards
        self.setAccessibleName(gettext("I want to"))


def _doors() -> tuple[tuple[Door, str, str, str], ...]:
    return (
        (
            Door.NEW,
            gettext("Start something new"),
            gettext("Three questions: system, size, Region."),
            "larger",
        ),
        (
            Door.INSTANCE,
            gettext("Move a server"),
            gettext("Off an old type, or off a paravirtual AMI."),
            "move",
        ),
        (
            Door.ERROR,
            gettext("Understand an error"),
            gettext("Of EC2, Terraform, EKS, or a console that stays silent."),
            "terminal",
        ),
        (
            Door.IMAGE,
            gettext("Check one AMI"),
            gettext("Where it runs, and what stands in its way."),
            "search",
        ),
        (
            Door.IMAGES,
            gettext("Check all my AMIs"),
            gettext("Of an account, or of a saved reply: which ones block a move."),
            "image",
        ),
        (
            Door.SAMPLE,
            gettext("Look round in the sample"),
            gettext("A made-up account with images of every kind."),
            "sample",
        ),
    )
