"""What the types cost: where the prices are from, what costs less, and what they do not contain."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wizard.model.message import Message, joined
from wizard.model.prices.said import NOT_IN_IT, licence_said, seller_said
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.recommendation import Recommendation

if TYPE_CHECKING:
    from wizard.report.document import Block
    from wizard.report.report_writer import ReportWriter


def price_blocks(
    recommendation: Recommendation, today: datetime.date, writer: ReportWriter
) -> Iterator[Block]:
    """today: the day that the report bears. Spot prices are of a moment, and in no report."""
    # The command line says the lines without a document.
    from wizard.report.document import Paragraph
    from wizard.report.pictures.hour_prices import hour_prices

    picture = hour_prices(recommendation, writer)
    if picture is not None:
        yield picture
    for message in price_lines(recommendation, today):
        yield Paragraph(writer.say(message))


def beside(costs: Costs, today: datetime.date) -> Message:
    """What stands beside a table of prices: what they are of, and once what they do not contain."""
    note = costs.note(today)
    return joined([note, NOT_IN_IT]) if costs.known else note


def price_lines(recommendation: Recommendation, today: datetime.date) -> Iterator[Message]:
    """What is known in place of a price, or what the move saves, first; then what the prices are of; what is not in them once."""
    costs, unpriced = recommendation.costs, recommendation.unpriced
    if unpriced:
        yield unpriced
    if recommendation.saving:
        yield recommendation.saving.text
    if recommendation.cheaper:
        yield joined([each.text for each in recommendation.cheaper])
    first = recommendation.ranked[0].price if recommendation.ranked else None
    said = [costs.note(today)]
    if first is not None:
        of_licence = licence_said(first, costs.licence(first))
        if of_licence is not None:
            values = {"type": first.instance_type, "said": of_licence}
            said.append(Message("Of {type}: {said}", values))
    if first is not None or unpriced:
        said.append(NOT_IN_IT)
    seller = seller_said(recommendation.needs.image) if recommendation.needs.image else None
    yield joined([*said, *([seller] if seller else [])])
