"""A template that came in: judged, shown, judged again with what a file says of its images."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from wizard.flow.checked_place import CheckedPlace
from wizard.flow.image_facts import instance_answers
from wizard.formats.image_text import ImageRecord, ImageText
from wizard.formats.templates.checker import Checker
from wizard.formats.templates.place import Place
from wizard.gui import feedback
from wizard.gui.file_actions import FileActions
from wizard.gui.places.dialog import PlacesDialog
from wizard.gui.texts import gettext, render
from wizard.gui.user_error import UserError
from wizard.model.images.describe_images import ImageError
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message


class CheckedTemplate:
    """One template. name: of its file, or what to call what was pasted."""

    def __init__(self, name: str, places: Sequence[Place], knowledge: Knowledge, files: FileActions) -> None:
        self._name = name
        self._places = places
        self._knowledge = knowledge
        self._files = files
        self._lent: dict[str, ImageRecord] = {}
        self._origins: dict[int, Place] = {}

    def show(self, window: QWidget) -> Mapping[str, Any] | None:
        """The list of places until the person closes it; answers to begin the walk with if they want that."""
        found: list[CheckedPlace] = []
        dialog = PlacesDialog(self._name, self._checked(), self._lend, window)
        dialog.chosen.connect(found.append)
        dialog.exec()
        return self._answers(found[0]) if found else None

    def _checked(self) -> Sequence[CheckedPlace]:
        lend = Message("open that file with Add facts of images")
        checker = Checker(self._knowledge, self._files.services.public_images(), self._lent, lend)
        self._origins = {}
        checked: list[CheckedPlace] = []
        for place in self._places:
            judged = checker.checked(self._name, [place])
            self._origins |= {id(each): place for each in judged}
            checked += judged
        return checked

    def _lend(self) -> Sequence[CheckedPlace] | None:
        path = self._files.dialogs.to_open(
            gettext("Add facts of images"),
            gettext("Saved replies (*.json *.txt *.yaml *.csv);;All files (*)"),
        )
        if path is None or not feedback.attempt(lambda: self._read(path)):
            return None
        return self._checked()

    def _read(self, path: Path) -> None:
        images = ImageText(self._files.services.read_text(path), path.name)
        try:
            self._lent |= {str(record.fields.get("ImageId")): record for record in images.records()}
        except ImageError as problem:
            raise UserError(render(problem.message), "", "") from None

    def _answers(self, checked: CheckedPlace) -> Mapping[str, Any]:
        """The walk of an instance of this type, or of the image where the type is none that is known."""
        place = self._origins[id(checked)]
        record = self._lent.get(checked.image_id)
        answers = instance_answers(place.instance_type, record.fields if record else place.image.fields)
        if self._knowledge.instance_type(place.instance_type) is None:
            del answers["current-type"]
            answers["start"] = "image"
        return answers
