from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.figures import Figures


def test_new_figures_take_the_place_of_the_old_ones(qtbot: QtBot, qapp: QApplication) -> None:
    figures = Figures()
    qtbot.addWidget(figures)
    figures.show_figures([("1", "one"), ("2", "two")])
    figures.show_figures([("3", "<b>three")])
    figures.show()
    qtbot.waitUntil(lambda: [label.text() for label in figures.findChildren(QLabel)] == ["3", "<b>three"])
