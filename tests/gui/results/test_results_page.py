from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from wizard.flow.steps import QUESTIONS
from wizard.gui.action_card import ActionCard
from wizard.gui.card import RadioCard
from wizard.gui.results.finding_card import FindingCard
from wizard.gui.results.left_out_tab import LeftOutTab
from wizard.gui.results.relax_panel import value_of
from wizard.gui.results.source_link import SourceLink
from wizard.gui.window import Window
from wizard.model.launch import Edition

Make = Callable[..., Window]
OLD = {
    "ImageId": "ami-0123456789abcdef0",
    "Name": "old",
    "Architecture": "x86_64",
    "VirtualizationType": "paravirtual",
    "RootDeviceType": "ebs",
}
NOTHING = {"os": "linux", "family": ["m1"], "region": "eu-central-1"}


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def tabs(window: Window) -> QTabWidget:
    return window.page.findChildren(QTabWidget)[0]


def open_tab(window: Window, qtbot: QtBot, title: str) -> QWidget:
    bar = tabs(window)
    place = next(at for at in range(bar.count()) if title in bar.tabText(at).replace("&", ""))
    assert bar.isTabVisible(place)
    bar.setCurrentIndex(place)
    qtbot.wait(5)
    return bar.currentWidget()


def test_the_decision_is_one_sentence(make_window: Make, english) -> None:  # type: ignore[no-untyped-def]
    window = make_window({"os": "ubuntu"}, "results")
    sentence = window.conversation.recommendation.summary.render(english)
    assert sentence in texts(window.page)
    assert sentence.count(".") < 4


def test_then_and_now_switch_the_decision(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "linux"}, "results")
    today, year_2014 = [
        card for card in window.page.findChildren(RadioCard) if card.text() in ("Today", "2014")
    ]
    assert today.isChecked()
    year_2014.click()
    assert window.conversation.recommendation.needs.edition is Edition.YEAR_2014
    assert any("paravirtual" in text for text in texts(window.page))
    both = open_tab(window, qtbot, "2014 and today")
    assert {"2014 – followed here", "Today", "PV", "HVM"} <= set(texts(both))
    assert both.findChildren(SourceLink)
    today.click()
    assert window.conversation.recommendation.needs.edition is Edition.CURRENT


def test_reasons_and_alternatives_stand_with_their_findings(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu", "os-version": "22.04"}, "results")
    reasons = open_tab(window, qtbot, "Reasons")
    assert len(reasons.findChildren(FindingCard)) == len(window.conversation.recommendation.reasons)
    alternatives = open_tab(window, qtbot, "Alternatives")
    kinds = window.conversation.recommendation.alternatives
    assert len(alternatives.findChildren(FindingCard)) == sum(len(kind.findings) for kind in kinds)


def test_a_walk_that_leaves_no_other_kind_says_so(qtbot: QtBot, make_window: Make) -> None:
    window = make_window(
        {"os": "linux", "type": ["t1.micro"], "arch": "i386", "virtualization": "paravirtual"}, "results"
    )
    if not window.conversation.recommendation.alternatives:
        assert texts(open_tab(window, qtbot, "Alternatives")) == [
            "Your answers leave no other kind of image open."
        ]


def test_the_image_one_has_stands_before_the_reasons(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"start": "image", "image": OLD}, "results")
    said = texts(open_tab(window, qtbot, "Reasons"))
    assert said[0] == "The image you have: ami-0123456789abcdef0"
    assert "What is not known" in said


def test_what_was_left_out_by_reason_and_by_name(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu", "vcpus": {"minimum": 4}}, "results")
    tab = open_tab(window, qtbot, "Left out")
    excluded = window.conversation.recommendation.excluded
    groups = tab.findChildren(QListWidget)[0]
    assert groups.count() == len(excluded)
    for row, group in enumerate(excluded):
        groups.setCurrentRow(row)
        assert any(text.startswith(f"{len(group.types):,} type") for text in texts(tab))
    line = tab.findChildren(QLineEdit)[0]
    for asked, said in (("T1.Micro ", "Why not t1.micro"), ("m5.4xlarge", "m5.4xlarge fits")):
        line.setText(asked)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert said in texts(tab)
    line.setText("m5.huge<b>")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "m5.huge<b> is not one of the types in the catalogue." in texts(tab)
    line.clear()
    next(button for button in tab.findChildren(QPushButton) if button.text() == "&Ask").click()
    assert "m5.huge<b> is not one of the types in the catalogue." in texts(tab)


def test_nothing_left_out_is_said(qtbot: QtBot, make_window: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    window = make_window({"os": "ubuntu"}, "results")
    from dataclasses import replace

    whole = replace(window.conversation.recommendation, excluded=())
    monkeypatch.setattr(type(window.conversation), "recommendation", whole)
    tab = window.page.findChildren(LeftOutTab)[0]
    tab.refresh()
    open_tab(window, qtbot, "Left out")
    assert "Nothing was left out: every type fits." in texts(tab)


def test_nothing_left_offers_the_ways_out_as_buttons(qtbot: QtBot, make_window: Make) -> None:
    window = make_window(NOTHING, "results")
    ways = window.conversation.recommendation.relax
    cards = window.page.findChildren(ActionCard)
    assert [card.accessibleName() for card in cards] == ["Take back “family m1”", "Take back “eu-central-1”"]
    assert window.page.first_control() is cards[0]
    assert not any(
        "Types" in tabs(window).tabText(at)
        for at in range(tabs(window).count())
        if tabs(window).isTabVisible(at)
    )
    cards[0].click()
    qtbot.wait(5)
    assert len(window.conversation.recommendation.ranked) == ways[0].count
    assert "family" not in window.conversation.walk.effective
    assert not window.page.findChildren(ActionCard)[0].isVisible()


def test_several_answers_that_only_help_together_change_together(qtbot: QtBot, make_window: Make) -> None:
    window = make_window(
        {"os": "windows", "arch": "arm64", "family": ["m1"], "region": "eu-central-1"}, "results"
    )
    way = window.conversation.recommendation.relax[0]
    card = window.page.findChildren(ActionCard)[0]
    if "+" in way.answer:
        assert ", and " in card.accessibleName()
    card.click()
    assert len(window.conversation.recommendation.ranked) == way.count


def test_one_of_several_features_is_taken_back(make_window: Make) -> None:
    window = make_window({"need": ["bare-metal", "tpm"]}, "results")
    names = [card.accessibleName() for card in window.page.findChildren(ActionCard)]
    assert all(name.startswith("Change “with ") for name in names)
    window.page.findChildren(ActionCard)[0].click()
    assert len(window.conversation.walk.effective["need"]) == 1


def test_what_a_relaxation_names_becomes_an_answer() -> None:
    assert value_of(QUESTIONS["region"], "any") is None
    assert value_of(QUESTIONS["need"], "efa,tpm") == ["efa", "tpm"]
    assert value_of(QUESTIONS["edition"], "current") == "current"


def test_a_tab_is_filled_when_it_is_looked_at(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "results")
    tab = window.page.findChildren(LeftOutTab)[0]
    groups = tab.findChildren(QListWidget)[0]
    assert groups.count() == 0
    open_tab(window, qtbot, "Left out")
    assert groups.count()
    window.conversation.answer("vcpus", {"minimum": 96})
    assert groups.count() == len(window.conversation.recommendation.excluded)
