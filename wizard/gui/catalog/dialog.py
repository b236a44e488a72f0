"""How old the knowledge of instance types is, and newer one from an account."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette, QShowEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wizard.gui import feedback
from wizard.gui.aws_service import AwsService
from wizard.gui.catalog.refresh_controller import RefreshController
from wizard.gui.catalog.region_grid import RegionGrid
from wizard.gui.catalog.summary import CatalogChangeView, CatalogSummary
from wizard.gui.dialogs.profile_combo import NO_PROFILE, ProfileCombo, profile_row
from wizard.gui.findings.problem_list import ProblemList
from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.user_error import UserError
from wizard.gui.widgets.label import Label, Style, line_width
from wizard.gui.widgets.progress import ProgressStrip
from wizard.gui.widgets.scroll_pane import ScrollPane
from wizard.model.message import Message


class CatalogDialog(QDialog):
    """Asks only when told to. A login made elsewhere is noticed, and what waited for it is asked again.

    today: the day from which the catalogue's age is counted; None for the real one.
    """

    def __init__(
        self, cloud: AwsService, parent: QWidget | None = None, today: datetime.date | None = None
    ) -> None:
        super().__init__(parent)
        self._cloud = cloud
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(gettext("Instance types"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._asking = RefreshController(cloud, self)
        day = today or datetime.datetime.now(datetime.UTC).date()
        self._card = CatalogSummary(cloud.catalog_age(), day)
        self._profiles = ProfileCombo()
        self._said = Label("", Style.STRONG)
        self._strip = ProgressStrip()
        self._board = RegionGrid()
        self._troubles = ProblemList(whole=True)
        self._change = CatalogChangeView()
        self._body = ScrollPane()
        self._make_buttons()
        self._lay_out()
        self._asking.moved.connect(self._show_progress)
        self._asking.ended.connect(self._end)
        self._asking.logins_changed.connect(self._offer)
        self._troubles.again.connect(self.refresh)
        feedback.bridge.told.connect(self._say)
        self._say("")
        self.resize(QSize(max(720, line_width(100)), 420).boundedTo(self.screen().availableSize()))
        self._offer()
        self._refresh.setFocus()

    def refresh(self) -> None:
        """Ask the account of the chosen profile."""
        profile = self._profiles.chosen
        if profile is None:
            self._offer()
        elif not self._asking.running:
            self._change.hide()
            self._asking.start(profile)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self._body.make_room(self))

    def reject(self) -> None:
        # Escape ends the asking first, and only then the dialog.
        if self._asking.running:
            self._asking.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._asking.leave()
        super().done(result)

    def _make_buttons(self) -> None:
        self._refresh = QPushButton(gettext("&Refresh"))
        put_icon(self._refresh, "restart")
        self._refresh.clicked.connect(self.refresh)
        self._refresh.setDefault(True)
        self._cancel = QPushButton(gettext("&Cancel"))
        put_icon(self._cancel, "quit")
        self._cancel.clicked.connect(self._asking.cancel)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(lambda: self.done(0))
        reset = QPushButton(gettext("Back to the &built-in catalogue"))
        reset.setAutoDefault(False)
        reset.clicked.connect(self._reset)
        self._buttons.addButton(reset, QDialogButtonBox.ButtonRole.ResetRole)

    def _lay_out(self) -> None:
        body = self._body.column
        body.addWidget(self._card)
        body.addSpacing(6)
        body.addWidget(Label(gettext("Newer ones from an account"), Style.HEADING))
        asks = gettext(
            "Asks which types there are today and where they are offered. It only reads, and prices are not asked. "
            "A refreshed catalogue counts from the next start of the program on."
        )
        body.addWidget(Label(asks, Style.QUIET))
        body.addLayout(profile_row(self._profiles, self._refresh, self._cancel))
        body.addWidget(self._said)
        body.addWidget(self._strip)
        body.addWidget(self._board)
        body.addWidget(self._troubles)
        body.addWidget(self._change, 1)
        body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(Label(gettext("Instance types"), Style.DECISION))
        column.addWidget(self._body, 1)
        column.addWidget(self._buttons)

    def _offer(self) -> None:
        try:
            logins = self._cloud.logins()
        except UserError as problem:
            self._say(problem.problem)
            return
        self._profiles.offer(logins)
        self._show_progress()

    def _enable(self) -> None:
        """What can be done just now; the focus goes along with the two buttons."""
        running, some = self._asking.running, self._profiles.chosen is not None
        had_focus = self._refresh.hasFocus() or self._cancel.hasFocus()
        self._cancel.setEnabled(running)
        self._profiles.setEnabled(some and not running)
        self._refresh.setEnabled(some and not running)
        if had_focus:
            (self._cancel if running else self._refresh).setFocus()

    def _show_progress(self) -> None:
        asking, states = self._asking, self._asking.regions
        self._enable()
        self._strip.setVisible(asking.running)
        self._strip.show_share(asking.settled / len(states) if states else 0.0)
        self._board.show_states(states)
        self._board.setVisible(bool(states) and asking.done is None)
        troubles = [(s.problem, s.profile, s.region) for s in asking.troubles if s.problem]
        if self._profiles.chosen is None:
            troubles = [(NO_PROFILE, "~/.aws/config", "")]
        self._troubles.show_troubles(troubles)
        if asking.running:
            self._say(render(asking.progress))
        self._body.make_room(self)

    def _end(self, error: BaseException | None) -> None:
        self._show_progress()
        if self._asking.done is not None:
            self._change.show_change(self._asking.done.change)
        self._announce(self._asking.progress)
        self._body.make_room(self)
        feedback.show_end(error)

    def _reset(self) -> None:
        was_another = feedback.result_of(self._cloud.reset_catalog)
        if was_another is not None:
            self._announce(
                Message("The built-in catalogue counts from the next start on.")
                if was_another
                else Message("The built-in catalogue counts already.")
            )

    def _announce(self, message: Message) -> None:
        text = render(message)
        self._say(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._said, text))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
