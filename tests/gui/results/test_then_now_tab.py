from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.results.looking import Make, open_tab, texts
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.widgets.option_card import RadioCard
from wizard.model.ec2.launch import Edition


def button(tab: QWidget) -> QPushButton:
    return next(button for button in tab.findChildren(QPushButton) if button.isVisible())


def test_both_years_stand_beside_each_other_with_their_sources(qtbot: QtBot, make_window: Make) -> None:
    tab = open_tab(make_window({"os": "linux"}, "results"), qtbot, "2014 and today")
    assert {"2014", "PV", "HVM", "What changed"} <= set(texts(tab))
    assert tab.findChildren(SourceLink)


def test_nothing_on_the_page_turns_the_advice_to_2014(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "linux"}, "results")
    open_tab(window, qtbot, "2014 and today")
    assert not [card for card in window.page.findChildren(RadioCard) if "2014" in card.text()]


def test_what_2014_would_have_said_is_saved_and_the_advice_stays_todays(
    qtbot: QtBot, make_window: Make, world: World, chosen_file: Callable[[Path], None]
) -> None:
    window = make_window({"os": "linux"}, "results")
    chosen_file(Path("/x/then.pdf"))
    button(open_tab(window, qtbot, "2014 and today")).click()
    assert b"paravirtual" in world.files[Path("/x/then.pdf")].lower()
    assert window.session.recommendation.needs.edition is Edition.CURRENT
    assert "edition" not in window.session.walk.answers


def test_advice_of_2014_that_a_file_brought_along_can_be_left(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "linux", "edition": "2014"}, "results")
    tab = open_tab(window, qtbot, "2014 and today")
    assert "2014 – what this result follows" in texts(tab)
    button(tab).click()
    assert window.session.recommendation.needs.edition is Edition.CURRENT
