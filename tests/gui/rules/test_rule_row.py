from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wizard.gui import appearance
from wizard.gui.appearance import Scheme
from wizard.gui.icons import Icons
from wizard.gui.rules.contents import Chapter, Line
from wizard.gui.rules.rule_list import RuleList
from wizard.model.message import Translations

LONG = "An x86 AMI of boot mode legacy-bios, or of none, has a disk that boots by BIOS"


def make(qtbot: QtBot, icons: Icons, english: Translations, width: int) -> RuleList:
    rules = RuleList(icons, english)
    qtbot.addWidget(rules)
    rules.resize(width, 400)
    lines = (Line("A1", "short", "refused", ""), Line("B7a", LONG, "no-boot", ""))
    rules.fill((Chapter("Heading", lines), Chapter("Other", lines[:1])), "A1")
    rules.show()
    return rules


def height(rules: RuleList, row: int) -> int:
    return rules.visualItemRect(rules.item(row)).height()


def test_a_long_title_wraps_and_the_row_grows_when_it_gets_narrow(
    qtbot: QtBot, icons: Icons, english: Translations
) -> None:
    rules = make(qtbot, icons, english, 900)
    line = rules.fontMetrics().height()
    assert height(rules, 1) == height(rules, 2)
    rules.resize(240, 400)
    qtbot.waitUntil(lambda: height(rules, 2) >= height(rules, 1) + line)
    assert height(rules, 1) < 2 * line + 10


def test_a_heading_has_room_above_it(qtbot: QtBot, icons: Icons, english: Translations) -> None:
    rules = make(qtbot, icons, english, 900)
    assert height(rules, 3) > height(rules, 0)


def test_rows_are_painted_in_the_colours_of_the_palette(
    qtbot: QtBot, qapp: QApplication, icons: Icons, english: Translations
) -> None:
    rules = make(qtbot, icons, english, 400)
    pictures = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        appearance.show(scheme)
        qapp.processEvents()
        pictures.append(rules.viewport().grab().toImage())
    light, dark = pictures
    assert light.pixelColor(300, 390).lightness() > 200
    assert dark.pixelColor(300, 390).lightness() < 100
    heading = rules.visualItemRect(rules.item(0))
    inks = [
        {
            image.pixelColor(x, y).lightness()
            for x in range(10, 80)
            for y in range(heading.top(), heading.bottom())
        }
        for image in pictures
    ]
    assert min(inks[0]) < 150
    assert max(inks[1]) > 120
