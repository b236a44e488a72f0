from __future__ import annotations

import pytest
from PySide6.QtGui import Qt
from pytestqt.qtbot import QtBot

from wizard.gui.icons import Icons
from wizard.gui.rules.contents import Chapter, Line
from wizard.gui.rules.rule_list import RuleList
from wizard.model.message import Translations

ONE = Chapter("One", (Line("A1", "first", "refused", ""), Line("A2", "second <b>", "works", "")))
TWO = Chapter("Two", (Line("B1", "third", "unknown", ""),))


@pytest.fixture
def rules(qtbot: QtBot, icons: Icons, english: Translations) -> RuleList:
    rules = RuleList(icons, english)
    qtbot.addWidget(rules)
    rules.resize(300, 300)
    rules.show()
    return rules


def test_headings_and_rules(rules: RuleList) -> None:
    rules.fill((ONE, TWO), "")
    texts = [rules.item(row).text() for row in range(rules.count())]
    assert texts == ["One", "A1 first", "A2 second <b>", "Two", "B1 third"]
    assert rules.shown == ["A1", "A2", "B1"]
    assert not rules.item(0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert rules.accessibleName()


def test_the_wanted_rule_stays_and_otherwise_it_is_the_first(rules: RuleList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rules.pointed) as pointed:
        rules.fill((ONE, TWO), "A2")
    assert pointed.args == ["A2"]
    with qtbot.waitSignal(rules.pointed) as pointed:
        rules.fill((TWO,), "A2")
    assert pointed.args == ["B1"]
    rules.fill((), "A2")
    assert rules.shown == []


def test_arrow_keys_pass_over_headings(rules: RuleList, qtbot: QtBot) -> None:
    rules.fill((ONE, TWO), "A2")
    with qtbot.waitSignal(rules.pointed) as pointed:
        qtbot.keyClick(rules, Qt.Key.Key_Down)
    assert pointed.args == ["B1"]
    qtbot.keyClick(rules, Qt.Key.Key_Up)
    assert rules.currentItem().text() == "A2 second <b>"


def test_rows_keep_their_height_when_the_width_changes_just_before(rules: RuleList, qtbot: QtBot) -> None:
    long = Chapter("Long", tuple(Line(f"A{n}", "a title of many words " * 3, "works", "") for n in range(20)))
    rules.fill((long,), "")
    rules.resize(900, 300)
    rules.choose("A19")
    heights = {rules.visualItemRect(rules.item(row)).height() for row in range(1, rules.count())}
    assert heights == {rules.sizeHintForRow(1)}


def test_only_what_is_listed_can_be_chosen(rules: RuleList) -> None:
    rules.fill((ONE,), "")
    assert rules.choose("A2")
    assert not rules.choose("B1")
    assert not rules.choose("")
    assert rules.currentItem().text() == "A2 second <b>"
