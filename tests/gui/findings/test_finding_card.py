from __future__ import annotations

import gettext

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.findings.sample import FINDING
from tests.gui.seen import texts
from wizard.gui import texts as window_texts
from wizard.gui.findings.finding_card import FindingCard
from wizard.gui.findings.source_link import SourceLink
from wizard.model.ec2.finding import Evidence, Outcome
from wizard.model.frozen import replace
from wizard.model.message import Message
from wizard.store.languages import translations


def test_everything_that_is_known_of_a_finding_is_on_its_card(qtbot: QtBot) -> None:
    card = FindingCard(FINDING)
    qtbot.addWidget(card)
    said = texts(card)
    assert said[:3] == ["Refused by EC2", "reported by users", "It is <b>PV</b>U+202E."]
    assert "EC2 answers InvalidParameterCombination:" in said
    assert "Virtualization type 'hvm' is required" in said
    assert "What to do: Use HVM." in said
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in card.findChildren(QLabel))
    (link,) = card.findChildren(SourceLink)
    assert link.accessibleName() == "Open source: EC2 <User> Guide (checked 2026-11-01)"
    card.resize(400, card.heightForWidth(400))
    assert not card.grab().isNull()


def test_what_is_not_known_is_left_out(qtbot: QtBot) -> None:
    bare = replace(FINDING, ec2_error=None, ec2_error_code=None, remedy=Message(""), sources=())
    card = FindingCard(bare)
    qtbot.addWidget(card)
    assert len(texts(card)) == 3
    coded = FindingCard(replace(FINDING, ec2_error_code=None))
    qtbot.addWidget(coded)
    assert "EC2 answers:" in texts(coded)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_and_evidence_has_words(qtbot: QtBot, outcome: Outcome) -> None:
    for evidence in Evidence:
        card = FindingCard(replace(FINDING, outcome=outcome, evidence=evidence))
        qtbot.addWidget(card)
        assert all(texts(card)[:2])


def test_the_outcome_in_its_head_is_said_in_the_language_of_the_window(
    qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: window_texts.use(gettext.NullTranslations()))
    window_texts.use(translations("de"))
    card = FindingCard(FINDING)
    qtbot.addWidget(card)
    assert texts(card)[0] == "Von EC2 abgewiesen"
    assert card.accessibleName() == "Von EC2 abgewiesen"
