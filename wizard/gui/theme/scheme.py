"""Light, dark, or as the system has it; changed while the window is open."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

Role = QPalette.ColorRole


class Scheme(StrEnum):
    """What the person chose; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_LIGHT = {
    Role.Window: "#f3f4f6",
    Role.WindowText: "#1b1d21",
    Role.Base: "#ffffff",
    Role.AlternateBase: "#f7f8fa",
    Role.Text: "#1b1d21",
    Role.PlaceholderText: "#6b7079",
    Role.Button: "#f3f4f6",
    Role.ButtonText: "#1b1d21",
    Role.BrightText: "#ffffff",
    Role.Light: "#ffffff",
    Role.Midlight: "#e4e6ea",
    Role.Mid: "#c3c7ce",
    Role.Dark: "#a3a8b1",
    Role.Shadow: "#757a83",
    Role.Highlight: "#2a5bd7",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#2a5bd7",
    Role.Link: "#2350c0",
    Role.LinkVisited: "#6a3fb5",
    Role.ToolTipBase: "#1b1d21",
    Role.ToolTipText: "#ffffff",
}

_DARK = {
    Role.Window: "#1a1c20",
    Role.WindowText: "#e8eaed",
    Role.Base: "#222429",
    Role.AlternateBase: "#272a30",
    Role.Text: "#e8eaed",
    Role.PlaceholderText: "#9aa0a9",
    Role.Button: "#30333a",
    Role.ButtonText: "#e8eaed",
    Role.BrightText: "#ffffff",
    Role.Light: "#4a4e57",
    Role.Midlight: "#3b3f47",
    Role.Mid: "#15171a",
    Role.Dark: "#121316",
    Role.Shadow: "#0b0c0e",
    Role.Highlight: "#3c6ae0",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#8db0ff",
    Role.Link: "#9dbbff",
    Role.LinkVisited: "#c5a8ff",
    Role.ToolTipBase: "#e8eaed",
    Role.ToolTipText: "#1a1c20",
}

# Fusion's own light colours, which Qt takes where no desktop names any, and the two palettes here.
_UNDECIDED = (
    ("#efefef", "#308cc6"),
    (_LIGHT[Role.Window], _LIGHT[Role.Highlight]),
    (_DARK[Role.Window], _DARK[Role.Highlight]),
)
_BARE_POINTS = 9.0
_READING_POINTS = 10.0
_GREYED = (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText, Role.Link)


def show(scheme: Scheme) -> None:
    """Change to this scheme. A platform that knows schemes is asked; where it has no opinion, or no
    colours of its own (a plain X11 session), the two palettes of this file step in.
    """
    if scheme is not Scheme.SYSTEM:
        QApplication.setPalette(QPalette() if _taken(scheme) else own_palette(scheme))
        return
    # Without asking for the platform's opinion, which makes all enums of `Qt` before the first picture.
    QGuiApplication.styleHints().unsetColorScheme()
    if _undecided():
        QApplication.setPalette(QPalette())
    if _undecided():
        QApplication.setPalette(own_palette(Scheme.LIGHT))


def enlarge_bare_font() -> None:
    """Where no desktop sets a font, Qt takes 9 points, which is small for reading."""
    font = QApplication.font()
    if _undecided() and font.pointSizeF() == _BARE_POINTS:
        font.setPointSizeF(_READING_POINTS)
        QApplication.setFont(font)


def scheme_named(name: str) -> Scheme:
    """The scheme of this name; an unknown one is the system's."""
    return Scheme(name) if name in set(Scheme) else Scheme.SYSTEM


def own_palette(scheme: Scheme) -> QPalette:
    """The light or the dark palette of this file."""
    colors: Mapping[QPalette.ColorRole, str] = _DARK if scheme is Scheme.DARK else _LIGHT
    palette = QPalette()
    for role, name in colors.items():
        palette.setColor(role, QColor(name))
    for role in _GREYED:
        palette.setColor(
            QPalette.ColorGroup.Disabled,
            role,
            QColor(colors[Role.Shadow] if scheme is Scheme.LIGHT else "#7d838c"),
        )
    return palette


def _taken(scheme: Scheme) -> bool:
    """Ask the platform for light or dark; True if it knows them."""
    from PySide6.QtCore import Qt

    wanted = Qt.ColorScheme.Dark if scheme is Scheme.DARK else Qt.ColorScheme.Light
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(wanted)
    return hints.colorScheme() is wanted


def _undecided() -> bool:
    """True while the palette is what Qt falls back to, or one of ours, and not a desktop's own."""
    window, highlight = (QApplication.palette().color(role).name() for role in (Role.Window, Role.Highlight))
    return (window, highlight) in _UNDECIDED
