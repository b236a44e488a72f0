"""Where the pages lead, beside the walk: the cards of the first page, and what the results point to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wizard.flow.steps import EDITION
from wizard.gui.shell.input_router import InputRouter
from wizard.gui.start.goals import Goal
from wizard.gui.start.page import StartPage
from wizard.gui.texts import gettext

if TYPE_CHECKING:
    from wizard.gui.results.page import ResultsPage


class PageLinks(QObject):
    """Opens what a page asks for. asked (str): go to the question of this id."""

    asked = Signal(str)

    def __init__(self, parent: QObject, router: InputRouter) -> None:
        super().__init__(parent)
        self._router = router
        self._dialogs = router.dialogs

    def join_start(self, page: StartPage) -> None:
        """The first page."""
        page.paste.pasted.connect(self._router.paste)
        page.paste.typed.connect(self._take)
        page.chosen.connect(self._enter)
        page.opened.connect(self._open)
        page.picked.connect(self._router.pick)
        page.asked.connect(lambda: self.asked.emit(EDITION.id))

    def join_results(self, page: ResultsPage) -> None:
        """The page of results."""
        page.listed.connect(self._dialogs.show_types)
        page.asked.connect(self.asked)

    def _take(self, text: str) -> None:
        self._router.take_text(text, gettext("what was typed"))

    def _open(self, path: Path) -> None:
        self._router.take_file(path)

    def _enter(self, goal: Goal) -> None:
        match goal:
            case Goal.NEW:
                self._router.begin()
            case Goal.ERROR:
                self._dialogs.explain_error()
            case Goal.SAMPLE:
                self._dialogs.show_sample()
            case _:
                self._dialogs.show_images()
