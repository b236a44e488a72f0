"""Where the doors of the first page lead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wizard.gui.shell.dialog_launcher import DialogLauncher
from wizard.gui.shell.input_router import InputRouter
from wizard.gui.start.doors import Door
from wizard.gui.start.page import StartPage
from wizard.gui.texts import gettext


class StartDoors(QObject):
    """Opens them. asked: the person wants to see why HVM."""

    asked = Signal()

    def __init__(self, page: StartPage, router: InputRouter, dialogs: DialogLauncher) -> None:
        super().__init__(page)
        self._router = router
        self._dialogs = dialogs
        page.paste.pasted.connect(router.paste)
        page.paste.typed.connect(self._take)
        page.chosen.connect(self._enter)
        page.opened.connect(self._open)
        page.picked.connect(router.pick)
        page.asked.connect(self.asked)

    def _take(self, text: str) -> None:
        self._router.take_text(text, gettext("what was typed"))

    def _open(self, path: Path) -> None:
        self._router.take_file(path)

    def _enter(self, door: Door) -> None:
        match door:
            case Door.NEW:
                self._router.begin()
            case Door.ERROR:
                self._dialogs.explain_error()
            case Door.SAMPLE:
                self._dialogs.show_sample()
            case _:
                self._dialogs.show_images()
