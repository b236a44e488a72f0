from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QGuiApplication, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from wizard.gui.file_actions import FileActions
from wizard.gui.review.sheet import Sheet
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.user_error import UserError

Make = Callable[..., MainWindow]


def buttons(window: MainWindow) -> dict[str, QPushButton]:
    return {b.text().replace("&", ""): b for b in window.page.findChildren(QPushButton)}


def commands(window: MainWindow) -> dict[str, QAction]:
    menu = window.page.findChildren(QMenu)[0]
    return {action.text(): action for action in menu.actions() if action.text()}


def test_the_pages_are_drawn_when_the_page_is_shown_and_not_before(make_window: Make, world: World) -> None:
    window = make_window({"os": "ubuntu"}, "results")
    assert not world.scales
    window.session.go("review")
    assert len(window.page.findChildren(Sheet)) == 2
    assert len(world.reports) == len(world.scales) == 1
    assert [sheet.accessibleName() for sheet in window.page.findChildren(Sheet)] == [
        "Page 1 of 2",
        "Page 2 of 2",
    ]
    window.session.go("size")
    window.session.go("review")
    assert len(world.reports) == 1


def test_other_answers_draw_other_pages(make_window: Make, world: World) -> None:
    window = make_window({"os": "ubuntu"}, "review")
    window.session.answer("vcpus", {"minimum": 4})
    assert len(world.reports) == 2


def noting(done: list[str], name: str) -> Callable[[FileActions], None]:
    def note(_actions: FileActions) -> None:
        done.append(name)

    return note


def test_every_way_to_take_the_report_along(make_window: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    for name in ("save_pdf", "save_answers", "copy_markdown"):
        monkeypatch.setattr(FileActions, name, noting(done, name))
    window = make_window({"os": "ubuntu"}, "review")
    for text in ("Save answers…", "Copy as Markdown"):
        buttons(window)[text].click()
    # The PDF is what one came for: the one button under the page, which has the focus.
    assert "Save PDF…" not in buttons(window)
    window.go_on()
    assert done == ["save_answers", "copy_markdown", "save_pdf"]
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text().replace("&", "") == "Save PDF…"


def test_aws_commands_are_copied_one_by_one_or_all(make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "review")
    assert list(commands(window)) == ["Look", "Try R&&D", "All of these commands"]
    commands(window)["Look"].trigger()
    assert QGuiApplication.clipboard().text() == "aws ec2 one \\\n  --two\n"
    commands(window)["All of these commands"].trigger()
    assert QGuiApplication.clipboard().text() == "aws ec2 one \\\n  --two\n\naws ec2 three\n"


def test_without_commands_there_is_none_to_copy(make_window: Make) -> None:
    window = make_window({"os": "windows", "arch": "arm64"}, "review")
    assert not buttons(window)["Copy AWS CLI command"].isEnabled()


def test_a_report_that_cannot_be_made_is_said_and_the_window_stays(
    make_window: Make,
    world: World,
    problems: list[UserError],
) -> None:
    world.problem = UserError("Unable.", "Broken.", "Again.")
    window = make_window({"os": "ubuntu"}, "review")
    assert problems == [world.problem]
    assert not window.page.findChildren(Sheet)
    world.problem = None
    window.session.answer("vcpus", {"minimum": 4})
    assert window.page.findChildren(Sheet)


def test_for_whom_and_by_whom_is_remembered_and_draws_other_pages(
    qtbot: QtBot, make_window: Make, world: World
) -> None:
    world.preferences |= {"report_reader": "Billing"}
    window = make_window({"os": "ubuntu"}, "review")
    lines = {line.accessibleName(): line for line in window.page.findChildren(QLineEdit)}
    assert lines["For whom"].text() == "Billing"
    before = len(world.reports)
    qtbot.keyClicks(lines["By whom"], "Anna")
    qtbot.keyClick(lines["By whom"], Qt.Key.Key_Return)
    assert world.preferences["report_author"] == "Anna"
    assert len(world.reports) == before + 1
    lines["By whom"].editingFinished.emit()
    assert len(world.reports) == before + 1, "nothing else was typed"
    assert window.session.walk.step == "review"
