"""A real window on a screen of its own, reached by nothing but the keyboard."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
# Of the checkout; or an installed one, as words of a shell.
PROGRAM = shlex.split(os.environ.get("AMI_WIZARD_PROGRAM", "")) or [sys.executable, "-m", "wizard"]
PATIENCE = 60.0
_Seen = TypeVar("_Seen")


def missing() -> str:
    """The first of the programs needed that is not here; empty if all are."""
    return next((name for name in ("Xvfb", "xdotool") if shutil.which(name) is None), "")


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment of a screen that nobody else has; it is gone afterwards."""
    read, write = os.pipe()
    # -noreset: without it the server begins anew whenever its last client leaves, which each look with
    # xdotool does, and a program that connects at that moment is turned away.
    command = ["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", "1280x900x24"]
    command += ["-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        own = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
        # Titles are looked for in English, whatever the machine speaks.
        english = {"LANG": "C.UTF-8", "LANGUAGE": ""}
        yield {**own, **english, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}
    finally:
        server.terminate()
        server.wait()


@dataclass
class Person:
    """Somebody with a keyboard and no mouse."""

    environment: dict[str, str]
    program: subprocess.Popen[bytes]
    errors: Path
    window: str = field(default="")

    def find(self, title: str) -> None:
        """Wait for a window with this in its title, and look at it."""
        self.window = self.wait(lambda: self._search(title), f"no window {title!r}")
        # The window learns of it before it gets the keys that are pressed after that.
        self._tool("windowfocus", "--sync", self.window)

    def answer(self, key: str) -> None:
        """Press what closes the dialog that is looked at, and wait until it is gone.

        Until then it would swallow what is pressed in the window under it.
        """
        self.press(key)
        look = ("search", "--onlyvisible", "--name", ".")
        self.wait(
            lambda: self.window not in self._tool(*look, check=False).split(),
            f"{key} did not close the dialog",
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            self._tool("key", "--clearmodifiers", "--delay", "50", key)

    def type(self, text: str) -> None:
        self._tool("type", "--delay", "15", text)

    def expect(self, title: str) -> None:
        """Wait until the window that is looked at says this in its title."""
        self.wait(lambda: title in self._title(self.window), f"no {title!r} in the title")

    def press_until(self, key: str, title: str) -> None:
        """Press a key until the title says this: shortcuts come a moment after the window."""
        self.press_for(key, lambda: title in self._title(self.window), f"{key} did not lead to {title!r}")

    def press_for(self, key: str, look: Callable[[], _Seen], complaint: str) -> None:
        """Press a key until `look` sees something."""

        def pressed() -> _Seen:
            self.press(key)
            return look()

        self.wait(pressed, complaint)

    def wait(self, look: Callable[[], _Seen], complaint: str) -> _Seen:
        """What `look` sees as soon as it sees something; the complaint tells how the program fares."""
        end = time.monotonic() + PATIENCE
        while True:
            hope = self.program.poll() is None and time.monotonic() < end
            if seen := look():
                return seen
            assert hope, f"{complaint}; {self._state()}"
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.program.wait(0.05)

    def _state(self) -> str:
        """What is to be known when something is missing: the windows, and how the program fares."""
        ended = self.program.poll()
        state = "still runs" if ended is None else f"ended with status {ended}"
        said = self.errors.read_text(encoding="utf-8", errors="replace")
        return f"the windows are {self._titles()}; the program {state} and said {said!r}"

    def _search(self, title: str) -> str:
        found = self._tool("search", "--onlyvisible", "--name", title, check=False).split()
        return found[-1] if found else ""

    def _titles(self) -> list[str]:
        return [self._title(window) for window in self._tool("search", "--name", ".", check=False).split()]

    def _title(self, window: str) -> str:
        return self._tool("getwindowname", window, check=False).strip()

    def _tool(self, *words: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        assert not check or done.returncode == 0, f"{words}: {done.stderr!r}; {self._state()}"
        return done.stdout


@contextlib.contextmanager
def started(environment: dict[str, str], *arguments: str) -> Iterator[Person]:
    """The program as a person starts it, through its real entry point."""
    with tempfile.TemporaryDirectory() as folder:
        errors = Path(folder, "stderr")
        with errors.open("wb") as stream:
            program = subprocess.Popen(
                [*PROGRAM, *arguments],
                cwd=ROOT,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=stream,
            )
        person = Person(environment, program, errors)
        try:
            person.find("AMI Wizard")
            yield person
        finally:
            program.kill()
            program.wait()
