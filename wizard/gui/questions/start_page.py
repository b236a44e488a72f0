"""The first page: where one starts from, and the cards for what people come with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wizard.flow.steps import Step
from wizard.gui.questions.question_page import QuestionPage
from wizard.gui.questions.simple_editors import PickImage
from wizard.gui.session import Session
from wizard.gui.texts import gettext
from wizard.gui.theme.icons import icon
from wizard.gui.widgets.action_card import ActionCard
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.page import tab_chain

_SPACE = 10


class StartPage(QuestionPage):
    """Shows the cards as long as nothing is answered. Each signal: the person chose that card, or that button."""

    pasted = Signal()
    explained = Signal()
    listed = Signal()
    picked = Signal()

    def __init__(
        self, step: Step, session: Session, pick_image: PickImage, parent: QWidget | None = None
    ) -> None:
        self._doors = QWidget()
        self._cards: list[QWidget] = []
        self._pick: QWidget | None = None
        super().__init__(step, session, pick_image, parent)
        column = QVBoxLayout(self._doors)
        column.setContentsMargins(0, 3 * _SPACE, 0, 0)
        column.setSpacing(_SPACE)
        column.addWidget(Label(gettext("Or come with what you have"), Style.DECISION))
        for text, result, sign, signal in (
            (
                gettext("Paste it"),
                gettext("An error, an image, an instance, a type: what is on the clipboard is recognised."),
                "open",
                self.pasted,
            ),
            (
                gettext("Understand an error"),
                gettext("Of EC2 or of Terraform, EKS, a console log: what happened, and what helps."),
                "terminal",
                self.explained,
            ),
            (
                gettext("Look at all my images"),
                gettext(
                    "Of an account, of a saved reply, or of the sample: what blocks which, and the way on."
                ),
                "image",
                self.listed,
            ),
        ):
            card = ActionCard(text, result, sign)
            card.clicked.connect(signal)
            column.addWidget(card)
            self._cards.append(card)

    def refresh(self) -> None:
        super().refresh()
        # Only before an answer: then the questions behind it take the room.
        self._doors.setVisible(self._session.walk.answers.get("start", "new") == "new")

    def tab_chain(self) -> list[QWidget]:
        chain = [*super().tab_chain(), *(card for card in self._cards if card.isVisibleTo(self))]
        field = self._fields.get("current-type")
        if field is not None and self._pick is not None:
            # Right behind the question that it answers.
            place = max(chain.index(control) for control in tab_chain(field)) + 1
            chain[place:place] = tab_chain(self._pick)
        return chain

    def _arrange(self) -> None:
        self.column.removeWidget(self._doors)
        if self._pick is not None:
            self.column.removeWidget(self._pick)
            self._pick.hide()
        super()._arrange()
        self.column.addWidget(self._doors)
        field = self._fields.get("current-type")
        if field is not None:
            self._pick = self._pick or self._pick_button()
            self.column.insertWidget(self.column.indexOf(field) + 1, self._pick)
            self._pick.show()

    def _pick_button(self) -> QWidget:
        button = QPushButton(gettext("Pick from my &account…"))
        button.setIcon(icon("search"))
        button.setAutoDefault(True)
        button.clicked.connect(self.picked)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, _SPACE, 0, 0)
        row.addWidget(button)
        row.addStretch()
        return holder
