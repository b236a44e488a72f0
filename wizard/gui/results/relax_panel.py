"""When nothing is left: which answer to change, and how many types come back for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.flow.change import change_in_words, changes, value_of
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.action_card import ActionCard
from wizard.gui.widgets.label import Label, Style
from wizard.model.recommend.recommendation import Relaxation
from wizard.report.visible import visible


class RelaxPanel(QWidget):
    """One button for each way out; pressing it changes the answer."""

    relaxed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._buttons: list[ActionCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(gettext("What to change"), Style.HEADING))
        column.addWidget(Label(gettext("Each of these is one way out; the other answers stay."), Style.QUIET))
        column.addSpacing(8)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column.addLayout(self._column)
        column.addStretch()

    def refresh(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(way) for way in self._session.recommendation.relax]
        for button in self._buttons:
            self._column.addWidget(button)

    @property
    def buttons(self) -> list[ActionCard]:
        """The ways out, as they stand."""
        return self._buttons

    def first_control(self) -> QWidget | None:
        return self._buttons[0] if self._buttons else None

    def _button(self, way: Relaxation) -> ActionCard:
        text = render(change_in_words(way, self._session.walk.effective))
        button = ActionCard(visible(text, 400), visible(render(way.text), 300), "relax")
        button.clicked.connect(lambda: self._relax(way))
        return button

    def _relax(self, way: Relaxation) -> None:
        for question, instead in changes(way):
            self._session.answer(question.id, value_of(question, instead))
        self.relaxed.emit()
