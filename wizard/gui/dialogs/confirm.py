"""A question that interrupts: a sentence, why it is asked, and a few ways on."""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style


class ConfirmDialog(QDialog):
    """The first choice is the default; Esc chooses the last one, which changes nothing.

    chosen: the place of the choice.
    """

    def __init__(
        self, question: str, reason: str, choices: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("AMI Wizard")
        self.chosen = len(choices) - 1
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(Label(question, Style.HEADING))
        texts.addWidget(Label(reason))
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(IconLabel("unknown", accented=True, lines=2), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(texts, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for place, text in enumerate(choices):
            button = QPushButton(text)
            button.setAutoDefault(True)
            button.setDefault(place == 0)
            button.clicked.connect(lambda _=False, place=place: self._choose(place))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addLayout(head)
        column.addLayout(row)

    def _choose(self, place: int) -> None:
        self.chosen = place
        self.accept()
