"""The decision so far in one line, for a window without room for the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.gui.label import Label, Style
from wizard.gui.page import MARGIN
from wizard.gui.spoken import number
from wizard.model.message import Translations

if TYPE_CHECKING:
    from wizard.model.recommend.recommendation import Recommendation


class SoFarLine(QWidget):
    """Says the same as the panel, in brief."""

    def __init__(self, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translations = translations
        self.setAccessibleName(translations.gettext("So far"))
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self._decision = Label("", Style.STRONG)
        self._count = Label("", Style.QUIET, wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout.setSpacing(16)
        layout.addWidget(self._decision, 1)
        layout.addWidget(self._count)

    def refresh(self, recommendation: Recommendation, types: int) -> None:
        from wizard.report import words

        translations = self._translations
        if recommendation.decision is None:
            self._decision.setText(translations.gettext("No type meets all answers"))
        else:
            self._decision.setText(words.profile(recommendation.decision).render(translations))
        text = translations.gettext("{count} of {all} types")
        text = text.replace("{count}", number(len(recommendation.ranked), translations))
        self._count.setText(text.replace("{all}", number(types, translations)))
