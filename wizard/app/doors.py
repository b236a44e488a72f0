"""What the window asks of files, preferences and report, as the callables of `Outside`."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from wizard.gui.outside import Answers, Outside
from wizard.gui.problem import Problem
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations
from wizard.store.preferences import load_preferences, save_preferences
from wizard.store.text_file import NotRead, read_text
from wizard.store.whole_file import NotWritten, write_whole

if TYPE_CHECKING:
    from wizard.model.recommendation import Recommendation
    from wizard.report.document import Report
    from wizard.store.unsaved import Unsaved

_log = logging.getLogger(__name__)


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
            write_private=lambda path, data: self._written(lambda: write_whole(path, data, private=True)),
            keep=lambda answers: self._written(lambda: self._unsaved.keep(answers)),
            let_go=self._let_go,
            kept=self._kept,
            forget_kept=self._forget_kept,
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

    def _let_go(self) -> None:
        self._unsaved.let_go()

    def _kept(self) -> Answers | None:
        return self._unsaved.left()

    def _forget_kept(self) -> None:
        self._unsaved.forget_left()

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

        return build_report(
            recommendation, self._knowledge, answers, self._translations, self._knowledge.date
        )

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
        now = dataclasses.replace(self._preferences, **{name: cast("Any", value)})
        if now != self._preferences:
            self._preferences = now
            try:
                save_preferences(now)
            except NotWritten as problem:
                # Nobody asked for it just now: what is not kept is only chosen anew next time.
                _log.info("%s", problem)

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
            raise Problem(
                title, error.message.render(self._translations), next_step, f"{path}\n{error!r}"
            ) from None
