"""How a test looks at the results page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from wizard.gui.shell.main_window import MainWindow

Make = Callable[..., MainWindow]
OLD = {
    "ImageId": "ami-0123456789abcdef0",
    "Name": "old",
    "Architecture": "x86_64",
    "VirtualizationType": "paravirtual",
    "RootDeviceType": "ebs",
}
NOTHING = {"os": "linux", "family": ["m1"], "region": "eu-central-1"}


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def tabs(window: MainWindow) -> QTabWidget:
    return window.page.findChildren(QTabWidget)[0]


def open_tab(window: MainWindow, qtbot: QtBot, title: str) -> QWidget:
    bar = tabs(window)
    place = next(at for at in range(bar.count()) if title in bar.tabText(at).replace("&", ""))
    assert bar.isTabVisible(place)
    bar.setCurrentIndex(place)
    wait_until_quiet(qtbot, window)
    return bar.currentWidget()
