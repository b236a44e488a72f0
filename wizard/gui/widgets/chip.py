"""A chosen word that can be taken away again."""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication, QStyleOptionToolButton, QToolButton, QWidget

from wizard.gui.texts import gettext
from wizard.gui.theme.icons import put_icon


class Chip(QToolButton):
    """A word with a cross behind it; pressing it takes the word away."""

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(word.replace("&", "&&"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(gettext("Remove {word}").replace("{word}", word))
        put_icon(self, "quit")

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """With the palette of all: Fusion keeps a picture of each button by its palette, and Qt never forgets under what."""
        super().initStyleOption(option)
        palette = QApplication.palette()
        palette.setCurrentColorGroup(self.palette().currentColorGroup())
        option.palette = palette
