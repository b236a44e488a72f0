"""A page that is laid out anew leaves nothing of what it was."""

from __future__ import annotations

import gc
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from wizard.gui.shell.main_window import MainWindow


def dead() -> list[QWidget]:
    """Widgets that Qt has destroyed and Python still has."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return [each for each in gc.get_objects() if isinstance(each, QWidget) and not shiboken6.isValid(each)]


def test_fields_that_went_are_not_kept_and_take_no_others_along(
    make_window: Callable[..., MainWindow],
) -> None:
    window = make_window({}, "start")
    before = dead()
    for _ in range(10):
        for answer in ("image", "instance"):
            window.session.answer("start", answer)
            # Deleted at once, as in a window that stands open.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [each for each in dead() if each not in before] == []
    assert all(shiboken6.isValid(each) for each in window.page.tab_chain())
