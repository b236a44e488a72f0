"""How the window says that something went wrong: problem, cause, next step, and the raw text."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wizard.gui.texts import gettext
from wizard.gui.user_error import UserError
from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style
from wizard.model.message import clipped

_LONGEST_DETAILS = 100_000


class ErrorMessageDialog(QDialog):
    """Shows one problem; plain text throughout, whatever the cause holds."""

    def __init__(self, problem: UserError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(gettext("Problem"))
        self.setMinimumWidth(440)
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(Label(problem.problem, Style.HEADING))
        for text in (problem.cause, problem.next_step):
            if text:
                texts.addWidget(Label(clipped(text, 600)))
        layout = QGridLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(16)
        layout.addWidget(IconLabel("degraded", accented=True, lines=2), 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 0, 1)
        layout.setColumnStretch(1, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        layout.addWidget(buttons, 2, 0, 1, 2)
        if problem.details:
            self._add_details(layout, buttons, problem.details[:_LONGEST_DETAILS])
        buttons.button(QDialogButtonBox.StandardButton.Ok).setFocus()

    def _add_details(self, layout: QGridLayout, buttons: QDialogButtonBox, details: str) -> None:
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(gettext("Details"))
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setMinimumHeight(160)
        text.hide()
        layout.addWidget(text, 1, 0, 1, 2)
        show = QPushButton(gettext("&Details"))
        show.setCheckable(True)
        show.toggled.connect(text.setVisible)
        show.toggled.connect(lambda _: self.adjustSize())
        copy = QPushButton(gettext("&Copy details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        buttons.addButton(show, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
