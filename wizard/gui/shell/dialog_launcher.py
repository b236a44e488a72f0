"""What can be read or asked beside the walk, each in a dialog that is imported when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from wizard.gui.session import Session

if TYPE_CHECKING:
    from wizard.gui.actions import Desk


class DialogLauncher:
    """Each waits until it is closed."""

    def __init__(self, window: QWidget, session: Session, desk: Desk) -> None:
        self._window = window
        self._session = session
        self._desk = desk

    def show_about(self) -> None:
        """Which program this is, how old its data is, and where they come from."""
        from wizard.gui.dialogs.about import About

        About(self._session.knowledge, self._window).exec()

    def explain_error(self) -> None:
        """Paste an error of EC2 and read what it means."""
        from wizard.gui.rules.error_dialog import ErrorDialog

        ErrorDialog(self._session.knowledge, self._window).exec()

    def show_rules(self) -> None:
        """All rules to browse, to search and to read."""
        from wizard.gui.rules.dialog import RulesDialog

        RulesDialog(self._session.knowledge.rulebook, self._window).exec()

    def show_catalog(self) -> None:
        """How old the instance types are, and newer ones from an account."""
        from wizard.gui.catalog.dialog import CatalogDialog

        dialogs: list[CatalogDialog] = []
        if self._desk.attempt(
            lambda: dialogs.append(CatalogDialog(self._desk.services.cloud(), self._desk, self._window))
        ):
            dialogs[0].exec()

    def show_policy(self) -> None:
        """What the program may ask of AWS, as an IAM policy."""
        from wizard.gui.dialogs.policy import PolicyDialog

        PolicyDialog(self._desk.services.cloud().policy, self._window).exec()
