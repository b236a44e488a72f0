"""The results: the decision in a sentence, and behind tabs everything that stands behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QTabWidget, QWidget

from wizard.flow.steps import Step
from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.results.edition_switch import EditionSwitch
from wizard.gui.results.left_out_tab import LeftOutTab
from wizard.gui.results.relax_panel import RelaxPanel
from wizard.gui.results.text_tabs import AlternativesTab, MigrationTab, ReasonsTab
from wizard.gui.results.then_now_tab import ThenNowTab
from wizard.gui.results.types_tab import TypesTab
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.page import Page, put_behind
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.visible import visible

_TYPES, _REASONS, _ALTERNATIVES, _, _, _MOVING_ON = range(6)


class ResultsPage(Page):
    """Each tab is filled when it is first looked at, and again when the answers have changed since."""

    def __init__(
        self, step: Step, session: Session, files: FileDialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(render(step.title), "", parent, wide=True)
        self._session = session
        self._shown: Recommendation | None = None
        self._sentence = Label("", Style.DECISION)
        self._edition = EditionSwitch(session)
        self._relax = RelaxPanel(session)
        self._types = TypesTab(session, files)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName(gettext("Results"))
        self._fresh: set[QWidget] = set()
        for tab, title in (
            (self._types, gettext("T&ypes")),
            (ReasonsTab(session), gettext("&Reasons")),
            (AlternativesTab(session), gettext("A&lternatives")),
            (LeftOutTab(session), gettext("Left o&ut")),
            (ThenNowTab(session), gettext("201&4 and today")),
            (MigrationTab(session), gettext("&Moving on")),
        ):
            self._tabs.addTab(tab, title)
        # As tall as there is room for, and not as tall as what it holds.
        self._tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._tabs.setMinimumHeight(300)
        self._tabs.currentChanged.connect(lambda _: self._fill())
        self.head.addWidget(self._edition)
        self.column.addSpacing(8)
        self.column.addWidget(self._sentence)
        self.column.addWidget(self._relax)
        self.column.addSpacing(16)
        self.column.addWidget(self._tabs, 1)

    def refresh(self) -> None:
        recommendation = self._session.recommendation
        if recommendation is self._shown:
            return
        self._shown = recommendation
        self._sentence.setText(visible(render(recommendation.summary), 600))
        self._edition.refresh()
        empty = recommendation.decision is None
        self._relax.setVisible(empty)
        if empty:
            self._relax.refresh()
            put_behind(self._edition.control(), self._relax.buttons)
        for place in (_TYPES, _ALTERNATIVES):
            self._tabs.setTabVisible(place, not empty)
        self._tabs.setTabVisible(
            _REASONS, bool(not empty or recommendation.reasons or recommendation.standing)
        )
        self._tabs.setTabVisible(_MOVING_ON, not empty and recommendation.needs.image is not None)
        types = gettext("T&ypes ({count})")
        self._tabs.setTabText(_TYPES, types.replace("{count}", number(len(recommendation.ranked))))
        self._fresh.clear()
        self._fill()

    def first_control(self) -> QWidget | None:
        return self._relax.first_control() if self._relax.isVisibleTo(self) else self._types.first_control()

    def _fill(self) -> None:
        tab = self._tabs.currentWidget()
        if tab not in self._fresh:
            self._fresh.add(tab)
            tab.refresh()  # type: ignore[attr-defined]  # every tab has it; a Protocol cannot be a QWidget
