"""One picture: what was answered before it is taken, and what is done last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QMainWindow, QMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.gui.shell.main_window import MainWindow

USUAL, SMALL, LARGE = (1280, 800), (1024, 700), (1680, 1050)

UBUNTU = {
    "os": "ubuntu",
    "os-version": "22.04",
    "vcpus": {"minimum": 4, "maximum": 8},
    "memory-gib": {"minimum": 16},
}
OLD_IMAGE = {
    "ImageId": "ami-0123456789abcdef0",
    "Name": "webserver-2013-07",
    "Architecture": "x86_64",
    "VirtualizationType": "paravirtual",
    "RootDeviceType": "ebs",
    "RootDeviceName": "/dev/sda1",
    "State": "available",
}
NOTHING_LEFT = {"os": "linux", "family": ["m1"], "region": "eu-central-1"}
UNSAID_IMAGE = {
    "ImageId": "ami-0123456789abcdef0",
    "Name": "our-app",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "EnaSupport": True,
    "State": "available",
    "PlatformDetails": "Linux/UNIX",
}
"""Nobody knows which system is in it."""


@dataclass(frozen=True)
class Scene:
    """One picture. answers: given before it is taken; step: where one stands; act: done last.

    act may return another widget to draw in place of the window, such as a dialog.
    """

    name: str
    step: str
    answers: dict[str, Any]
    act: Callable[[MainWindow], QWidget | None] = lambda _: None
    size: tuple[int, int] = USUAL


def enlarge(window: MainWindow) -> None:
    """Three steps up in text size."""
    for _ in range(3):
        window.view_menu.larger()


def popped_up(window: QMainWindow, place: int) -> QMenu:
    """The menu at this place in the window's menu bar, open."""
    menu = cast(QMenu, window.menuBar().actions()[place].menu())
    menu.popup(window.mapToGlobal(window.rect().topLeft()))
    return menu
