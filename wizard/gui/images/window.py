"""The images of accounts in a window of their own, with its menus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QShowEvent, Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from wizard.gui import feedback
from wizard.gui.images.controller import ImagesController
from wizard.gui.images.panel import ImagesPanel
from wizard.gui.services import Services
from wizard.gui.texts import gettext, ngettext
from wizard.gui.widgets.scroll_pane import ColumnArea, new_sheet
from wizard.gui.widgets.tables.check_box import CheckMenu


class ImagesMenu(QObject):
    """Everything that can be done in the window, each entry with its key."""

    def __init__(self, window: QMainWindow, panel: ImagesPanel, services: Services) -> None:
        super().__init__(window)
        self._panel = panel
        controller = panel.controller
        file = window.menuBar().addMenu(gettext("&File"))
        self._add(file, gettext("&List images"), panel.ask, "Ctrl+L")
        self._add(file, gettext("&Open a saved reply…"), panel.open_file, "Ctrl+O")
        self._add(file, gettext("&Sample account"), panel.show_sample)
        file.addSeparator()
        self._add(file, gettext("&Close"), window.close, "Ctrl+W")
        view = window.menuBar().addMenu(gettext("&View"))
        self._add(view, gettext("&List"), lambda: panel.browser.show_view(0), "Ctrl+1")
        self._add(view, gettext("&Map"), lambda: panel.browser.show_view(1), "Ctrl+2")
        self._add(view, gettext("Ins&tances"), lambda: panel.browser.show_view(2), "Ctrl+3")
        self._add(view, gettext("&Filter"), lambda: panel.browser.filter.first_control().setFocus(), "Ctrl+F")
        account = CheckMenu(gettext("&Account"), window)
        window.menuBar().addMenu(account)
        self._add(account, gettext("Ask what &uses the shown images"), panel.ask_uses_of_shown, "Ctrl+U")
        self._add(account, gettext("&Cancel"), controller.cancel)
        account.addSeparator()
        mask = self._tick(account, gettext("Leave account &numbers out of copies and exports"))
        mask.setChecked(bool(services.preference("mask_accounts")))
        mask.toggled.connect(lambda on: services.remember("mask_accounts", on))
        keep = self._tick(account, gettext("&Keep what was found for the next start"))
        keep.setChecked(controller.cloud.keeping())
        keep.toggled.connect(lambda on: feedback.attempt(lambda: controller.cloud.keep(on)))
        self._add(account, gettext("&Forget what was kept"), self._forget)

    def _forget(self) -> None:
        def forget() -> None:
            count = self._panel.controller.cloud.forget()
            said = ngettext("{count} kept file is gone.", "{count} kept files are gone.", count)
            feedback.tell(said.replace("{count}", str(count)))

        feedback.attempt(forget)

    def _tick(self, menu: QMenu, text: str) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        return action

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], keys: str = "") -> None:
        action = menu.addAction(text)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: act())


class ImagesWindow(QMainWindow):
    """All images that were found. Esc cancels what is asked, and never closes."""

    def __init__(
        self, controller: ImagesController, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(gettext("Images – AMI Wizard"))
        self.setMinimumSize(720, 480)
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        self.panel = ImagesPanel(controller, None, services)
        sheet, column = new_sheet(0)
        column.setContentsMargins(16, 12, 16, 10)
        column.addWidget(self.panel)
        # Where not all of it fits, nothing is squeezed: it scrolls.
        scroll = ColumnArea()
        scroll.setWidget(sheet)
        self.setCentralWidget(scroll)
        self.menus = ImagesMenu(self, self.panel, services)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panel.first_control().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.panel.controller.cancel()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        # What came stays for the next time that it is opened.
        self.panel.controller.cancel()
        super().closeEvent(event)
