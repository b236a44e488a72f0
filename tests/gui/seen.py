"""What a person sees in a part of the window: its texts and its buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def texts(part: QWidget) -> list[str]:
    """What its labels say, from the first made to the last."""
    return [label.text() for label in part.findChildren(QLabel)]


def visible_texts(part: QWidget) -> list[str]:
    """What those of them say that are shown."""
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def button_saying(part: QWidget, words: str) -> QPushButton:
    """Its first button with these words on it."""
    return next(b for b in part.findChildren(QPushButton) if words in b.text().replace("&", ""))
