"""What to take, for who begins anew: the image, the type, and what an hour of it costs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.gui.results.decision_part import DecisionPart, Told
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.model.ec2.instance_type import size_said
from wizard.model.message import Message, counted, joined
from wizard.model.prices.amount import HOURS_A_MONTH, money, rounded
from wizard.model.prices.price import Price
from wizard.model.recommend.order.said import order_said
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.sentences.wishes import names_one
from wizard.report import words
from wizard.report.launch.image_to_take import image_to_take
from wizard.report.visible import visible

_LONGEST_NAME = 60


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
        needs = recommendation.needs
        brought = needs.image is not None or needs.current_type is not None
        self.setVisible(not brought and recommendation.decision is not None)
        if self.isHidden():
            return
        named = names_one(needs, recommendation.ranked)
        self._image.show_told(self._image_told(recommendation))
        self._type.show_told(_type_told(recommendation, named=named))
        self._price.show_told(_price_told(recommendation) if named else None)

    def _image_told(self, recommendation: Recommendation) -> Told:
        knowledge, system = self._session.knowledge, recommendation.needs.system
        kind = render(words.profile(recommendation.judged))
        if system.family in (None, "linux", "custom"):
            return Told(kind, more=gettext("Name the system and its version, and the image is named too."))
        published = image_to_take(recommendation, knowledge)
        name = visible(system.title or "", _LONGEST_NAME)
        if published is None or not published.can_be_found:
            return Told(name, kind)
        publisher = gettext("Published by {publisher}")
        if system.version is None and published.version:
            name = f"{name} {published.version}"
        return Told(name, publisher.replace("{publisher}", published.publisher))


def _type_told(recommendation: Recommendation, *, named: bool) -> Told:
    ranked, needs = recommendation.ranked, recommendation.needs
    values: dict[str, object] = {"count": counted(len(ranked)), "order": order_said(needs)}
    if named:
        best = ranked[0].instance_type
        why = Message(
            "The only type that fits.", values, "The first of {count} that fit. Order: {order}.", len(ranked)
        )
        return Told(best.name, render(size_said(best)), render(why))
    after = recommendation.headline.after
    count = render(Message("{count} type", values, "{count} types", len(ranked)))
    return Told(count, more=render(after[0]) if after else "")


def _price_told(recommendation: Recommendation) -> Told:
    costs, price = recommendation.costs, recommendation.ranked[0].price
    if price is None:
        return Told(gettext("Not known"), more=render(_none(recommendation)))
    hourly = Message("{price} USD an hour", {"price": money(price.hourly_usd)})
    monthly = Message("{month} USD a month", {"month": rounded(price.hourly_usd * HOURS_A_MONTH)})
    return Told(render(hourly), render(monthly), render(_of_the_price(price, assumed=costs.assumed)))


def _none(recommendation: Recommendation) -> Message:
    """Why nobody knows it: no list for such an image, or none that has this type."""
    costs = recommendation.costs
    if not costs.known:
        return Message("{none}.", {"none": costs.why_none()})
    values: dict[str, object] = {
        "type": recommendation.ranked[0].instance_type.name,
        "regions": ", ".join(each.region for each in costs.lists),
        "day": min(each.as_of for each in costs.lists),
    }
    return Message("The prices of {regions}, as of {day}, have none for {type}.", values)


def _of_the_price(price: Price, *, assumed: bool) -> Message:
    values: dict[str, object] = {"region": price.region, "day": price.as_of, "hours": HOURS_A_MONTH}
    said = Message("On-Demand in {region}, as of {day}; a month has {hours} hours.", values)
    licence = Message("No system is named; one with a licence in it costs more.")
    return joined([said, licence]) if assumed else said
