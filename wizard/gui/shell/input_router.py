"""What a person pastes or drops, taken to where it helps."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from wizard.gui import feedback
from wizard.gui.file_actions import FileActions
from wizard.gui.images.launcher import ImagesLauncher
from wizard.gui.session import Session
from wizard.gui.shell.dialog_launcher import DialogLauncher
from wizard.gui.texts import gettext, render
from wizard.model.message import Message
from wizard.report.visible import visible

if TYPE_CHECKING:
    from wizard.formats.recognise import InHand

_LONGEST_SAID = 600


def _taken(picked: Mapping[str, object], values: Mapping[str, object]) -> Message:
    """What came of picking, and what did not."""
    if "current-type" not in picked and not values["type"]:
        return Message("{id} names no instance type. Choose the type that it runs on.", values)
    if "current-type" not in picked:
        return Message(
            "The program does not know {type}; Help > Age of the instance types gets newer ones.", values
        )
    if "image" not in picked:
        return Message("Today {type}. EC2 no longer shows {image}; answer what you know of it.", values)
    return Message("Today {type} with {image}. Go on with Next.", values)


class InputRouter(QObject):
    """The one way in for everything that a person has: an error, an image, an instance, a type, answers, a list of images.

    dialogs: what it opens dialogs with, which the menus do too.
    """

    def __init__(self, window: QWidget, session: Session, files: FileActions, images: ImagesLauncher) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._files = files
        self._images = images
        self.dialogs = DialogLauncher(window, session, files.services, images)

    def paste(self) -> None:
        """Take what is on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData) -> None:
        """Take what was dropped or pasted: the first file of several, or a text."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.take_file(paths[0])
        elif data.hasText():
            self.take_text(data.text(), gettext("what was pasted"))

    def take_file(self, path: Path) -> None:
        """Open a file of any kind; a problem is shown and nothing changes."""
        text = feedback.result_of(lambda: self._files.services.read_text(path))
        if text is not None:
            self.take_text(text, path.name, path)

    def take_text(self, text: str, name: str, path: Path | None = None) -> None:
        """Look what it is, and lead there. path: of the file that holds it."""
        from wizard.formats.recognise import Having, recognise

        found = recognise(text, name, self._session.knowledge)
        match found.having:
            case Having.ANSWERS if path is not None:
                if self._files.may_discard(gettext("Open other answers?")):
                    self._files.open(path)
            case Having.ANSWERS | Having.IMAGE | Having.INSTANCE | Having.TYPE:
                self._begin(found.answers, render(found.said))
            case Having.IMAGE_ID:
                self._find(found)
            case Having.IMAGES:
                self._show_images(found, path)
            case Having.ERROR:
                self.dialogs.explain_error(text)
            case Having.TEMPLATE:
                self._show_places(found, name)
            case _:
                self._say(render(found.said))
                return
        if path is not None:
            self._files.remember(path)

    def begin(self) -> None:
        """The walk with what was answered so far."""
        self._session.next()

    def pick(self) -> None:
        """Ask an account what runs today, and take what the person picks; other answers stay."""
        from wizard.flow.image_facts import machine_answers, taken_over

        machine = self.dialogs.pick_machine()
        if machine is None:
            return
        picked = machine_answers(machine, self._session.knowledge)
        answers = taken_over(self._session.walk.answers, picked)
        if feedback.attempt(partial(self._session.resume, answers, saved=False)):
            values = {"id": machine.id, "type": machine.instance_type, "image": machine.image_id}
            self._say(render(_taken(picked, values)))

    def _begin(self, answers: Mapping[str, Any], what: str) -> None:
        """The walk with what was found; whoever has an image or an instance stands at its first step."""
        if not self._files.may_discard(gettext("Start over with this?")):
            return
        if feedback.attempt(partial(self._session.resume, answers, saved=False)):
            self._say(gettext("{what} Go on with Next.").replace("{what}", what))

    def _find(self, found: InHand) -> None:
        """The image of an ID that stands by itself, if it was listed; else how to get it."""
        record = feedback.result_of(lambda: self._images.controller.record(found.image_id))
        if record is not None:
            self._images.start_with(record)
            return
        missing = Message("{said} It is not among the images that were listed.", {"said": found.said})
        feedback.tell(visible(render(missing), _LONGEST_SAID), (gettext("List my images"), self._images.show))

    def _show_places(self, found: InHand, name: str) -> None:
        """The list of places, each judged; the walk begins with the one that the person chooses."""
        from wizard.gui.shell.checked_template import CheckedTemplate

        template = CheckedTemplate(name, found.places, self._session.knowledge, self._files)
        answers = template.show(self._window)
        if answers is not None:
            self._begin(answers, gettext("One place of {file}.").replace("{file}", name))

    def _show_images(self, found: InHand, path: Path | None) -> None:
        if path is not None:
            self._images.show()
            self._images.controller.show_file(path)
            return
        from wizard.gui.dialogs.choose_image import choose_image

        record = choose_image(found.images, self._window)
        if record is not None:
            self._images.start_with(record)

    @staticmethod
    def _say(text: str) -> None:
        feedback.tell(visible(text, _LONGEST_SAID))
