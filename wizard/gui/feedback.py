"""What any part of the window has to tell the person. The main window listens, and nobody needs to know it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from wizard.gui.user_error import UserError

_Result = TypeVar("_Result")


class _Bridge(QObject):
    """told (str): a sentence on what was just done. offered: what can be done about it, right behind the sentence.

    failed (UserError): what must be read before one goes on.
    """

    told = Signal(str)
    offered = Signal(tuple)
    failed = Signal(object)


bridge = _Bridge()


Offer = tuple[str, Callable[[], object]]
"""What can be done about what was told: the words on the button, and the deed."""


def tell(text: str, *offers: Offer) -> None:
    """Say in a line what was just done, and what can be done about it."""
    bridge.told.emit(text)
    if offers:
        bridge.offered.emit(offers)


def show(error: UserError) -> None:
    """Say in a dialog what did not work; returns when it has been read."""
    bridge.failed.emit(error)


def show_end(error: BaseException | None) -> None:
    """Say why a task ended, unless it was done; a fault of the program is raised, for CrashHandler."""
    if isinstance(error, UserError):
        show(error)
    elif error is not None:
        raise error


def copy(text: str, said: str) -> None:
    """Put a text on the clipboard, and say so in these words."""
    QGuiApplication.clipboard().setText(text)
    tell(said)


def attempt(act: Callable[[], object]) -> bool:
    """Do what may fail, under a wait cursor; True if it was done. A UserError is shown."""

    def done() -> bool:
        act()
        return True

    return result_of(done) is True


def result_of(act: Callable[[], _Result]) -> _Result | None:
    """As `attempt`, for what gives a result; None if it failed."""
    from PySide6.QtCore import Qt

    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return act()
    except UserError as error:
        problem = error
    finally:
        QGuiApplication.restoreOverrideCursor()
    show(problem)
    return None
