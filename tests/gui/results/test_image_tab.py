from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from tests.gui.results.looking import Make, open_tab, texts
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.widgets.command_box import CommandBox


def test_the_image_is_named_with_its_source(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu", "os-version": "24.04"}, "results")
    tab = open_tab(window, qtbot, "Image")
    said = "\n".join(texts(tab))
    assert "Take the newest Ubuntu 24.04 image" in said
    assert "Canonical" in said
    assert "/aws/service/canonical/ubuntu/server/24.04/" in said
    assert tab.findChildren(SourceLink)


TOOLS = {
    "Terraform": "resource",
    "CloudFormation": "AWS::EC2::",
    "Packer": "amazon-ebs",
    "--dry-run": "aws ec2 run-instances",
}


def test_each_tool_has_its_text_and_a_button_that_copies_exactly_it(
    qtbot: QtBot, make_window: Make, told: list[str]
) -> None:
    window = make_window({"os": "ubuntu", "os-version": "24.04"}, "results")
    tab = open_tab(window, qtbot, "Image")
    for tool, holds in TOOLS.items():
        box = next(box for box in tab.findChildren(CommandBox) if any(tool in text for text in texts(box)))
        box.findChildren(QPushButton)[0].click()
        copied = QGuiApplication.clipboard().text()
        assert holds in copied, tool
        assert not copied.endswith("\n")
        assert any(copied.splitlines()[0] in text for text in texts(box))
        assert told[-1].startswith("On the clipboard: ")


def test_without_a_system_the_person_is_told_what_names_the_image(qtbot: QtBot, make_window: Make) -> None:
    tab = open_tab(make_window({}, "results"), qtbot, "Image")
    assert any("Name the system" in text for text in texts(tab))
    assert tab.findChildren(CommandBox)


def test_where_no_type_is_left_there_is_no_image_to_take(make_window: Make) -> None:
    window = make_window({"os": "windows", "arch": "arm64"}, "results")
    assert window.session.recommendation.decision is None
    bar = window.page.findChildren(QTabBar)[0]
    assert not [
        bar.tabText(at) for at in range(bar.count()) if bar.isTabVisible(at) and "mage" in bar.tabText(at)
    ]
