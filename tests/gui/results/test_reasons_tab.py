from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.results.looking import OLD, Make, open_tab, texts


def test_the_image_one_has_stands_before_the_reasons(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"start": "image", "image": OLD}, "results")
    said = texts(open_tab(window, qtbot, "Reasons"))
    assert said[0] == "The image you have: ami-0123456789abcdef0"
    assert "What the AMI has to have" in said
