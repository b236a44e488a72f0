"""The decision as it stands in one line, where there is no room for more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.page import MARGIN

if TYPE_CHECKING:
    from wizard.flow.effects import Effect
    from wizard.model.recommend.recommendation import Recommendation


class SummaryLine(QWidget):
    """Says the same as the panel, in brief."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(gettext("So far"))
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self._decision = Label("", Style.STRONG)
        self._count = Label("", Style.QUIET, wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout.setSpacing(16)
        layout.addWidget(self._decision, 1)
        layout.addWidget(self._count)

    def refresh(self, recommendation: Recommendation, effects: Sequence[Effect]) -> None:
        from wizard.report import words

        if not effects:
            self._decision.setText(gettext("Nothing is answered yet."))
        elif recommendation.decision is None:
            self._decision.setText(gettext("No type meets all answers"))
        else:
            self._decision.setText(render(words.profile(recommendation.decision)))
        text = gettext("{count} of {all} types")
        count = len(recommendation.ranked) if effects else recommendation.total
        text = text.replace("{count}", number(count))
        self._count.setText(text.replace("{all}", number(recommendation.total)))
