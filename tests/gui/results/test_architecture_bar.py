from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from tests.gui.results.looking import Make
from wizard.gui.results.architecture_bar import ArchitectureBar
from wizard.gui.shell.main_window import MainWindow
from wizard.model.ec2.instance_type import Architecture


def choices(window: MainWindow) -> dict[str, bool]:
    bar = window.page.findChildren(ArchitectureBar)[0]
    return {card.text(): card.isChecked() for card in bar.buttons()} if bar.isVisible() else {}


def chosen(window: MainWindow) -> str:
    return next(text for text, checked in choices(window).items() if checked)


def press(window: MainWindow, words: str) -> None:
    bar = window.page.findChildren(ArchitectureBar)[0]
    next(card for card in bar.buttons() if words in card.text()).click()


def test_what_was_left_open_is_counted_for_each_architecture(make_window: Make) -> None:
    window = make_window({}, "results", (1680, 900))
    reached = dict(window.session.recommendation.by_architecture)
    shown = choices(window)
    assert f"arm64 (Graviton): {reached[Architecture.ARM64]:,} types" in shown
    assert chosen(window).startswith("x86_64")


def test_a_choice_is_an_answer_and_can_be_taken_back(make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "results")
    press(window, "arm64")
    assert window.session.walk.effective["arch"] == "arm64"
    assert {row.instance_type.architectures for row in window.session.recommendation.ranked} == {
        (Architecture.ARM64,)
    }
    assert chosen(window).startswith("arm64")
    press(window, "Any")
    assert "arch" not in window.session.walk.effective
    assert "Any" not in choices(window)


def test_other_answers_make_the_old_figures_go(make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "results")
    press(window, "arm64")
    window.session.answer("vcpus", {"minimum": 8})
    assert not choices(window)


def test_where_one_architecture_is_left_there_is_nothing_to_choose(make_window: Make) -> None:
    assert not choices(make_window({"os": "windows"}, "results"))


def test_all_stand_in_one_row_also_where_there_is_little_room(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({}, "results", (1280, 800))
    bar = window.page.findChildren(ArchitectureBar)[0]
    for width, ending in ((1024, ""), (1680, " types")):
        window.resize(width, 900)
        wait_until_quiet(qtbot, window)
        cards = bar.buttons()
        assert len(cards) == 4
        assert len({card.y() for card in cards}) == 1, "in one row"
        assert all(card.width() >= card.sizeHint().width() for card in cards), "and none is cut"
        assert cards[0].text().endswith(ending)
        # Whoever hears it hears all of it in either case.
        assert cards[0].accessibleName().startswith("x86_64 (Intel, AMD): ")
