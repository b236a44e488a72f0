"""The View menu: the size of texts, and light or dark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from wizard.gui.services import Services
from wizard.gui.texts import gettext
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme
from wizard.gui.theme.text_size import TextSize


class ViewMenu(QObject):
    """What the person chooses is remembered for the next start."""

    def __init__(self, menu: QMenu, text_size: TextSize, services: Services) -> None:
        super().__init__(menu)
        self._menu = menu
        self._text_size = text_size
        self._services = services

    def fill(self) -> None:
        """Put the entries in, and with them their keys."""
        from PySide6.QtGui import QKeySequence

        larger = self._menu.addAction(gettext("&Larger text"), self.larger)
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        smaller = self._menu.addAction(gettext("S&maller text"), self.smaller)
        smaller.setShortcut(QKeySequence("Ctrl+-"))
        usual = self._menu.addAction(gettext("&Usual text size"), self.usual)
        usual.setShortcut(QKeySequence("Ctrl+0"))
        self._menu.addSeparator()
        self._add_schemes()

    def larger(self) -> None:
        """One step up in text size."""
        self._resize(self._text_size.larger)

    def smaller(self) -> None:
        """One step down in text size."""
        self._resize(self._text_size.smaller)

    def usual(self) -> None:
        """Back to the platform's text size."""
        self._resize(self._text_size.usual)

    def _add_schemes(self) -> None:
        from PySide6.QtGui import QActionGroup

        now = self._services.preference("scheme")
        group = QActionGroup(self)
        for scheme, text in (
            (Scheme.SYSTEM, gettext("Colours of the s&ystem")),
            (Scheme.LIGHT, gettext("L&ight")),
            (Scheme.DARK, gettext("&Dark")),
        ):
            action = self._menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(scheme == now)
            action.triggered.connect(lambda _=False, scheme=scheme: self._show(scheme))
            group.addAction(action)

    def _show(self, scheme: Scheme) -> None:
        appearance.show(scheme)
        self._services.remember("scheme", scheme.value)

    def _resize(self, change: Callable[[], None]) -> None:
        change()
        self._services.remember("text_percent", self._text_size.percent)
