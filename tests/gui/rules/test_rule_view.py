from __future__ import annotations

import tomllib

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.seen import texts
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.rules.fact_labels import example_text, opened
from wizard.gui.rules.rule_view import RuleButtons, RuleHead, RuleView
from wizard.gui.widgets.command_box import CommandBox
from wizard.model.ec2.finding import Outcome
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations
from wizard.report.finding_words import answered


@pytest.mark.parametrize(
    ("id", "texts"),
    [
        (
            "B1",
            [
                "[type] boots by [boot modes of the type] only, so EC2 refuses an AMI of boot mode uefi.",
                "Refused by EC2",
                "documented by AWS",
                "B1",
            ],
        ),
        (
            "M3",
            ["What a console message at boot means", "Known, and not judged by a rule of its own", "M3"],
        ),
    ],
)
def test_what_goes_wrong_first_and_the_code_last(
    qtbot: QtBot, knowledge: Knowledge, id: str, texts: list[str]
) -> None:
    book = knowledge.rulebook
    rule = book.get(id) or next(entry for entry in book.not_judged if entry.id == id)
    head = RuleHead(rule)
    qtbot.addWidget(head)
    head.show()
    assert [label.text() for label in head.findChildren(QLabel)] == texts
    assert not head.grab().isNull()


def test_each_button_names_its_rule_and_leads_there_by_key(qtbot: QtBot) -> None:
    buttons = RuleButtons(("A1", "B1"))
    qtbot.addWidget(buttons)
    one, other = buttons.findChildren(QPushButton)
    assert (one.text(), other.text()) == ("Rule A1 in full", "Rule B1 in full")
    with qtbot.waitSignal(buttons.chosen) as chosen:
        qtbot.keyClick(other, Qt.Key.Key_Return)
    assert chosen.args == ["B1"]


@pytest.fixture
def sheet(qtbot: QtBot) -> RuleView:
    sheet = RuleView()
    qtbot.addWidget(sheet)
    sheet.resize(600, 700)
    return sheet


def test_every_rule_is_shown_in_full(sheet: RuleView, knowledge: Knowledge, english: Translations) -> None:
    for rule in knowledge.rulebook.rules:
        sheet.show_rule(rule)
        said = texts(sheet)
        whole = "\n".join(said)
        assert said[0] == opened(rule.text).render(english)
        assert f"What must hold: {opened(rule.title).render(english)}." in said
        for template in (rule.text, rule.remedy, rule.ec2_error or "", rule.disputed or ""):
            assert opened(template).render(english) in whole
        assert ("Where sources disagree" in said) is bool(rule.disputed)
        assert (answered(rule.ec2_error_code).render(english) in said) is bool(rule.ec2_error)
        links = [link.accessibleDescription() for link in sheet.findChildren(SourceLink)]
        assert links == [source.url for source in rule.sources]
        table = tomllib.loads(rule.example_text)
        for example in (*table["fits"], *table["breaks"]):
            assert example_text(example) in said
        assert ("With this advice" in said) is (rule.outcome is Outcome.WORKS)
        assert "{" not in whole
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in sheet.findChildren(QLabel))


def test_what_fits_stands_before_what_breaks(sheet: RuleView, knowledge: Knowledge) -> None:
    rule = knowledge.rulebook.get("B1")
    assert rule is not None
    sheet.show_rule(rule)
    said = texts(sheet)
    places = [
        said.index(text)
        for text in (
            "How this is known",
            "Stated in AWS's current documentation.",
            "Examples that fit",
            "t3.micro · AMI: boot mode uefi",
            "Examples that break it",
            "t2.micro · AMI: boot mode uefi",
        )
    ]
    assert places == sorted(places)


def test_an_older_wording_is_shown_where_it_is_another_one(sheet: RuleView, knowledge: Knowledge) -> None:
    shown = {}
    for id in ("B1", "V1"):
        rule = knowledge.rulebook.get(id)
        assert rule is not None
        sheet.show_rule(rule)
        shown[id] = len(sheet.findChildren(CommandBox))
    assert shown == {"B1": 1, "V1": 2}


def test_everything_not_judged_is_shown_and_leads_to_what_covers_it(
    sheet: RuleView, knowledge: Knowledge, english: Translations, qtbot: QtBot
) -> None:
    for entry in knowledge.rulebook.not_judged:
        sheet.show_known(entry)
        said = texts(sheet)
        whole = "\n".join(said)
        for template in (entry.why, entry.remedy or "", *entry.errors):
            assert opened(template).render(english) in whole
        buttons = sheet.findChildren(QPushButton)
        assert [button.text() for button in buttons] == [f"Rule {id} in full" for id in entry.see]
        assert len(sheet.findChildren(SourceLink)) == len(entry.sources)
        for button, id in zip(buttons, entry.see, strict=True):
            with qtbot.waitSignal(sheet.chosen) as chosen:
                button.click()
            assert chosen.args == [id]


def test_a_hint_takes_the_place_of_a_rule(sheet: RuleView, knowledge: Knowledge) -> None:
    sheet.show_rule(knowledge.rulebook.rules[0])
    sheet.show_hint("Nothing here.")
    assert texts(sheet) == ["Nothing here."]


def test_short_wordings_stand_close_and_long_ones_apart(sheet: RuleView, knowledge: Knowledge) -> None:
    entry = next(entry for entry in knowledge.rulebook.not_judged if entry.id == "M3")
    sheet.show_known(entry)
    assert "\n".join(entry.errors) in texts(sheet)
    long = "It is refused, and this is said in more words than stand in a line."
    sheet.show_known(replace(entry, errors=(long, "Refused.")))
    assert f"{long}\n\nRefused." in texts(sheet)
