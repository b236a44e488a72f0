from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.findings.finding_list import FindingList
from wizard.gui.widgets.page import tab_chain


def test_the_tab_key_finds_what_was_put_in_late_before_what_follows(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    findings, after = FindingList("Findings"), QPushButton("Next")
    column = QVBoxLayout(window)
    column.addWidget(findings)
    column.addWidget(after)
    links = [QPushButton(name) for name in "ab"]
    findings.clear()
    for link in links:
        findings.put(link)
    findings.done()
    window.show()
    findings.setFocus()
    found = []
    for _ in range(4):
        found.append(window.focusWidget())
        window.focusNextPrevChild(True)
    assert found == [findings, *links, after]
    assert tab_chain(window) == found


def test_the_height_that_it_wants_grows_with_what_it_says(qtbot: QtBot) -> None:
    findings = FindingList("Findings")
    qtbot.addWidget(findings)
    findings.resize(300, 100)
    findings.show()
    heights = []
    for times in (1, 40):
        findings.clear()
        findings.say("some words that wrap " * times)
        findings.done()
        heights.append(findings.wanted_height())
    assert heights[0] < 100 < heights[1]
