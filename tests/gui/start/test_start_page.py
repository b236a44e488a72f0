from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.quiet import wait_until_quiet
from wizard.flow.steps import STEPS
from wizard.gui import texts
from wizard.gui.results.then_now_tab import ThenNowTab
from wizard.gui.rules.error_dialog import ErrorDialog
from wizard.gui.session import Session
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.start.page import StartPage
from wizard.gui.start.year_line import YearLine
from wizard.gui.widgets.action_card import ActionCard
from wizard.gui.widgets.label import Label
from wizard.gui.widgets.link import TextLink
from wizard.gui.widgets.option_card import RadioCard
from wizard.gui.widgets.progress import ProgressStrip
from wizard.model.catalog.catalog import Catalog
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.store.languages import translations


def page_of(window: MainWindow) -> StartPage:
    assert isinstance(window.page, StartPage)
    return window.page


def cards(window: MainWindow) -> dict[str, ActionCard]:
    return {
        card.accessibleName(): card for card in page_of(window).findChildren(ActionCard) if card.isVisible()
    }


def links(window: MainWindow) -> dict[str, TextLink]:
    return {
        link.accessibleName(): link for link in page_of(window).findChildren(TextLink) if link.isVisible()
    }


def line_of(window: MainWindow) -> QLineEdit:
    line = page_of(window).paste.first_control()
    assert isinstance(line, QLineEdit)
    return line


def test_each_card_leads_where_it_says(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: opened.append(dialog.windowTitle()))
    assert len(cards(window)) == 6
    qtbot.mouseClick(cards(window)["Understand an error"], Qt.MouseButton.LeftButton)
    assert opened == ["Explain an EC2 error"]
    qtbot.mouseClick(cards(window)["Check all my AMIs"], Qt.MouseButton.LeftButton)
    assert window.images.window.isVisible()
    began = window.images.window.panel.has_images
    qtbot.mouseClick(cards(window)["Look round in the sample"], Qt.MouseButton.LeftButton)
    assert (began, window.images.window.panel.has_images) == (False, True)
    window.images.window.close()
    qtbot.mouseClick(cards(window)["Start something new"], Qt.MouseButton.LeftButton)
    assert window.session.walk.step == "system"
    window.session.back()
    qtbot.mouseClick(links(window)["See why HVM, and what 2014 said"], Qt.MouseButton.LeftButton)
    assert window.session.walk.step == "results"
    assert window.page.findChildren(ThenNowTab)[0].isVisible()


def test_an_image_and_an_instance_are_spoken_of_here_and_the_cards_come_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.keyClick(cards(window)["Move a server"], Qt.Key.Key_Space)
    assert window.session.walk.answers["start"] == "instance"
    assert cards(window) == {}
    asked = page_of(window).first_control()
    assert asked is not None
    assert asked.accessibleName() == "Which instance type does it run on today?"
    assert asked.hasFocus()
    window.session.answer("start", "new")
    assert len(cards(window)) == 6
    qtbot.keyClick(cards(window)["Check one AMI"], Qt.Key.Key_Space)
    assert window.session.walk.answers["start"] == "image"
    window.session.undo()
    assert len(cards(window)) == 6
    assert window.page.first_control() is line_of(window)


@pytest.mark.parametrize("language", ["en", "de"])
def test_who_moves_an_instance_sees_the_question_of_hvm_or_pv_without_scrolling(
    qtbot: QtBot, make_window: Callable[..., MainWindow], usual_look: None, language: str
) -> None:
    texts.use(translations(language))
    window = make_window({"start": "instance", "current-type": "m3.medium"}, "start", (1280, 800))
    wait_until_quiet(qtbot, window)
    page = page_of(window)
    card = next(card for card in page.findChildren(RadioCard) if card.text().startswith("PV"))
    corner = card.mapTo(page.viewport(), card.rect().bottomRight())
    assert page.viewport().rect().contains(corner)


def test_each_start_says_what_it_means_where_one_points_and_to_who_hears_it(
    make_window: Callable[..., MainWindow],
) -> None:
    page = page_of(make_window({"start": "image"}, "start"))
    card = next(card for card in page.findChildren(RadioCard) if card.text() == "A new workload")
    said = "Nothing is fixed yet; the wizard says what to look for."
    assert card.accessibleDescription() == said
    assert said in card.toolTip()


