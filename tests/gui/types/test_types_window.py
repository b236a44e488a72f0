from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.types.table import TypeTable
from wizard.gui.widgets.disclosure import Disclosure


def test_all_types_stand_in_a_window_of_their_own(qtbot: QtBot, window: MainWindow) -> None:
    dialogs = window.menus.dialogs
    dialogs.show_types()
    types = dialogs.types
    wait_until_quiet(qtbot, types)
    table = types.findChildren(TypeTable)[0]
    assert len(table.shown) == len(window.session.knowledge.catalog.types)
    names = [row.instance_type.name for row in table.shown]
    assert names.index("m5.2xlarge") < names.index("m5.12xlarge")
    assert {"Takes AMIs", "Regions"} <= set(table.header)
    dialogs.show_types("t1.micro")
    assert [row.instance_type.name for row in table.shown] == ["t1.micro"]
    # What the answers say to it stands under the table, and follows them.
    window.session.answer("vcpus", {"minimum": 4})
    wait_until_quiet(qtbot, types)
    (head,) = types.findChildren(Disclosure)
    assert head.accessibleName().startswith("Why not t1.micro")
    assert "1,395 instance types" in [label.text() for label in types.findChildren(QLabel)]
    # Esc clears the filter, and a second one closes nothing.
    for _ in range(2):
        qtbot.keyClick(types.browser.first_control(), Qt.Key.Key_Escape)
    assert types.isVisible()
    assert len(table.shown) == 1395
    types.close()
    window.session.answer("vcpus", None)
    assert dialogs.types is types
