"""What runs today, picked from an account in the place of typing it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wizard.gui import feedback
from wizard.gui.aws_service import AwsService
from wizard.gui.dialogs.aws_task_runner import AwsTaskRunner
from wizard.gui.dialogs.profile_combo import NO_PROFILE, ProfileCombo, profile_row
from wizard.gui.dialogs.region_menu import RegionMenu
from wizard.gui.findings.problem_list import ProblemList
from wizard.gui.machines.table import MachineTable
from wizard.gui.region_titles import offered
from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.label import Label, Style, line_width
from wizard.gui.widgets.line_edit import LineEdit
from wizard.model.account.listing_events import Answered, Regions, Trouble
from wizard.model.account.machine import Machine, MachineEvent, Machines
from wizard.model.message import Message

_LOOK_EVERY_MS = 2000


class MachineDialog(QDialog):
    """Asks only when told to, and only reads. `picked` is what the person took."""

    def __init__(self, aws: AwsService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aws = aws
        self.picked: Machine | None = None
        self._regions_asked, self._answered = 0, 0
        self._asked, self._cancelled = False, False
        self._trouble: list[Trouble] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(gettext("Pick from my account"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.resize(QSize(max(1080, line_width(152)), 560).boundedTo(self.screen().availableSize()))
        self._runner = AwsTaskRunner(self)
        self._runner.told.connect(self._take)
        self._runner.ended.connect(self._end)
        self._profiles = ProfileCombo()
        self._regions = RegionMenu()
        self._ask = QPushButton(gettext("&List them"))
        put_icon(self._ask, "search")
        self._ask.clicked.connect(self.ask)
        self._stop = QPushButton(gettext("&Cancel"))
        put_icon(self._stop, "quit")
        self._stop.clicked.connect(self._cancel)
        self._filter = LineEdit()
        self._filter.setClearButtonEnabled(True)
        self._filter.setAccessibleName(gettext("Filter"))
        self._filter.setPlaceholderText(gettext("Filter: name, ID, type, AMI, Region"))
        self._said = Label("")
        self._troubles = ProblemList()
        self._troubles.again.connect(self.ask)
        self._table = MachineTable()
        self._filter.textChanged.connect(lambda text: self._table.change(lambda rows: rows.narrow(text)))
        self._table.picked.connect(self.pick)
        self._table.pointed.connect(self._show)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._pick = buttons.addButton(gettext("&Take this one"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.pick)
        buttons.rejected.connect(self.reject)
        for button in (*buttons.buttons(), self._stop, self._ask):
            # Enter is for what has the focus; in the table it takes the row.
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        self._lay_out(buttons)
        self._offer_profiles()
        self._regions.offer(offered(aws.regions()))
        self._stamp: Hashable = aws.stamp()
        self._watch = QTimer(self, interval=_LOOK_EVERY_MS)
        self._watch.timeout.connect(self.look)
        self._watch.start()
        self._show()
        self._ask.setFocus()

    def ask(self) -> None:
        """List what the chosen profile has, in the place of what is there."""
        profile = self._profiles.chosen
        if profile is None or self._runner.running:
            return
        self._asked, self._cancelled, self._trouble = True, False, []
        self._regions_asked = self._answered = 0
        self._table.change(lambda rows: rows.clear())
        regions = self._regions.chosen or None
        self._runner.start(self._aws.list_machines(profile, regions, self._runner.ask_code))
        self._show()
        self._stop.setFocus()

    def look(self) -> None:
        """Whether somebody has logged in or edited a profile since the last look: then ask again what failed."""
        now = self._aws.stamp()
        if now == self._stamp or self._runner.running:
            return
        self._stamp = now
        self._offer_profiles()
        self._show()
        if any(trouble.problem.kind.of_login for trouble in self._trouble):
            self.ask()

    def pick(self) -> None:
        """Take the current row and close."""
        if self._table.current is not None:
            self.picked = self._table.current
            self.accept()

    def done(self, result: int) -> None:
        self._watch.stop()
        self._runner.abandon()
        super().done(result)

    def _offer_profiles(self) -> None:
        self._profiles.offer(feedback.result_of(self._aws.logins) or ())

    def _cancel(self) -> None:
        self._cancelled = True
        self._runner.cancel()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        asks = gettext(
            "Lists instances, and of each launch template the default version and the latest one. It only reads."
        )
        column.addWidget(Label(asks, Style.QUIET))
        column.addLayout(profile_row(self._profiles, self._regions, self._stop, self._ask))
        column.addWidget(self._troubles)
        column.addWidget(self._said)
        column.addWidget(self._filter)
        column.addWidget(self._table, 1)
        column.addWidget(buttons)

    def _take(self, events: Sequence[MachineEvent]) -> None:
        found: list[Machine] = []
        for event in events:
            match event:
                case Regions():
                    self._regions_asked = len(event.regions)
                case Machines():
                    found += event.machines
                case Answered():
                    self._answered += 1
                case Trouble():
                    self._trouble.append(event)
        if found:
            first = not self._table.rows.total
            self._table.change(lambda rows: rows.add(found))
            if first and self._stop.hasFocus():
                self._table.setFocus()
        self._show()

    def _end(self, error: BaseException | None) -> None:
        if self._stop.hasFocus():
            (self._table if self._table.rows.total else self._ask).setFocus()
        self._show()
        feedback.show_end(error)

    def _show(self) -> None:
        """What is known now."""
        some, running = self._profiles.chosen is not None, self._runner.running
        for widget in (self._ask, self._profiles, self._regions):
            widget.setEnabled(some and not running)
        self._stop.setEnabled(running)
        self._pick.setEnabled(self._table.current is not None)
        self._filter.setEnabled(self._table.rows.total > 0)
        self._said.setText(self._sentence(running))
        self._said.setVisible(bool(self._said.text()))
        missing = [] if some else [(NO_PROFILE, "~/.aws/config", "")]
        troubles = [(each.problem, each.profile, each.region) for each in self._trouble]
        self._troubles.show_troubles(missing + troubles)

    def _sentence(self, running: bool) -> str:
        if not self._asked:
            return ""
        values = {"count": self._table.rows.total, "answered": self._answered, "regions": self._regions_asked}
        if running:
            return render(Message("Asking: {answered} of {regions} Regions answered, {count} found.", values))
        if self._cancelled:
            return render(
                Message("Cancelled: {answered} of {regions} Regions answered, {count} found.", values)
            )
        if not self._table.rows.total and self._trouble:
            return ""
        if not self._table.rows.total:
            return gettext("There is no instance and no launch template in these Regions.")
        return render(
            Message(
                "{count} found in {answered} Region.",
                values,
                "{count} found in {answered} Regions.",
                self._answered,
            )
        )
