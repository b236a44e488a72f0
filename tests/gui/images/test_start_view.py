from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import Qt
from pytestqt.qtbot import QtBot

from tests.gui.images.looking import button, texts
from wizard.gui.images.start_view import StartView


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("List the images of an account", "listed"),
        ("Open a saved reply", "opened"),
        ("Look round in the sample account", "sampled"),
    ],
)
def test_each_way_in_is_one_key_away(qtbot: QtBot, show: Callable[..., None], text: str, signal: str) -> None:
    beginning = StartView()
    show(beginning)
    with qtbot.waitSignal(getattr(beginning, signal)):
        qtbot.keyClick(button(beginning, text), Qt.Key.Key_Return)


def test_it_says_that_the_program_only_reads(show: Callable[..., None]) -> None:
    beginning = StartView()
    show(beginning)
    title, intro = texts(beginning)
    assert title == "Your images, judged"
    assert "only reads" in intro
    assert "stores no credential" in intro
