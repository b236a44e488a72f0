from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.seen import texts
from wizard.gui.findings.finding_card import UnknownCard
from wizard.model.ec2.finding import Unknown
from wizard.model.message import Message


def test_an_unknown_is_said_as_unknown(qtbot: QtBot) -> None:
    card = UnknownCard(Unknown("os.version", Message("It decides."), Message("Name it.")))
    qtbot.addWidget(card)
    assert texts(card) == ["Not known", "Which version?", "It decides.", "Name it."]
    assert not card.grab().isNull()
