"""A page that is laid out anew leaves nothing of what it was."""

from __future__ import annotations

import gc
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from wizard.gui.questions.question_field import QuestionField
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


class Windows(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt calls it by this name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_a_field_that_comes_into_an_open_group_is_no_window_of_its_own_for_a_moment(
    make_window: Callable[..., MainWindow], qapp: QApplication
) -> None:
    window, windows = make_window({"start": "new", "free-plan": True}, "place"), Windows()
    qapp.installEventFilter(windows)
    window.session.answer("start", "image")
    qapp.removeEventFilter(windows)
    came = [each for each in window.page.findChildren(QuestionField) if each.question.id == "subscribed"]
    assert [each.isVisible() for each in came] == [True]
    assert windows.shown == []
