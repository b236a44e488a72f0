from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wizard.gui.icons import Icons
from wizard.gui.rules.rule_head import RuleHead
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations


@pytest.mark.parametrize(
    ("id", "texts"),
    [
        (
            "B1",
            ["B1  ·  The type boots by UEFI if the AMI asks for it", "Refused by EC2", "documented by AWS"],
        ),
        ("I2", ["I2  ·  The AMI is not deprecated", "Advice", "documented by AWS"]),
        ("M3", ["M3  ·  What a console message at boot means", "Known, and not judged by a rule of its own"]),
    ],
)
def test_id_title_outcome_and_evidence(
    qtbot: QtBot, knowledge: Knowledge, icons: Icons, english: Translations, id: str, texts: list[str]
) -> None:
    book = knowledge.rulebook
    rule = book.get(id) or next(entry for entry in book.not_judged if entry.id == id)
    head = RuleHead(rule, icons, english)
    qtbot.addWidget(head)
    head.show()
    assert [label.text() for label in head.findChildren(QLabel)] == texts
    assert not head.grab().isNull()
