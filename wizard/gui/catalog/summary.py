"""Which catalogue counts, how old it is, and what a refresh has changed."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from wizard.gui.aws_service import CatalogAge
from wizard.gui.texts import gettext, ngettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.figures import Figures
from wizard.gui.widgets.frame import follow_direction
from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style
from wizard.model.catalog.change import CatalogChange
from wizard.model.message import Message
from wizard.report.visible import visible


class CatalogSummary(QWidget):
    """today: the day from which its age is counted."""

    def __init__(self, age: CatalogAge, today: datetime.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        days = max(0, (today - age.date).days)
        figures = Figures()
        figures.show_figures(
            (
                (number(age.types), ngettext("instance type", "instance types", age.types)),
                (number(age.regions), ngettext("Region", "Regions", age.regions)),
                (number(days), ngettext("day old", "days old", days)),
            )
        )
        title = gettext("Refreshed from an account") if age.refreshed else gettext("Built into the program")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("restart" if age.refreshed else "works", accented=True))
        head.addWidget(Label(title, Style.STRONG), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(figures)
        values: dict[str, object] = {"date": age.date, "source": Message(age.source), "version": age.version}
        of_day = Message("Of {date}, from {source} ({version}).", values)
        column.addWidget(Label(visible(render(of_day), 400), Style.QUIET))


_LEAST_LINES = 7


class CatalogChangeView(QWidget):
    """The sentences can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = Figures()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        follow_direction(self._text)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(gettext("What changed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(gettext("What changed"), Style.HEADING))
        column.addWidget(self._figures)
        column.addWidget(self._text, 1)
        self.hide()

    def show_change(self, change: CatalogChange) -> None:
        """What a refreshed catalogue has that the one before had not, and the other way round."""
        moved = len({*change.offered, *change.withdrawn})
        counts = (
            (len(change.added), ngettext("new type", "new types", len(change.added))),
            (len(change.removed), ngettext("type gone", "types gone", len(change.removed))),
            (len(change.changed), ngettext("type changed", "types changed", len(change.changed))),
            (moved, ngettext("Region offers others", "Regions offer others", moved)),
        )
        self._figures.show_figures([(number(count), words) for count, words in counts])
        self._text.setPlainText("\n".join(visible(render(message), 600) for message in change.told()))
        self._text.setMinimumHeight(self._text.fontMetrics().lineSpacing() * _LEAST_LINES)
        self.show()
