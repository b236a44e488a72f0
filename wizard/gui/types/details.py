"""What is to be said about one type: does it fit, and every finding on it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from wizard.gui.findings.finding_list import FindingColumn, FindingList
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.label import Style
from wizard.model.ec2.finding import Outcome, Verdict
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.message import Message, joined
from wizard.model.prices.said import licence_said, price_said, share_said, spot_said
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.type_verdict import TypeVerdict
from wizard.report import words
from wizard.report.prices.price_blocks import beside
from wizard.report.visible import visible


class TypeDetails(FindingList):
    """Shows a verdict: the answers that a type does not meet, then the findings, then what is not known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Findings"), parent)

    def show_hint(self, text: str) -> None:
        """Before anything is chosen: what could be."""
        self.clear()
        self.say(text, Style.QUIET)
        self.done()

    def show_verdict(self, verdict: TypeVerdict, costs: Costs | None = None, *, headed: bool = True) -> None:
        """Everything that is to be said about one type. costs: what it costs; None to say nothing of it."""
        self.clear()
        say_verdict(self.sheet, verdict, costs, headed=headed)
        self.done()


def verdict_heading(verdict: TypeVerdict) -> str:
    """Whether a type fits, in a few words."""
    return _render(_heading(verdict, {"type": verdict.instance_type.name}))


def say_verdict(
    column: FindingColumn, verdict: TypeVerdict, costs: Costs | None = None, *, headed: bool = True
) -> None:
    """Put what is to be said about one type under each other. headed: with its heading."""
    if headed:
        column.heading(verdict_heading(verdict))
    for message in _costs(verdict.instance_type, costs) if costs else ():
        column.say(_render(message))
    if verdict.missed:
        column.say(_render(Message("It does not meet these answers:")))
        for _, text in verdict.missed:
            column.say("•  " + _render(text))
    kind = Message("With an image of the kind {profile}:", {"profile": words.profile(verdict.profile)})
    # The heading has said already that nothing speaks against it.
    if headed or verdict.own is not None or verdict.verdict.findings or verdict.verdict.unknowns:
        _say(column, kind, verdict.verdict)
    if verdict.own is not None:
        column.space()
        _say(column, Message("With the image you have:"), verdict.own)
    if costs is not None and verdict.fits:
        today = datetime.datetime.now(datetime.UTC).date()
        column.space()
        column.say(visible(render(beside(costs, today)), 900), Style.QUIET)


def _say(column: FindingColumn, title: Message, verdict: Verdict) -> None:
    column.say(_render(title), Style.QUIET)
    if not verdict.findings and not verdict.unknowns:
        column.say(_render(Message("Nothing speaks against it.")))
    column.findings(verdict.findings)
    column.unknowns(verdict.unknowns)


def _render(message: Message) -> str:
    return visible(render(message), 600)


def _costs(instance_type: InstanceType, costs: Costs) -> Iterator[Message]:
    """On-Demand with the licence in it, and as Spot, each where it is known."""
    price = costs.price(instance_type.name)
    if price is not None:
        licence = licence_said(price, costs.licence(price))
        parts = [price_said(price), *([licence] if licence else []), share_said(price, instance_type)]
        yield joined(parts)
    spot = costs.spot(instance_type.name)
    if spot is not None:
        yield spot_said(spot)


def _heading(verdict: TypeVerdict, name: dict[str, object]) -> Message:
    if not verdict.fits:
        return Message("Why not {type}", name)
    # Of a new image it is a condition, said once; of the one that is there, a doubt.
    if verdict.own is not None and verdict.own.outcome is Outcome.UNKNOWN:
        return Message("Whether {type} fits depends on what is not known", name)
    return Message("{type} fits", name)
