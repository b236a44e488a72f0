"""2014 and today: two answers to the same question, beside each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from wizard.flow.steps import EDITION
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.results.spectrum import SpectrumPicture
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.theme.locale_format import long_name, short_name
from wizard.gui.widgets.frame import paint_frame, set_margins
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.page import put_behind, tab_chain
from wizard.gui.widgets.scroll_pane import new_sheet
from wizard.model.ec2.launch import Edition
from wizard.model.recommend.recommendation import YearAnswer
from wizard.model.recommend.spectrum import SOURCES, mode_of
from wizard.report.spectrum import EXPLAINED, TITLE
from wizard.report.visible import visible


class ThenNowTab(QScrollArea):
    """What the advice of each year says to these answers, what changed, and the sources.

    It compares and switches nothing. save: saves what 2014 would have said.
    """

    def __init__(self, session: Session, save: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._save = save
        self.setAccessibleName(gettext("2014 and today"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def refresh(self) -> None:
        both = self._session.recommendation.then_and_now
        chosen = self._session.recommendation.needs.edition
        sheet, column = new_sheet(16)
        set_margins(column, 0, 16, 8, 12)
        row = QHBoxLayout()
        row.setSpacing(12)
        for answer in (both.then, both.now):
            row.addWidget(_Year(answer, answer.edition is chosen), 1)
        column.addLayout(row)
        column.addWidget(Label(gettext("What changed"), Style.HEADING))
        column.addWidget(Label(visible(render(both.changed), 1000)))
        column.addWidget(Label(render(TITLE), Style.HEADING))
        column.addWidget(SpectrumPicture(mode_of(self._session.recommendation)))
        column.addWidget(Label(render(EXPLAINED), Style.QUIET))
        for key in SOURCES:
            column.addWidget(SourceLink(self._session.knowledge.rulebook.sources[key]))
        column.addWidget(self._button(), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        inside = tab_chain(sheet)
        self.setWidget(sheet)
        put_behind(self, inside)

    def _button(self) -> QPushButton:
        """The report of 2014; or where an answers file brought its advice along, the way back to today's."""
        if self._session.recommendation.needs.edition is Edition.CURRENT:
            button = QPushButton(gettext("Save what 2014 would have said…"))
            put_icon(button, "pdf")
            button.clicked.connect(self._save)
        else:
            button = QPushButton(gettext("Back to today’s advice"))
            put_icon(button, "restart")
            button.clicked.connect(lambda: self._session.answer(EDITION.id, None))
        button.setAutoDefault(True)
        return button


class _Year(QFrame):
    """One year's answer. chosen: the recommendation follows this year's knowledge."""

    def __init__(self, answer: YearAnswer, chosen: bool) -> None:
        super().__init__()
        self._chosen = chosen
        year = gettext("2014") if answer.edition is Edition.YEAR_2014 else gettext("Today")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        title = gettext("{year} – what this result follows").replace("{year}", year) if chosen else year
        column.addWidget(Label(title, Style.OVERLINE))
        kind = answer.virtualization_type
        column.addWidget(Label(render(short_name(kind)) if kind else gettext("None"), Style.FIGURE))
        if kind:
            column.addWidget(Label(render(long_name(kind)), Style.QUIET))
        column.addSpacing(6)
        column.addWidget(Label(visible(render(answer.text), 1000)))
        column.addSpacing(4)
        for source in answer.sources:
            column.addWidget(SourceLink(source))
        column.addStretch()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, self, chosen=self._chosen, pointed=False, focused=False)
        painter.end()
