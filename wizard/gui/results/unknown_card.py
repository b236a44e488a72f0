"""A fact that nobody gave: why it matters and how to supply it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wizard.gui.frame import paint_frame
from wizard.gui.icons import Icons
from wizard.gui.label import Label, Style
from wizard.gui.sign import Sign
from wizard.model.ec2.finding import Unknown
from wizard.model.message import Translations
from wizard.report.unknowns import asking
from wizard.report.visible import visible


class UnknownCard(QFrame):
    """Unknown is not no: it is said as what it is."""

    def __init__(
        self, unknown: Unknown, icons: Icons, translations: Translations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = translations.gettext("Not known")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Sign(icons, "unknown"))
        head.addWidget(Label(title, Style.STRONG, wrap=False))
        head.addWidget(Label(visible(asking(unknown.fact).render(translations)), Style.SMALL), 1)
        column.addLayout(head)
        for message in (unknown.matters_because, unknown.how_to_supply):
            column.addWidget(Label(visible(message.render(translations), 1000)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, self, chosen=False, pointed=False, focused=False)
        painter.end()
