from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot

from tests.benchmarks.random_answers import random_answers
from tests.gui.quiet import wait_until_quiet
from tests.gui.results.looking import NOTHING, Make, tabs
from wizard.flow.change import value_of
from wizard.flow.effective_answers import effective_answers
from wizard.flow.interpret import needs_of
from wizard.flow.steps import QUESTIONS
from wizard.gui.widgets.action_card import ActionCard
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise


def test_nothing_left_offers_the_ways_out_as_buttons(qtbot: QtBot, make_window: Make) -> None:
    window = make_window(NOTHING, "results")
    ways = window.session.recommendation.relax
    cards = window.page.findChildren(ActionCard)
    assert [card.accessibleName() for card in cards] == ["Take back “family m1”", "Take back “eu-central-1”"]
    assert window.page.first_control() is cards[0]
    assert not any(
        "Types" in tabs(window).tabText(at)
        for at in range(tabs(window).count())
        if tabs(window).isTabVisible(at)
    )
    cards[0].click()
    wait_until_quiet(qtbot, window)
    assert len(window.session.recommendation.ranked) == ways[0].count
    assert "family" not in window.session.walk.effective
    assert not window.page.findChildren(ActionCard)[0].isVisible()


def test_several_answers_that_only_help_together_change_together(qtbot: QtBot, make_window: Make) -> None:
    window = make_window(
        {"os": "windows", "arch": "arm64", "family": ["m1"], "region": "eu-central-1"}, "results"
    )
    way = window.session.recommendation.relax[0]
    card = window.page.findChildren(ActionCard)[0]
    assert way.answer == "family+arch"
    assert ", and " in card.accessibleName()
    card.click()
    assert len(window.session.recommendation.ranked) == way.count


def test_one_of_several_features_is_taken_back(make_window: Make) -> None:
    window = make_window({"need": ["bare-metal", "tpm"]}, "results")
    names = [card.accessibleName() for card in window.page.findChildren(ActionCard)]
    assert all(name.startswith("Change “with ") for name in names)
    window.page.findChildren(ActionCard)[0].click()
    needed = window.session.walk.effective["need"]
    assert isinstance(needed, Sequence)
    assert len(needed) == 1


def test_the_tab_key_finds_the_ways_out_before_the_tabs(make_window: Make) -> None:
    window = make_window({"os": "linux"}, "results")
    for question, answer in NOTHING.items():
        window.session.answer(question, answer)
    cards = window.page.findChildren(ActionCard)
    chain = window.page.tab_chain()
    places = [chain.index(card) for card in cards]
    assert len(places) > 1
    assert places == sorted(places)
    assert places[-1] < chain.index(tabs(window).tabBar())


@pytest.mark.parametrize("seed", range(2))
def test_what_a_way_out_names_is_what_one_gets(knowledge: Knowledge, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(6):
        answers = random_answers(chance, knowledge)
        for way in advise(knowledge, needs_of(answers, knowledge)).relax:
            changed = dict(answers)
            for id, instead in zip(way.answer.split("+"), way.instead.split("+"), strict=True):
                changed[id] = value_of(QUESTIONS[id], instead)
            given = {id: value for id, value in changed.items() if value is not None}
            left = advise(knowledge, needs_of(effective_answers(given, knowledge), knowledge))
            assert len(left.ranked) == way.count, (answers, way)
