from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.seen import texts
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.rules.error_dialog import ErrorMeaning
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations


@pytest.fixture
def meaning(qtbot: QtBot, knowledge: Knowledge) -> ErrorMeaning:
    meaning = ErrorMeaning(knowledge.rulebook)
    qtbot.addWidget(meaning)
    return meaning


def test_rule_reason_remedy_values_and_sources(
    meaning: ErrorMeaning, knowledge: Knowledge, english: Translations
) -> None:
    found = knowledge.errors.read(
        "The t2.micro instance type does not support an AMI with a boot mode of UEFI."
    )
    assert found is not None
    meaning.show_meaning(found)
    said = texts(meaning)
    assert said[0] == "EC2 refused the launch because the AMI boots by UEFI and t2.micro does not."
    assert said[1].endswith(
        "t2.micro has 1 vCPU and 1 GiB, is built on Xen, runs i386, x86_64 and boots by legacy-bios."
    )
    assert said[2] == "Most likely"
    assert f"What to do: {found.causes[0].cure.render(english)}" in said
    assert "Type: t2.micro" in said
    assert len(meaning.findChildren(SourceLink)) == len(found.sources) > 0
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in meaning.findChildren(QLabel))


def test_every_rule_that_may_have_spoken_is_a_button(
    meaning: ErrorMeaning, knowledge: Knowledge, qtbot: QtBot
) -> None:
    texts = [rule.ec2_error for rule in knowledge.rulebook.rules if rule.ec2_error]
    several = [found for text in texts if (found := knowledge.errors.read(text)) and found.others]
    assert several
    for found in several:
        meaning.show_meaning(found)
        buttons = [b for b in meaning.findChildren(QPushButton) if b.text() != "Copy"]
        ids = [found.rule, *found.others]
        assert [button.text() for button in buttons] == [f"Rule {id} in full" for id in ids]
        for button, id in zip(buttons, ids, strict=True):
            with qtbot.waitSignal(meaning.chosen) as chosen:
                button.click()
            assert chosen.args == [id]


def test_an_error_without_a_rule_has_no_button(meaning: ErrorMeaning, knowledge: Knowledge) -> None:
    found = knowledge.errors.read("Invalid BASE64 encoding of user data")
    assert found is not None
    meaning.show_meaning(found)
    assert not meaning.findChildren(QPushButton)
    assert "Otherwise" in texts(meaning)


def test_values_from_the_message_are_shown_letter_by_letter(
    meaning: ErrorMeaning, knowledge: Knowledge
) -> None:
    found = knowledge.errors.read("Invalid device name *x*_y_")
    assert found is not None
    assert found.values == {"device": "*x*_y_"}
    meaning.show_meaning(found)
    assert "Device: *x*_y_" in texts(meaning)


def test_nothing_is_never_a_guess(meaning: ErrorMeaning, knowledge: Knowledge) -> None:
    meaning.show_hint()
    assert len(texts(meaning)) == 1
    meaning.show_nothing(knowledge.errors.unrecognised("Something about m5.large"))
    assert texts(meaning)[0].startswith("Not recognised")
    assert not any("recognised" in text for text in texts(meaning)[1:]), "said once"
    assert "It names the instance type m5.large." in texts(meaning)[1]
    assert not meaning.findChildren(QPushButton)


def test_what_to_type_is_copied_with_a_button(
    meaning: ErrorMeaning, knowledge: Knowledge, told: list[str]
) -> None:
    texts = [rule.ec2_error for rule in knowledge.rulebook.rules if rule.ec2_error]
    found = next(
        found for text in texts if (found := knowledge.errors.read(text)) and found.causes[0].command
    )
    meaning.show_meaning(found)
    copy = next(b for b in meaning.findChildren(QPushButton) if b.text() == "Copy")
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("aws ")
    assert told == ["The command is on the clipboard."]
