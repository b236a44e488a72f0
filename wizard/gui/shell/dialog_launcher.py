"""What can be read or asked beside the walk, each imported when it is opened."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from wizard.gui import feedback
from wizard.gui.images.launcher import ImagesLauncher
from wizard.gui.services import Services
from wizard.gui.session import Session
from wizard.gui.texts import gettext

if TYPE_CHECKING:
    from wizard.gui.types.window import TypesWindow
    from wizard.model.account.machine import Machine


class DialogLauncher:
    """Each dialog waits until it is closed; the images have a window of their own."""

    def __init__(self, window: QWidget, session: Session, services: Services, images: ImagesLauncher) -> None:
        self._window = window
        self._session = session
        self._services = services
        self._images = images

    def show_images(self) -> None:
        """The images of accounts."""
        self._images.show()

    def show_sample(self) -> None:
        """The images of the made-up account."""
        self._images.show()
        self._images.window.panel.show_sample()

    def show_about(self) -> None:
        """Which program this is, how old its data is, and where they come from."""
        from wizard.gui.dialogs.about import About

        About(self._session.knowledge, self._window).exec()

    def explain_error(self, text: str = "") -> None:
        """Paste an error of EC2 and read what it means. text: what was pasted already."""
        from wizard.gui.rules.error_dialog import ErrorDialog

        dialog = ErrorDialog(self._session.knowledge, self._window)
        if text:
            dialog.paste(text)
        dialog.exec()

    def pick_machine(self) -> Machine | None:
        """An instance or a launch template of an account; None if the person thinks better of it."""
        from wizard.gui.machines.dialog import MachineDialog

        dialog = feedback.result_of(lambda: MachineDialog(self._services.cloud(), self._window))
        if dialog is None:
            return None
        dialog.exec()
        return dialog.picked

    def show_rules(self) -> None:
        """All rules to browse, to search and to read."""
        from wizard.gui.rules.dialog import RulesDialog

        RulesDialog(self._session.knowledge.rulebook, self._window).exec()

    def show_terms(self) -> None:
        """The words of the field, explained."""
        from wizard.gui.rules.terms_dialog import TermsDialog

        TermsDialog(self._session.knowledge.terms, self._window).exec()

    @cached_property
    def types(self) -> TypesWindow:
        """All instance types, in a window of their own."""
        from wizard.gui.types.window import TypesWindow

        return TypesWindow(self._session, self._services, self._window)

    def show_types(self, sought: str = "") -> None:
        """Bring the window to the front. sought: filter by this."""
        self.types.narrow(sought)
        self.types.show()
        self.types.raise_()
        self.types.activateWindow()

    def show_catalog(self) -> None:
        """How old the instance types are, and newer ones from an account."""
        from wizard.gui.catalog.dialog import CatalogDialog

        dialog = feedback.result_of(lambda: CatalogDialog(self._services.cloud(), self._window))
        if dialog is not None:
            dialog.exec()

    def show_prices(self) -> None:
        """How old the prices are, and newer ones; they count at once."""
        from wizard.gui.file_dialogs import FileDialogs
        from wizard.gui.prices.dialog import PricesDialog

        def choose() -> Path | None:
            kinds = gettext("AWS price file (*.csv);;All files (*)")
            return FileDialogs(self._window, self._services).to_open(gettext("Import a price file"), kinds)

        region = self._session.recommendation.needs.region
        dialog = feedback.result_of(
            lambda: PricesDialog(self._services.cloud(), choose, self._session.judge_anew, self._window)
        )
        if dialog is not None:
            if region is not None:
                dialog.choose_region(region)
            dialog.exec()

    def show_policy(self) -> None:
        """What the program may ask of AWS, as an IAM policy."""
        from wizard.gui.dialogs.policy import PolicyDialog

        PolicyDialog(self._services.cloud().policy, self._window).exec()
