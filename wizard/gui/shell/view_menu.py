"""The View menu: the size of texts, light or dark, and the language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from wizard.gui.services import Services
from wizard.gui.texts import gettext
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme
from wizard.gui.theme.text_size import TextSize

# Each by its own name, for whoever looks for it in a language that they do not read.
_LANGUAGES = (("en", "English"), ("de", "Deutsch"))


class ViewMenu(QObject):
    """What the person chooses is remembered for the next start.

    language_chosen: the person wants the texts in this language, in two letters; empty for the system's.
    """

    language_chosen = Signal(str)

    def __init__(self, menu: QMenu, text_size: TextSize, services: Services) -> None:
        super().__init__(menu)
        self._menu = menu
        self.text_size = text_size
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
        self._menu.addSeparator()
        self._add_languages()

    def larger(self) -> None:
        """One step up in text size."""
        self._resize(self.text_size.larger)

    def smaller(self) -> None:
        """One step down in text size."""
        self._resize(self.text_size.smaller)

    def usual(self) -> None:
        """Back to the platform's text size."""
        self._resize(self.text_size.usual)

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

    def _add_languages(self) -> None:
        from PySide6.QtGui import QActionGroup

        menu = self._menu.addMenu(gettext("Lan&guage"))
        now = self._services.preference("language")
        group = QActionGroup(self)
        for language, text in (("", gettext("Language of the s&ystem")), *_LANGUAGES):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(language == now)
            action.triggered.connect(lambda _=False, language=language: self._speak(language))
            group.addAction(action)

    def _speak(self, language: str) -> None:
        self._services.remember("language", language)
        self.language_chosen.emit(language)

    def _show(self, scheme: Scheme) -> None:
        appearance.show(scheme)
        self._services.remember("scheme", scheme.value)

    def _resize(self, change: Callable[[], None]) -> None:
        change()
        self._services.remember("text_percent", self.text_size.percent)
