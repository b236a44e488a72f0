"""The first page: takes what one has, leads where one wants, and asks what is known of an image or an instance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wizard.flow.question import Option, Question
from wizard.flow.start import CURRENT_TYPE, START
from wizard.flow.steps import Step
from wizard.gui.questions.question_page import QuestionPage
from wizard.gui.session import Session
from wizard.gui.start.goals import Goal, GoalCards
from wizard.gui.start.paste_box import PasteBox
from wizard.gui.start.recent_files import RecentFiles
from wizard.gui.start.year_line import YearLine
from wizard.gui.texts import gettext
from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.page import tab_chain

if TYPE_CHECKING:
    from wizard.gui.questions.editor import Editor
    from wizard.gui.questions.question_field import QuestionField
    from wizard.gui.questions.simple_editors import PickImage

_SPACE = 10


class StartPage(QuestionPage):
    """Shows the cards as long as it is not said that there is an image or an instance.

    recent: the files that were open last, the newest first. Signals: chosen (Goal): a card that leads elsewhere; opened
    (Path): a recent file; asked: why HVM; picked: an instance of an account is wanted. What `paste` takes is for whoever
    listens to it.
    """

    chosen = Signal(object)
    opened = Signal(object)
    asked = Signal()
    picked = Signal()

    def __init__(
        self, step: Step, session: Session, pick_image: PickImage, recent: Callable[[], Sequence[str]]
    ) -> None:
        self._recent = recent
        self.paste = PasteBox()
        self._goals = GoalCards()
        self._files = RecentFiles()
        self._years = YearLine()
        self._entrance = QWidget()
        super().__init__(step, session, pick_image)
        self.column.insertSpacing(3, 2 * _SPACE)
        self.column.insertWidget(4, self.paste)
        column = QVBoxLayout(self._entrance)
        column.setContentsMargins(0, 2 * _SPACE, 0, 0)
        column.setSpacing(_SPACE)
        column.addWidget(Label(gettext("I want to"), Style.HEADING))
        column.addWidget(self._goals)
        column.addSpacing(_SPACE)
        column.addWidget(self._years)
        column.addWidget(self._files)
        self._goals.chosen.connect(self._enter)
        self._years.asked.connect(self.asked)
        self._files.chosen.connect(self.opened)
        self.refresh()

    @property
    def _arriving(self) -> bool:
        """True as long as neither an image nor an instance is spoken of."""
        return self._session.walk.answers.get(START.id, START.default) == START.default

    def refresh(self) -> None:
        super().refresh()
        self._entrance.setVisible(self._arriving)
        self._files.show_files(self._recent())
        if self._session.judged:
            self._years.show_types(self._session.knowledge.catalog.types)
        if not self._arriving:
            self.paste.clear()

    def first_control(self) -> QWidget | None:
        if self._arriving:
            return self.paste.first_control()
        followed = [field for id, field in self._fields.items() if id != START.id]
        return followed[0].control() if followed else super().first_control()

    def tab_chain(self) -> list[QWidget]:
        return [*tab_chain(self.paste), *tab_chain(self._entrance), *super().tab_chain()]

    def _drawn(self, asked: Sequence[Question]) -> Sequence[Question]:
        """The cards ask what the first question does."""
        return [question for question in asked if not (self._arriving and question.id == START.id)]

    def _enter(self, goal: Goal) -> None:
        """An image and an instance are spoken of here; every other card is for the window to follow."""
        if goal in (Goal.IMAGE, Goal.INSTANCE):
            self._session.answer(START.id, goal.value)
            control = self.first_control()
            if control is not None:
                control.setFocus()
        else:
            self.chosen.emit(goal)

    def _editor(self, question: Question, options: tuple[Option, ...]) -> Editor:
        """What one starts from was said on the cards: it takes a row, so that what follows is in sight."""
        if question.id != START.id:
            return super()._editor(question, options)
        from wizard.gui.questions.choice_editor import BriefCards

        return BriefCards(options, question.default)

    def _field(self, id: str) -> QuestionField:
        field = super()._field(id)
        if id == CURRENT_TYPE.id:
            field.put_beside(self._pick_button())
        return field

    def _arrange(self) -> None:
        self.column.removeWidget(self._entrance)
        super()._arrange()
        self.column.addWidget(self._entrance)

    def _pick_button(self) -> QPushButton:
        button = QPushButton(gettext("Pick from my &account…"))
        put_icon(button, "search")
        button.setAutoDefault(True)
        button.clicked.connect(self.picked)
        return button
