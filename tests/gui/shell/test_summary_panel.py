from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.session import Conversation
from wizard.gui.shell.summary_panel import SoFar, SoFarLine
from wizard.gui.theme.icons import Icons
from wizard.model.message import Translations


def shown(widget: QWidget) -> list[str]:
    return [
        label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget) and label.text()
    ]


@pytest.fixture
def panel(qtbot: QtBot, conversation: Conversation, icons: Icons, english: Translations) -> SoFar:
    panel = SoFar(len(conversation.knowledge.catalog.types), icons, english)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def line(qtbot: QtBot, english: Translations) -> SoFarLine:
    line = SoFarLine(english)
    qtbot.addWidget(line)
    line.show()
    return line


def test_before_anything_is_judged_it_promises_nothing(panel: SoFar, conversation: Conversation) -> None:
    texts = shown(panel)
    total = f"{len(conversation.knowledge.catalog.types):,}"
    assert texts == ["So far", total, f"of {total} instance types fit"]


def test_the_decision_as_it_stands(panel: SoFar, line: SoFarLine, conversation: Conversation) -> None:
    conversation.answer("os", "windows")
    recommendation = conversation.recommendation
    panel.refresh(recommendation)
    line.refresh(recommendation, 1395)
    texts = shown(panel)
    assert {"HVM", "x86_64", "Architecture", "Boot mode", "ENA", "Root device"} <= set(texts)
    assert f"{len(recommendation.ranked):,}" in texts
    reasons = [finding.text.render(conversation_english()) for finding in recommendation.reasons[:3]]
    assert [text for text in texts if text in reasons] == reasons
    assert shown(line)[0].startswith("HVM · x86_64")
    assert shown(line)[1] == f"{len(recommendation.ranked):,} of 1,395 types"


def test_nothing_left_is_said_with_the_way_out(
    panel: SoFar, line: SoFarLine, conversation: Conversation
) -> None:
    conversation.answer("os", "windows")
    conversation.answer("arch", "arm64")
    panel.refresh(conversation.recommendation)
    line.refresh(conversation.recommendation, 1395)
    texts = shown(panel)
    assert "None" in texts
    assert "Architecture" not in texts
    assert any("relax" in text for text in texts)
    assert shown(line) == ["No type meets all answers", "0 of 1,395 types"]


def test_paravirtual_is_said_too(panel: SoFar, conversation: Conversation) -> None:
    conversation.answer("os", "linux")
    conversation.answer("type", ["t1.micro"])
    panel.refresh(conversation.recommendation)
    assert {"PV", "Paravirtual", "1", "of 1,395 instance types fits"} <= set(shown(panel))


def conversation_english() -> Translations:
    import gettext

    return gettext.NullTranslations()
