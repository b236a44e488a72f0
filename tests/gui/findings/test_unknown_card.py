from __future__ import annotations

import datetime

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wizard.gui.findings.finding_card import FindingCard, UnknownCard
from wizard.model.ec2.finding import Evidence, Finding, Outcome, Reason, Source, Unknown
from wizard.model.message import Message

SOURCE = Source("EC2 <User> Guide", "https://docs.aws.amazon.com/a", datetime.date(2026, 11, 1))


FINDING = Finding(
    "V1", Reason.VIRTUALIZATION, Outcome.REFUSED, Evidence.REPORTED, Message("It is {what}.", {"what": "<b>PV</b>\u202e"}),
    Message("Use HVM."), Message("Virtualization type 'hvm' is required"), "InvalidParameterCombination", (SOURCE,),
)  # fmt: skip


def texts(card: FindingCard | UnknownCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel)]


def test_an_unknown_is_said_as_unknown(qtbot: QtBot) -> None:
    card = UnknownCard(Unknown("os.version", Message("It decides."), Message("Name it.")))
    qtbot.addWidget(card)
    assert texts(card) == ["Not known", "Which version?", "It decides.", "Name it."]
    assert not card.grab().isNull()
