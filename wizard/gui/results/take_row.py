"""What to take, for who begins anew: the image, the type, and what an hour of it costs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.gui.results.decision_part import DecisionPart, Told
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.launch.what_to_take import Taken, begins_anew, image_taken, price_taken, type_taken


class TakeRow(QWidget):
    """Three parts beside each other; without a price asked for by nothing, or without a type, two."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._image, self._type = DecisionPart(gettext("AMI")), DecisionPart(gettext("Instance type"))
        self._price = DecisionPart(gettext("Price"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for side in (self._image, self._type, self._price):
            row.addWidget(side, 1)
        self.hide()

    @property
    def sides(self) -> tuple[DecisionPart, ...]:
        """From left to right."""
        return self._image, self._type, self._price

    def refresh(self, recommendation: Recommendation) -> None:
        """Say it for this recommendation; hidden for who has something to move, and where nothing is left."""
        self.setVisible(begins_anew(recommendation))
        if self.isHidden():
            return
        self._image.show_told(_told(image_taken(recommendation, self._session.knowledge)))
        self._type.show_told(_told(type_taken(recommendation)))
        price = price_taken(recommendation)
        self._price.show_told(_told(price) if price is not None else None)


def _told(taken: Taken) -> Told:
    facts, more = (render(text) if text is not None else "" for text in (taken.facts, taken.more))
    return Told(render(taken.name), facts, more)
