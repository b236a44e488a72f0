"""The walk's page of images: those of an account that fit the answers so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from wizard.flow.steps import Step
from wizard.gui.findings.newest_image import NewestImage
from wizard.gui.images.launcher import ImagesLauncher
from wizard.gui.images.panel import ImagesPanel
from wizard.gui.session import Session
from wizard.gui.texts import render
from wizard.gui.widgets.page import Page
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.matching import matching
from wizard.model.recommend.recommendation import Recommendation


class ImagesPage(Page):
    """One's own images that match, and beside them the newest that the system's publisher has."""

    def __init__(
        self, step: Step, session: Session, images: ImagesLauncher, parent: QWidget | None = None
    ) -> None:
        super().__init__(render(step.title), render(step.explanation), parent, wide=True)
        self._session = session
        self._shown: Recommendation | None = None
        self._panel = ImagesPanel(images.controller, self._match, images.services, titled=False)
        self._panel.wanted.connect(images.start_with)
        # As tall as there is room for, and not as tall as what it holds.
        self._panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._panel.setMinimumSize(360, 400)
        self._newest = NewestImage(session, images.services.cloud)
        self.column.addSpacing(12)
        self.column.addWidget(self._newest)
        self.column.addWidget(self._panel, 1)

    def refresh(self) -> None:
        recommendation = self._session.recommendation
        if recommendation is not self._shown:
            self._shown = recommendation
            self._newest.refresh()
            self._panel.browser.refresh()

    def first_control(self) -> QWidget | None:
        # The button that asks AWS must not be one Enter away from the step before.
        return self._panel.browser.filter.first_control() if self._panel.has_images else None

    def _match(self, images: Sequence[JudgedImage]) -> Sequence[JudgedImage]:
        session = self._session
        return matching(images, session.recommendation, session.knowledge.catalog)
