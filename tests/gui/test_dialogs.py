"""Every dialog, walked as a screen reader and a keyboard find it, in the light, in the dark and in high contrast."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from tests.gui.reading import assert_readable, assert_spoken
from tests.gui.test_accessibility import assert_all_reached, assert_plain, focusable
from wizard.flow.answers import AnswersError, read_answers
from wizard.flow.question import Answers
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.user_error import UserError
from wizard.model.frozen import replace

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

import screenshots
from scenes import scenes
from scenes.scene import UBUNTU

SCENES = (
    "compare",
    "types",
    "compare-answers",
    "problem",
    "error-recognised",
    "rules",
    "terms",
    "places",
    "choose-image",
    "about",
    "discard",
    "catalog-partly",
    "prices-trouble",
    "policy",
    "machines",
    "found",
    "images-code",
)


def read(path: Path) -> Answers:
    """As the program reads an answers file, or says that it cannot."""
    try:
        return read_answers(path.read_text(encoding="utf-8"), path.name)
    except AnswersError as error:
        raise UserError(f"Unable to use {path.name}.", str(error), "Choose another.", "details") from None


def test_every_dialog_can_be_heard_reached_by_tab_and_read(
    qtbot: QtBot,
    make_window: Callable[..., MainWindow],
    every_scheme: Callable[[], Iterator[str]],
) -> None:
    window = make_window(UBUNTU, "results")
    window.files.services = replace(window.files.services, read_answers=read)
    acts = {scene.name: scene.act for scene in scenes()}
    walked = set()
    for name in SCENES:
        dialog = acts[name](window)
        assert dialog is not None, name
        walked.add(type(dialog).__name__)
        with qtbot.waitActive(dialog):
            dialog.activateWindow()
        wait_until_quiet(qtbot, dialog)
        assert_spoken(dialog)
        assert_all_reached(dialog, next(focusable(dialog)))
        assert_plain(dialog)
        for scheme in every_scheme():
            wait_until_quiet(qtbot, dialog)
            assert_readable(dialog, f"{name}, {scheme}")
        dialog.close()
    # What is a page, or is walked as one of the two other windows.
    elsewhere = {name for name in screenshots.kinds() if name.endswith("Page")} | {
        "MainWindow",
        "ImagesWindow",
    }
    assert screenshots.kinds() - elsewhere == walked
