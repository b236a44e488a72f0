from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.theme import colors as color
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme


def test_light_and_dark_change_while_a_widget_is_shown(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    appearance.show(Scheme.DARK)
    qtbot.waitUntil(lambda: color.is_dark(widget.palette()))
    appearance.show(Scheme.LIGHT)
    qtbot.waitUntil(lambda: not color.is_dark(widget.palette()))


def test_without_a_desktop_the_system_scheme_is_the_light_one(qapp: QApplication) -> None:
    appearance.show(Scheme.DARK)
    appearance.show(Scheme.SYSTEM)
    assert not color.is_dark(qapp.palette())


def test_a_desktops_own_palette_is_left_alone(qapp: QApplication) -> None:
    palette = QPalette(QColor("#203040"))
    qapp.setPalette(palette)
    appearance.show(Scheme.SYSTEM)
    assert qapp.palette().color(QPalette.ColorRole.Button) == palette.color(QPalette.ColorRole.Button)


@pytest.mark.parametrize(
    ("name", "scheme"), [("dark", Scheme.DARK), ("system", Scheme.SYSTEM), ("blue", Scheme.SYSTEM)]
)
def test_an_unknown_scheme_is_the_systems(name: str, scheme: Scheme) -> None:
    assert appearance.scheme_named(name) is scheme


def test_a_bare_font_becomes_readable_and_a_chosen_one_stays(qapp: QApplication) -> None:
    font = qapp.font()
    font.setPointSizeF(9)
    qapp.setFont(font)
    appearance.enlarge_bare_font()
    assert qapp.font().pointSizeF() == 10
    font.setPointSizeF(13)
    qapp.setFont(font)
    appearance.enlarge_bare_font()
    assert qapp.font().pointSizeF() == 13
