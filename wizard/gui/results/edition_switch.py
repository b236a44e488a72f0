"""Whose year's knowledge decides: today's, or that of 2014."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wizard.flow.steps import EDITION
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.option_card import RadioCard


class EditionSwitch(QWidget):
    """Then and now: two radio buttons that answer the edition question."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        label, help_text = render(EDITION.label), render(EDITION.help)
        self.setAccessibleName(label)
        self.setToolTip(help_text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(gettext("Advice as of"), Style.QUIET, wrap=False))
        self._buttons: dict[str, RadioCard] = {}
        for option in session.walk.options(EDITION):
            button = RadioCard(render(option.label))
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setAccessibleDescription(label)
            button.clicked.connect(
                lambda _=False, value=option.value: self._session.answer(EDITION.id, value)
            )
            self._buttons[option.value] = button
            row.addWidget(button)

    def control(self) -> RadioCard:
        """The button that the Tab key finds: that of the chosen year."""
        return next(button for button in self._buttons.values() if button.isChecked())

    def refresh(self) -> None:
        chosen = self._session.walk.effective.get(EDITION.id, EDITION.default)
        for value, button in self._buttons.items():
            button.setChecked(value == chosen)
