"""How memory and open files grow while somebody clicks at machine speed: `python -m tests.benchmarks.steps 10000`.

Random steps in the real window, off screen: an answer given or taken back, another page, a tab of the results,
undo and redo, all answers anew. Every so many steps a line: memory that the process holds, open files, what the C
library's malloc has given out and what it holds for that, Python's own blocks of memory, its objects, and Qt's widgets.

Objects, blocks and widgets swing with the page that is shown; a leak has them rise from line to line. Where malloc
has given out more and they have not risen, C++ or Rust keeps it; where only what it holds has, that is the most that
was needed at once, in pieces. Linux with the GNU C library only. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import gettext
import os
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.random_answers import random_answers

if TYPE_CHECKING:
    from wizard.gui.shell.main_window import MainWindow

LINES = 20
_MIB = 2**20


class Clicker:
    """Somebody who answers, looks around and changes their mind."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window, self._chance = window, random.Random(seed)

    def step(self) -> None:
        """One thing that a person does; what is refused changes nothing."""
        from wizard.flow.answer_error import AnswerError
        from wizard.flow.answers import AnswersError
        from wizard.flow.steps import STEPS

        session, chance = self._window.session, self._chance
        drawn = random_answers(chance, session.knowledge)
        kind = chance.random()
        try:
            if kind < 0.45 and drawn:
                question = chance.choice(sorted(drawn))
                session.answer(question, drawn[question])
            elif kind < 0.55 and session.walk.answers:
                session.answer(chance.choice(sorted(session.walk.answers)), None)
            elif kind < 0.85:
                session.go(chance.choice(STEPS).id)
                self._tab()
            elif kind < 0.93:
                chance.choice((session.undo, session.redo))()
            elif kind < 0.97:
                session.resume(drawn, saved=False)
            else:
                session.start_over()
        except (AnswerError, AnswersError):
            pass

    def _tab(self) -> None:
        from PySide6.QtWidgets import QTabWidget

        for tabs in self._window.page.findChildren(QTabWidget):
            if tabs.count():
                tabs.setCurrentIndex(self._chance.randrange(tabs.count()))


class _Malloc(ctypes.Structure):
    """`struct mallinfo2`: bytes, and numbers of pieces, over all arenas."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


def held() -> str:
    """What the process holds, and what of it is in use."""
    from PySide6.QtWidgets import QApplication

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    files = sum(1 for _ in Path("/proc/self/fd").iterdir())
    mallinfo = ctypes.CDLL(None).mallinfo2
    mallinfo.restype = _Malloc
    malloc = mallinfo()
    used, kept = (each + malloc.hblkhd for each in (malloc.uordblks, malloc.arena))
    return (
        f"{pages * os.sysconf('SC_PAGE_SIZE') / _MIB:6.1f} MiB {files:3} files"
        f"  malloc {used / _MIB:6.1f} of {kept / _MIB:6.1f} MiB"
        f"  Python {sys.getallocatedblocks():7} blocks {len(gc.get_objects()):7} objects"
        f"  Qt {len(QApplication.allWidgets()):5} widgets"
    )


def _say(steps: int, seconds: float) -> None:
    gc.collect()
    print(f"{steps:7} steps {seconds:6.0f} s {held()}", flush=True)


def main(arguments: list[str]) -> None:
    """By hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("steps", type=int)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from wizard.app import open_window

        application = QApplication(["steps"])
        window = open_window(gettext.NullTranslations())
        window.show()
        clicker, began = Clicker(window, wanted.seed), time.monotonic()
        numbers = iter(range(wanted.steps + 1))

        # Within Qt's own loop, without which no widget that was given up is deleted.
        def go_on() -> None:
            number = next(numbers, None)
            if number is None:
                application.exit()
                return
            if number % max(1, wanted.steps // LINES) == 0:
                _say(number, time.monotonic() - began)
            clicker.step()
            QTimer.singleShot(0, go_on)

        QTimer.singleShot(0, go_on)
        application.exec()
        window.leave()


if __name__ == "__main__":
    main(sys.argv[1:])
