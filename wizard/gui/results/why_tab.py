"""Why this, and why not the others: reasons, what is not known, other kinds of image, and the types left out."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.gui.findings.finding_list import FindingList
from wizard.gui.results.left_out import LeftOut
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.label import Style
from wizard.gui.widgets.link import TextLink
from wizard.gui.widgets.page import put_behind
from wizard.model.message import Message
from wizard.model.recommend.recommendation import ImageResult, Recommendation
from wizard.report import words
from wizard.report.visible import visible


class WhyTab(QWidget):
    """One page to read from top to bottom, and a link to each of its parts above it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._parts: list[tuple[str, QWidget]] = []
        self._links = FlowRow()
        self._links.setAccessibleName(gettext("Parts of this page"))
        self._list = FindingList(gettext("Why, and why not the others"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._links)
        column.addWidget(self._list, 1)

    def refresh(self) -> None:
        """Say it for the recommendation as it is now."""
        recommendation = self._session.recommendation
        self._list.clear()
        self._parts = []
        # The image one has stands before all: it is what the person came for.
        if recommendation.own_image is not None:
            self._say_own_image(recommendation.own_image)
        self._say_reasons(recommendation)
        if recommendation.decision is not None:
            self._say_alternatives(recommendation)
        self._part(gettext("Left out"))
        self.left_out = LeftOut(self._session)
        self._list.put(self.left_out)
        links = [self._link(title, part) for title, part in self._parts]
        self._links.fill(links)
        self._links.setVisible(len(links) > 1)
        self._list.done()
        put_behind(links[-1], [self._list])

    def links(self) -> list[TextLink]:
        """To each part, in their order."""
        return self._links.findChildren(TextLink)

    def _link(self, title: str, part: QWidget) -> TextLink:
        link = TextLink(title, gettext("Go to: {title}").replace("{title}", title))
        link.clicked.connect(partial(self._list.show_top, part))
        return link

    def _part(self, title: str) -> None:
        if self._parts:
            self._list.space()
        self._parts.append((title, self._list.heading(title)))

    def _say_own_image(self, standing: ImageResult) -> None:
        image = standing.image
        name = visible(image.image_id or image.name, 80)
        title = gettext("The image you have")
        self._part(f"{title}: {name}" if name else title)
        self._list.say(visible(render(standing.text), 600))
        self._list.findings(standing.findings)

    def _say_reasons(self, recommendation: Recommendation) -> None:
        if recommendation.reasons:
            self._part(gettext("What decided"))
            self._list.findings(recommendation.reasons)
        if recommendation.conditions:
            self._part(gettext("What the AMI has to have"))
            self._list.say(gettext("A current AMI of this system is expected to have it."), Style.QUIET)
            self._list.unknowns(recommendation.conditions)
        if recommendation.unknowns:
            self._part(gettext("What is not known"))
            said = gettext("Nothing of this counts as a no. Once it is known, the advice gets firmer.")
            self._list.say(said, Style.QUIET)
            self._list.unknowns(recommendation.unknowns)
        said_all = recommendation.reasons or recommendation.unknowns or recommendation.conditions
        if not said_all and recommendation.decision is not None:
            said = gettext("Nothing speaks against any of the types that your answers leave.")
            self._list.say(said, Style.QUIET)

    def _say_alternatives(self, recommendation: Recommendation) -> None:
        if recommendation.cheaper or recommendation.unpriced:
            self._part(gettext("By price"))
            if recommendation.unpriced:
                self._list.say(_render(recommendation.unpriced))
            for cheaper in recommendation.cheaper:
                self._list.say(_render(cheaper.text))
        self._part(gettext("Alternatives"))
        if not recommendation.alternatives:
            self._list.say(gettext("Your answers leave no other kind of image open."), Style.QUIET)
        for alternative in recommendation.alternatives:
            self._list.say(_render(words.profile(alternative.profile)), Style.STRONG)
            self._list.say(_render(alternative.text), Style.QUIET)
            self._list.findings(alternative.findings)
            self._list.space()


def _render(message: Message) -> str:
    return visible(render(message), 600)
