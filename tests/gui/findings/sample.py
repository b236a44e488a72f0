"""A finding with every part, and what a card says."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QLabel

from wizard.gui.findings.finding_card import FindingCard, UnknownCard
from wizard.model.ec2.finding import Evidence, Finding, Outcome, Reason, Source
from wizard.model.message import Message

SOURCE = Source("EC2 <User> Guide", "https://docs.aws.amazon.com/a", datetime.date(2026, 11, 1))
FINDING = Finding(
    "V1", Reason.VIRTUALIZATION, Outcome.REFUSED, Evidence.REPORTED, Message("It is {what}.", {"what": "<b>PV</b>\u202e"}),
    Message("Use HVM."), Message("Virtualization type 'hvm' is required"), "InvalidParameterCombination", (SOURCE,),
)  # fmt: skip


def texts(card: FindingCard | UnknownCard) -> list[str]:
    """Every text on a card."""
    return [label.text() for label in card.findChildren(QLabel)]
