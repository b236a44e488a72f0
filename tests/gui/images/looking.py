"""How a test looks at the images window, and what it has it do."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtGui import QAction, QColor, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import LOGIN
from tests.gui.quiet import wait_until_quiet
from wizard.gui.images.panel import ImagesPanel
from wizard.gui.images.rows import ImageRows
from wizard.model.account.problem import Kind, Problem
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.judged_image import JudgedImage, judge_rows
from wizard.model.frozen import replace
from wizard.model.images.image_row import ImageRow
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message

TODAY = datetime.date(2026, 11, 23)
NO_RIGHT = replace(
    LOGIN,
    kind=Kind.RIGHTS,
    problem=Message("ec2:DescribeImages is not allowed."),
    command=None,
    details="",
)


def judged(knowledge: Knowledge, rows: Sequence[ImageRow]) -> list[JudgedImage]:
    return judge_rows(rows, ImageAssessor(knowledge, TODAY), knowledge.os_catalog)


def texts(widget: QWidget) -> list[str]:
    """What the visible labels say, from the first made to the last."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def button(widget: QWidget, text: str) -> QAbstractButton:
    """The visible button with this text or this spoken name."""
    return next(
        b
        for b in widget.findChildren(QAbstractButton)
        if b.isVisible() and text in (b.text().replace("&", ""), b.accessibleName())
    )


def entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text().replace("&", ""): action for action in menu.actions() if action.text()}


def in_menu_bar(window: QMainWindow) -> dict[str, QAction]:
    menus = [action.menu() for action in window.menuBar().actions()]
    return {text: entry for menu in menus if isinstance(menu, QMenu) for text, entry in entries(menu).items()}


def clipboard() -> list[list[str]]:
    return [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]


def names(rows: ImageRows) -> list[str]:
    return [image.row.name for image in rows.shown]


def settle(qtbot: QtBot, panel: ImagesPanel) -> None:
    """Wait until nothing is asked and everything is shown."""
    qtbot.waitUntil(lambda: not panel.controller.busy)
    wait_until_quiet(qtbot, panel)


def list_images(qtbot: QtBot, panel: ImagesPanel) -> None:
    panel.ask()
    settle(qtbot, panel)


def alike(one: QColor, other: QColor) -> bool:
    """Whether these are the same on a screen, which has 256 steps of each."""
    parts = [(c.red(), c.green(), c.blue(), c.alpha()) for c in (one, other)]
    return all(abs(first - second) <= 1 for first, second in zip(*parts, strict=True))


def problem(
    kind: Kind = Kind.NETWORK, said: str = "There is no way to {host}.", host: str = "AWS"
) -> Problem:
    return Problem(kind, Message(said, {"host": host}), Message("It is down."), Message("Wait."))
