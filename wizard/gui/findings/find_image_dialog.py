"""Asks AWS for the very image: its ID, its date, and on how many of the types it runs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wizard.gui import feedback
from wizard.gui.aws_service import AwsService, FoundEvent
from wizard.gui.dialogs.aws_task_runner import AwsTaskRunner
from wizard.gui.dialogs.profile_combo import NO_PROFILE, ProfileCombo, profile_row
from wizard.gui.findings.finding_card import FindingCard
from wizard.gui.findings.problem_list import ProblemList
from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.command_box import CommandBox
from wizard.gui.widgets.label import Label, Style, line_width
from wizard.model.account.listing_events import Trouble
from wizard.model.message import Message
from wizard.model.recommend.found_image import FoundImage
from wizard.model.recommend.recommendation import Recommendation


class FindImageDialog(QDialog):
    """Asks only when told to, and only reads."""

    def __init__(
        self, aws: AwsService, recommendation: Recommendation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._aws = aws
        self._recommendation = recommendation
        self._event: FoundEvent | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(gettext("Find the image"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setMinimumWidth(line_width(90))
        self._runner = AwsTaskRunner(self)
        self._runner.told.connect(self._take)
        self._runner.ended.connect(self._end)
        self._profiles = ProfileCombo()
        self._said = Label("", Style.STRONG)
        self._found = QVBoxLayout()
        self._troubles = ProblemList()
        self._troubles.again.connect(self.ask)
        self._find = QPushButton(gettext("&Find"))
        put_icon(self._find, "search")
        self._find.setDefault(True)
        self._find.clicked.connect(self.ask)
        self._lay_out()
        self._profiles.offer(feedback.result_of(aws.logins) or ())
        self._show()

    def ask(self) -> None:
        """Ask with the chosen profile."""
        profile = self._profiles.chosen
        if profile is not None and not self._runner.running:
            self._event = None
            self._runner.start(
                self._aws.find_image(profile, None, self._recommendation, self._runner.ask_code)
            )
            self._show()

    def done(self, result: int) -> None:
        self._runner.abandon()
        super().done(result)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        asks = gettext(
            "Asks AWS for the publisher’s newest image in the Region that you named, or else in the "
            "profile’s own. It only reads."
        )
        column.addWidget(Label(asks, Style.QUIET))
        column.addLayout(profile_row(self._profiles, self._find))
        column.addWidget(self._said)
        column.addLayout(self._found)
        column.addWidget(self._troubles)
        column.addStretch()
        column.addWidget(buttons)

    def _take(self, events: Sequence[FoundEvent]) -> None:
        self._event = events[-1]

    def _end(self, error: BaseException | None) -> None:
        self._show()
        feedback.show_end(error)

    def _show(self) -> None:
        """What is known now."""
        some, running = self._profiles.chosen is not None, self._runner.running
        self._find.setEnabled(some and not running)
        self._profiles.setEnabled(some and not running)
        while (item := self._found.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        troubles = [] if some else [(NO_PROFILE, "~/.aws/config", "")]
        said = gettext("Asking…") if running else ""
        if isinstance(self._event, FoundImage):
            said = render(self._event.text, 600)
            self._show_found(self._event)
        elif isinstance(self._event, Trouble):
            troubles.append((self._event.problem, self._event.profile, self._event.region))
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._troubles.show_troubles(troubles)
        self.adjustSize()

    def _show_found(self, found: FoundImage) -> None:
        id = found.image.image_id
        box = CommandBox(id, gettext("The image’s ID"))
        said = gettext("The image’s ID is on the clipboard.")
        box.add_copy(gettext("Copy"), gettext("Copy the ID"), partial(feedback.copy, id, said))
        self._found.addWidget(box)
        if found.deprecation_date is not None:
            told = Message("EC2 hides it from lists from {day} on.", {"day": found.image.deprecation_time})
            self._found.addWidget(Label(render(told), Style.QUIET))
        for finding in found.verdict.findings:
            if not finding.outcome.usable:
                self._found.addWidget(FindingCard(finding))
