"""Asking for the code of an MFA device, from whatever thread waits for it."""

from __future__ import annotations

import queue
import re

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wizard.gui.texts import gettext
from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style, line_width
from wizard.gui.widgets.line_edit import LineEdit
from wizard.report.visible import visible

_CODE = re.compile(r"\d{6}", re.ASCII)


class MfaDialog(QDialog):
    """The code is handed on once and kept nowhere. device: its ARN, or whatever it is called."""

    def __init__(self, device: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(gettext("MFA code"))
        self._line = LineEdit()
        self._line.setMaxLength(6)
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._line.setMaximumWidth(line_width(14))
        label = QLabel(gettext("&Code"))
        label.setBuddy(self._line)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(gettext("&Sign in"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setDefault(True)
        # Else Enter would be its key as long as there is no code to sign in with.
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self._line.textChanged.connect(self._look)
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(Label(gettext("The role wants the code of your MFA device."), Style.HEADING))
        texts.addWidget(Label(visible(device, 200), Style.QUIET))
        texts.addWidget(Label(gettext("Type the six digits that the device shows now. They are not stored.")))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self._line)
        row.addStretch()
        texts.addSpacing(4)
        texts.addLayout(row)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(IconLabel("unknown", accented=True, lines=2), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(texts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(20)
        column.addLayout(head)
        column.addWidget(buttons)
        self.setMinimumWidth(line_width(60))
        self._look()
        self._line.setFocus()

    @property
    def code(self) -> str:
        """What was typed."""
        return self._line.text()

    def _look(self) -> None:
        self._go.setEnabled(bool(_CODE.fullmatch(self.code)))

    def _accept(self) -> None:
        if _CODE.fullmatch(self.code):
            self.accept()


_NAME = "mfa-code"


class MfaPrompt(QObject):
    """`ask` waits in the asking thread while the person types into a dialog over the window."""

    _asked = Signal(str, object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
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
        from wizard.gui.dialogs.mfa import MfaDialog

        if answer not in self._open:
            return
        dialog = MfaDialog(device, self._window)
        dialog.setObjectName(_NAME)
        dialog.finished.connect(lambda accepted: answer.put(dialog.code if accepted else None))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
