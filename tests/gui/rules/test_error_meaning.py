from __future__ import annotations

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from wizard.gui.findings.source_link import SourceLink
from wizard.gui.rules.error_dialog import ErrorMeaning
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations


@pytest.fixture
def meaning(qtbot: QtBot, knowledge: Knowledge) -> ErrorMeaning:
    meaning = ErrorMeaning(knowledge.rulebook)
    qtbot.addWidget(meaning)
    return meaning


def texts(meaning: ErrorMeaning) -> list[str]:
    return [label.text() for label in meaning.widget().findChildren(QLabel)]


def test_rule_reason_remedy_values_and_sources(
    meaning: ErrorMeaning, knowledge: Knowledge, english: Translations
) -> None:
    found = knowledge.errors.read(
        "The t2.micro instance type does not support an AMI with a boot mode of UEFI."
    )
    assert found is not None
    meaning.show_meaning(found)
    said = texts(meaning)
    assert said[:3] == [
        "B1  ·  The type boots by UEFI if the AMI asks for it",
        "Refused by EC2",
        "documented by AWS",
    ]
    assert "t2.micro boots by legacy-bios only, so EC2 refuses an AMI of boot mode uefi." in said
    assert f"What to do: {found.remedy.render(english)}" in said
    assert "Type: t2.micro" in said
    assert len(meaning.widget().findChildren(SourceLink)) == len(found.sources) > 0
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in meaning.widget().findChildren(QLabel)
    )


def test_every_rule_that_may_have_spoken_is_a_button(
    meaning: ErrorMeaning, knowledge: Knowledge, qtbot: QtBot
) -> None:
    several = [
        found
        for rule in knowledge.rulebook.rules
        if rule.ec2_error and (found := knowledge.errors.read(rule.ec2_error)) and found.others
    ]
    assert several
    for found in several:
        meaning.show_meaning(found)
        buttons = meaning.widget().findChildren(QPushButton)
        ids = [found.rule, *found.others]
        assert [button.text() for button in buttons] == [f"Rule {id} in full" for id in ids]
        for button, id in zip(buttons, ids, strict=True):
            with qtbot.waitSignal(meaning.chosen) as chosen:
                button.click()
            assert chosen.args == [id]


def test_what_is_known_and_not_judged_is_said_as_such(meaning: ErrorMeaning, knowledge: Knowledge) -> None:
    shown = 0
    for entry in knowledge.rulebook.not_judged:
        for error in entry.errors:
            found = knowledge.errors.read(error)
            if found is not None and found.rule == entry.id:
                meaning.show_meaning(found)
                said = texts(meaning)
                assert "Known, and not judged by a rule of its own" in said
                assert any(text.startswith("What to do: ") for text in said) is bool(entry.remedy)
                shown += 1
    assert shown > 5


def test_values_from_the_message_are_shown_letter_by_letter(
    meaning: ErrorMeaning, knowledge: Knowledge
) -> None:
    found = knowledge.errors.read("Virtualization type 'hvm' is required for instances of type '*x*_y_'.")
    assert found is not None
    assert found.values == {"type.name": "*x*_y_"}
    meaning.show_meaning(found)
    assert "Type: *x*_y_" in texts(meaning)


def test_nothing_is_never_a_guess(meaning: ErrorMeaning) -> None:
    meaning.show_hint()
    assert len(texts(meaning)) == 1
    meaning.show_nothing()
    assert texts(meaning)[0] == "Not recognised"
    assert not meaning.widget().findChildren(QPushButton)
