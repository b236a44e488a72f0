"""Which profile to ask with: its name, where it leads, and what is known of its login."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from wizard.gui.aws_service import KnownLogin
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.combo_box import ComboBox
from wizard.gui.widgets.label import line_width
from wizard.model.account.problem import Kind, Problem
from wizard.model.message import Message
from wizard.report.visible import visible

NO_PROFILE = Problem(
    Kind.CONFIG,
    Message("There is no AWS profile yet."),
    Message("Neither the config file nor the credentials file has one, and the environment has no keys."),
    Message("Set up single sign-on in a terminal; the profile is then noticed by itself."),
    "aws configure sso",
)
"""What to say where there is nothing to choose from."""


def profile_row(profiles: ProfileCombo, *buttons: QPushButton) -> QHBoxLayout:
    """The profiles after their label, and the buttons that ask with one."""
    label = QLabel(gettext("&Profile"))
    label.setBuddy(profiles)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(label)
    row.addWidget(profiles, 1)
    for button in buttons:
        row.addWidget(button)
    return row


class ProfileCombo(ComboBox):
    """The likeliest profile first; a choice stays when the list is read anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(gettext("Profile"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumWidth(line_width(14))

    @property
    def chosen(self) -> str | None:
        """The profile's name, empty for the environment's; None if there is none at all."""
        return None if self.currentIndex() < 0 else str(self.currentData())

    def offer(self, logins: Sequence[KnownLogin]) -> None:
        """These profiles, the likeliest first; the one that was chosen stays chosen."""
        chosen = self.chosen
        self.clear()
        for login in logins:
            self.addItem(self._said(login), login.name)
        if chosen is not None:
            self.choose(chosen)

    def choose(self, name: str) -> None:
        """Take this profile, if there is one of this name."""
        place = self.findData(name)
        if place >= 0:
            self.setCurrentIndex(place)

    def _said(self, login: KnownLogin) -> str:
        parts = [login.name or gettext("Keys of the environment")]
        parts += [part for part in (login.account_id, login.role) if part]
        if login.state is not None:
            parts.append(render(login.state))
        return visible(" · ".join(parts), 160)
