"""What the window asks of files, preferences and report, as the callables of `Services`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from wizard.app.files import reading, writing
from wizard.flow.question import Answers
from wizard.gui.services import Services
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations
from wizard.store.preferences import change_preference, load_preferences
from wizard.store.resources import load_public_images
from wizard.store.text_file import read_text
from wizard.store.whole_file import NotWritten, write_whole

if TYPE_CHECKING:
    from wizard.gui.aws_service import AwsService
    from wizard.model.recommend.recommendation import Recommendation
    from wizard.report.document import Report
    from wizard.store.unsaved import Unsaved


class FileService:
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

    def services(self) -> Services:
        """The callables that the window reads and writes by."""
        return Services(
            read_answers=self._read_answers,
            write_answers=self._write_answers,
            read_text=self._read_text,
            read_images=self._read_images,
            write_file=lambda path, data: self._write(lambda: write_whole(path, data)),
            write_private=lambda path, data: self._write(lambda: write_whole(path, data, private=True)),
            save_draft=lambda answers: self._write(lambda: self._unsaved.keep(answers)),
            discard_draft=self._let_go,
            draft=self._kept,
            delete_draft=self._forget_kept,
            preference=self._preference,
            remember=self._remember,
            report=self._report,
            pages=self._pages,
            pdf=self._pdf,
            markdown=self._markdown,
            cloud=lambda: self._cloud,
            public_images=load_public_images,
        )

    @cached_property
    def _cloud(self) -> AwsService:
        from wizard.app.aws_service import Switch, worker_aws_service

        keep_images = Switch(
            lambda: bool(self._preference("keep_images")), lambda on: self._remember("keep_images", on)
        )
        return worker_aws_service(self._knowledge, self._folder, self._translations, keep_images)

    def _preference(self, name: str) -> object:
        return getattr(self._preferences, name)

    def _write(self, write: Callable[[], None]) -> None:
        hint = self._translations.gettext(
            "Choose another folder or name. Nothing is lost: your answers are still here."
        )
        with writing(hint, self._translations):
            write()

    def _write_answers(self, path: Path, answers: Answers) -> None:
        from wizard.store.answers_file import save_answers

        self._write(lambda: save_answers(path, answers))

    def _let_go(self) -> None:
        self._unsaved.let_go()

    def _kept(self) -> Answers | None:
        return self._unsaved.left()

    def _forget_kept(self) -> None:
        self._unsaved.forget_left()

    def _read_answers(self, path: Path) -> Answers:
        from wizard.store.answers_file import load_answers

        with reading(path, self._translations.gettext("Choose another answers file."), self._translations):
            return load_answers(path)

    def _read_text(self, path: Path) -> str:
        hint = self._translations.gettext("Choose another file.")
        with reading(path, hint, self._translations):
            return read_text(path)

    def _read_images(self, path: Path) -> Sequence[Mapping[str, object]]:
        hint = self._translations.gettext(
            "Save the reply of “aws ec2 describe-images” to a file and open that, or answer the questions by hand."
        )
        with reading(path, hint, self._translations):
            from wizard.formats.image_text import ImageText
            from wizard.model.images.describe_images import ImageError, image_from, no_image

            records = list(ImageText(read_text(path), path.name, nameless=True).records())
            if not records:
                raise ImageError(no_image(path.name))
            for record in records:
                image_from(record.fields, record.where, record.silent)
        return [record.fields for record in records]

    def _report(self, recommendation: Recommendation, answers: Answers) -> Report:
        from wizard.report.content import Parties, build_report

        chosen = self._preferences
        return build_report(
            recommendation,
            self._knowledge,
            answers,
            self._translations,
            self._knowledge.date,
            parties=Parties(chosen.report_reader, chosen.report_author),
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
        now = replace(self._preferences, **{name: cast("Any", value)})
        if now != self._preferences:
            self._preferences = now
            try:
                change_preference(name, value)
            except NotWritten as problem:
                # Nobody asked for it just now: what is not kept is only chosen anew next time.
                import logging  # three milliseconds of every start, for what hardly ever happens

                logging.getLogger(__name__).info("%s", problem)
