"""The results: the decision in a sentence, and behind tabs everything that stands behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QTabWidget, QWidget

from wizard.flow.steps import Step
from wizard.gui.file_actions import FileActions
from wizard.gui.results.answer_chips import AnswerChips
from wizard.gui.results.architecture_bar import ArchitectureBar
from wizard.gui.results.headline import HeadlineView
from wizard.gui.results.image_tab import ImageTab
from wizard.gui.results.left_out_tab import LeftOutTab
from wizard.gui.results.move_card import MoveCard
from wizard.gui.results.relax_panel import RelaxPanel
from wizard.gui.results.text_tabs import AlternativesTab, MigrationTab, ReasonsTab
from wizard.gui.results.then_now_tab import ThenNowTab
from wizard.gui.results.types_tab import TypesTab
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.page import Page, put_behind
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Recommendation

_MOVING_ON, _TYPES, _IMAGE, _REASONS, _ALTERNATIVES, _LEFT_OUT, _YEARS = range(7)


class ResultsPage(Page):
    """Each tab is filled when it is first looked at, and again when the answers have changed since."""

    def __init__(
        self, step: Step, session: Session, actions: FileActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(render(step.title), "", parent, wide=True)
        self._session = session
        self._shown: Recommendation | None = None
        self._brought: object = None
        self._headline = HeadlineView()
        self._move = MoveCard()
        self._architectures = ArchitectureBar(session)
        self._chips = AnswerChips(session)
        self._relax = RelaxPanel(session)
        self._types = TypesTab(session, actions.dialogs)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName(gettext("Results"))
        self._fresh: set[QWidget] = set()
        for tab, title in (
            (MigrationTab(session), gettext("&Moving on")),
            (self._types, gettext("T&ypes")),
            (ImageTab(session, actions.services.cloud), gettext("&Image")),
            (ReasonsTab(session), gettext("&Reasons")),
            (AlternativesTab(session), gettext("A&lternatives")),
            (LeftOutTab(session), gettext("Left o&ut")),
            (ThenNowTab(session, actions.save_historical_pdf), gettext("201&4 and today")),
        ):
            self._tabs.addTab(tab, title)
        # As tall as there is room for, and not as tall as what it holds.
        self._tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._tabs.setMinimumHeight(300)
        self._tabs.currentChanged.connect(lambda _: self._fill())
        self.column.addSpacing(8)
        self.column.addWidget(self._headline)
        self.column.addWidget(self._move)
        self.column.addSpacing(12)
        self.column.addWidget(self._chips)
        self.column.addSpacing(8)
        self.column.addWidget(self._architectures)
        self.column.addWidget(self._relax)
        self.column.addSpacing(16)
        self.column.addWidget(self._tabs, 1)

    def refresh(self) -> None:
        recommendation = self._session.recommendation
        if recommendation is self._shown:
            return
        self._shown = recommendation
        self._headline.refresh(recommendation)
        self._move.refresh(recommendation)
        self._architectures.refresh()
        self._chips.refresh()
        self.arranged.emit()
        empty = recommendation.decision is None
        self._relax.setVisible(empty)
        if empty:
            self._relax.refresh()
            put_behind(self._architectures.stop(), self._relax.buttons)
        for place in (_TYPES, _IMAGE, _ALTERNATIVES):
            self._tabs.setTabVisible(place, not empty)
        self._tabs.setTabVisible(
            _REASONS, bool(not empty or recommendation.reasons or recommendation.own_image)
        )
        self._tabs.setTabVisible(_MOVING_ON, not empty and recommendation.needs.image is not None)
        self._open_first(recommendation.needs)
        types = gettext("T&ypes ({count})")
        self._tabs.setTabText(_TYPES, types.replace("{count}", number(len(recommendation.ranked))))
        self._fresh.clear()
        self._fill()

    def show_years(self) -> None:
        """Open what 2014 said, and what is said today."""
        self._tabs.setCurrentIndex(_YEARS)

    def _open_first(self, needs: Needs) -> None:
        """Who comes with another image or instance, or with none any more, begins at the first tab."""
        brought = (needs.image, needs.current_type)
        if brought != self._brought:
            self._brought = brought
            self._tabs.setCurrentIndex(
                next(place for place in range(self._tabs.count()) if self._tabs.isTabVisible(place))
            )

    def tab_chain(self) -> list[QWidget]:
        # Chips are made late, and Qt puts what is made late behind all the rest.
        chips: list[QWidget] = list(self._chips.chips())
        return [*chips, *(control for control in super().tab_chain() if control not in chips)]

    def first_control(self) -> QWidget | None:
        return self._relax.first_control() if self._relax.isVisibleTo(self) else self._types.first_control()

    def _fill(self) -> None:
        tab = self._tabs.currentWidget()
        if tab not in self._fresh:
            self._fresh.add(tab)
            tab.refresh()  # type: ignore[attr-defined]  # every tab has it; a Protocol cannot be a QWidget
