from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from wizard.gui.file_dialogs import FileDialogs


@pytest.fixture
def paths(qtbot: QtBot, world: World) -> FileDialogs:
    window = QWidget()
    qtbot.addWidget(window)
    return FileDialogs(window, world.services())


@pytest.mark.parametrize(
    ("typed", "path"),
    [("/x/a", "/x/a.pdf"), ("/x/a.pdf", "/x/a.pdf"), ("/x/a.b", "/x/a.b"), ("/x/.a", "/x/.a.pdf")],
)
def test_a_name_without_a_suffix_gets_one(
    paths: FileDialogs, chosen_file: Callable[[Path | None], None], typed: str, path: str
) -> None:
    chosen_file(Path(typed))
    assert paths.to_save("Save", "x.pdf", "PDF (*.pdf)") == Path(path)
    assert paths.to_open("Open", "All (*)") == Path(typed)


def test_one_starts_where_one_was(paths: FileDialogs, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []

    def answer(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        started.append(start)
        return "/home/me/x.pdf", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    paths.to_save("Save", "new.pdf", "")
    paths.to_save("Save", "new.pdf", "")
    paths.to_open("Open", "")
    assert started == [str(Path.home() / "new.pdf"), str(Path("/home/me/new.pdf")), "/home/me"]
