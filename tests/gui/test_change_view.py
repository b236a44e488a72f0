from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from wizard.gui.change_view import ChangeView
from wizard.model.catalog.change import CatalogChange
from wizard.model.message import Translations

CHANGE = CatalogChange(
    added=("m9g.large", "m9g.xlarge"),
    removed=("t1.micro",),
    changed={"m5.xlarge": ("memory_mib",)},
    offered={"eu-west-1": ("m5.large",)},
    withdrawn={"eu-west-1": ("m3.large",), "us-east-1": ("m3.large",)},
)


def test_figures_and_sentences(qtbot: QtBot, english: Translations) -> None:
    view = ChangeView(english)
    qtbot.addWidget(view)
    assert view.isHidden()
    view.show_change(CHANGE)
    figures = [label.text() for label in view.findChildren(QLabel)][1:]
    assert figures == ["2", "new types", "1", "type gone", "1", "type changed", "2", "Regions offer others"]
    lines = view.findChildren(QPlainTextEdit)[0].toPlainText().splitlines()
    assert lines[0] == "New types (2): m9g.large, m9g.xlarge"
    assert len(lines) == 6
    view.show_change(CatalogChange((), (), {}, {}, {}))
    assert view.findChildren(QPlainTextEdit)[0].toPlainText() == "Nothing has changed."
