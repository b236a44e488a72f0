from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.results.looking import Make, open_tab
from wizard.gui.results.pictures_tab import PicturesTab, ScalePicture
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme
from wizard.gui.widgets.pictures import BarsPicture, DotsPicture


def inks(picture: QWidget) -> int:
    """How many colours it has on it."""
    image = picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_each_picture_is_drawn_and_heard(qtbot: QtBot, make_window: Make, scheme: Scheme) -> None:
    window = make_window({"os": "ubuntu", "vcpus": {"minimum": 4}}, "results")
    appearance.show(scheme)
    tab = open_tab(window, qtbot, "Pictures")
    assert isinstance(tab, PicturesTab)
    bars, prices = tab.findChildren(BarsPicture)
    (dots,), (grid,) = (tab.findChildren(kind) for kind in (DotsPicture, ScalePicture))
    fit = len(window.session.recommendation.ranked)
    assert f"{fit} of 1,395 types meet every answer" in bars.accessibleName()
    assert f"Meet every answer: {fit}." in bars.accessibleDescription()
    assert "An hour in USD, On-Demand in us-east-1, as of 2026-02-27" in prices.accessibleName()
    assert f"{fit} types in " in dots.accessibleDescription()
    assert "General purpose" in grid.accessibleDescription()
    assert {label.text() for label in tab.findChildren(QLabel)} >= {
        bars.accessibleName(),
        dots.accessibleName(),
    }
    for picture in (bars, prices, dots, grid):
        assert inks(picture) > 2
        assert picture.width() >= picture.minimumSizeHint().width()
    assert bars.height() >= bars.heightForWidth(bars.width())
    # Where nothing is left there is only what was left out.
    window.session.answer("vcpus", {"minimum": 5000})
    tab.refresh()
    assert not tab.findChildren(DotsPicture)
    assert tab.findChildren(BarsPicture)


def test_the_dots_stand_the_other_way_round_where_one_reads_so(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu", "vcpus": {"minimum": 4}}, "results")
    tab = open_tab(window, qtbot, "Pictures")
    (dots,) = tab.findChildren(DotsPicture)
    dots.resize(600, 400)
    before = dots.grab().toImage()
    dots.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = dots.grab().toImage()
    # The lines of the grid are where a mirror has them; the words are not mirrored.
    row = before.height() // 2
    there = [before.pixel(x, row) for x in range(before.width())]
    here = [after.pixel(after.width() - 1 - x, row) for x in range(after.width())]
    alike = sum(one == other for one, other in zip(there, here, strict=True))
    assert alike > 0.9 * len(there)
    assert before != after
