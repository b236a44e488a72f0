"""Joins all parts for the window."""

from __future__ import annotations

import gc
import signal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.app.file_service import FileService
from wizard.gui import feedback, texts
from wizard.gui.session import Session
from wizard.gui.shell.crash_handler import CrashHandler
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.theme import icons
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.colors import follow_contrast
from wizard.gui.theme.locale_format import language_of
from wizard.gui.theme.text_size import TextSize
from wizard.model.message import Translations
from wizard.store.languages import translations as translations_of
from wizard.store.resources import load_knowledge, resources

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_TRANSLATED = "translated"


def main(answers_path: Path | None, smoke: bool, translations: Translations) -> int:
    """Open the window and stay until it is closed; the exit status.

    answers_path: an answers file to open with. smoke: quit as soon as the window has painted and
    can be used.
    """
    # The room gui imports Qt first, and in its own way.
    from wizard.gui.shell.application import Application

    # What is made at the start stays: collecting garbage among it again and again is a third of the time.
    gc.disable()
    application = Application(["ami-wizard"])
    application.setApplicationName("ami-wizard")
    application.setDesktopFileName("ami-wizard")
    translate_qt(application, translations)
    window = open_window(translations)
    window.ready.connect(partial(_settle, application, window))
    if smoke:
        window.painted.connect(application.quit)
    CrashHandler(feedback.show).spread()
    window.show()
    if answers_path is not None:
        window.files.open(answers_path)
    return application.exec()


def translate_qt(application: QApplication, translations: Translations) -> None:
    """Qt's own buttons speak the language of the texts; English they speak by themselves."""
    language = language_of(translations)
    if language != "en" or application.property(_TRANSLATED):
        from PySide6.QtCore import QLibraryInfo, QTranslator

        for spoken in application.findChildren(QTranslator):
            application.removeTranslator(spoken)
        application.setProperty(_TRANSLATED, True)
        translator = QTranslator(application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", folder):
            application.installTranslator(translator)


def follow_language(application: QApplication, window: MainWindow) -> None:
    """Speak the language that the View menu names, at once: a new window in the place of this one.

    Texts stand in hundreds of widgets, each in the language that it was made in.
    """
    from PySide6.QtCore import Qt

    def speak(language: str) -> None:
        translations = translations_of(language or None)
        translate_qt(application, translations)
        texts.use(translations)
        files = FileService(window.session.knowledge, resources(), translations)
        again = MainWindow(window.session, files.services(), window.view_menu.text_size)
        follow_language(application, again)
        again.restoreGeometry(window.saveGeometry())
        again.show()
        window.give_way()

    # Behind the event of the menu that is about to go.
    window.view_menu.language_chosen.connect(speak, Qt.ConnectionType.QueuedConnection)


def _settle(application: QApplication, window: MainWindow) -> None:
    """What may wait until the window has been drawn and the catalogue and the rules have been read."""
    # They stay: looking through them again and again costs 50 ms a time.
    gc.collect()
    gc.freeze()
    gc.enable()
    # Ctrl+C in a terminal ends the window, and not only when some Python runs next; what was answered is kept.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    follow_language(application, window)
    follow_contrast(application)
    hints = application.styleHints()
    # A desktop that turns dark at dusk takes the window along, unless the person chose otherwise.
    hints.colorSchemeChanged.connect(
        lambda _: appearance.show(appearance.scheme_named(str(window.files.services.preference("scheme"))))
    )


def open_window(translations: Translations) -> MainWindow:
    """The window over the real knowledge, the real files and the person's preferences; not yet shown."""
    texts.use(translations)
    icons.use(resources() / "icons")
    knowledge = load_knowledge(whole=False)
    files = FileService(knowledge, resources(), translations)
    services = files.services()
    appearance.show(appearance.scheme_named(str(services.preference("scheme"))))
    appearance.enlarge_bare_font()
    percent = services.preference("text_percent")
    text_size = TextSize(percent if isinstance(percent, int) else 100)
    return MainWindow(Session(knowledge), services, text_size)
