"""The page of hardware features: one list for what is needed and what is not wanted, then the other questions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from wizard.flow.features import NEED, OPTIONS, WITHOUT
from wizard.flow.question import Question
from wizard.flow.steps import Step
from wizard.gui.questions.feature_list import FeatureChoice, FeatureList
from wizard.gui.questions.question_page import QuestionPage
from wizard.gui.questions.simple_editors import PickImage
from wizard.gui.session import Session
from wizard.gui.widgets.page import tab_chain
from wizard.model.ec2.feature import Feature

_SPACE = 24
# What people come for most stands first.
_FIRST = (Feature.BURSTABLE, Feature.SPOT, Feature.BARE_METAL)


class FeaturesPage(QuestionPage):
    """Two questions of the walk, drawn as one."""

    def __init__(self, step: Step, session: Session, pick_image: PickImage) -> None:
        first = [option for feature in _FIRST for option in OPTIONS if option.value == feature]
        self._list = FeatureList([*first, *(option for option in OPTIONS if option not in first)])
        super().__init__(step, session, pick_image)
        place = self.column.indexOf(next(iter(self._fields.values())))
        self.column.insertWidget(place, self._list)
        self.column.insertSpacing(place, _SPACE)
        self._list.chosen.connect(self._choose)

    def refresh(self) -> None:
        super().refresh()
        answers = self._session.walk.effective
        self._list.show_wishes(_words(answers.get(NEED.id)), _words(answers.get(WITHOUT.id)))

    def first_control(self) -> QWidget | None:
        return self._list.control()

    def show_question(self, id: str) -> None:
        if id in (NEED.id, WITHOUT.id):
            self._list.control().setFocus()
            QTimer.singleShot(0, self._list, lambda: self.ensureWidgetVisible(self._list, 0, 0))
        else:
            super().show_question(id)

    def tab_chain(self) -> list[QWidget]:
        return [*tab_chain(self._list), *super().tab_chain()]

    def _drawn(self, asked: Sequence[Question]) -> list[Question]:
        return [question for question in asked if question.id not in (NEED.id, WITHOUT.id)]

    def _choose(self, feature: str, wish: FeatureChoice) -> None:
        answers = self._session.walk.effective
        lists = {
            id: [word for word in _words(answers.get(id)) if word != feature] for id in (NEED.id, WITHOUT.id)
        }
        if wish is not FeatureChoice.ANY:
            lists[NEED.id if wish is FeatureChoice.NEED else WITHOUT.id].append(feature)
        self._session.answer_all({id: words or None for id, words in lists.items()})


def _words(value: object) -> list[str]:
    return [str(word) for word in value] if isinstance(value, list | tuple) else []
