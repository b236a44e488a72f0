from __future__ import annotations

import datetime

from PySide6.QtGui import QAccessible, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wizard.gui.findings.finding_card import FindingCard, UnknownCard
from wizard.gui.findings.source_link import SourceLink
from wizard.model.ec2.finding import Evidence, Finding, Outcome, Reason, Source
from wizard.model.message import Message

SOURCE = Source("EC2 <User> Guide", "https://docs.aws.amazon.com/a", datetime.date(2026, 11, 1))


FINDING = Finding(
    "V1", Reason.VIRTUALIZATION, Outcome.REFUSED, Evidence.REPORTED, Message("It is {what}.", {"what": "<b>PV</b>\u202e"}),
    Message("Use HVM."), Message("Virtualization type 'hvm' is required"), "InvalidParameterCombination", (SOURCE,),
)  # fmt: skip


def texts(card: FindingCard | UnknownCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel)]


def test_a_link_is_a_button_for_keyboard_and_screen_reader(qtbot: QtBot, opened: list[str]) -> None:
    link = SourceLink(SOURCE)
    qtbot.addWidget(link)
    with qtbot.waitActive(link):
        link.show()
        link.activateWindow()
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert opened == ["https://docs.aws.amazon.com/a"]
    assert QAccessible.queryAccessibleInterface(link).role() == QAccessible.Role.Button
    assert link.heightForWidth(80) > link.heightForWidth(800)
    assert link.minimumSizeHint().width() < link.sizeHint().width()
    assert not link.grab().isNull()
