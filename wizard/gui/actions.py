"""What the person does with files: open, save, print, carry away. Each problem is said in a dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from wizard.flow.question import AnswerError
from wizard.gui.error_reporter import ErrorReporter
from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.services import Answers, Services
from wizard.gui.session import Session
from wizard.gui.shell.dialog_launcher import DialogLauncher
from wizard.gui.texts import current, gettext
from wizard.gui.user_error import UserError

if TYPE_CHECKING:
    from wizard.gui.dialogs.confirm import ConfirmDialog
    from wizard.gui.images.launcher import ImagesLauncher
    from wizard.report.document import Report

_SAVE, _DISCARD = range(2)


class Desk(QObject):
    """The actions behind menus and buttons. What a dialog needs is imported when one is opened.

    told: a sentence on what was just done.
    """

    told = Signal(str)

    def __init__(self, window: QWidget, session: Session, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self.services = services
        self._file_dialogs = FileDialogs(window, services)
        self._reporter = ErrorReporter(window)
        self._images: ImagesLauncher | None = None
        self.dialogs = DialogLauncher(window, session, self)

    def open_answers(self) -> None:
        if not self.may_discard(gettext("Open other answers?")):
            return
        path = self._file_dialogs.to_open(
            gettext("Open answers"), gettext("Answers (*.amiwizard);;All files (*)")
        )
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> bool:
        """Go on with the answers of a file; a problem is shown and nothing changes."""

        def resume() -> None:
            answers = self.services.read_answers(path)
            try:
                self._session.resume(answers, saved=True)
            except AnswerError as error:
                raise self._unusable(path, error) from None

        return self.attempt(resume)

    def restore(self, answers: Answers) -> None:
        """Go on with answers that an earlier run left behind."""

        def resume() -> None:
            try:
                self._session.resume(answers, saved=False)
            except AnswerError as error:
                raise self._unusable(Path("unsaved"), error) from None
            self.keep()
            self.services.forget_kept()

        self.attempt(resume)

    def save_answers(self) -> bool:
        path = self._file_dialogs.to_save(
            gettext("Save answers"), "answers.amiwizard", gettext("Answers (*.amiwizard)"), ".amiwizard"
        )
        if path is None or not self.attempt(
            lambda: self.services.write_answers(path, self._session.walk.answers)
        ):
            return False
        self._session.mark_saved()
        self._tell_saved(path)
        return True

    def save_pdf(self) -> bool:
        path = self._file_dialogs.to_save(
            gettext("Save the recommendation as PDF"), "recommendation.pdf", gettext("PDF (*.pdf)"), ".pdf"
        )
        if path is None or not self.attempt(
            lambda: self.services.write_file(path, self.services.pdf(self.report()))
        ):
            return False
        self._tell_saved(path)
        return True

    def save_table(self, data: bytes) -> bool:
        """Save the table of types, as CSV."""
        path = self._file_dialogs.to_save(
            gettext("Export the table"), "instance-types.csv", gettext("CSV (*.csv)"), ".csv"
        )
        return self._save(path, lambda path: self.services.write_file(path, data))

    def save_private(
        self, title: str, suggestion: str, kinds: str, suffix: str, make: Callable[[], bytes]
    ) -> bool:
        """Save something that holds account data, readable by the person only."""
        path = self._file_dialogs.to_save(title, suggestion, kinds, suffix)
        return self._save(path, lambda path: self.services.write_private(path, make()))

    def _save(self, path: Path | None, write: Callable[[Path], None]) -> bool:
        if path is None or not self.attempt(lambda: write(path)):
            return False
        self._tell_saved(path)
        return True

    def report(self) -> Report:
        """The report on the answers as they are now."""
        return self.services.report(self._session.recommendation, self._session.walk.effective)

    def copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(said)

    def copy_markdown(self) -> None:
        self.attempt(
            lambda: self.copy(
                self.services.markdown(self.report()), gettext("The report is on the clipboard, as Markdown.")
            )
        )

    def pick_image(self) -> Mapping[str, object] | None:
        """Let the person choose a DescribeImages file, and an image where it holds several."""
        path = self._file_dialogs.to_open(
            gettext("Open an image’s DescribeImages JSON"),
            gettext("DescribeImages JSON (*.json);;All files (*)"),
        )
        if path is None:
            return None
        images: list[Mapping[str, object]] = []
        self.attempt(lambda: images.extend(self.services.read_images(path)))
        from wizard.gui.dialogs.choose_image import choose_image

        return choose_image(images, self._window)

    @property
    def images(self) -> ImagesLauncher:
        """All about the images of accounts; made when somebody first asks about them."""
        if self._images is None:
            from wizard.gui.images.launcher import ImagesLauncher

            self._images = ImagesLauncher(self._window, self, self._session)
        return self._images

    def show_images(self) -> None:
        """The images of accounts, in a window of their own."""
        self.images.show()

    def leave(self) -> None:
        """Ask nobody any more, and keep no answers for the next start."""
        if self._images is not None:
            self._images.leave()
        self.let_go()

    def start_over(self) -> None:
        if self.may_discard(gettext("Start over?")):
            self._session.start_over()

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

    def keep(self) -> None:
        """Keep unsaved answers where a killed program finds them again; quietly, for nobody asked."""
        try:
            if self._session.unsaved:
                self.services.keep(self._session.walk.answers)
            else:
                self.services.let_go()
        except UserError as problem:
            self.told.emit(problem.problem)

    def let_go(self) -> None:
        try:
            self.services.let_go()
        except UserError as problem:
            self.told.emit(problem.problem)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that may fail; True if it was done. A problem becomes a dialog."""
        return self._reporter.attempt(act)

    def show(self, problem: UserError) -> None:
        """Say a problem in a dialog."""
        self._reporter.show(problem)

    def _unusable(self, path: Path, error: AnswerError) -> UserError:
        return UserError(
            gettext("Unable to use the answers in {file}.").replace("{file}", path.name),
            error.line(current()),
            gettext("Mend the file or choose another. Your answers here are unchanged."),
            f"{path}: {error}",
        )

    def _tell_saved(self, path: Path) -> None:
        self.told.emit(gettext("Saved as {file}.").replace("{file}", str(path)))
