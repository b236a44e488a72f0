from __future__ import annotations

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wizard.gui.rules.index import Chapter, RuleLine
from wizard.gui.rules.rule_list import RuleList
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme

LONG = "An x86 AMI of boot mode legacy-bios, or of none, has a disk that boots by BIOS"


def make(qtbot: QtBot, width: int) -> RuleList:
    rules = RuleList()
    qtbot.addWidget(rules)
    rules.resize(width, 400)
    lines = (RuleLine("A1", "short", "refused", ""), RuleLine("B7a", LONG, "no-boot", ""))
    rules.fill((Chapter("Heading", lines), Chapter("Other", lines[:1])), "A1")
    rules.show()
    return rules


def height(rules: RuleList, row: int) -> int:
    return rules.visualItemRect(rules.item(row)).height()


def test_a_long_title_wraps_and_the_row_grows_when_it_gets_narrow(qtbot: QtBot) -> None:
    rules = make(qtbot, 900)
    line = rules.fontMetrics().height()
    assert height(rules, 1) == height(rules, 2)
    rules.resize(240, 400)
    qtbot.waitUntil(lambda: height(rules, 2) >= height(rules, 1) + line)
    assert height(rules, 1) < 2 * line + 10


def test_a_heading_has_room_above_it(qtbot: QtBot) -> None:
    rules = make(qtbot, 900)
    assert height(rules, 3) > height(rules, 0)


def test_rows_are_painted_in_the_colours_of_the_palette(qtbot: QtBot, qapp: QApplication) -> None:
    rules = make(qtbot, 400)
    pictures = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        appearance.show(scheme)
        qapp.processEvents()
        pictures.append(rules.viewport().grab().toImage())
    light, dark = pictures
    assert light.pixelColor(300, 390).lightness() > 200
    assert dark.pixelColor(300, 390).lightness() < 100
    heading = rules.visualItemRect(rules.item(0))
    inks = [
        {
            image.pixelColor(x, y).lightness()
            for x in range(10, 80)
            for y in range(heading.top(), heading.bottom())
        }
        for image in pictures
    ]
    assert min(inks[0]) < 150
    assert max(inks[1]) > 120


ONE = Chapter("One", (RuleLine("A1", "first", "refused", ""), RuleLine("A2", "second <b>", "works", "")))
TWO = Chapter("Two", (RuleLine("B1", "third", "unknown", ""),))


@pytest.fixture
def rules(qtbot: QtBot) -> RuleList:
    rules = RuleList()
    qtbot.addWidget(rules)
    rules.resize(300, 300)
    rules.show()
    return rules


def test_headings_and_rules(rules: RuleList) -> None:
    rules.fill((ONE, TWO), "")
    texts = [rules.item(row).text() for row in range(rules.count())]
    assert texts == ["One", "first A1", "second <b> A2", "Two", "third B1"]
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
    assert rules.currentItem().text() == "second <b> A2"


def test_rows_keep_their_height_when_the_width_changes_just_before(rules: RuleList, qtbot: QtBot) -> None:
    long = Chapter(
        "Long", tuple(RuleLine(f"A{n}", "a title of many words " * 3, "works", "") for n in range(20))
    )
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
    assert rules.currentItem().text() == "second <b> A2"


def test_an_empty_list_has_no_scroll_bar(qtbot: QtBot) -> None:
    rules = make(qtbot, 300)
    qtbot.waitUntil(rules.verticalScrollBar().isVisible)
    rules.fill([], "")
    qtbot.waitUntil(lambda: not rules.verticalScrollBar().isVisible())
