from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.quiet import wait_until_quiet
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.types.browser import TypesBrowser
from wizard.gui.window_place import restore_shares


def test_windows_and_their_parts_are_where_they_were(
    qtbot: QtBot, make_window: Callable[..., MainWindow], world: World
) -> None:
    window = make_window({"os": "ubuntu"}, "results", (780, 600))
    browser = window.page.findChildren(TypesBrowser)[0]
    splitter = browser.findChildren(QSplitter)[0]
    splitter.moveSplitter(140, 1)
    splitter.splitterMoved.emit(140, 1)
    qtbot.waitUntil(lambda: "types_shares" in world.preferences)
    window.menus.dialogs.show_types()
    types = window.menus.dialogs.types
    types.resize(770, 560)
    types.close()
    window.session.mark_saved()
    window.close()
    again = MainWindow(window.session, world.services(), window.view_menu.text_size)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (780, 600)
    again.show()
    wait_until_quiet(qtbot, again)
    shares = again.page.findChildren(QSplitter)[0].sizes()
    assert abs(shares[0] - splitter.sizes()[0]) < 40
    again.menus.dialogs.show_types()
    assert again.menus.dialogs.types.height() == 560
    again.menus.dialogs.types.close()
    assert restore_shares(splitter, "no state") is False
    assert restore_shares(splitter, None) is False
