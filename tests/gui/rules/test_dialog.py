from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from wizard.gui.rules.dialog import RulesDialog
from wizard.gui.rules.rule_list import RuleList
from wizard.gui.rules.rule_view import RuleHead, RuleView
from wizard.gui.shell.main_window import MainWindow
from wizard.model.knowledge import Knowledge


@pytest.fixture
def dialog(qtbot: QtBot, knowledge: Knowledge) -> RulesDialog:
    dialog = RulesDialog(knowledge.rulebook)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def field(dialog: RulesDialog) -> QLineEdit:
    return dialog.findChildren(QLineEdit)[0]


def shown(dialog: RulesDialog) -> list[str]:
    return dialog.findChildren(RuleList)[0].shown


def read(dialog: RulesDialog) -> str:
    sheet = dialog.findChildren(RuleView)[0]
    heads = sheet.findChildren(RuleHead)
    return (heads[0].findChildren(QLabel)[-1] if heads else sheet.findChildren(QLabel)[0]).text()


def count(dialog: RulesDialog) -> str:
    return next(label.text() for label in dialog.findChildren(QLabel) if " of " in label.text()[:10])


def test_all_rules_are_there_and_the_first_is_read(dialog: RulesDialog, knowledge: Knowledge) -> None:
    total = len(knowledge.rulebook.rules) + len(knowledge.rulebook.not_judged)
    assert len(shown(dialog)) == total
    assert count(dialog) == f"{total} of {total}"
    assert read(dialog) == shown(dialog)[0]


def test_the_search_narrows_as_one_types(dialog: RulesDialog, qtbot: QtBot) -> None:
    before = len(shown(dialog))
    qtbot.keyClicks(field(dialog), "uefi refused")
    assert 0 < len(shown(dialog)) < before
    assert count(dialog).startswith(f"{len(shown(dialog))} of ")
    assert read(dialog) in shown(dialog)


def test_what_one_reads_stays_while_the_search_leaves_it(dialog: RulesDialog) -> None:
    dialog.show_rule("S1")
    dialog.narrow("uefi")
    assert read(dialog) == "S1"
    dialog.narrow("tpm")
    assert read(dialog) != "S1"


def test_an_id_finds_that_rule_even_where_others_name_it(dialog: RulesDialog) -> None:
    dialog.narrow("b1")
    assert len(shown(dialog)) > 1
    assert read(dialog) == "B1"


def test_no_match_is_said(dialog: RulesDialog) -> None:
    dialog.narrow("windows 3.11 <b>")
    assert shown(dialog) == []
    assert read(dialog) == "No rule matches the search. Clear it to see them all."
    dialog.narrow("")
    assert read(dialog) == shown(dialog)[0]


def test_a_rule_is_shown_also_where_the_search_hides_it(dialog: RulesDialog) -> None:
    dialog.narrow("tpm")
    dialog.show_rule("A1")
    assert read(dialog) == "A1"
    assert field(dialog).text() == ""
    dialog.narrow("tpm")
    dialog.show_rule("no such rule")
    assert field(dialog).text() == "tpm"


def test_what_is_not_judged_leads_to_the_rules_that_cover_it(dialog: RulesDialog) -> None:
    dialog.show_rule("M3")
    sheet = dialog.findChildren(RuleView)[0]
    sheet.chosen.emit("V12")
    assert read(dialog) == "V12"


def test_enter_in_the_search_leads_to_the_list_and_escape_closes(dialog: RulesDialog, qtbot: QtBot) -> None:
    dialog.show_rule("M3")
    dialog.activateWindow()
    field(dialog).setFocus()
    qtbot.keyClick(field(dialog), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert read(dialog) == "M3"
    assert dialog.focusWidget() is dialog.findChildren(RuleList)[0]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_menu_opens_it_and_it_leaves_nothing_behind(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = []

    def close() -> None:
        dialog = window.findChildren(RulesDialog)[0]
        opened.append(read(dialog))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(50, close)
    window.menus.dialogs.show_rules()
    qapp.processEvents()
    assert len(opened) == 1
    qtbot.waitUntil(lambda: not window.findChildren(RulesDialog))


def test_menu_entries_have_keys(window: MainWindow) -> None:
    entries = [a for menu in window.findChildren(QMenu) for a in menu.actions()]
    keys = {action.text().replace("&", ""): action.shortcut().toString() for action in entries}
    assert keys["Rules…"] == "Ctrl+Shift+R"
    assert keys["Explain an EC2 error…"] == "Ctrl+Shift+E"
    used = [key for key in keys.values() if key]
    assert len(used) == len(set(used))
