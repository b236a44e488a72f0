"""Lets work beside the window ask the person for the code of an MFA device."""

from __future__ import annotations

import queue

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from wizard.gui.icons import Icons
from wizard.model.message import Translations

_NAME = "mfa-code"


class CodeDesk(QObject):
    """`ask` waits in the asking thread while the person types into a dialog over the window."""

    _asked = Signal(str, object)

    def __init__(self, window: QWidget, icons: Icons, translations: Translations) -> None:
        super().__init__(window)
        self._window = window
        self._icons = icons
        self._translations = translations
        self._open: list[queue.SimpleQueue[str | None]] = []
        self._asked.connect(self._show)

    def ask(self, device: str) -> str | None:
        """The code, or None if the person gives none or `dismiss` is called. Not for the window's thread."""
        answer: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._open.append(answer)
        self._asked.emit(device, answer)
        code = answer.get()
        self._open.remove(answer)
        return code

    def dismiss(self) -> None:
        """Nobody waits for a code any more."""
        for answer in list(self._open):
            answer.put(None)
        for dialog in self._window.findChildren(QDialog, _NAME):
            dialog.reject()

    def _show(self, device: str, answer: queue.SimpleQueue[str | None]) -> None:
        from wizard.gui.code_dialog import CodeDialog

        if answer not in self._open:
            return
        dialog = CodeDialog(device, self._icons, self._translations, self._window)
        dialog.setObjectName(_NAME)
        dialog.finished.connect(lambda accepted: answer.put(dialog.code if accepted else None))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
