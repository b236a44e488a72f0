from __future__ import annotations

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from tests.gui.results.looking import OLD, Make, open_tab, tabs, texts
from wizard.gui.findings.finding_card import FindingCard
from wizard.gui.results.headline import HeadlineView
from wizard.gui.results.left_out_tab import LeftOutTab
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.texts import render
from wizard.gui.widgets.icon_label import IconLabel


def test_the_decision_is_one_sentence_and_the_rest_stands_under_it(make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "results")
    said = texts(window.page.findChildren(HeadlineView)[0])
    assert said[0].startswith("Use an HVM AMI for x86_64")
    assert said[0].count(". ") == 0
    assert " ".join(said) == render(window.session.recommendation.summary)


def test_the_end_of_support_is_the_first_thing_one_reads(make_window: Make) -> None:
    window = make_window({"os": "centos", "os-version": "6"}, "results")
    headline = window.page.findChildren(HeadlineView)[0]
    assert texts(headline)[0].startswith("Support for CentOS Linux 6 ended on 2020-11-30")
    assert [sign for sign in headline.findChildren(IconLabel) if sign.isVisible()]


def test_a_supported_system_has_no_warning(make_window: Make) -> None:
    window = make_window({"os": "ubuntu", "os-version": "24.04"}, "results")
    headline = window.page.findChildren(HeadlineView)[0]
    assert not [sign for sign in headline.findChildren(IconLabel) if sign.isVisible()]


def test_reasons_and_alternatives_stand_with_their_findings(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu", "os-version": "22.04"}, "results")
    reasons = open_tab(window, qtbot, "Reasons")
    assert len(reasons.findChildren(FindingCard)) == len(window.session.recommendation.reasons)
    alternatives = open_tab(window, qtbot, "Alternatives")
    kinds = window.session.recommendation.alternatives
    assert len(alternatives.findChildren(FindingCard)) == sum(len(kind.findings) for kind in kinds)


def test_a_tab_is_filled_when_it_is_looked_at(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "results")
    tab = window.page.findChildren(LeftOutTab)[0]
    groups = tab.findChildren(QListWidget)[0]
    assert groups.count() == 0
    open_tab(window, qtbot, "Left out")
    assert groups.count()
    window.session.answer("vcpus", {"minimum": 96})
    assert groups.count() == len(window.session.recommendation.excluded)


def shown_tab(window: MainWindow) -> str:
    return tabs(window).tabText(tabs(window).currentIndex()).replace("&", "")


def test_who_brings_an_image_reads_first_what_becomes_of_it(make_window: Make) -> None:
    window = make_window({"start": "image", "image": OLD}, "results")
    assert shown_tab(window) == "Moving on"
    assert tabs(window).currentIndex() == 0


def test_the_tab_of_one_walk_is_not_the_next_ones(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "linux"}, "results")
    assert shown_tab(window).startswith("Types (")
    open_tab(window, qtbot, "2014 and today")
    window.session.resume({"start": "image", "image": OLD}, saved=True)
    window.session.go("results")
    assert shown_tab(window) == "Moving on"


def test_the_tab_stays_while_one_changes_an_answer(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "linux"}, "results")
    open_tab(window, qtbot, "Left out")
    window.session.answer("vcpus", {"minimum": 8})
    assert shown_tab(window) == "Left out"
