"""Waiting until a window has nothing left to do."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

# What fires later than this is no part of showing something: keeping the answers, looking for logins.
_SOON_MS = 300


def wait_until_quiet(qtbot: QtBot, *parts: QObject) -> None:
    """Wait until what was posted has arrived, all stands in its place, and no timer of these parts is about to go on."""
    places: list[QRect] = []

    def quiet() -> bool:
        nonlocal places
        QApplication.processEvents()
        QApplication.processEvents()
        before, places = (
            places,
            [widget.geometry() for part in parts for widget in part.findChildren(QWidget)],
        )
        due = any(_is_due(timer) for part in parts for timer in part.findChildren(QTimer))
        return places == before and not due

    qtbot.waitUntil(quiet)


def _is_due(timer: QTimer) -> bool:
    return (
        timer.isActive() and (timer.isSingleShot() or timer.interval() == 0) and timer.interval() <= _SOON_MS
    )
