from __future__ import annotations

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from tests.gui.results.looking import Make, open_tab, texts
from wizard.gui.findings.finding_card import FindingCard
from wizard.gui.results.left_out_tab import LeftOutTab


def test_the_decision_is_one_sentence(make_window: Make, english) -> None:
    window = make_window({"os": "ubuntu"}, "results")
    sentence = window.session.recommendation.summary.render(english)
    assert sentence in texts(window.page)
    assert sentence.count(".") < 4


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
