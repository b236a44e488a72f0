from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.results.looking import Make, open_tab, texts
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.widgets.option_card import RadioCard
from wizard.model.ec2.launch import Edition


def test_then_and_now_switch_the_decision(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "linux"}, "results")
    today, year_2014 = [
        card for card in window.page.findChildren(RadioCard) if card.text() in ("Today", "2014")
    ]
    assert today.isChecked()
    year_2014.click()
    assert window.session.recommendation.needs.edition is Edition.YEAR_2014
    assert any("paravirtual" in text for text in texts(window.page))
    both = open_tab(window, qtbot, "2014 and today")
    assert {"2014 – used for this result", "Today", "PV", "HVM"} <= set(texts(both))
    assert both.findChildren(SourceLink)
    today.click()
    assert window.session.recommendation.needs.edition is Edition.CURRENT
