"""Every page and state, walked widget by widget, as a screen reader and a keyboard find it."""

from __future__ import annotations

import re
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
    QLabel,
    QLineEdit,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from wizard.gui.window import Window

Make = Callable[..., Window]
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
    "results": ({"os": "ubuntu"}, "results"),
    "nothing-left": ({"os": "windows", "arch": "arm64"}, "results"),
    "review": ({"os": "ubuntu"}, "review"),
}
EACH_STATE = pytest.mark.parametrize(("answers", "step"), STATES.values(), ids=list(STATES))


def focusable(window: Window) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def tabs_of(window: Window) -> range:
    bars = window.page.findChildren(QTabWidget)
    return range(bars[0].count()) if bars else range(1)


def every_tab(window: Window, qtbot: QtBot) -> Iterator[None]:
    """The page as it stands, or each of its tabs in turn."""
    for place in tabs_of(window):
        for bar in window.page.findChildren(QTabWidget)[:1]:
            if not bar.isTabVisible(place):
                break
            bar.setCurrentIndex(place)
        qtbot.wait(5)
        yield


@EACH_STATE
def test_every_control_has_a_name_and_a_role(
    qtbot: QtBot, make_window: Make, answers: dict[str, Any], step: str
) -> None:
    window = make_window(answers, step)
    for _ in every_tab(window, qtbot):
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


@EACH_STATE
def test_every_label_with_a_letter_has_a_buddy(
    qtbot: QtBot, make_window: Make, answers: dict[str, Any], step: str
) -> None:
    window = make_window(answers, step)
    for _ in every_tab(window, qtbot):
        for label in window.findChildren(QLabel):
            if label.isVisible() and label.textFormat() is not Qt.TextFormat.PlainText:
                assert label.buddy() is not None, label.text()


@EACH_STATE
def test_no_letter_is_given_twice(
    qtbot: QtBot, make_window: Make, answers: dict[str, Any], step: str
) -> None:
    window = make_window(answers, step)
    menus = [action.text() for action in window.menuBar().actions()]
    for _ in every_tab(window, qtbot):
        buttons = [b.text() for b in window.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        labels = [
            label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.buddy()
        ]
        bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
        titles = [bar.tabText(at) for bar in bars for at in range(bar.count()) if bar.isTabVisible(at)]
        plain = [
            label.text()
            for label in window.findChildren(QLabel)
            if label.textFormat() is Qt.TextFormat.PlainText
        ]
        texts = menus + buttons + [text for text in labels if text not in plain] + titles
        letters = [m.group(1).lower() for text in texts if (m := re.search(r"&(\w)", text.replace("&&", "")))]
        assert sorted(letters) == sorted(set(letters)), texts


@EACH_STATE
def test_the_tab_key_reaches_every_control_and_comes_round(
    qtbot: QtBot, make_window: Make, answers: dict[str, Any], step: str
) -> None:
    window = make_window(answers, step)
    with qtbot.waitActive(window):
        window.activateWindow()
    first = window.page.first_control()
    assert first is not None
    first.setFocus()
    seen: list[QWidget] = []
    for _ in range(150):
        focused = QApplication.focusWidget()
        if focused in seen:
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


@EACH_STATE
def test_the_page_comes_before_back_and_next_and_the_trail_last(
    qtbot: QtBot, make_window: Make, answers: dict[str, Any], step: str
) -> None:
    window = make_window(answers, step)
    with qtbot.waitActive(window):
        window.activateWindow()
    first = window.page.first_control()
    assert first is not None
    first.setFocus()
    order: list[str] = []
    for _ in range(150):
        focused = QApplication.focusWidget()
        place = next((n for n in ("Page", "Footer", "Trail") if has_ancestor(focused, n)), "")
        if not order or order[-1] != place:
            order.append(place)
        window.focusNextPrevChild(True)
        if QApplication.focusWidget() is first or (
            len(order) > 1 and order[-1] == "Page" and order.count("Page") > 1
        ):
            break
    assert order[:3] == ["Page", "Footer", "Trail"]


def has_ancestor(widget: QWidget, name: str) -> bool:
    at: Any = widget
    while at is not None:
        if name in [kind.__name__ for kind in type(at).__mro__]:
            return True
        at = at.parent()
    return False


@EACH_STATE
def test_every_text_is_plain(qtbot: QtBot, make_window: Make, answers: dict[str, Any], step: str) -> None:
    window = make_window(answers, step)
    for _ in every_tab(window, qtbot):
        for label in window.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText or "<" not in label.text()


@EACH_STATE
@pytest.mark.parametrize("size", [(1024, 700), (760, 480)])
def test_nothing_is_cut_off_in_a_small_window(
    qtbot: QtBot, make_window: Make, answers: dict[str, Any], step: str, size: tuple[int, int]
) -> None:
    window = make_window(answers, step, size)
    for _ in every_tab(window, qtbot):
        bar = window.page.horizontalScrollBar()
        assert bar.maximum() == 0, "the page scrolls sideways"
        for widget in window.findChildren(QWidget):
            if not widget.isVisible() or not isinstance(
                widget, QAbstractButton | QLineEdit | QLabel | QAbstractSpinBox
            ):
                continue
            parent = widget.parentWidget()
            if parent is None or isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit | QTabBar):
                continue
            assert parent.rect().contains(widget.geometry()), (
                f"{widget} {widget.geometry()} in {parent.rect()}"
            )
            if isinstance(widget, QLabel) and widget.wordWrap():
                assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
            elif widget.hasHeightForWidth():
                assert widget.height() >= widget.heightForWidth(widget.width()), widget
            else:
                assert widget.height() >= widget.minimumSizeHint().height(), widget
                assert widget.width() >= widget.minimumSizeHint().width(), widget
