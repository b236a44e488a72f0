"""Asks the person for a file to open or to save, and starts where they last were, or at home."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from wizard.gui import feedback
from wizard.gui.services import Services
from wizard.gui.texts import gettext


class FileDialogs:
    """The platform's own file dialogs. kinds: file name filters as Qt writes them."""

    def __init__(self, window: QWidget, services: Services) -> None:
        self._window = window
        self._services = services
        self.preference, self.remember = services.preference, services.remember

    def to_open(self, title: str, kinds: str) -> Path | None:
        """An existing file; None if the person thinks better of it."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), kinds)
        return self._chosen(name, "")

    def to_save(self, title: str, suggestion: str, kinds: str) -> Path | None:
        """A file to write; one named without a suffix gets that of the suggestion. None as above."""
        from PySide6.QtWidgets import QFileDialog

        start = str(Path(self._folder()) / suggestion)
        name, _ = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        return self._chosen(name, Path(suggestion).suffix)

    def save(self, title: str, suggestion: str, kinds: str, make: Callable[[], bytes]) -> bool:
        """Ask for a file, write it and say where it is; False if none was written."""
        return self._save(
            self.to_save(title, suggestion, kinds), lambda path: self._services.write_file(path, make())
        )

    def save_private(self, title: str, suggestion: str, kinds: str, make: Callable[[], bytes]) -> bool:
        """As `save`, for account data: only the person can read the file."""
        return self._save(
            self.to_save(title, suggestion, kinds), lambda path: self._services.write_private(path, make())
        )

    def _save(self, path: Path | None, write: Callable[[Path], None]) -> bool:
        if path is None or not feedback.attempt(lambda: write(path)):
            return False
        tell_saved(path)
        return True

    def _folder(self) -> str:
        return str(self._services.preference("folder") or Path.home())

    def _chosen(self, name: str, suffix: str) -> Path | None:
        if not name:
            return None
        path = Path(name)
        self._services.remember("folder", str(path.parent))
        return path if path.suffix or not suffix else path.with_name(path.name + suffix)


def tell_saved(path: Path) -> None:
    """Say where a file is now, and offer to open it, and the folder that it is in."""
    feedback.tell(
        gettext("Saved as {file}.").replace("{file}", str(path)),
        (gettext("Open"), partial(_open, path)),
        (gettext("Show in folder"), partial(_open, path.parent)),
    )


def _open(path: Path) -> None:
    """With whatever the system opens such a thing with."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute()))):
        feedback.tell(gettext("Nothing on this system opens {file}.").replace("{file}", path.name))
