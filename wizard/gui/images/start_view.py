"""What the images window offers before it has any images."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.gui.texts import gettext
from wizard.gui.widgets.action_card import ActionCard
from wizard.gui.widgets.card_grid import CardGrid
from wizard.gui.widgets.label import Label, Style, line_width

_LONGEST_LINE = 132
_ROOMY = 240


class StartView(QWidget):
    """What is shown before there are images. Signals: the person chose to ask AWS, to open a file, or to see the sample."""

    listed = Signal()
    opened = Signal()
    sampled = Signal()

    def __init__(self, parent: QWidget | None = None, *, titled: bool = True) -> None:
        """titled: False where a title stands above already."""
        super().__init__(parent)
        holder = QWidget()
        holder.setMaximumWidth(line_width(_LONGEST_LINE))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        if titled:
            column.addWidget(Label(gettext("Your images, judged"), Style.TITLE))
        intro = gettext(
            "See for each AMI which instance families it is locked out of, and why. The program only reads: it "
            "asks AWS nothing but Describe and List operations, and stores no credential."
        )
        column.addWidget(Label(intro, Style.QUIET))
        column.addSpacing(8)
        cards = []
        for text, result, sign, signal in (
            (
                gettext("List the images of an account"),
                gettext("With a profile of the AWS CLI, chosen above; all its Regions at once."),
                "search",
                self.listed,
            ),
            (
                gettext("Open a saved reply"),
                gettext("What “aws ec2 describe-images” printed; nothing is asked of AWS."),
                "open",
                self.opened,
            ),
            (
                gettext("Look round in the sample account"),
                gettext("Made-up images of every kind, without an account."),
                "image",
                self.sampled,
            ),
        ):
            card = ActionCard(text, result, sign)
            card.clicked.connect(signal)
            cards.append(card)
        column.addWidget(CardGrid(cards, len(cards), _ROOMY))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 24, 0, 24)
        outer.addWidget(holder)
        outer.addStretch()
