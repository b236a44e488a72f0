"""Asks for the code that an MFA device shows just now."""

from __future__ import annotations

import re

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from wizard.gui.icons import Icons
from wizard.gui.label import Label, Style, line_width
from wizard.gui.sign import Sign
from wizard.model.message import Translations
from wizard.report.visible import visible

_CODE = re.compile(r"\d{6}", re.ASCII)


class CodeDialog(QDialog):
    """The code is handed on once and kept nowhere. device: its ARN, or whatever it is called."""

    def __init__(
        self, device: str, icons: Icons, translations: Translations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        gettext = translations.gettext
        self.setWindowTitle(gettext("MFA code"))
        self._line = QLineEdit()
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
        head.addWidget(Sign(icons, "unknown", accented=True, lines=2), 0, Qt.AlignmentFlag.AlignTop)
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
