"""Where a window was, how large, and how its parts shared it, kept for the next start."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from wizard.gui.services import Services


def restore_place(window: QMainWindow, services: Services, preference: str) -> None:
    """Put a window where it was, as far as there is a screen there; it stays as it is where nothing is kept."""
    kept = services.preference(preference)
    if isinstance(kept, str) and kept:
        window.restoreGeometry(_bytes(kept))


def keep_place(window: QMainWindow, services: Services, preference: str) -> None:
    """Keep where a window is."""
    services.remember(preference, _text(window.saveGeometry()))


def shares_of(splitter: QSplitter) -> str:
    """How a splitter's parts share it, as a preference."""
    return _text(splitter.saveState())


def restore_shares(splitter: QSplitter, kept: object) -> bool:
    """Share a splitter as it was kept; False where nothing is."""
    return isinstance(kept, str) and bool(kept) and splitter.restoreState(_bytes(kept))


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")
