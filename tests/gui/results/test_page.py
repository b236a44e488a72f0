from __future__ import annotations

from PySide6.QtWidgets import QLabel, QTabWidget
from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from tests.gui.results.looking import NOTHING, OLD, Make, open_tab, tabs, texts
from wizard.gui.results.decision_card import DecisionCard
from wizard.gui.results.headline import HeadlineView
from wizard.gui.results.left_out import LeftOutGroup
from wizard.gui.results.why_tab import WhyTab
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.texts import render
from wizard.gui.types.table import TypeTable
from wizard.gui.widgets.icon_label import IconLabel


def test_the_decision_is_one_sentence_on_a_card_with_what_to_take(make_window: Make) -> None:
    window = make_window({"os": "ubuntu", "os-version": "24.04", "vcpus": {"minimum": 2}}, "results")
    card = window.page.findChildren(DecisionCard)[0]
    said = texts(card)
    recommendation = window.session.recommendation
    assert said[0] == render(recommendation.headline.title)
    assert said[0].count(". ") == 0
    best, price = recommendation.ranked[0].instance_type, recommendation.ranked[0].price
    assert price is not None
    assert {"Ubuntu 24.04", "Published by Canonical", best.name, f"{best.vcpus} vCPUs, 8 GiB"} <= set(said)
    assert f"{price.hourly_usd} USD an hour" in said
    assert f"{price.hourly_usd * 730:.2f} USD a month" in said
    assert [link.accessibleName()[0] for link in card.steps.links()] == ["1", "2"]


def test_without_a_size_or_a_system_the_card_names_neither_type_nor_price(make_window: Make) -> None:
    said = texts(make_window({}, "results").page.findChildren(DecisionCard)[0])
    assert "968 types" in said
    assert "Name the system and its version, and the image is named too." in said
    assert "Price" not in said


def test_a_price_that_nobody_knows_is_said_to_be_unknown(make_window: Make) -> None:
    answers = {"os": "macos", "vcpus": {"minimum": 12}}
    said = texts(make_window(answers, "results").page.findChildren(DecisionCard)[0])
    assert said[said.index("Price") + 1] == "Not known"
    assert "No price is known for macOS, which its Dedicated Host pays for." in said
    # A list that lacks one type is no list that lacks all.
    answers = {"os": "ubuntu", "os-version": "24.04", "type": ["t8i.medium"], "vcpus": {"minimum": 2}}
    said = texts(make_window(answers, "results").page.findChildren(DecisionCard)[0])
    assert "The prices of us-east-1, as of 2026-02-27, have none for t8i.medium." in said


def test_a_low_window_leaves_the_table_eight_rows_and_folds_the_rest(qtbot: QtBot, make_window: Make) -> None:
    answers = {
        "os": "ubuntu",
        "os-version": "22.04",
        "vcpus": {"minimum": 4, "maximum": 8},
        "memory-gib": {"minimum": 16},
    }
    window = make_window(answers, "results", (1024, 700))
    wait_until_quiet(qtbot, window)
    table = window.page.findChildren(TypeTable)[0]
    assert table.viewport().height() >= 8 * table.rowHeight(0)
    card = window.page.findChildren(DecisionCard)[0]
    short = texts(card)
    assert not any("Regular support" in text for text in short)
    card.more.click()
    assert any("Regular support" in text for text in texts(card))
    assert card.more.isHidden()


def test_the_end_of_support_is_the_first_thing_one_reads(make_window: Make) -> None:
    window = make_window({"os": "centos", "os-version": "6"}, "results")
    headline = window.page.findChildren(HeadlineView)[0]
    assert texts(headline)[0].startswith("Support for CentOS Linux 6 ended on 2020-11-30")
    assert [sign for sign in headline.findChildren(IconLabel) if sign.isVisible()]


def test_a_supported_system_has_no_warning(make_window: Make) -> None:
    window = make_window({"os": "ubuntu", "os-version": "24.04"}, "results")
    headline = window.page.findChildren(HeadlineView)[0]
    assert not [sign for sign in headline.findChildren(IconLabel) if sign.isVisible()]


def test_a_tab_is_filled_when_it_is_looked_at(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "results")
    tab = window.page.findChildren(WhyTab)[0]
    assert not tab.findChildren(LeftOutGroup)
    open_tab(window, qtbot, "Why")
    assert tab.findChildren(LeftOutGroup)
    window.session.answer("vcpus", {"minimum": 96})
    wait_until_quiet(qtbot, window)
    assert len(tab.findChildren(LeftOutGroup)) == len(window.session.recommendation.excluded)


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
    open_tab(window, qtbot, "Why")
    window.session.answer("vcpus", {"minimum": 8})
    assert shown_tab(window) == "Why"


def test_no_word_of_the_decision_is_cut_in_the_smallest_window(qtbot: QtBot, make_window: Make) -> None:
    answers = {"os": "ubuntu", "os-version": "22.04", "vcpus": {"minimum": 4, "maximum": 8}}
    window = make_window(answers, "results", (760, 480))
    wait_until_quiet(qtbot, window)
    card = window.page.findChildren(DecisionCard)[0]
    labels = [label for label in card.findChildren(QLabel) if label.isVisible()]
    assert labels
    assert not [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]
    assert window.page.verticalScrollBar().maximum() > 0, "the page scrolls instead"


def test_where_nothing_is_left_the_page_does_not_scroll_for_nothing(qtbot: QtBot, make_window: Make) -> None:
    window = make_window(NOTHING, "results", (1280, 800))
    wait_until_quiet(qtbot, window)
    assert window.page.verticalScrollBar().maximum() == 0
    # In a low window the link to all of it stands where the steps would.
    window.resize(1024, 700)
    wait_until_quiet(qtbot, window)
    assert window.page.verticalScrollBar().maximum() == 0
    card = window.page.findChildren(DecisionCard)[0]
    assert card.more.isVisible()
    assert card.more.x() < card.width() // 4


def test_what_scrolls_by_itself_ends_near_the_buttons(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "results", (1280, 800))
    wait_until_quiet(qtbot, window)
    tabs = window.page.findChildren(QTabWidget)[0]
    foot = tabs.mapTo(window.page.viewport(), tabs.rect().bottomLeft()).y()
    assert 0 <= window.page.viewport().height() - foot < 20
