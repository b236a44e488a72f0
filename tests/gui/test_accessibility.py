"""Every page and state, walked widget by widget, as a screen reader and a keyboard find it."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QTabBar,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.fake_cloud import rows
from tests.gui.quiet import wait_until_quiet
from tests.gui.reading import assert_readable, assert_spoken
from wizard.gui.aws_service import Kept
from wizard.gui.images.details import Details
from wizard.gui.images.window import ImagesWindow
from wizard.gui.shell.main_window import MainWindow
from wizard.model.account.listing_events import Regions, Started
from wizard.model.account.problem import Kind, Problem
from wizard.model.images.image_row import RowReader
from wizard.model.message import Message

Make = Callable[..., MainWindow]
Open = Callable[..., MainWindow]
IMAGE = {"ImageId": "ami-1", "Name": "old", "Architecture": "x86_64", "VirtualizationType": "paravirtual"}
STATES: dict[str, tuple[dict[str, Any], str]] = {
    "start": ({}, "start"),
    "image": ({"start": "image"}, "start"),
    "image-file": ({"start": "image", "image": IMAGE}, "start"),
    "instance": ({"start": "instance", "current-type": "m3.large"}, "start"),
    "system": ({"os": "ubuntu", "os-version": "22.04"}, "system"),
    "custom": ({"os": "custom"}, "system"),
    "size": ({"vcpus": {"minimum": 4}}, "size"),
    "features": ({"need": ["efa"]}, "features"),
    "place": ({"family": ["m5", "c6i"]}, "place"),
    "account": ({}, "account"),
    "account-list": ({}, "account"),
    "results": ({"os": "ubuntu"}, "results"),
    "move": (
        {"start": "instance", "current-type": "m3.medium", "image": IMAGE, "os": "amazon-linux"},
        "results",
    ),
    "nothing-left": ({"os": "windows", "arch": "arm64"}, "results"),
    "review": ({"os": "ubuntu"}, "review"),
}
EACH_STATE = pytest.mark.parametrize("state", list(STATES))
IMAGES = ("begin", "sample", "list", "map", "asking")
EACH_OF_IMAGES = pytest.mark.parametrize("state", IMAGES)
LONG = {
    "ImageId": "ami-0123456789abcdef0",
    "Name": "a_name_without_a_space_" + "x" * 105,
    "Description": "<b>bold</b> " * 20,
}
SLOW = Problem(
    Kind.NETWORK,
    Message("There is no way to " + "very_long_host_name" * 6),
    Message("<b>Nobody</b> knows why. " * 4),
    Message("Wait."),
    "aws sso login --profile " + "x" * 150,
    "details",
)


@pytest.fixture
def open_state(make_window: Make, world: World) -> Open:
    """The window of the walk in one of the states."""

    def open_state(state: str, size: tuple[int, int] = (1280, 800)) -> MainWindow:
        if state == "account-list":
            world.fake_aws.kept = Kept(
                (*rows(30), RowReader().read(LONG, "dev", "eu-west-1", "")), "24 November"
            )
        return make_window(*STATES[state], size)

    return open_state


@pytest.fixture
def open_images(qtbot: QtBot, make_window: Make, world: World) -> Iterator[Callable[..., ImagesWindow]]:
    """The images window in one of its states."""
    windows = []

    def open_images(state: str, size: tuple[int, int] = (1280, 800)) -> ImagesWindow:
        window = make_window()
        windows.append(window)
        window.images.show()
        images = window.images.window
        images.resize(*size)
        if state == "sample":
            images.panel.show_sample()
        elif state != "begin":
            fill(world, hold=state == "asking")
            images.panel.ask()
            qtbot.waitUntil(lambda: len(images.panel.browser.rows.shown) == 31)
        if state in ("list", "map"):
            qtbot.waitUntil(lambda: not images.panel.controller.busy)
            images.panel.browser.table.point_at(images.panel.browser.rows.shown[0])
        images.panel.browser.show_view(int(state == "map"))
        wait_until_quiet(qtbot, images)
        return images

    yield open_images
    for window in windows:
        window.images.leave()


def fill(world: World, *, hold: bool) -> None:
    """An account with long names and long problems."""
    cloud = world.fake_aws
    cloud.answer("eu-west-1", *rows(30), RowReader().read(LONG, "dev", "eu-west-1", ""))
    for place in range(1, 12):
        cloud.fail(f"us-west-{place}", SLOW)
    cloud.fail("us-east-1")
    slow = tuple(f"ap-southeast-{place}" for place in range(1, 9))
    if hold:
        cloud.hold = threading.Event()
        cloud.events += [Regions("dev", slow), *(Started("dev", region) for region in slow)]


def focusable(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def tabs_of(window: MainWindow) -> range:
    bars = window.page.findChildren(QTabWidget)
    return range(bars[0].count()) if bars else range(1)


def every_tab(window: MainWindow, qtbot: QtBot) -> Iterator[None]:
    """The page as it stands, or each of its tabs in turn."""
    for place in tabs_of(window):
        for bar in window.page.findChildren(QTabWidget)[:1]:
            if not bar.isTabVisible(place):
                break
            bar.setCurrentIndex(place)
        wait_until_quiet(qtbot, window)
        yield


def every_details(images: ImagesWindow, qtbot: QtBot) -> Iterator[None]:
    """The images window with each tab of the details in turn."""
    for place in range(4):
        images.findChildren(Details)[0].show_tab(place)
        wait_until_quiet(qtbot, images)
        yield


@EACH_STATE
def test_a_state_of_the_walk(
    qtbot: QtBot, open_state: Open, every_scheme: Callable[[], Iterator[str]], state: str
) -> None:
    """Names, roles and letters, contrast, plain text, the way of the Tab key, and nothing cut off where it is small."""
    window = open_state(state)
    with qtbot.waitActive(window):
        window.activateWindow()
    assert_all_reached(window, first_of(window))
    assert_page_first(window, first_of(window))
    for scheme in every_scheme():
        assert_readable(window, scheme)
    for _ in every_tab(window, qtbot):
        assert_named(window)
        assert_spoken(window)
        assert_letters_lead_somewhere(window)
        assert_one_control_a_letter(window)
        assert_plain(window)
    for size in ((1024, 700), (760, 480)):
        window.resize(*size)
        for _ in every_tab(window, qtbot):
            assert window.page.horizontalScrollBar().maximum() == 0, f"the page scrolls sideways at {size}"
            assert_whole(window)


@EACH_OF_IMAGES
def test_a_state_of_the_images_window(
    qtbot: QtBot,
    open_images: Callable[..., ImagesWindow],
    every_scheme: Callable[[], Iterator[str]],
    state: str,
) -> None:
    images = open_images(state)
    with qtbot.waitActive(images):
        images.activateWindow()
    for _ in every_details(images, qtbot):
        assert_all_reached(images, next(focusable(images)))
        assert_named(images)
        assert_spoken(images)
        assert_one_control_a_letter(images)
        assert_plain(images)
    for scheme in every_scheme():
        assert_readable(images, scheme)
    for size in ((1024, 700), (760, 600)):
        images.resize(*size)
        for _ in every_details(images, qtbot):
            assert (images.width(), images.height()) == size
            assert_whole(images)


def first_of(window: MainWindow) -> QWidget:
    return window.page.first_control() or next(focusable(window.page))


def assert_named(window: QWidget) -> None:
    for widget in focusable(window):
        if isinstance(widget.parent(), QComboBox | QAbstractSpinBox):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken is not None
        name = spoken.text(QAccessible.Text.Name)
        assert name.strip(), f"{widget} has no name"
        assert "<" not in name
        assert spoken.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client) or isinstance(
            widget, QAbstractScrollArea | QTabWidget
        ), widget


def assert_letters_lead_somewhere(window: QWidget) -> None:
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.textFormat() is not Qt.TextFormat.PlainText:
            assert label.buddy() is not None, label.text()


def assert_one_control_a_letter(window: QMainWindow) -> None:
    menus = [action.text() for action in window.menuBar().actions()]
    buttons = [b.text() for b in window.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
    labels = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.buddy() is not None
    ]
    bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    titles = [bar.tabText(at) for bar in bars for at in range(bar.count()) if bar.isTabVisible(at)]
    plain = [
        label.text() for label in window.findChildren(QLabel) if label.textFormat() is Qt.TextFormat.PlainText
    ]
    texts = menus + buttons + [text for text in labels if text not in plain] + titles
    letters = [m.group(1).lower() for text in texts if (m := re.search(r"&(\w)", text.replace("&&", "")))]
    assert sorted(letters) == sorted(set(letters)), "\n".join(texts)


def assert_all_reached(window: QWidget, first: QWidget) -> None:
    """By the Tab key, which comes round."""
    first.setFocus()
    seen: list[QWidget] = []
    for _ in range(150):
        focused = QApplication.focusWidget()
        if focused is None or focused in seen:
            break
        seen.append(focused)
        window.focusNextPrevChild(True)
    assert QApplication.focusWidget() is seen[0], "the focus does not come round"
    missed = {w for w in focusable(window) if w not in seen and not stands_for(w, seen)}
    assert not missed


def stands_for(widget: QWidget, seen: list[QWidget]) -> bool:
    """One of a group of radio buttons is one stop; a composite's inner line edit is its outside."""
    if widget.focusProxy() in seen or isinstance(widget.parent(), QComboBox | QAbstractSpinBox):
        return True
    siblings = [w for w in seen if w.parent() is widget.parent()]
    return isinstance(widget, QAbstractButton) and widget.autoExclusive() and bool(siblings)


