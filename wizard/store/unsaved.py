"""Answers that no file holds yet, kept where they outlive a killed program."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from wizard.flow.answers import AnswersError
from wizard.flow.kind import Value
from wizard.flow.question import Answers
from wizard.store.answers_file import SUFFIX, load_answers, save_answers
from wizard.store.file_lock import try_lock
from wizard.store.folders import own_folder, state_folder
from wizard.store.text_file import NotRead

_MOST_WINDOWS = 32


def unsaved_folder() -> Path:
    """Where unsaved answers are kept."""
    return state_folder() / "unsaved"


class Unsaved:
    """The unsaved answers of one running window, and those that a killed one left behind.

    Each window holds the lock of a number, which the system lets go when the process ends in
    whatever way; answers under a number whose lock is free belong to nobody any more.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or unsaved_folder()
        self._lock: int | None = None
        self._number = 0
        self._token = secrets.token_hex(4)
        with contextlib.suppress(OSError):
            own_folder(self._folder)
            self._take_number()

    def keep(self, answers: Answers) -> None:
        """Keep these answers, which may hold a whole image record, for their owner only. Raises NotWritten."""
        save_answers(self._own, answers, private=True)

    def let_go(self) -> None:
        """Nothing is unsaved any more."""
        with contextlib.suppress(OSError):
            self._own.unlink()

    def left(self) -> dict[str, Value] | None:
        """The newest answers that a window of an earlier run left behind; None if there are none."""
        for path in self._orphans():
            with contextlib.suppress(NotRead, AnswersError):
                return load_answers(path)
        return None

    def forget_left(self) -> None:
        """Nobody wants the left answers any more."""
        for path in self._orphans():
            with contextlib.suppress(OSError):
                path.unlink()

    def close(self) -> None:
        """Let the number go, as the end of the process does."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def __del__(self) -> None:
        self.close()

    @property
    def _own(self) -> Path:
        return self._folder / f"{self._number}.{self._token}{SUFFIX}"

    def _take_number(self) -> None:
        for number in range(1, _MOST_WINDOWS + 1):
            self._lock = try_lock(self._folder / f"{number}.lock")
            if self._lock is not None:
                self._number = number
                return

    def _orphans(self) -> list[Path]:
        """Newest first."""
        try:
            found = [
                (path.stat().st_mtime, path)
                for path in self._folder.glob(f"*.*{SUFFIX}")
                if path != self._own and self._is_free(path.name.partition(".")[0])
            ]
        except OSError:
            return []
        return [path for _, path in sorted(found, reverse=True)]

    def _is_free(self, number: str) -> bool:
        if number == str(self._number):
            return True
        lock = try_lock(self._folder / f"{number}.lock")
        if lock is not None:
            os.close(lock)
        return lock is not None
