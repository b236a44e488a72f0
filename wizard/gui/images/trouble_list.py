"""All problems of asking AWS, each once, however many Regions have it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from wizard.gui.desk import Desk
from wizard.gui.icons import Icons
from wizard.gui.images.trouble_card import TroubleCard
from wizard.model.account.problem import Problem
from wizard.model.message import Message, Translations

_MOST_LINES = 12


class TroubleList(QScrollArea):
    """Hidden while all is well. again: the person wants what had trouble asked once more."""

    again = Signal()

    def __init__(
        self, desk: Desk, icons: Icons, translations: Translations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._icons = icons
        self._translations = translations
        self._shown: tuple[tuple[Message, tuple[tuple[str, str], ...]], ...] = ()
        self.setAccessibleName(translations.gettext("Problems"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def show_troubles(self, troubles: Sequence[tuple[Problem, str, str]]) -> None:
        """Each as problem, profile and Region."""
        groups: dict[Message, tuple[Problem, list[tuple[str, str]]]] = {}
        for problem, profile, region in troubles:
            groups.setdefault(problem.message, (problem, []))[1].append((profile, region))
        seen = tuple((message, tuple(places)) for message, (_, places) in groups.items())
        if seen == self._shown:
            return
        self._shown = seen
        sheet = QWidget()
        sheet.setBackgroundRole(QPalette.ColorRole.Base)
        sheet.setAutoFillBackground(True)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for problem, places in groups.values():
            card = TroubleCard(problem, places, self._desk, self._icons, self._translations)
            card.again.connect(self.again)
            column.addWidget(card)
        column.addStretch()
        self.setWidget(sheet)
        self.setVisible(bool(groups))
        self._measure()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands a QResizeEvent
        self._measure()

    def _measure(self) -> None:
        """As tall as the cards, but never so tall that the images have no room."""
        sheet = self.widget()
        if sheet is not None:
            layout = sheet.layout()
            wanted = layout.totalHeightForWidth(max(1, self.viewport().width())) if layout else 0
            self.setFixedHeight(max(0, min(wanted, self.fontMetrics().height() * _MOST_LINES)))
