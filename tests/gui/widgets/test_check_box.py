"""An unticked box is seen, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QListWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.theme.colors import contrast
from wizard.gui.widgets.tables.check_box import CheckBox, CheckMenu
from wizard.gui.widgets.tables.check_menu import CheckMenuButton

VISIBLE = 1.3
"""Less than WCAG asks, for in the light Fusion draws the edge; the dark is held to its 3."""


@pytest.fixture
def fusion(qapp: QApplication) -> Iterator[None]:
    usual = qapp.style().name()
    qapp.setStyle("fusion")
    yield
    qapp.setStyle(usual)


def most_contrast(picture: QImage, within: QRect) -> float:
    """Of what is drawn along the middle of a place, against the place's own last colour."""
    row = within.center().y()
    ground = picture.pixelColor(within.right(), row)
    inks = [QColor(picture.pixelColor(x, row)) for x in range(within.left(), within.right())]
    return max(contrast(ink, ground) for ink in inks)


def box(qtbot: QtBot) -> tuple[QWidget, QRect]:
    widget = CheckBox("Only what differs")
    qtbot.addWidget(widget)
    widget.resize(200, 24)
    return widget, QRect(0, 0, 16, 24)


def entry(qtbot: QtBot) -> tuple[QWidget, QRect]:
    menu: QMenu = CheckMenu("Account")
    qtbot.addWidget(menu)
    menu.addAction("Keep it").setCheckable(True)
    menu.adjustSize()
    return menu, QRect(2, 2, 20, menu.height() - 4)


def line(qtbot: QtBot) -> tuple[QWidget, QRect]:
    button = CheckMenuButton("Columns", lambda _: "Columns")
    qtbot.addWidget(button)
    button.offer([("a", "first"), ("b", "second")])
    listed = button.menu().findChildren(QListWidget)[0]
    listed.resize(200, 80)
    rect = listed.visualItemRect(listed.item(1))
    return listed.viewport(), QRect(rect.left(), rect.top(), 18, rect.height())


@pytest.mark.usefixtures("fusion")
@pytest.mark.parametrize("make", [box, entry, line])
def test_the_edge_of_an_unticked_box_stands_out(
    qtbot: QtBot, every_scheme: Callable[[], Iterator[str]], make: Callable[[QtBot], tuple[QWidget, QRect]]
) -> None:
    for scheme in every_scheme():
        widget, place = make(qtbot)
        told = most_contrast(widget.grab().toImage(), place)
        assert told >= (3 if scheme != "light" else VISIBLE), f"{scheme}: {told:.1f} to 1"
