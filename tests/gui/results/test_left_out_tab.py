from __future__ import annotations

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.results.looking import Make, open_tab, texts
from wizard.gui.results.left_out_tab import LeftOutTab


def test_what_was_left_out_by_reason_and_by_name(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu", "vcpus": {"minimum": 4}}, "results")
    tab = open_tab(window, qtbot, "Left out")
    excluded = window.session.recommendation.excluded
    groups = tab.findChildren(QListWidget)[0]
    assert groups.count() == len(excluded)
    for row, group in enumerate(excluded):
        groups.setCurrentRow(row)
        assert any(text.startswith(f"{len(group.types):,} type") for text in texts(tab))
    line = tab.findChildren(QLineEdit)[0]
    for asked, said in (("T1.Micro ", "Why not t1.micro"), ("m5.4xlarge", "m5.4xlarge fits")):
        line.setText(asked)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert said in texts(tab)
    line.setText("m5.huge<b>")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "m5.huge<b> is not one of the types in the catalogue." in texts(tab)
    line.clear()
    next(button for button in tab.findChildren(QPushButton) if button.text() == "&Ask").click()
    assert "m5.huge<b> is not one of the types in the catalogue." in texts(tab)


def test_nothing_left_out_is_said(qtbot: QtBot, make_window: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    window = make_window({"os": "ubuntu"}, "results")
    from dataclasses import replace

    whole = replace(window.session.recommendation, excluded=())
    monkeypatch.setattr(type(window.session), "recommendation", whole)
    tab = window.page.findChildren(LeftOutTab)[0]
    tab.refresh()
    open_tab(window, qtbot, "Left out")
    assert "Nothing was left out: every type fits." in texts(tab)
