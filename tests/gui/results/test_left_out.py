from __future__ import annotations

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.results.looking import Make, open_tab, texts
from wizard.gui.findings.finding_card import FindingCard
from wizard.gui.results.left_out import LeftOutGroup
from wizard.gui.widgets.disclosure import Disclosure
from wizard.model.frozen import replace


def test_what_was_left_out_by_reason_and_by_name(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu", "vcpus": {"minimum": 4}}, "results")
    tab = open_tab(window, qtbot, "Why")
    excluded = window.session.recommendation.excluded
    groups = tab.findChildren(LeftOutGroup)
    assert len(groups) == len(excluded)
    for fold, group in zip(groups, excluded, strict=True):
        head = fold.findChildren(Disclosure)[0]
        assert head.accessibleName().startswith(f"{len(group.types):,} type")
        assert not texts(fold)
        head.click()
        assert any(text.startswith(group.types[0].name) for text in texts(fold))
        assert len(fold.findChildren(FindingCard)) == (group.finding is not None)
        head.click()
        assert not texts(fold)
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
    whole = replace(window.session.recommendation, excluded=())
    monkeypatch.setattr(type(window.session), "recommendation", whole)
    assert "Nothing was left out: every type fits." in texts(open_tab(window, qtbot, "Why"))
