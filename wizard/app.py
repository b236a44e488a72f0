"""Joins all parts for the window."""

from __future__ import annotations

import dataclasses
import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from wizard.gui import appearance
from wizard.gui.conversation import Conversation
from wizard.gui.crash import CrashNet
from wizard.gui.icons import Icons
from wizard.gui.outside import Answers, Outside
from wizard.gui.problem import Problem
from wizard.gui.text_size import TextSize
from wizard.gui.window import Window
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations
from wizard.store.preferences import load_preferences, save_preferences
from wizard.store.resources import load_knowledge, resources
from wizard.store.text_file import NotRead, read_text
from wizard.store.whole_file import NotWritten, write_whole

if TYPE_CHECKING:
    from wizard.model.recommendation import Recommendation
    from wizard.report.document import Report
    from wizard.store.unsaved import Unsaved


def main(answers_path: Path | None, smoke: bool, translations: Translations) -> int:
    """Open the window and stay until it is closed; the exit status.

    answers_path: an answers file to open with. smoke: quit as soon as the window has painted and
    can be used.
    """
    # What is made at the start stays: looking through it for rubbish again and again is a third of the time.
    gc.disable()
    application = QApplication.instance() or QApplication(["ami-wizard"])
    assert isinstance(application, QApplication)
    application.setApplicationName("ami-wizard")
    application.setDesktopFileName("ami-wizard")
    window = open_window(application, translations)
    window.painted.connect(_settle)
    if smoke:
        window.painted.connect(application.quit)
    CrashNet(window.desk.show, translations).spread()
    window.show()
    if answers_path is not None:
        window.desk.open(answers_path)
    return application.exec()


def _settle() -> None:
    gc.freeze()
    gc.enable()


def open_window(application: QApplication, translations: Translations) -> Window:
    """The window over the real knowledge, the real files and the person's preferences; not yet shown."""
    knowledge = load_knowledge(types_only=True)
    doors = Doors(knowledge, resources(), translations)
    outside = doors.outside()
    appearance.show(application, appearance.scheme_named(str(outside.preference("scheme"))))
    appearance.enlarge_bare_font(application)
    percent = outside.preference("text_percent")
    text_size = TextSize(application, percent if isinstance(percent, int) else 100)
    return Window(Conversation(knowledge), outside, Icons(resources() / "icons"), text_size, translations)


class Doors:
    """Hands the window what it asks of files and report, with every problem said for a person."""

    def __init__(self, knowledge: Knowledge, folder: Path, translations: Translations) -> None:
        """folder: the program's resources."""
        self._knowledge = knowledge
        self._folder = folder
        self._translations = translations
        self._preferences = load_preferences()

    @cached_property
    def _unsaved(self) -> Unsaved:
        from wizard.store.unsaved import Unsaved

        return Unsaved()

    def outside(self) -> Outside:
        return Outside(
            read_answers=self._read_answers,
            write_answers=self._write_answers,
            read_images=self._read_images,
            write_file=lambda path, data: self._written(lambda: write_whole(path, data)),
            keep=lambda answers: self._written(lambda: self._unsaved.keep(answers)),
            let_go=lambda: self._unsaved.let_go(),
            kept=lambda: self._unsaved.left(),
            forget_kept=lambda: self._unsaved.forget_left(),
            preference=lambda name: getattr(self._preferences, name),
            remember=self._remember,
            report=self._report,
            pages=self._pages,
            pdf=self._pdf,
            markdown=self._markdown,
        )

    def _write_answers(self, path: Path, answers: Answers) -> None:
        from wizard.store.answers_file import save_answers

        self._written(lambda: save_answers(path, answers))

    def _read_answers(self, path: Path) -> Answers:
        from wizard.store.answers_file import load_answers

        with self._reading(path, self._translations.gettext("Choose another answers file.")):
            return load_answers(path)

    def _read_images(self, path: Path) -> Sequence[Mapping[str, object]]:
        hint = self._translations.gettext(
            "Save the reply of “aws ec2 describe-images” to a file and open that, or answer the questions by hand."
        )
        with self._reading(path, hint):
            import json

            from wizard.model.describe_images import ImageError, read_images

            text = read_text(path)
            if not read_images(text, path.name):
                raise ImageError(f"{path.name}: Images: the list is empty; expected at least one image")
            found = json.loads(text)
        images = found.get("Images", [found]) if isinstance(found, dict) else found
        return list(images)

    def _report(self, recommendation: Recommendation, answers: Answers) -> Report:
        from wizard.report.content import build_report

        return build_report(recommendation, self._knowledge, answers, self._translations, self._knowledge.date)

    def _pages(self, report: Report, scale: float) -> list[bytes]:
        from wizard.report.pdf import render_pages

        return render_pages(report, self._folder, scale)

    def _pdf(self, report: Report) -> bytes:
        from wizard.report.pdf import render_pdf

        return render_pdf(report, self._folder)

    @staticmethod
    def _markdown(report: Report) -> str:
        from wizard.report.markdown import render_markdown

        return render_markdown(report)

    def _remember(self, name: str, value: object) -> None:
        now = dataclasses.replace(self._preferences, **{name: value})
        if now != self._preferences:
            self._preferences = now
            self._written(lambda: save_preferences(now))

    def _written(self, write: Callable[[], None]) -> None:
        gettext = self._translations.gettext
        try:
            write()
        except NotWritten as error:
            raise Problem(
                gettext("Unable to write the file."),
                error.message.render(self._translations),
                gettext("Choose another folder or name. Nothing is lost: your answers are still here."),
                repr(error),
            ) from None

    @contextmanager
    def _reading(self, path: Path, next_step: str) -> Iterator[None]:
        from wizard.flow.answers import AnswersError
        from wizard.model.describe_images import ImageError

        gettext = self._translations.gettext
        title = gettext("Unable to use {file}.").replace("{file}", path.name)
        try:
            yield
        except (AnswersError, ImageError) as error:
            line = error.line(self._translations) if isinstance(error, AnswersError) else str(error)
            raise Problem(title, line, next_step, f"{path}\n{error!r}") from None
        except NotRead as error:
            raise Problem(title, error.message.render(self._translations), next_step, f"{path}\n{error!r}") from None
