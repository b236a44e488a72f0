"""Whose images to list: profiles, Regions, owner, and the button that asks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from wizard.gui.aws_service import KnownLogin, Request
from wizard.gui.dialogs.region_menu import RegionMenu
from wizard.gui.region_titles import offered
from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.combo_box import ComboBox
from wizard.gui.widgets.flow_row import TwoRows
from wizard.gui.widgets.label import line_width
from wizard.gui.widgets.tables.check_menu import CheckMenuButton
from wizard.model.message import Message
from wizard.report.visible import visible

_ACCOUNT = re.compile(r"\d{12}", re.ASCII)


class SourceBar(QWidget):
    """asked: list the images of `requests`. stopped: ask no more.

    Without a tick the likeliest profile is asked, and all Regions that are enabled for its account.
    """

    asked = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logins: Sequence[KnownLogin] = ()
        self._profiles = CheckMenuButton(gettext("Profiles"), self._say_profiles)
        self._regions = RegionMenu()
        self._owner = ComboBox()
        self._owner.setEditable(True)
        self._owner.setAccessibleName(gettext("Owner"))
        self._owner.setToolTip(gettext("Whose images: pick one, or type an account number of 12 digits"))
        for text, owner in (
            (gettext("My own"), "self"),
            (gettext("Amazon’s"), "amazon"),
            (gettext("AWS Marketplace’s"), "aws-marketplace"),
        ):
            self._owner.addItem(text, owner)
        self._owner.setMinimumWidth(line_width(18))
        self._owner.editTextChanged.connect(lambda _: self._look())
        label = QLabel(gettext("&Images"))
        label.setBuddy(self._owner)
        self._ask = QPushButton(gettext("&List images"))
        self._ask.setAutoDefault(True)
        put_icon(self._ask, "search")
        self._ask.clicked.connect(self.asked)
        self._stop = QPushButton(gettext("&Cancel"))
        self._stop.setAutoDefault(True)
        put_icon(self._stop, "quit")
        self._stop.clicked.connect(self.stopped)
        row = TwoRows(self)
        row.first.addWidget(self._profiles)
        row.first.addWidget(self._regions)
        row.second.addWidget(label)
        row.second.addWidget(self._owner)
        row.second.addStretch()
        row.second.addWidget(self._stop)
        row.second.addWidget(self._ask)
        self.show_asking(asking=False)

    @property
    def requests(self) -> tuple[Request, ...]:
        """What is asked for as the bar stands."""
        regions = self._regions.chosen or None
        owner = self._owner_word()
        names = self._profiles.chosen or tuple(login.name for login in self._logins[:1])
        return tuple(Request(name, regions, (owner,)) for name in names) if owner else ()

    @property
    def missing(self) -> str:
        """What one must do before anything can be asked."""
        if not self._logins:
            return gettext("No profile of the AWS CLI was found; “aws configure sso” makes one.")
        return gettext("Pick whose images to list, or type an account number of 12 digits.")

    def offer(self, logins: Sequence[KnownLogin], regions: Mapping[str, str]) -> None:
        """Profiles and Regions that can be ticked; ticks stay as far as they can."""
        self._logins = logins
        self._profiles.offer([(login.name, self._name(login)) for login in logins])
        self._regions.offer(offered(regions))
        self._look()

    def choose(self, profiles: Sequence[str], regions: Sequence[str]) -> None:
        """Tick these."""
        self._profiles.choose(profiles)
        self._regions.choose(regions)

    def show_asking(self, *, asking: bool) -> None:
        """While it is asked, one can only cancel."""
        had_focus = self._ask.hasFocus() or self._stop.hasFocus()
        self._stop.setEnabled(asking)
        self._stop.setVisible(asking)
        self._ask.setDisabled(asking)
        if not asking:
            self._look()
        if had_focus:
            (self._stop if asking else self._ask).setFocus()

    def first_control(self) -> QWidget:
        return self._ask

    def _look(self) -> None:
        if not self._stop.isEnabled():
            possible = bool(self._logins) and bool(self._owner_word())
            self._ask.setEnabled(possible)
            self._ask.setToolTip("" if possible else self.missing)
        self._profiles.setToolTip("" if self._logins else self.missing)

    def _owner_word(self) -> str:
        text = self._owner.currentText().strip()
        place = self._owner.findText(text)
        if place >= 0:
            return str(self._owner.itemData(place))
        digits = text.replace("-", "").replace(" ", "")
        return digits if _ACCOUNT.fullmatch(digits) else ""

    def _name(self, login: KnownLogin) -> str:
        """The profile, the account and role it leads to, and whether one is logged in: no two read alike."""
        parts = [login.name or gettext("Keys of the environment")]
        parts += [part for part in (login.account_id, login.role) if part]
        if login.problem is not None:
            parts.append(render(login.problem.problem))
        elif login.state is not None:
            parts.append(render(login.state))
        return visible(" · ".join(parts), 160)

    def _say_profiles(self, texts: Sequence[str]) -> str:
        if not self._logins:
            return gettext("No profile found")
        if not texts:
            return self._name(self._logins[0]).partition(" · ")[0]
        if len(texts) == 1:
            return texts[0].partition(" · ")[0]
        values = {"count": len(texts)}
        return render(Message("{count} profile", values, "{count} profiles", len(texts)))
