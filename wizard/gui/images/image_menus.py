"""The menu bar of the images window and its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from wizard.gui.desk import Desk
from wizard.model.message import Translations

if TYPE_CHECKING:
    from wizard.gui.images.images_window import ImagesWindow


class ImageMenus(QObject):
    """Everything that can be done in the window, each entry with its key."""

    def __init__(self, window: ImagesWindow, desk: Desk, translations: Translations) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._translations = translations
        gettext = translations.gettext
        gallery = window.gallery
        file = window.menuBar().addMenu(gettext("&File"))
        self._add(file, gettext("&List images"), window.ask, "Ctrl+L")
        self._add(file, gettext("&Open a saved reply…"), window.open_file, "Ctrl+O")
        self._add(file, gettext("&Sample account"), window.show_sample)
        file.addSeparator()
        self._add(file, gettext("&Close"), window.close, "Ctrl+W")
        view = window.menuBar().addMenu(gettext("&View"))
        self._add(view, gettext("&List"), lambda: window.browser.show_view(0), "Ctrl+1")
        self._add(view, gettext("&Map"), lambda: window.browser.show_view(1), "Ctrl+2")
        self._add(
            view, gettext("&Filter"), lambda: window.browser.filter.first_control().setFocus(), "Ctrl+F"
        )
        account = window.menuBar().addMenu(gettext("&Account"))
        self._add(account, gettext("Ask what &uses the shown images"), window.ask_uses_of_shown, "Ctrl+U")
        self._add(account, gettext("&Cancel"), gallery.cancel)
        account.addSeparator()
        mask = self._tick(account, gettext("Leave account &numbers out of copies and exports"))
        mask.setChecked(bool(desk.outside.preference("mask_accounts")))
        mask.toggled.connect(lambda on: desk.outside.remember("mask_accounts", on))
        keep = self._tick(account, gettext("&Keep what was found for the next start"))
        keep.setChecked(gallery.cloud.keeping())
        keep.toggled.connect(lambda on: desk.attempt(lambda: gallery.cloud.keep(on)))
        self._add(account, gettext("&Forget what was kept"), self._forget)

    def _forget(self) -> None:
        def forget() -> None:
            count = self._window.gallery.cloud.forget()
            said = self._translations.ngettext(
                "{count} kept file is gone.", "{count} kept files are gone.", count
            )
            self._desk.told.emit(said.replace("{count}", str(count)))

        self._desk.attempt(forget)

    def _tick(self, menu: QMenu, text: str) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        return action

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], keys: str = "") -> None:
        action = menu.addAction(text)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: act())
