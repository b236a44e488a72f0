"""Waiting until a window has nothing left to do."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

# What fires later than this is no part of showing something: keeping the answers, looking for logins.
_SOON_MS = 300


def wait_until_quiet(qtbot: QtBot, *parts: QObject) -> None:
    """Wait until what was posted has arrived and no timer of these parts is about to do the rest."""

    def quiet() -> bool:
        QApplication.processEvents()
        QApplication.processEvents()
        return not any(_is_due(timer) for part in parts for timer in part.findChildren(QTimer))

    qtbot.waitUntil(quiet)


def _is_due(timer: QTimer) -> bool:
    return (
        timer.isActive() and (timer.isSingleShot() or timer.interval() == 0) and timer.interval() <= _SOON_MS
    )
