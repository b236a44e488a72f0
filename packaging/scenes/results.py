"""The results, tab by tab and person by person, and what one opens there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget

from scenes.scene import LARGE, NOTHING_LEFT, OLD_IMAGE, SMALL, UBUNTU, UNSAID_IMAGE, Scene, enlarge
from wizard.gui.results.migration_tab import MigrationTab
from wizard.gui.results.why_tab import WhyTab
from wizard.gui.types.browser import TypesBrowser
from wizard.gui.widgets.tables.check_menu import CheckMenuButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.gui.shell.main_window import MainWindow

_OLD = {"start": "image", "image": OLD_IMAGE}
PERSONS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "web": {"os": "ubuntu", "os-version": "24.04", "purpose": "web", "vcpus": {"minimum": 2}},
    "windows": {"os": "windows", "os-version": "2022", "memory-gib": {"minimum": 16}},
    "graviton": {"os": "amazon-linux", "os-version": "2023", "arch": "arm64", "vcpus": {"minimum": 8}},
    "training": {"os": "ubuntu", "os-version": "22.04", "purpose": "training", "gpu": 8},
    "centos-6": {"os": "centos", "os-version": "6"},
    "hpc": {"os": "rhel", "os-version": "9", "need": ["efa"], "vcpus": {"minimum": 64}},
    "doubt": {"start": "image", "image": UNSAID_IMAGE},
    "move-pv": _OLD,
    "move-m3": {
        "start": "instance",
        "current-type": "m3.medium",
        "image-virtualization": "paravirtual",
        "os": "amazon-linux",
    },
    "move-r4": {
        "start": "instance",
        "current-type": "r4.16xlarge",
        "image-virtualization": "hvm",
        "os": "amazon-linux",
        "os-version": "2",
    },
}
"""As different as those who ask are; the last four have an image or an instance."""


def scenes() -> Iterator[Scene]:
    """The results, tab by tab and person by person, and what one opens there."""
    yield Scene("results", "results", UBUNTU)
    yield Scene("results-image", "results", UBUNTU, lambda window: _tab(window, "Image"))
    for name, answers in PERSONS.items():
        yield Scene(f"person-{name}", "results", answers)
    yield Scene("results-no-match", "results", UBUNTU, lambda window: _filter(window, "windows 3.11"))
    yield Scene("results-reasons", "results", UBUNTU, lambda window: _why(window, 0))
    yield Scene("results-alternatives", "results", UBUNTU, lambda window: _why(window, -2))
    yield Scene("results-left-out", "results", UBUNTU, lambda window: _why(window, -1))
    yield Scene("results-why-not", "results", {"os": "windows", "os-version": "2022"}, _ask_why_not)
    yield Scene("results-pictures", "results", UBUNTU, lambda window: _tab(window, "Pictures"))
    yield Scene("results-then-and-now", "results", UBUNTU, lambda window: _tab(window, "2014"))
    yield Scene(
        "results-own-image",
        "results",
        _OLD,
        lambda window: _why(window, 0),
    )
    yield Scene("results-moving-on", "results", _OLD, _move_on)
    yield Scene("results-moving-on-steps", "results", _OLD, _move_on_down)
    yield Scene("results-no-move", "results", {"start": "instance", "current-type": "m3.large"}, _move_on)
    yield Scene("results-nothing-left", "results", NOTHING_LEFT)
    yield Scene("results-budget", "results", {"os": "ubuntu", "max-price": 0.2, "region": "us-east-1"})
    yield Scene(
        "results-by-price",
        "results",
        UBUNTU | {"region": "us-east-1"},
        lambda window: _why(window, 1),
    )
    yield Scene("results-elsewhere", "results", UBUNTU, lambda window: _filter(window, "m7g"))
    yield Scene("results-columns", "results", UBUNTU, _open_columns)
    yield Scene("results-type-menu", "results", UBUNTU, _open_type_menu)
    yield Scene("small-results", "results", UBUNTU, size=SMALL)
    yield Scene("small-moving-on", "results", _OLD, _move_on, SMALL)
    yield Scene("small-nothing-left", "results", NOTHING_LEFT, size=SMALL)
    yield Scene("large-results", "results", UBUNTU, size=LARGE)
    yield Scene("large-moving-on", "results", _OLD, _move_on, LARGE)
    yield Scene("larger-text-moving-on", "results", _OLD, _move_on_in_larger_text)
    yield Scene("larger-text-results", "results", UBUNTU, enlarge)


# As the results have them, in whatever language their titles are.
_TABS = ("Moving on", "Types", "Image", "Why", "2014 and today", "Pictures")


def _tab(window: MainWindow, title: str) -> None:
    tabs = window.page.findChildren(QTabWidget)[0]
    tabs.setCurrentIndex(next(place for place, name in enumerate(_TABS) if title in name))


def _move_on(window: MainWindow) -> None:
    _tab(window, "Moving on")


def _move_on_down(window: MainWindow) -> None:
    _move_on(window)
    QApplication.processEvents()
    window.page.findChildren(MigrationTab)[0].verticalScrollBar().setValue(420)


def _move_on_in_larger_text(window: MainWindow) -> None:
    enlarge(window)
    _move_on_down(window)


def _filter(window: MainWindow, text: str) -> None:
    window.page.findChildren(TypesBrowser)[0].narrow(text)


def _why(window: MainWindow, part: int) -> None:
    _tab(window, "Why")
    # It scrolls once it is laid out.
    QTest.qWait(50)
    window.page.findChildren(WhyTab)[0].links()[part].click()


def _ask_why_not(window: MainWindow) -> None:
    _why(window, -1)
    window.page.findChildren(WhyTab)[0].left_out.ask("a1.large")


def _open_columns(window: MainWindow) -> QWidget:
    button = window.page.findChildren(CheckMenuButton)[0]
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    return menu


def _open_type_menu(window: MainWindow) -> QWidget:
    menu = window.page.findChildren(TypesBrowser)[0].actions_on_rows.menu()
    menu.popup(window.mapToGlobal(window.rect().center()))
    return menu
