"""The steps at the left: where one is, what was answered, what is still to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.flow.steps import STEPS
from wizard.flow.walk import StepState, Walk
from wizard.gui.icons import Icons
from wizard.gui.trail_step import TrailStep
from wizard.model.message import Translations
from wizard.report.visible import visible

_LONGEST_SUMMARY = 300


class Trail(QWidget):
    """A button for each step. Up and Down walk along them, Enter or Space or a click goes there.

    chosen: the id of the step to go to.
    """

    chosen = Signal(str)

    def __init__(self, icons: Icons, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translations = translations
        self.setAccessibleName(translations.gettext("Steps"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(0)
        self._steps: dict[str, TrailStep] = {}
        for place, step in enumerate(STEPS):
            button = TrailStep(
                step.title.render(translations), icons, first=place == 0, last=place == len(STEPS) - 1
            )
            button.setAccessibleName(button.title)
            button.clicked.connect(lambda _=False, id=step.id: self.chosen.emit(id))
            column.addWidget(button)
            self._steps[step.id] = button
        column.addStretch()

    def refresh(self, walk: Walk) -> None:
        for id, button in self._steps.items():
            state = walk.state(id)
            summary = visible(walk.summary(id).render(self._translations), _LONGEST_SUMMARY)
            if state is StepState.NEEDS_ANSWER:
                summary = self._word(state)
            spoken = ", ".join(part for part in (button.title, self._word(state), summary) if part)
            button.become(state, summary, spoken)
            # One stop for the Tab key; from there the arrows lead on.
            policy = Qt.FocusPolicy.StrongFocus if state is StepState.CURRENT else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = list(self._steps.values())
        focused = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if focused is None:
            super().keyPressEvent(event)
        elif by is not None:
            buttons[max(0, min(focused + by, len(buttons) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons[focused].click()
        else:
            super().keyPressEvent(event)

    def _word(self, state: StepState) -> str:
        gettext = self._translations.gettext
        return {
            StepState.DONE: gettext("done"),
            StepState.CURRENT: gettext("current step"),
            StepState.TODO: gettext("to do"),
            StepState.NEEDS_ANSWER: gettext("needs an answer"),
        }[state]
