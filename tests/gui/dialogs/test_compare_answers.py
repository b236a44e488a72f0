from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from wizard.gui.dialogs.compare_answers import CompareAnswersDialog
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.user_error import UserError

FILE = Path("/x/last.amiwizard")


def test_answers_stand_beside_those_of_a_file(
    qtbot: QtBot,
    make_window: Callable[..., MainWindow],
    world: World,
    chosen_file: Callable[[Path | None], None],
    monkeypatch: pytest.MonkeyPatch,
    problems: list[UserError],
) -> None:
    window = make_window({"os": "ubuntu", "vcpus": {"minimum": 4}})
    world.answers[FILE] = {"os": "ubuntu", "vcpus": {"minimum": 8, "maximum": 8}, "region": "eu-central-1"}
    shown: list[CompareAnswersDialog] = []

    def note(dialog: CompareAnswersDialog) -> None:
        shown.append(dialog)

    monkeypatch.setattr(CompareAnswersDialog, "exec", note)
    chosen_file(None)
    window.files.compare_answers()
    chosen_file(FILE)
    window.files.compare_answers()
    (dialog,) = shown
    dialog.show()
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"These answers", "last.amiwizard", "How many vCPUs?", "8 vCPUs", "at least 4 vCPUs"} <= set(said)
    assert "Which operating system shall run?" not in said
    assert "0 only with last.amiwizard" in said
    assert any(text.endswith(" more") for text in said)
    assert not [text for text in said if text.endswith("…")], "no decision is cut"
    next(b for b in dialog.findChildren(QPushButton) if "Markdown" in b.text()).click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "| Question | These answers | last.amiwizard |"
    assert "| In which Region? | not answered | eu-central-1 |" in lines
    assert lines[-1].endswith(" with both")
    dialog.close()
    # The answers of the window stay as they were; a file that cannot be used is said, and shows nothing.
    assert window.session.walk.answers == {"os": "ubuntu", "vcpus": {"minimum": 4}}
    world.answers[FILE] = {"os": "ubuntu", "vcpus": {"minimum": 4}}
    same = window.files.comparison_with(FILE)
    assert same is not None
    assert "None: both answer the same." in [label.text() for label in same.findChildren(QLabel)]
    world.answers[FILE] = {"region": "nowhere"}
    assert window.files.comparison_with(FILE) is None
    assert "last.amiwizard" in problems[0].problem
