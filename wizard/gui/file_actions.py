"""What the person does with the answers and the report: open, save, print, start over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from wizard.flow.answer_error import AnswerError
from wizard.flow.question import Answers
from wizard.gui import feedback
from wizard.gui.file_dialogs import FileDialogs, tell_saved
from wizard.gui.services import Services
from wizard.gui.session import Session
from wizard.gui.texts import current, gettext
from wizard.gui.user_error import UserError
from wizard.gui.word_list import read, written
from wizard.model.frozen import replace

if TYPE_CHECKING:
    from wizard.gui.dialogs.compare_answers import CompareAnswersDialog
    from wizard.gui.dialogs.confirm import ConfirmDialog
    from wizard.report.document import Report

_SAVE, _DISCARD = range(2)
_MOST_RECENT = 10


class FileActions:
    """The actions behind menus and buttons. What a dialog needs is imported when one is opened."""

    def __init__(self, window: QWidget, session: Session, services: Services) -> None:
        self._window = window
        self._session = session
        self.services = services
        self.dialogs = FileDialogs(window, services)

    def recent(self) -> tuple[str, ...]:
        """The files that were open last, the newest first."""
        return read(self.services.preference("recent_files"))

    def remember(self, path: Path) -> None:
        """Put a file that was opened or saved just now before the others."""
        name = str(path.absolute())
        others = [other for other in self.recent() if other != name]
        self.services.remember("recent_files", written([name, *others[: _MOST_RECENT - 1]]))

    def open_answers(self) -> None:
        """Let the person choose an answers file, and go on with it."""
        if not self.may_discard(gettext("Open other answers?")):
            return
        path = self.dialogs.to_open(gettext("Open answers"), gettext("Answers (*.amiwizard);;All files (*)"))
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> bool:
        """Go on with the answers of a file; a problem is shown and nothing changes."""

        def resume() -> None:
            answers = self.services.read_answers(path)
            self.remember(path)
            try:
                self._session.resume(answers, saved=True)
            except AnswerError as error:
                raise self._unusable(path, error) from None

        return feedback.attempt(resume)

    def compare_answers(self) -> None:
        """Let the person choose an answers file, and show it beside the answers of now, which stay."""
        path = self.dialogs.to_open(
            gettext("Compare with these answers"), gettext("Answers (*.amiwizard);;All files (*)")
        )
        dialog = self.comparison_with(path) if path is not None else None
        if dialog is not None:
            dialog.exec()

    def comparison_with(self, path: Path) -> CompareAnswersDialog | None:
        """The dialog behind `compare_answers`; None if the file's answers cannot be, which is shown."""
        from wizard.gui.dialogs.compare_answers import CompareAnswersDialog
        from wizard.report.answers_comparison import compare_answers

        def compared() -> CompareAnswersDialog:
            session = self._session
            try:
                found = compare_answers(
                    session.knowledge, session.walk.effective, self.services.read_answers(path)
                )
            except AnswerError as error:
                raise self._unusable(path, error) from None
            return CompareAnswersDialog(found, path.name, self._window)

        return feedback.result_of(compared)

    def restore(self, answers: Answers) -> None:
        """Go on with answers that an earlier run left behind."""

        def resume() -> None:
            try:
                self._session.resume(answers, saved=False)
            except AnswerError as error:
                raise self._unusable(Path("unsaved"), error) from None
            self.save_draft()
            self.services.delete_draft()

        feedback.attempt(resume)

    def save_answers(self) -> bool:
        """Save the answers in a file of the person's choice; False if they are in none."""
        path = self.dialogs.to_save(
            gettext("Save answers"), "answers.amiwizard", gettext("Answers (*.amiwizard)")
        )
        if path is None or not feedback.attempt(
            lambda: self.services.write_answers(path, self._session.walk.answers)
        ):
            return False
        self.remember(path)
        self._session.mark_saved()
        tell_saved(path)
        return True

    def save_pdf(self) -> bool:
        """Save the report in a file of the person's choice; False if it is in none."""
        return self.dialogs.save(
            gettext("Save the recommendation as PDF"),
            "recommendation.pdf",
            gettext("PDF (*.pdf)"),
            lambda: self.services.pdf(self.report()),
        )

    def save_historical_pdf(self) -> bool:
        """Save what the knowledge of 2014 would have said to these answers; False if it is in no file."""
        return self.dialogs.save(
            gettext("Save what 2014 would have said"),
            "historical-2014.pdf",
            gettext("PDF (*.pdf)"),
            lambda: self.services.pdf(self._historical_report()),
        )

    def _historical_report(self) -> Report:
        from wizard.model.ec2.launch import Edition
        from wizard.model.recommend.advise import advise

        needs = replace(self._session.recommendation.needs, edition=Edition.YEAR_2014)
        answers = {**self._session.walk.effective, "edition": Edition.YEAR_2014.value}
        return self.services.report(advise(self._session.knowledge, needs), answers)

    def report(self) -> Report:
        """The report on the answers as they are now."""
        return self.services.report(self._session.recommendation, self._session.walk.effective)

    def copy_markdown(self) -> None:
        """Put the report on the clipboard."""
        text = feedback.result_of(lambda: self.services.markdown(self.report()))
        if text is not None:
            feedback.copy(text, gettext("The report is on the clipboard, as Markdown."))

    def pick_image(self) -> Mapping[str, object] | None:
        """Let the person choose a DescribeImages file, and an image where it holds several."""
        path = self.dialogs.to_open(
            gettext("Open an image’s DescribeImages JSON"),
            gettext("DescribeImages JSON (*.json);;All files (*)"),
        )
        if path is None:
            return None
        from wizard.gui.dialogs.choose_image import choose_image

        return choose_image(feedback.result_of(lambda: self.services.read_images(path)) or (), self._window)

    def start_over(self) -> None:
        """Take all answers back; they come again for the asking."""
        if self._session.walk.answers:
            self._session.start_over()
            feedback.tell(gettext("Started over."), (gettext("Undo"), self._session.undo))

    def may_discard(self, question: str) -> bool:
        """True if nothing would be lost, or the person saved it, or lets it go."""
        if not self._session.unsaved:
            return True
        ask = self.ask_to_discard(question)
        ask.exec()
        return ask.chosen == _DISCARD or (ask.chosen == _SAVE and self.save_answers())

    def ask_to_discard(self, question: str) -> ConfirmDialog:
        """The dialog behind `may_discard`."""
        from wizard.gui.dialogs.confirm import ConfirmDialog

        choices = (gettext("&Save answers…"), gettext("&Discard answers"), gettext("&Cancel"))
        return ConfirmDialog(
            question, gettext("Your answers are not saved in a file."), choices, self._window
        )

    def save_draft(self) -> None:
        """Keep unsaved answers where a killed program finds them again; quietly, for nobody asked."""
        try:
            if self._session.unsaved:
                self.services.save_draft(self._session.walk.answers)
            else:
                self.services.discard_draft()
        except UserError as error:
            feedback.tell(error.problem)

    def discard_draft(self) -> None:
        """Keep nothing for the next start."""
        try:
            self.services.discard_draft()
        except UserError as error:
            feedback.tell(error.problem)

    def _unusable(self, path: Path, error: AnswerError) -> UserError:
        return UserError(
            gettext("Unable to use the answers in {file}.").replace("{file}", path.name),
            error.line(current()),
            gettext("Mend the file or choose another. Your answers here are unchanged."),
            f"{path}: {error}",
        )
