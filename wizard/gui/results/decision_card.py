"""The decision on one card: the sentence, what to take or what becomes of what one has, and what to do now."""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wizard.gui.results.decision_part import DecisionPart
from wizard.gui.results.headline import HeadlineView
from wizard.gui.results.move_row import MoveRow
from wizard.gui.results.next_steps_row import NextStepsRow
from wizard.gui.results.take_row import TakeRow
from wizard.gui.session import Session
from wizard.gui.texts import gettext
from wizard.gui.widgets.frame import Framed
from wizard.gui.widgets.link import TextLink
from wizard.report.next_steps import next_steps


class DecisionCard(Framed):
    """What one reads first, and for most readers all they read. In a low window it says less, and a link the rest."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._headline = HeadlineView()
        self._take, self._move = TakeRow(session), MoveRow()
        self._parts: tuple[HeadlineView | DecisionPart, ...] = (
            self._headline,
            *self._take.sides,
            *self._move.sides,
        )
        self._short = False
        self.steps = NextStepsRow()
        more = gettext("Read all of it")
        self.more = TextLink(more, more)
        self.more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.more.clicked.connect(lambda: self._shorten(short=False))
        foot = QHBoxLayout()
        foot.addWidget(self.steps, 1)
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        # Where there is nothing to do now, the link stands where the steps would.
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (self._headline, self._take, self._move):
            column.addWidget(part)
        column.addLayout(foot)

    def refresh(self) -> None:
        """Say it for the recommendation as it is now."""
        recommendation = self._session.recommendation
        self._take.refresh(recommendation)
        self._move.refresh(recommendation)
        self._headline.refresh(recommendation, beside=not self._take.isHidden())
        self.steps.show_steps(next_steps(self._session.knowledge, recommendation))
        self._shorten(short=self._short)

    def suit(self, *, low: bool) -> None:
        """low: there is little height."""
        self._short = low
        self._shorten(short=low)

    def _shorten(self, *, short: bool) -> None:
        for part in self._parts:
            part.shorten(short)
        self.more.setVisible(short and any(part.says_more for part in self._parts))
