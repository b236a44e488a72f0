from __future__ import annotations

import datetime

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from wizard.gui.aws_service import CatalogAge
from wizard.gui.catalog.summary import CatalogChangeView, CatalogSummary
from wizard.model.catalog.change import CatalogChange

DAY = datetime.date(2026, 11, 27)


@pytest.mark.parametrize(
    ("date", "refreshed", "expected"),
    [
        ("2026-10-27", False, ["Built into the program", "1,395", "instance types", "30", "Regions", "31", "days old"]),
        ("2026-11-26", True, ["Refreshed from an account", "1,395", "instance types", "30", "Regions", "1", "day old"]),
        ("2026-12-24", True, ["Refreshed from an account", "1,395", "instance types", "30", "Regions", "0", "days old"]),
    ],
)  # fmt: skip
def test_it_says_what_counts_and_how_old_it_is(
    qtbot: QtBot, date: str, refreshed: bool, expected: list[str]
) -> None:
    card = CatalogSummary(
        CatalogAge(datetime.date.fromisoformat(date), "<b>moto", "5.2.5", 1395, 30, refreshed), DAY
    )
    qtbot.addWidget(card)
    card.show()
    *words, source = (label.text() for label in card.findChildren(QLabel))
    assert words == expected
    assert source == f"Of {date}, from <b>moto (5.2.5)."
    assert not card.grab().isNull()


CHANGE = CatalogChange(
    added=("m9g.large", "m9g.xlarge"),
    removed=("t1.micro",),
    changed={"m5.xlarge": ("memory_mib",)},
    offered={"eu-west-1": ("m5.large",)},
    withdrawn={"eu-west-1": ("m3.large",), "us-east-1": ("m3.large",)},
)


def test_figures_and_sentences(qtbot: QtBot) -> None:
    view = CatalogChangeView()
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
