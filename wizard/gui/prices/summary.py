"""The prices that are known: how many, how old, and each list in a line."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from wizard.gui.aws_service import KnownPrices
from wizard.gui.texts import gettext, ngettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.figures import Figures
from wizard.gui.widgets.frame import follow_direction
from wizard.gui.widgets.label import Label, Style
from wizard.report.visible import visible

_LINES = 5


class PriceSummary(QWidget):
    """today: the day from which the age is counted."""

    def __init__(self, today: datetime.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._figures = Figures()
        self._lists = QPlainTextEdit()
        self._lists.setReadOnly(True)
        follow_direction(self._lists)
        self._lists.setTabChangesFocus(True)
        self._lists.setAccessibleName(gettext("Lists of prices"))
        self._lists.setFixedHeight(self._lists.fontMetrics().lineSpacing() * _LINES + 14)
        self._notes = Label("", Style.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(10)
        for widget in (self._figures, self._lists, self._notes):
            column.addWidget(widget)

    def show_prices(self, known: KnownPrices) -> None:
        """Say what is known now."""
        figures = [
            (number(known.regions), ngettext("Region", "Regions", known.regions)),
            (number(known.codes), ngettext("billing code", "billing codes", known.codes)),
        ]
        if known.newest is not None:
            days = max(0, (self._today - known.newest).days)
            figures.append((number(days), ngettext("day old", "days old", days)))
        self._figures.show_figures(tuple(figures))
        self._lists.setPlainText("\n".join(visible(render(each), 300) for each in known.lists))
        self._notes.setText(visible(" ".join(render(each) for each in known.notes), 1200))
