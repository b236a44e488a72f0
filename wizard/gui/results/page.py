"""The results: the decision in a sentence, and behind tabs everything that stands behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QSizePolicy, QTabWidget, QWidget

from wizard.flow.steps import EDITION, Step
from wizard.gui.file_actions import FileActions
from wizard.gui.results.answer_chips import AnswerChips
from wizard.gui.results.architecture_bar import ArchitectureBar
from wizard.gui.results.decision_card import DecisionCard
from wizard.gui.results.image_tab import ImageTab
from wizard.gui.results.migration_tab import MigrationTab
from wizard.gui.results.pictures_tab import PicturesTab
from wizard.gui.results.relax_panel import RelaxPanel
from wizard.gui.results.then_now_tab import ThenNowTab
from wizard.gui.results.why_tab import WhyTab
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.types.browser import TypesBrowser
from wizard.gui.types.listing import Listing
from wizard.gui.widgets.page import Page, put_behind, tab_chain
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.next_steps import NextStep, Where

_MOVING_ON, _TYPES, _IMAGE, _WHY, _YEARS = range(5)
_LEAST_LINES = 21
_LEAST = 330


class _Tabs(QTabWidget):
    """With less height table and findings would say nothing: then the page scrolls. Larger text needs more."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._bare = False
        self._measure()

    def sizeHint(self) -> QSize:
        """As tall as there is room for, and not as tall as what it holds."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        # Qt takes the larger of both hints, and this one from tabs that are not shown as well.
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def hasHeightForWidth(self) -> bool:
        # What is inside scrolls by itself.
        return False

    def hold_little(self, bare: bool) -> None:
        """bare: there is no table in it, so that less height is enough."""
        self._bare = bare
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        least = max(_LEAST, _LEAST_LINES * self.fontMetrics().height())
        self.setMinimumHeight(least * 2 // 3 if self._bare else least)


class ResultsPage(Page):
    """Each tab is filled when it is first looked at, and again when the answers have changed since.

    listed (str): show the types in which this stands among all there are. asked (str): go to the question of this id.
    """

    listed = Signal(str)
    asked = Signal(str)

    def __init__(
        self, step: Step, session: Session, actions: FileActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(render(step.title), "", parent, wide=True)
        self._session = session
        self._shown: Recommendation | None = None
        self._brought: object = None
        self._card = DecisionCard(session)
        self._card.steps.chosen.connect(self._do)
        self._architectures = ArchitectureBar(session)
        self._chips = AnswerChips(session)
        self._save = actions.save_pdf
        self._relax = RelaxPanel(session)
        self._types = TypesBrowser(
            session,
            actions.dialogs,
            Listing(
                gettext("Instance types that fit"),
                gettext("Recommended order"),
                lambda session: session.recommendation.ranked,
                "type_columns",
                "type_layout",
            ),
        )
        self._types.elsewhere.listed.connect(self.listed)
        self._tabs = _Tabs()
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName(gettext("Results"))
        self._fresh: set[QWidget] = set()
        for tab, title in (
            (MigrationTab(session), gettext("&Moving on")),
            (self._types, gettext("T&ypes")),
            (ImageTab(session, actions.services.cloud), gettext("&Image")),
            (WhyTab(session), gettext("&Why")),
            (ThenNowTab(session, actions.save_historical_pdf), gettext("201&4 and today")),
            (PicturesTab(session), gettext("Pictures")),
        ):
            self._tabs.addTab(tab, title)
        self._tabs.currentChanged.connect(lambda _: self._fill())
        self.head.setStretch(0, 0)
        self.head.addSpacing(24)
        self.head.addWidget(self._architectures, 1)
        self.column.addSpacing(8)
        self.column.addWidget(self._card)
        self.column.addSpacing(8)
        self.column.addWidget(self._chips)
        self.column.addWidget(self._relax)
        self.column.addSpacing(8)
        self.column.addWidget(self._tabs, 1)

    def refresh(self) -> None:
        recommendation = self._session.recommendation
        if recommendation is self._shown:
            return
        self._shown = recommendation
        self._card.refresh()
        self._architectures.refresh()
        self._chips.refresh()
        self.arranged.emit()
        empty = recommendation.decision is None
        self._tabs.hold_little(empty)
        self._relax.setVisible(empty)
        if empty:
            self._relax.refresh()
            put_behind(self._architectures.stop(), self._relax.buttons)
        for place in (_TYPES, _IMAGE):
            self._tabs.setTabVisible(place, not empty)
        self._tabs.setTabVisible(_MOVING_ON, not empty and recommendation.needs.image is not None)
        self._open_first(recommendation.needs)
        types = gettext("T&ypes ({count})")
        self._tabs.setTabText(_TYPES, types.replace("{count}", number(len(recommendation.ranked))))
        self._fresh.clear()
        self._fill()

    def suit(self) -> None:
        self._card.suit(low=self.low)

    def _do(self, step: NextStep) -> None:
        match step.where:
            case Where.QUESTION:
                self.asked.emit(step.question)
            case Where.REPORT:
                self._save()
            case Where.MOVE:
                self._tabs.setCurrentIndex(_MOVING_ON)
            case Where.IMAGE:
                self._tabs.setCurrentIndex(_IMAGE)

    def show_question(self, id: str) -> None:
        # The one question that belongs here: which year's advice.
        if id == EDITION.id:
            self._tabs.setCurrentIndex(_YEARS)

    def _open_first(self, needs: Needs) -> None:
        """Who comes with another image or instance, or with none any more, begins at the first tab."""
        brought = (needs.image, needs.current_type)
        if brought != self._brought:
            self._brought = brought
            self._tabs.setCurrentIndex(
                next(place for place in range(self._tabs.count()) if self._tabs.isTabVisible(place))
            )

    def first_control(self) -> QWidget | None:
        if self._relax.isVisibleTo(self):
            return self._relax.first_control()
        tab = self._tabs.currentWidget()
        if tab is self._types:
            return self._types.first_control()
        # A tab that is read takes the focus itself, so that the arrows scroll it.
        return tab if tab.focusPolicy() & Qt.FocusPolicy.TabFocus else next(iter(tab_chain(tab)), None)

    def _fill(self) -> None:
        tab = self._tabs.currentWidget()
        if tab not in self._fresh:
            self._fresh.add(tab)
            tab.refresh()  # type: ignore[attr-defined]  # every tab has it; a Protocol cannot be a QWidget
