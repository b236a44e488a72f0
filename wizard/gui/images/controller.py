"""What the images window and the walk's page of images share: one list of them, and one way to ask."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wizard.gui.aws_service import AwsService, KnownLogin, Request
from wizard.gui.dialogs.mfa import MfaPrompt
from wizard.gui.images.image_loader import ImageLoader, Origin
from wizard.gui.images.usage_loader import UsageLoader
from wizard.gui.texts import gettext
from wizard.model.frozen import replace
from wizard.model.images.image_row import Record
from wizard.model.knowledge import Knowledge
from wizard.report.visible import visible

_LOOK_EVERY_MS = 2000


class ImagesController(QObject):
    """logins_changed: somebody logged in, edited a profile, or it is known now where one leads.

    What waited for a login is asked again.
    """

    logins_changed = Signal()

    def __init__(self, knowledge: Callable[[], Knowledge], cloud: AwsService, window: QWidget) -> None:
        super().__init__(window)
        self.cloud = cloud
        self.codes = MfaPrompt(window)
        self.loader = ImageLoader(knowledge, cloud, self.codes.ask, self)
        self.usage = UsageLoader(knowledge, cloud, self.codes.ask, self)
        self.loader.ended.connect(lambda _: self._end())
        self.file, self.is_page = "", False
        self.kept_since = ""
        self._stamp: Hashable = None
        self._news = False
        self._watch = QTimer(self, interval=_LOOK_EVERY_MS)
        self._watch.timeout.connect(self.look)

    @property
    def busy(self) -> bool:
        """Whether AWS is being asked."""
        return self.loader.asking or self.usage.asking

    def watch(self) -> None:
        """Notice from now on what happens to the profiles outside."""
        if not self._watch.isActive():
            self._stamp = self.cloud.stamp()
            self._watch.start()

    def look(self) -> None:
        """Whether anything happened since the last look."""
        now = self.cloud.stamp()
        if now != self._stamp:
            self._stamp = now
            self._news = True
            self.logins_changed.emit()
        # What is being asked is not disturbed; this is called again soon.
        if self._news and not self.busy:
            self._news = False
            problems = [state.problem for state in self.loader.troubles]
            problems += [trouble.problem for trouble in self.usage.troubles]
            if any(problem is not None and problem.kind.of_login for problem in problems):
                self.ask_again()

    def logins(self) -> Sequence[KnownLogin]:
        """The profiles; what AWS said of where one leads counts before what its files say."""
        return [self._identified(login) for login in self.cloud.logins()]

    def record(self, image_id: str) -> Record | None:
        """The fields of an image by its ID: of those that are listed, else of those found before. Raises Problem."""
        listed = (image.row for image in self.loader.images)
        row = next((row for row in listed if row.image_id == image_id), None)
        if row is None and self.loader.origin is Origin.NOTHING:
            row = next((row for row in self.cloud.kept().rows if row.image_id == image_id), None)
        return None if row is None else self.cloud.record(row)

    def _identified(self, login: KnownLogin) -> KnownLogin:
        found = self.loader.identities.get(login.name)
        if found is None:
            return login
        return replace(login, account_id=found.account_id, role=found.role or login.role)

    def _end(self) -> None:
        if self.loader.identities:
            self.logins_changed.emit()

    def ask(self, requests: Sequence[Request]) -> None:
        """List the images of these."""
        self.watch()
        self.codes.dismiss()
        self._leave_sample()
        self.loader.ask(requests)

    def ask_again(self) -> None:
        """Ask once more where there was trouble."""
        self.codes.dismiss()
        self.loader.ask_again()
        if self.usage.troubles:
            self.usage.ask_again()

    def show_sample(self) -> None:
        """Show the made-up account that ships with the program."""
        self.codes.dismiss()
        rows, uses = self.cloud.sample(), self.cloud.sample_uses()
        self.loader.show(rows, Origin.SAMPLE, uses=lambda images: self.usage.show(images, uses))

    def show_file(self, path: Path) -> None:
        """Raises Problem, and then nothing has changed."""
        saved = self.cloud.saved(path)
        self.file, self.is_page = path.name, saved.page
        self.codes.dismiss()
        self._leave_sample()
        self.loader.show(saved.rows, Origin.FILE, unread=saved.unread)

    def show_kept(self) -> bool:
        """What was found before, if anything was. Raises Problem."""
        kept = self.cloud.kept()
        if not kept.rows:
            return False
        self.kept_since = kept.oldest
        self._leave_sample()
        self.loader.show(kept.rows, Origin.KEPT, kept.since)
        return True

    @property
    def origin_said(self) -> str:
        """Where the images came from, if they are not today's."""
        match self.loader.origin:
            case Origin.SAMPLE:
                return gettext("Sample account: none of these images exists.")
            case Origin.FILE if self.is_page:
                told = gettext("From the file {file}, which is one page of the images: more follow")
                return visible(told.replace("{file}", self.file), 200)
            case Origin.FILE:
                return visible(gettext("From the file {file}").replace("{file}", self.file), 200)
            case Origin.KEPT:
                return gettext("As found on {date}. List them again to see today’s.").replace(
                    "{date}", self.kept_since
                )
            case _:
                waiting = any(state.kept and not state.answered for state in self.loader.states)
                told = gettext("Some of these are as found on {date}: their Regions have not answered yet.")
                return told.replace("{date}", self.kept_since) if waiting else ""

    def _leave_sample(self) -> None:
        """What uses the sample's images says nothing of others."""
        if self.loader.origin is Origin.SAMPLE:
            self.usage.show((), ())

    def cancel(self) -> None:
        """Ask no more; what came stays."""
        self.codes.dismiss()
        self.loader.cancel()
        self.usage.cancel()

    def leave(self) -> None:
        """Ask no more, and leave no thread behind."""
        self._watch.stop()
        self.codes.dismiss()
        self.loader.leave()
        self.usage.leave()
        self.cloud.close()
