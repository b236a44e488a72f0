from __future__ import annotations

import datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wizard.gui.catalog_card import CatalogCard
from wizard.gui.cloud import CatalogAge
from wizard.gui.icons import Icons
from wizard.model.message import Translations

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
    qtbot: QtBot, icons: Icons, english: Translations, date: str, refreshed: bool, expected: list[str]
) -> None:
    card = CatalogCard(CatalogAge(date, "<b>moto", 1395, 30, refreshed), DAY, icons, english)
    qtbot.addWidget(card)
    card.show()
    *words, source = (label.text() for label in card.findChildren(QLabel))
    assert words == expected
    assert source == f"Of {date}, from <b>moto."
    assert not card.grab().isNull()
