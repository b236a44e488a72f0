"""The images of accounts as the walk has them: one gallery, its window, and the way into the walk."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wizard.gui.actions import Desk
from wizard.gui.images.controller import Gallery
from wizard.gui.images.window import ImagesWindow
from wizard.gui.services import Answers
from wizard.gui.session import Conversation
from wizard.gui.theme.icons import Icons
from wizard.gui.user_error import Problem


class ImageDesk(QObject):
    """Gallery and window are made when they are first asked for; the page of the walk shares them."""

    def __init__(self, window: QWidget, desk: Desk, conversation: Conversation, icons: Icons) -> None:
        super().__init__(window)
        self._parent = window
        self._desk = desk
        self._conversation = conversation
        self._icons = icons

    @cached_property
    def gallery(self) -> Gallery:
        conversation, desk = self._conversation, self._desk
        gallery = Gallery(
            lambda: conversation.knowledge, desk.outside.cloud(), self._parent, self._icons, desk.translations
        )
        gallery.collection.ended.connect(self._tell)
        gallery.usage.ended.connect(self._tell)
        return gallery

    @cached_property
    def window(self) -> ImagesWindow:
        window = ImagesWindow(self.gallery, self._desk, self._icons, self._desk.translations, self._parent)
        window.panel.wanted.connect(self.start_with)
        return window

    def show(self) -> None:
        """Bring the window to the front."""
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def leave(self) -> None:
        """Ask AWS no more; no thread is left."""
        if "gallery" in self.__dict__:
            self.gallery.leave()

    def start_with(self, record: Mapping[str, object] | None) -> None:
        """Begin the walk anew with an image that one has."""
        gettext = self._desk.translations.gettext
        if record is None:
            self._desk.told.emit(gettext("The fields of this image are not at hand. List it again."))
            return
        if not self._desk.may_discard(gettext("Start over with this image?")):
            return
        answers: Answers = {"start": "image", "image": record}
        if self._desk.attempt(lambda: self._conversation.resume(answers, saved=False)):
            self._conversation.go("results")
            self._parent.raise_()
            self._parent.activateWindow()

    def _tell(self, error: BaseException | None) -> None:
        """What ended the asking, if anything went wrong that is no trouble of a Region."""
        if isinstance(error, Problem):
            self._desk.show(error)
        elif error is not None:
            raise error  # for the net under the window
