"""Runs what waits on the network beside the window, and tells in the window's thread what happens."""

from __future__ import annotations

import gc
import threading
import time
from collections import deque
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from wizard.gui.aws_service import Task

_Event = TypeVar("_Event")
_LOOK_EVERY_MS = 40
# An event costs the window something: more than this at once, and a key would have to wait.
_BUSY_SECONDS = 0.012
_AT_A_TIME = 4
_LEAVING_SECONDS = 1.0
# As many as come with 20,000 images; a collection takes some 40 ms then.
_MANY_OBJECTS = 120_000


class TaskRunner(QObject):
    """Runs one task at a time; the newest wins, and what an older one still says goes nowhere.

    told: a list of events, in the window's thread. ended: None, or the exception that ended the task;
    everything was told before. Nothing of Qt is touched in the other thread.
    """

    told = Signal(list)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: _Run[Any] | None = None
        self._looking = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looking.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        """Whether a task is not done yet."""
        return self._run is not None

    def start(self, task: Task[Any]) -> None:
        """Do it, in place of what is being done."""
        self.abandon()
        self._run = _Run(task)
        # What comes stays: a garbage collection over it again and again would keep keys waiting.
        gc.disable()
        self._run.start()
        self._looking.start()

    def cancel(self) -> None:
        """End it soon; what it told until then is still told, and `ended` is sent."""
        if self._run is not None:
            self._run.task.cancel()

    def abandon(self) -> None:
        """End it, wait until its thread has left, and tell nothing more."""
        if self._run is not None:
            self._run.task.cancel()
            self._run.join(_LEAVING_SECONDS)
            self._rest()

    def _look(self) -> None:
        run = self._run
        if run is None:
            return
        # Asked before the events are taken: what ends in between is seen at the next look.
        over, idle = run.over, not run.events
        until = time.monotonic() + _BUSY_SECONDS
        # Whoever listens may start something else, or end this.
        while run.events and self._run is run:
            self.told.emit(run.take())
            if time.monotonic() > until:
                break
        if not over or run.events or self._run is not run:
            return
        # What came last, the collection and the end are three steps, with room for a key between them.
        if idle and run.tidied:
            self._rest()
            self.ended.emit(run.error)
            return
        if idle:
            self._tidy(run)
        QTimer.singleShot(0, self, self._look)

    def _rest(self) -> None:
        if self._run is not None and not self._run.tidied:
            self._tidy(self._run)
        self._run = None
        self._looking.stop()

    @staticmethod
    def _tidy(run: _Run[Any]) -> None:
        run.tidied = True
        # What came is not looked through again. Garbage goes before that, else it would stay for ever; but
        # among very much that came the search would keep a key waiting for longer than the little is worth.
        if gc.get_count()[0] < _MANY_OBJECTS:
            gc.collect()
        gc.freeze()
        gc.enable()


class _Run(threading.Thread, Generic[_Event]):
    """One task, in a thread of its own; its events wait until they are taken."""

    def __init__(self, task: Task[_Event]) -> None:
        # A thread that hangs in the system's name look-up must not keep the program from ending.
        super().__init__(name="asking", daemon=True)
        self.task = task
        self.events: deque[_Event] = deque()
        self.error: BaseException | None = None
        self.over = False
        self.tidied = False

    def run(self) -> None:
        try:
            for event in self.task.run():
                self.events.append(event)
        except BaseException as error:  # noqa: BLE001  # told to whoever listens, in the window's thread
            self.error = error
        finally:
            self.over = True

    def take(self) -> list[_Event]:
        """Some of what has happened since."""
        return [self.events.popleft() for _ in range(min(_AT_A_TIME, len(self.events)))]
