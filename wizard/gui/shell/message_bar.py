"""A quiet offer above the page, to take up or not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.page import MARGIN


class MessageBar(QWidget):
    """One sentence and what one can do about it; each button closes it. in_place: whether it is shown where one is."""

    def __init__(
        self,
        text: str,
        choices: tuple[tuple[str, Callable[[], None]], ...],
        in_place: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._in_place = in_place
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self.setAccessibleName(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 10, MARGIN, 10)
        layout.setSpacing(10)
        layout.addWidget(IconLabel("restart", accented=True), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(Label(text, Style.BODY), 1)
        for words, act in choices:
            button = QPushButton(words)
            button.setAutoDefault(True)
            button.clicked.connect(lambda _=False, act=act: self._take(act))
            layout.addWidget(button)

    def follow(self) -> None:
        """One is at another page now."""
        self.setVisible(self._in_place())

    def _take(self, act: Callable[[], None]) -> None:
        act()
        self.hide()
        self.deleteLater()
