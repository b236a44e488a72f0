"""What is known of prices, and newer ones from an account, from AWS's public file, or from that file saved."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette, QShowEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wizard.gui import feedback
from wizard.gui.aws_service import AwsService
from wizard.gui.dialogs.profile_combo import ProfileCombo
from wizard.gui.findings.problem_list import ProblemList
from wizard.gui.prices.renewal import PriceRenewal
from wizard.gui.prices.summary import PriceSummary
from wizard.gui.region_titles import offered
from wizard.gui.texts import gettext, ngettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.theme.locale_format import number
from wizard.gui.user_error import UserError
from wizard.gui.widgets.combo_box import ComboBox
from wizard.gui.widgets.label import Label, Style, line_width
from wizard.gui.widgets.progress import ProgressStrip
from wizard.gui.widgets.scroll_pane import ScrollPane
from wizard.report.visible import visible

_MOST_REFUSED = 5


class PricesDialog(QDialog):
    """Asks only when told to. renewed: called once other prices count.

    choose: asks for a file; None if the person thinks better of it.
    """

    def __init__(
        self,
        cloud: AwsService,
        choose: Callable[[], Path | None],
        renewed: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cloud, self._choose, self._renewed = cloud, choose, renewed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(gettext("Prices"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._renewal = PriceRenewal(cloud, self)
        self._summary = PriceSummary(datetime.datetime.now(datetime.UTC).date())
        self._regions = ComboBox()
        self._profiles = ProfileCombo()
        self._said = Label("", Style.STRONG)
        self._refused = Label("", Style.QUIET)
        self._strip = ProgressStrip()
        self._troubles = ProblemList(whole=True)
        self._again: Callable[[], None] = self.fetch
        self._body = ScrollPane()
        self._make_buttons()
        self._lay_out()
        self._renewal.moved.connect(self._show_progress)
        self._renewal.ended.connect(self._end)
        self._troubles.again.connect(self._try_again)
        self._offer()
        self._summary.show_prices(cloud.prices())
        self._show_progress()
        self._announce("")
        self.resize(QSize(max(720, line_width(100)), 560).boundedTo(self.screen().availableSize()))
        self._fetch.setFocus()

    def choose_region(self, region: str) -> None:
        """As if the person had chosen it; one that is not known stays as it is."""
        place = self._regions.findData(region)
        if place >= 0:
            self._regions.setCurrentIndex(place)

    def fetch(self) -> None:
        """Read AWS's public file of the chosen Region."""
        self._begin(self.fetch, lambda: self._renewal.fetch(str(self._regions.currentData())))

    def refresh(self) -> None:
        """Ask the account of the chosen profile."""
        profile = self._profiles.chosen
        if profile is not None:
            self._begin(
                self.refresh, lambda: self._renewal.refresh(profile, str(self._regions.currentData()))
            )

    def read(self) -> None:
        """Have a saved file chosen, and read it."""
        path = self._choose()
        if path is not None:
            self._begin(self.read, lambda: self._renewal.read(path))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self._body.make_room(self))

    def reject(self) -> None:
        # Escape ends the asking first, and only then the dialog.
        if self._renewal.running:
            self._renewal.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._renewal.leave()
        super().done(result)

    def _make_buttons(self) -> None:
        self._fetch = QPushButton(gettext("&Fetch"))
        self._fetch.clicked.connect(self.fetch)
        self._refresh = QPushButton(gettext("&Refresh"))
        put_icon(self._refresh, "restart")
        self._refresh.clicked.connect(self.refresh)
        self._read = QPushButton(gettext("&Import…"))
        put_icon(self._read, "open")
        self._read.clicked.connect(self.read)
        self._cancel = QPushButton(gettext("&Cancel"))
        put_icon(self._cancel, "quit")
        self._cancel.clicked.connect(self._renewal.cancel)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(lambda: self.done(0))
        reset = QPushButton(gettext("Back to the &built-in prices"))
        reset.setAutoDefault(False)
        reset.clicked.connect(self._reset)
        self._buttons.addButton(reset, QDialogButtonBox.ButtonRole.ResetRole)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.setColumnStretch(1, 1)
        saved = gettext("A price file already saved: index.csv, a few hundred MB")
        rows: tuple[tuple[QLabel | None, QWidget, QPushButton], ...] = (
            (self._label(gettext("Re&gion"), self._regions), self._regions, self._fetch),
            (self._label(gettext("&Profile"), self._profiles), self._profiles, self._refresh),
            (None, Label(saved, Style.QUIET), self._read),
        )
        for place, (label, field, button) in enumerate(rows):
            if label is not None:
                grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
            grid.addWidget(button, place, 2)
        body = self._body.column
        body.addWidget(self._summary)
        body.addSpacing(6)
        body.addWidget(Label(gettext("Newer ones"), Style.HEADING))
        asks = gettext(
            "Fetch reads AWS’s public price file of the Region, a few hundred MB, without an account. Refresh asks an "
            "account, and what Spot capacity costs as well. Prices known before stay when anything fails."
        )
        body.addWidget(Label(asks, Style.QUIET))
        body.addLayout(grid)
        body.addWidget(self._said)
        body.addWidget(self._strip)
        body.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignRight)
        body.addWidget(self._refused)
        body.addWidget(self._troubles)
        body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(Label(gettext("Prices"), Style.DECISION))
        column.addWidget(self._body, 1)
        column.addWidget(self._buttons)

    @staticmethod
    def _label(text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text)
        label.setBuddy(buddy)
        return label

    def _offer(self) -> None:
        self._regions.setAccessibleName(gettext("Region"))
        for name, said in sorted(offered(self._cloud.regions())):
            self._regions.addItem(said, name)
        self.choose_region("us-east-1")
        try:
            self._profiles.offer(self._cloud.logins())
        except UserError as problem:
            self._announce(problem.problem)

    def _try_again(self) -> None:
        self._again()

    def _begin(self, again: Callable[[], None], start: Callable[[], None]) -> None:
        if not self._renewal.running:
            self._again = again
            start()

    def _show_progress(self) -> None:
        running = self._renewal.running
        for button in (self._fetch, self._read):
            button.setEnabled(not running)
        self._refresh.setEnabled(not running and self._profiles.chosen is not None)
        self._cancel.setVisible(running)
        self._strip.setVisible(running)
        self._strip.show_share(self._renewal.share)
        self._troubles.show_troubles([(problem, *self._renewal.where) for problem in self._renewal.troubles])
        refused = self._renewal.refused
        lines = [visible(render(each), 200) for each in refused[:_MOST_REFUSED]]
        if rest := len(refused) - len(lines):
            more = ngettext("{count} more row was refused", "{count} more rows were refused", rest)
            lines.append(more.replace("{count}", number(rest)))
        self._refused.setText("\n".join(lines))
        self._refused.setVisible(bool(lines))
        if running:
            self._say(render(self._renewal.progress))
        self._body.make_room(self)

    def _end(self, error: BaseException | None) -> None:
        self._show_progress()
        if self._renewal.kept is not None:
            self._count_anew()
        self._announce(render(self._renewal.progress))
        self._body.make_room(self)
        feedback.show_end(error)

    def _count_anew(self) -> None:
        self._summary.show_prices(self._cloud.prices())
        self._renewed()

    def _reset(self) -> None:
        there_were = feedback.result_of(self._cloud.reset_prices)
        if there_were is not None:
            self._count_anew()
            self._announce(
                gettext("The built-in prices count again.")
                if there_were
                else gettext("The built-in prices count already.")
            )

    def _announce(self, text: str) -> None:
        self._say(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._said, text))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
