from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from wizard.gui.shell.main_layout import MainLayout
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.shell.summary_line import SummaryLine
from wizard.gui.shell.summary_panel import SummaryPanel


def test_the_panel_needs_room_beside_a_question_page(
    qtbot: QtBot, make_window: Callable[..., MainWindow]
) -> None:
    window = make_window(step="size", size=(760, 700))
    for width, beside in ((760, False), (900, False), (1280, True), (1920, True)):
        window.resize(width, 700)
        wait_until_quiet(qtbot, window)
        assert window.findChildren(SummaryPanel)[0].isVisible() is beside, width
        assert window.findChildren(SummaryLine)[0].isVisible() is not beside, width


def test_a_table_is_given_the_panels_room(make_window: Callable[..., MainWindow]) -> None:
    window = make_window(step="size", size=(1100, 800))
    assert window.findChildren(SummaryPanel)[0].isVisible()
    window.session.go("results")
    assert not window.findChildren(SummaryPanel)[0].isVisible()
    window.findChildren(MainLayout)[0].suit(wide=False, line=True)
    assert window.findChildren(SummaryPanel)[0].isVisible()