def assert_page_first(window: MainWindow, first: QWidget) -> None:
    """The page comes before Back and Next, and the list of the steps last."""
    first.setFocus()
    order: list[str] = []
    for _ in range(150):
        focused = QApplication.focusWidget()
        assert focused
        place = next((n for n in ("Page", "ButtonBar", "StepList") if has_ancestor(focused, n)), "")
        if not order or order[-1] != place:
            order.append(place)
        window.focusNextPrevChild(True)
        if QApplication.focusWidget() is first or (
            len(order) > 1 and order[-1] == "Page" and order.count("Page") > 1
        ):
            break
    assert order[:3] == ["Page", "ButtonBar", "StepList"]


def has_ancestor(widget: QWidget, name: str) -> bool:
    at: Any = widget
    while at is not None:
        if name in [kind.__name__ for kind in type(at).__mro__]:
            return True
        at = at.parent()
    return False


def assert_plain(window: QWidget) -> None:
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or "<" not in label.text()
        assert label.buddy() is not None or label.textFormat() is Qt.TextFormat.PlainText or not label.text()
    for widget in window.findChildren(QWidget):
        assert not Qt.mightBeRichText(widget.toolTip()) or "<b>" not in widget.toolTip()


def assert_whole(window: QWidget) -> None:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(
            widget, QAbstractButton | QLineEdit | QLabel | QAbstractSpinBox
        ):
            continue
        parent = widget.parentWidget()
        if parent is None or isinstance(
            parent, QComboBox | QAbstractSpinBox | QLineEdit | QTabBar | QTableView | QHeaderView
        ):
            continue
        assert parent.rect().contains(widget.geometry()), f"{widget} {widget.geometry()} in {parent.rect()}"
        if isinstance(widget, QLabel) and widget.wordWrap():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
        elif widget.hasHeightForWidth():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget
        else:
            assert widget.height() >= widget.minimumSizeHint().height(), widget
            assert widget.width() >= widget.minimumSizeHint().width(), widget
