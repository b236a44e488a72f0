from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from wizard.gui import feedback
from wizard.gui.file_actions import FileActions
from wizard.gui.session import Session
from wizard.gui.user_error import UserError
from wizard.model.frozen import replace

Choose = Callable[[Path | None], None]
FILE = Path("/home/me/here.amiwizard")


@pytest.fixture
def actions(qtbot: QtBot, session: Session, world: World) -> FileActions:
    window = QWidget()
    qtbot.addWidget(window)
    return FileActions(window, session, world.services())


def test_answers_are_opened(
    actions: FileActions, session: Session, world: World, chosen_file: Choose
) -> None:
    world.answers[FILE] = {"os": "ubuntu"}
    chosen_file(FILE)
    actions.open_answers()
    assert session.walk.effective == {"os": "ubuntu"}
    assert not session.unsaved
    assert world.preferences["folder"] == "/home/me"


def test_thinking_better_of_it_changes_nothing(
    actions: FileActions, session: Session, chosen_file: Choose
) -> None:
    chosen_file(None)
    actions.open_answers()
    assert not actions.save_answers()
    assert not actions.save_pdf()
    assert not actions.dialogs.save("Export", "types.csv", "CSV (*.csv)", bytes)
    assert actions.pick_image() is None
    assert not session.walk.answers


def test_a_file_that_cannot_be_used_is_said_and_nothing_is_lost(
    actions: FileActions, session: Session, world: World, problems: list[UserError]
) -> None:
    session.answer("os", "ubuntu")
    world.answers[FILE] = {"region": "atlantis-1"}
    assert not actions.open(FILE)
    assert "here.amiwizard" in problems[0].problem
    assert "region" in problems[0].cause
    assert session.walk.effective == {"os": "ubuntu"}
    world.problem = UserError("No.", "Because.", "Then.")
    assert not actions.open(FILE)
    assert problems[1] is world.problem


def test_answers_are_saved_and_get_their_suffix(
    actions: FileActions, session: Session, world: World, chosen_file: Choose, told: list[str]
) -> None:
    session.answer("os", "ubuntu")
    chosen_file(Path("/home/me/here"))
    assert actions.save_answers()
    assert world.saved == {FILE: {"os": "ubuntu"}}
    assert told == [f"Saved as {FILE}."]
    assert not session.unsaved


def test_the_pdf_is_the_reports(
    actions: FileActions, session: Session, world: World, chosen_file: Choose
) -> None:
    chosen_file(Path("/x/out.pdf"))
    assert actions.save_pdf()
    assert world.files[Path("/x/out.pdf")].startswith(b"%PDF Use an HVM AMI")


def test_a_table_is_saved_as_it_is(actions: FileActions, world: World, chosen_file: Choose) -> None:
    chosen_file(Path("/x/types"))
    assert actions.dialogs.save("Export", "types.csv", "CSV (*.csv)", lambda: b"a,b")
    assert world.files == {Path("/x/types.csv"): b"a,b"}


def test_a_folder_that_cannot_be_written_is_said(
    actions: FileActions, session: Session, world: World, chosen_file: Choose, problems: list[UserError]
) -> None:
    session.answer("os", "ubuntu")
    chosen_file(FILE)
    world.problem = UserError("Unable to write.", "No room.", "Choose another.")
    assert not actions.save_answers()
    assert not actions.dialogs.save("Export", "types.csv", "CSV (*.csv)", bytes)
    assert not actions.save_pdf()
    assert problems == [world.problem] * 3
    assert session.unsaved


def test_markdown_goes_to_the_clipboard(actions: FileActions, told: list[str]) -> None:
    actions.copy_markdown()
    assert QGuiApplication.clipboard().text().startswith("# Use an HVM AMI")
    assert told == ["The report is on the clipboard, as Markdown."]


def test_an_image_is_picked_from_a_file(
    actions: FileActions, world: World, chosen_file: Choose, problems: list[UserError]
) -> None:
    path = Path("/x/images.json")
    world.images[path] = [{"ImageId": "ami-1"}]
    chosen_file(path)
    assert actions.pick_image() == {"ImageId": "ami-1"}
    world.problem = UserError("Unable.", "Cut in half.", "Again.")
    assert actions.pick_image() is None
    assert problems == [world.problem]


def test_nothing_unsaved_needs_no_question(
    actions: FileActions, discarding: Callable[[int], list[str]]
) -> None:
    asked = discarding(2)
    assert actions.may_discard("Close?")
    assert not asked


def test_start_over_asks_nothing_and_can_be_undone(actions: FileActions, session: Session) -> None:
    offered: list[tuple[str, Callable[[], object]]] = []
    feedback.bridge.offered.connect(offered.extend)
    actions.start_over()
    assert not offered
    session.answer("os", "ubuntu")
    actions.start_over()
    assert not session.walk.answers
    ((words, act),) = offered
    assert words == "Undo"
    act()
    assert session.walk.answers == {"os": "ubuntu"}
    feedback.bridge.offered.disconnect(offered.extend)


def test_saving_before_discarding_can_be_broken_off(
    actions: FileActions, session: Session, chosen_file: Choose, discarding: Callable[[int], list[str]]
) -> None:
    session.answer("os", "ubuntu")
    chosen_file(None)
    discarding(0)
    actions.open_answers()
    assert session.walk.effective == {"os": "ubuntu"}


def test_unsaved_answers_are_kept_and_let_go(actions: FileActions, session: Session, world: World) -> None:
    session.answer("os", "ubuntu")
    actions.save_draft()
    assert world.kept == {"os": "ubuntu"}
    session.mark_saved()
    actions.save_draft()
    assert world.kept is None


def test_what_cannot_be_kept_is_said_without_a_dialog(
    actions: FileActions, session: Session, world: World, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise UserError("Unable to keep.", "Full.", "")

    services = world.services()
    monkeypatch.setattr(
        actions,
        "services",
        replace(services, save_draft=fail, discard_draft=fail),
    )
    session.answer("os", "ubuntu")
    actions.save_draft()
    actions.discard_draft()
    assert told == ["Unable to keep."] * 2


def test_left_answers_are_restored_and_then_forgotten(
    actions: FileActions, session: Session, world: World
) -> None:
    world.left = left = {"os": "debian"}
    actions.restore(left)
    assert session.walk.effective == {"os": "debian"}
    assert session.unsaved
    assert [world.left, world.kept] == [None, left]


def test_left_answers_that_cannot_be_are_said(
    actions: FileActions, session: Session, world: World, problems: list[UserError]
) -> None:
    world.left = {"region": "atlantis-1"}
    actions.restore(world.left)
    assert problems
    assert world.left
    assert not session.walk.answers
