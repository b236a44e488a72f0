from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.images.looking import texts
from wizard.gui.images.filter_bar import FilterBar
from wizard.gui.images.rows import Narrowing


@pytest.fixture
def bar(show: Callable[..., None]) -> FilterBar:
    bar = FilterBar()
    show(bar, 900, 40)
    bar.offer_families(("m3", "m5"))
    return bar


def combos(bar: FilterBar) -> dict[str, QComboBox]:
    return {combo.accessibleName(): combo for combo in bar.findChildren(QComboBox)}


def test_each_control_narrows_and_says_so(qtbot: QtBot, bar: FilterBar) -> None:
    assert bar.narrowing == Narrowing()
    line = bar.findChildren(QLineEdit)[0]
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClicks(line, "ubuntu")
    families = combos(bar)["Locked out of a family"]
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClick(families, Qt.Key.Key_End)
    assert bar.narrowing == Narrowing("ubuntu", family="m5")
    assert families.currentText() == "Locked out of m5"


def test_what_it_is_told_to_narrow_by_stands_in_it(bar: FilterBar) -> None:
    bar.narrow("region:eu")
    assert bar.narrowing == Narrowing("region:eu")
    bar.narrow()
    assert bar.narrowing == Narrowing()


def test_the_same_families_once_more_change_nothing(qtbot: QtBot, bar: FilterBar) -> None:
    families = combos(bar)["Locked out of a family"]
    families.setCurrentIndex(2)
    with qtbot.assertNotEmitted(bar.changed):
        bar.offer_families(("m3", "m5"))
    assert bar.narrowing.family == "m5"
    assert [families.itemText(at) for at in range(3)] == [
        "Any family",
        "Locked out of m3",
        "Locked out of m5",
    ]


def test_as_many_other_families_are_offered_in_their_place(qtbot: QtBot, bar: FilterBar) -> None:
    families = combos(bar)["Locked out of a family"]
    families.setCurrentIndex(2)
    with qtbot.assertNotEmitted(bar.changed):
        bar.offer_families(("m5", "m9"))
    assert bar.narrowing.family == "m5"
    assert families.itemText(2) == "Locked out of m9"
    with qtbot.waitSignal(bar.changed):
        bar.offer_families(("m3", "m9"))
    assert bar.narrowing.family == ""


def test_it_says_how_many_of_how_many_are_shown(bar: FilterBar) -> None:
    bar.tell(17, 123456)
    assert "17 of 123,456" in texts(bar)


def test_the_filter_can_be_found_by_name_and_typed_into_at_once(bar: FilterBar) -> None:
    first = bar.first_control()
    assert isinstance(first, QLineEdit)
    assert first.accessibleName() == "Filter the images"
    assert first.isClearButtonEnabled()
