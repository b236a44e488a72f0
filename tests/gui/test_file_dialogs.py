from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from wizard.gui import feedback
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


def test_what_was_saved_can_be_opened_and_found(
    paths: FileDialogs,
    chosen_file: Callable[[Path | None], None],
    monkeypatch: pytest.MonkeyPatch,
    told: list[str],
) -> None:
    offers: list[tuple[str, Callable[[], object]]] = []
    opened: list[str] = []
    works = [True]

    def open_address(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return works[0]

    monkeypatch.setattr(QDesktopServices, "openUrl", open_address)
    feedback.bridge.offered.connect(offers.extend)
    chosen_file(Path("/x/report.pdf"))
    assert paths.save("Save", "report.pdf", "PDF (*.pdf)", lambda: b"")
    feedback.bridge.offered.disconnect(offers.extend)
    assert [words for words, _ in offers] == ["Open", "Show in folder"]
    for _, act in offers:
        act()
    assert opened == [str(Path("/x/report.pdf").absolute()), str(Path("/x").absolute())]
    assert told[-1] == f"Saved as {Path('/x/report.pdf')}."
    works[0] = False
    offers[0][1]()
    assert told[-1] == "Nothing on this system opens report.pdf."
