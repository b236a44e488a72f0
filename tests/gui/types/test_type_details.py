from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wizard.gui.findings.finding_card import FindingCard
from wizard.gui.session import Session
from wizard.gui.types.details import TypeDetails
from wizard.model.prices.price import LINUX, PriceList, Prices
from wizard.model.prices.spot import SpotList, SpotOffer
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.type_verdict import TypeVerdict, type_verdict


def ask(session: Session, name: str) -> TypeVerdict:
    instance_type = session.knowledge.catalog.get(name)
    assert instance_type is not None
    return type_verdict(session.knowledge, session.recommendation, instance_type)


@pytest.fixture
def details(qtbot: QtBot) -> TypeDetails:
    details = TypeDetails()
    qtbot.addWidget(details)
    details.resize(600, 300)
    details.show()
    return details


def shown(details: TypeDetails) -> list[str]:
    return [label.text() for label in details.findChildren(QLabel)]


def test_details_say_why_not(details: TypeDetails, session: Session) -> None:
    session.answer("vcpus", {"minimum": 64})
    details.show_verdict(ask(session, "t1.micro"))
    texts = shown(details)
    assert texts[0] == "Why not t1.micro"
    assert "It does not meet these answers:" in texts
    assert details.findChildren(FindingCard)


def test_details_say_that_nothing_speaks_against_it(details: TypeDetails, session: Session) -> None:
    session.answer("os", "ubuntu")
    session.answer("os-version", "24.04")
    details.show_verdict(ask(session, "m7i.large"))
    texts = shown(details)
    assert texts[0] == "m7i.large fits"
    assert texts[2] == "Nothing speaks against it."


def test_details_speak_of_the_image_one_has(details: TypeDetails, session: Session) -> None:
    session.answer("start", "image")
    session.answer(
        "image", {"ImageId": "ami-1", "VirtualizationType": "paravirtual", "Architecture": "x86_64"}
    )
    details.show_verdict(ask(session, "m5.large"))
    assert "With the image you have:" in shown(details)
    details.show_hint("Choose a type.")
    assert shown(details) == ["Choose a type."]


def test_a_price_is_told_with_its_place_day_and_source(details: TypeDetails, session: Session) -> None:
    day = datetime.date(2026, 11, 1)
    lists = [
        PriceList("eu-central-1", code, day, "A list", "https://example.com/", {"m5.large": Decimal(usd)})
        for code, usd in ((LINUX, "0.0960"), ("RunInstances:0002", "0.1880"))
    ]
    at = datetime.datetime(2026, 11, 29, 14, 5, tzinfo=datetime.UTC)
    offers = {"m5.large": SpotOffer(Decimal("0.07"), "eu-central-1b", 3)}
    prices = Prices.of(lists, [SpotList("eu-central-1", "RunInstances:0002", at, offers)])
    details.show_verdict(ask(session, "m5.large"), Costs(prices, "eu-central-1", "RunInstances:0002"))
    assert (
        "0.188 USD an hour On-Demand in eu-central-1, as of 2026-11-01. Of it 0.092 is for the licence in the image: "
        "Windows (RunInstances:0002). That is 0.094 for each vCPU, or 0.0235 for each GiB of memory."
    ) in shown(details)
    (source,) = (text for text in shown(details) if text.startswith("Prices of"))
    assert "in eu-central-1, as of 2026-11-01 (A list). On-Demand, shared tenancy" in source
    (spot,) = (text for text in shown(details) if "as Spot" in text)
    assert "the lowest of 3 zones at 2026-11-29 14:05 UTC" in spot
    assert "may take Spot capacity back" in spot


def test_what_is_in_doubt_is_not_said_to_fit(details: TypeDetails, session: Session) -> None:
    session.answer("start", "image")
    session.answer("image", {**UNSAID, "PlatformDetails": "Linux/UNIX", "State": "available"})
    details.show_verdict(ask(session, "m7i.large"))
    assert shown(details)[0] == "Whether m7i.large fits depends on what is not known"
    assert "Nothing speaks against it." not in shown(details)


UNSAID = {
    "ImageId": "ami-0123456789abcdef0",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "EnaSupport": True,
}


def test_under_a_heading_that_says_it_nothing_is_said_twice(details: TypeDetails, session: Session) -> None:
    session.answer("os", "ubuntu")
    session.answer("os-version", "24.04")
    details.show_verdict(ask(session, "m7i.large"), headed=False)
    assert "Nothing speaks against it." not in shown(details)
