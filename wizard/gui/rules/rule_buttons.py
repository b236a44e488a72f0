"""Rules by their ids, each a button that leads there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from wizard.gui.shelf import Shelf
from wizard.model.message import Translations


class RuleButtons(Shelf):
    """chosen: the id of the rule whose button was pressed."""

    chosen = Signal(str)

    def __init__(
        self, rules: Iterable[str], translations: Translations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        text = translations.gettext("Rule {id} in full")
        self.fill([self._button(id, text.replace("{id}", id)) for id in rules])

    def _button(self, id: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.chosen.emit(id))
        return button
