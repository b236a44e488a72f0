"""Which catalogue of instance types counts, how much is in it, and how old it is."""

from __future__ import annotations

import datetime

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.gui.cloud import CatalogAge
from wizard.gui.figures import Figures
from wizard.gui.frame import paint_frame
from wizard.gui.icons import Icons
from wizard.gui.label import Label, Style
from wizard.gui.sign import Sign
from wizard.gui.spoken import number
from wizard.model.message import Message, Translations
from wizard.report.visible import visible


class CatalogCard(QWidget):
    """today: the day from which its age is counted."""

    def __init__(
        self,
        age: CatalogAge,
        today: datetime.date,
        icons: Icons,
        translations: Translations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        gettext, ngettext = translations.gettext, translations.ngettext
        days = max(0, (today - datetime.date.fromisoformat(age.date)).days)
        figures = Figures()
        figures.show_figures(
            (
                (
                    number(age.types, translations),
                    ngettext("instance type", "instance types", age.types),
                ),
                (number(age.regions, translations), ngettext("Region", "Regions", age.regions)),
                (number(days, translations), ngettext("day old", "days old", days)),
            )
        )
        title = gettext("Refreshed from an account") if age.refreshed else gettext("Built into the program")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Sign(icons, "restart" if age.refreshed else "works", accented=True))
        head.addWidget(Label(title, Style.STRONG), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(figures)
        of_day = Message("Of {date}, from {source}.", {"date": age.date, "source": age.source})
        column.addWidget(Label(visible(of_day.render(translations), 400), Style.QUIET))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, self, chosen=False, pointed=False, focused=False)
        painter.end()
