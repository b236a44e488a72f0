"""The window over the real program, started as it is started."""

from __future__ import annotations

import gettext
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTabWidget
from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from wizard.app import open_window
from wizard.flow.steps import STEPS
from wizard.gui.review.sheet import Sheet
from wizard.gui.theme import colors as color
from wizard.model.message import Translations
from wizard.store.preferences import change_preference

ROOT = Path(__file__).resolve().parents[1]
# The platform without a screen says of itself what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "^Detected locale")


class German(gettext.NullTranslations):
    def info(self) -> dict[str, str]:
        return {"language": "de"}


@pytest.fixture
def english() -> Translations:
    return gettext.NullTranslations()


def run(*arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    words = ["-c", code] if code else ["-m", "wizard"]
    return subprocess.run(
        [sys.executable, *words, *arguments],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_smoke_opens_paints_and_quits_with_nothing_heavy_imported() -> None:
    done = run("--smoke", code=_SMOKE)
    assert done.returncode == 0, done.stderr
    made = done.stdout.split()
    assert {"wizard.gui.shell.main_window", "QPalette.ColorRole"} <= set(made)
    heavy = (
        "botocore",
        "typst",
        "wizard.model.rules.rulebook",
        "wizard.gui.results.page",
        "Qt.AlignmentFlag",
        "__feature_import__",
    )
    assert not set(heavy) & set(made)


_SMOKE = """
import enum, sys
from wizard.__main__ import main
status = main()
print(*sys.modules, __import__.__name__, *(each.__qualname__ for kind in (enum.Enum, enum.IntFlag) for each in kind.__subclasses__()))
raise SystemExit(status)
"""


def test_smoke_with_an_answers_file(tmp_path: Path) -> None:
    file = tmp_path / "a.amiwizard"
    file.write_text('{"schema": 1, "answers": {"os": "ubuntu"}}', encoding="utf-8")
    done = run("--smoke", str(file))
    assert done.returncode == 0, done.stderr


def test_a_file_that_the_mac_hands_over_is_opened(tmp_path: Path) -> None:
    """After a double click in the Finder, which names none in the arguments."""
    file = tmp_path / "a.amiwizard"
    file.write_text('{"schema": 1, "answers": {"os": "ubuntu"}}', encoding="utf-8")
    done = run(str(file), code=_HANDED_OVER)
    assert (done.returncode, done.stdout) == (0, "ubuntu\n"), done.stderr


_HANDED_OVER = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from wizard import app
from wizard.__main__ import main

file, make = sys.argv.pop(), app.open_window

def open_window(translations):
    window = make(translations)

    def hand_over():
        QCoreApplication.sendEvent(QCoreApplication.instance(), QFileOpenEvent(file))

    def show():
        window.session.changed.disconnect(show)
        print(window.session.walk.answers["os"])
        window.session.mark_saved()
        QCoreApplication.quit()

    window.session.changed.connect(show)
    window.ready.connect(hand_over)
    return window

app.open_window = open_window
raise SystemExit(main())
"""


def test_the_real_window_stands_on_the_real_knowledge(qtbot: QtBot, english: Translations) -> None:
    window = open_window(english)
    qtbot.addWidget(window, before_close_func=lambda window: window.session.mark_saved())
    with qtbot.waitSignal(window.ready):
        window.show()
    assert len(window.session.knowledge.catalog.types) == 1395
    texts = {label.text() for label in window.findChildren(QLabel)}
    assert "1,395 of 1,395 types" in texts
    window.session.answer("os", "windows")
    window.session.go("review")
    wait_until_quiet(qtbot, window)
    assert "Review and save" in {label.text() for label in window.page.findChildren(QLabel)}


HOSTILE = {
    "ImageId": "ami-\u202e1",
    "Name": "<b>bold</b> & <img src=x> #set page(width: 1pt) \\textbf{x} 🐧 \x00\x1b[31m" + "x" * 1_000_000,
    "Description": "\u200f" * 10_000,
    "Architecture": "x86_64",
    "VirtualizationType": "paravirtual",
    "RootDeviceName": "/dev/sda1\n=cmd|' /C calc'!A0",
    "State": "available",
}


def test_whatever_an_image_says_of_itself_is_only_text(qtbot: QtBot, english: Translations) -> None:
    window = open_window(english)
    qtbot.addWidget(window, before_close_func=lambda window: window.session.mark_saved())
    with qtbot.waitSignal(window.ready):
        window.show()
    window.session.answer("start", "image")
    window.session.answer("image", HOSTILE)
    for step in STEPS:
        window.session.go(step.id)
        for bar in window.page.findChildren(QTabWidget):
            for place in range(bar.count()):
                bar.setCurrentIndex(place)
                wait_until_quiet(qtbot, window)
        for label in window.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText or "<" not in label.text()
            assert len(label.text()) < 5000
            assert not set(label.text()) & set("\u202e\u200f\x00\x1b")
    assert len(window.page.findChildren(Sheet)) > 2
    assert window.files.services.pdf(window.files.report()).startswith(b"%PDF")


def test_preferences_are_honoured(qtbot: QtBot, qapp: QApplication, english: Translations) -> None:
    font = qapp.font()
    try:
        change_preference("scheme", "dark")
        change_preference("text_percent", 200)
        window = open_window(english)
        qtbot.addWidget(window)
        assert color.is_dark(qapp.palette())
        assert qapp.font().pointSizeF() >= 18
    finally:
        qapp.setFont(font)
        change_preference("scheme", "light")
        open_window(english).deleteLater()
        qapp.setFont(font)


def test_a_crash_in_a_slot_becomes_a_dialog_and_the_program_goes_on() -> None:
    done = run(code=_CRASH)
    assert done.returncode == 0, done.stderr
    assert "shown: This is a fault of the program, not of your answers (ZeroDivisionError)." in done.stdout
    assert "still here" in done.stdout


_CRASH = """
import gettext
from PySide6.QtCore import QTimer
from wizard import app
from wizard.gui.shell.error_reporter import ErrorReporter
from wizard.gui.shell.main_window import MainWindow

ErrorReporter.show = lambda self, problem: print("shown:", problem.cause)
wake = MainWindow._wake

def woken(window):
    wake(window)
    QTimer.singleShot(0, lambda: 1 / 0)
    QTimer.singleShot(100, lambda: (print("still here", window.isVisible()), window.close()))

MainWindow._wake = woken
raise SystemExit(app.main(None, False, gettext.NullTranslations()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a signal ends no process there")
def test_ctrl_c_in_a_terminal_ends_the_window() -> None:
    done = run(code=_CTRL_C)
    assert (done.returncode, done.stdout) == (-signal.SIGINT, ""), done.stderr


_CTRL_C = """
import gettext, os, signal
from PySide6.QtCore import QTimer
from wizard import app

make = app.open_window

def open_window(translations):
    window = make(translations)

    def end():
        QTimer.singleShot(0, lambda: print("still here", window.close()))
        os.kill(os.getpid(), signal.SIGINT)

    window.ready.connect(lambda: QTimer.singleShot(0, end))
    return window

app.open_window = open_window
raise SystemExit(app.main(None, False, gettext.NullTranslations()))
"""


def test_qts_own_buttons_speak_the_language_of_the_texts() -> None:
    done = run(code=_GERMAN)
    assert done.returncode == 0, done.stderr
    assert "Abbrechen" in done.stdout


_GERMAN = """
import gettext
from PySide6.QtCore import QCoreApplication
from wizard import app
from wizard.gui.shell.main_window import MainWindow

class German(gettext.NullTranslations):
    def info(self):
        return {"language": "de"}

def told(window):
    print(QCoreApplication.translate("QPlatformTheme", "Cancel"))
    window.close()

MainWindow._wake = told
raise SystemExit(app.main(None, False, German()))
"""
