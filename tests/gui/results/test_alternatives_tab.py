from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.results.looking import Make, open_tab, texts


def test_a_walk_that_leaves_no_other_kind_says_so(qtbot: QtBot, make_window: Make) -> None:
    window = make_window(
        {"os": "linux", "type": ["t1.micro"], "arch": "i386", "virtualization": "paravirtual"}, "results"
    )
    assert texts(open_tab(window, qtbot, "Alternatives")) == [
        "Your answers leave no other kind of image open."
    ]