def test_the_tab_key_finds_the_account_right_behind_the_type(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(cards(window)["Move a server"], Qt.Key.Key_Space)
    field = page_of(window).first_control()
    assert field is not None
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Pick from my &account…"


def test_what_one_has_is_typed_or_pasted(qtbot: QtBot, window: MainWindow) -> None:
    line = line_of(window)
    button = next(b for b in page_of(window).paste.findChildren(QPushButton) if b.isVisible())
    assert button.text() == "&Paste"
    QGuiApplication.clipboard().setText("m3.medium")
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.session.walk.answers["current-type"] == "m3.medium"
    assert line.text() == ""
    window.session.undo()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session.walk.answers["current-type"] == "m3.medium"
    window.session.undo()
    # What nobody knows stays there to be mended, and Enter does not go on with it.
    qtbot.keyClicks(line, "m3.mediun")
    assert button.text() == "&Look at it"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (window.session.walk.step, line.text()) == ("start", "m3.mediun")
    qtbot.keyClicks(line, "m4.large")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session.walk.answers["current-type"] == "m4.large"
    window.session.undo()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.session.walk.step == "system"


def test_files_that_were_open_last_are_a_click_away(
    qtbot: QtBot, window: MainWindow, world: World, tmp_path: Path
) -> None:
    world.answers[tmp_path / "one.amiwizard"] = {"os": "windows"}
    world.answers[tmp_path / "two.amiwizard"] = {"os": "ubuntu"}
    assert not [name for name in links(window) if name.startswith("Open ")]
    assert window.files.open(tmp_path / "one.amiwizard")
    assert window.files.open(tmp_path / "two.amiwizard")
    assert [name for name in links(window) if name.startswith("Open ")] == [
        "Open two.amiwizard",
        "Open one.amiwizard",
    ]
    world.texts[tmp_path / "one.amiwizard"] = '{"schema": 1, "answers": {"os": "windows"}}'
    qtbot.mouseClick(links(window)["Open one.amiwizard"], Qt.MouseButton.LeftButton)
    assert window.session.walk.answers == {"os": "windows"}
    assert world.preferences["recent_files"] == (
        f'["{tmp_path / "one.amiwizard"}", "{tmp_path / "two.amiwizard"}"]'
    )


def test_the_line_of_the_years_is_as_tall_as_its_words_in_a_tall_window(
    qtbot: QtBot, make_window: Callable[..., MainWindow]
) -> None:
    window = make_window({}, "start", (1680, 1050))
    wait_until_quiet(qtbot, window)
    line = window.page.findChildren(YearLine)[0]
    assert line.height() == line.heightForWidth(line.width())


def test_the_first_picture_does_not_wait_for_the_types(qtbot: QtBot, knowledge: Knowledge) -> None:
    def load_catalog() -> Catalog:
        raise AssertionError("the instance types are read")

    unread = Knowledge(load_catalog, knowledge.load_prices, knowledge.text, knowledge.texts)
    page = StartPage(STEPS[0], Session(unread), lambda: None, lambda: ())
    qtbot.addWidget(page)
    line = page.findChildren(YearLine)[0]
    assert "HVM: no type of the current generation" in " ".join(x.text() for x in line.findChildren(Label))


def test_the_question_of_2014_is_answered_with_figures_and_a_bar(
    make_window: Callable[..., MainWindow],
) -> None:
    window = make_window({}, "start")
    line = window.page.findChildren(YearLine)[0]
    (strip,) = line.findChildren(ProgressStrip)
    said = " ".join(label.text() for label in line.findChildren(Label))
    assert "1,376 of 1,395 instance types take nothing else. The 19 that still take a paravirtual AMI" in said
    assert strip.share == 1376 / 1395
    old = next(t for t in window.session.knowledge.catalog.types if t.name == "m1.small")
    line.show_types([replace(old, current_generation=True)])
    said = " ".join(label.text() for label in line.findChildren(Label))
    assert "previous generations" not in said, "a newer catalogue may say otherwise"
