"""The images of accounts as the walk has them: one controller, its window, and the way into the walk."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wizard.flow.question import Answers
from wizard.gui import feedback
from wizard.gui.file_actions import FileActions
from wizard.gui.session import Session
from wizard.gui.texts import gettext

if TYPE_CHECKING:
    from wizard.gui.images.controller import ImagesController
    from wizard.gui.images.window import ImagesWindow


class ImagesLauncher(QObject):
    """Controller and window are made when they are first asked for; the page of the walk shares them."""

    def __init__(self, window: QWidget, session: Session, actions: FileActions) -> None:
        super().__init__(window)
        self._parent = window
        self._session = session
        self._actions = actions
        self.services = actions.services

    @cached_property
    def controller(self) -> ImagesController:
        """What asks, and holds what was found."""
        from wizard.gui.images.controller import ImagesController

        session = self._session
        controller = ImagesController(lambda: session.knowledge, self.services.cloud(), self._parent)
        controller.loader.ended.connect(self._tell)
        controller.usage.ended.connect(self._tell)
        return controller

    @cached_property
    def window(self) -> ImagesWindow:
        """All images, in a window of their own."""
        from wizard.gui.images.window import ImagesWindow

        window = ImagesWindow(self.controller, self.services, self._parent)
        window.panel.wanted.connect(self.start_with)
        return window

    def show(self) -> None:
        """Bring the window to the front."""
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def leave(self) -> None:
        """Ask AWS no more; no thread is left."""
        if "controller" in self.__dict__:
            self.controller.leave()

    def start_with(self, record: Mapping[str, object] | None) -> None:
        """Begin the walk anew with an image that one has."""
        if record is None:
            feedback.tell(gettext("The fields of this image are not at hand. List it again."))
            return
        if not self._actions.may_discard(gettext("Start over with this image?")):
            return
        answers: Answers = {"start": "image", "image": record}
        if feedback.attempt(lambda: self._session.resume(answers, saved=False)):
            self._session.go("results")
            self._parent.raise_()
            self._parent.activateWindow()

    def _tell(self, error: BaseException | None) -> None:
        """What ended the asking, if anything went wrong that is no trouble of a Region."""
        feedback.show_end(error)
