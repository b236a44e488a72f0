"""Every colour of the window, drawn from the palette: mixtures of its roles and nothing else."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

_READABLE = 4.5
_VISIBLE = 3.0


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with a share (0 to 1) of `other` stirred in; opaque."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        one.redF() * keep + other.redF() * share,
        one.greenF() * keep + other.greenF() * share,
        one.blueF() * keep + other.blueF() * share,
    )


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, from 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def is_dark(palette: QPalette) -> bool:
    """True where the text is lighter than the window."""
    return _luminance(palette.color(QPalette.ColorRole.Window)) < _luminance(
        palette.color(QPalette.ColorRole.WindowText)
    )


class _Contrast:
    high = False


def high_contrast() -> bool:
    """True where the person asked the system for more contrast, once `follow_contrast` has been called."""
    return _Contrast.high


def follow_contrast(application: QApplication) -> None:
    """Look whether the person wants more contrast, now and whenever that changes.

    After the first picture, for it makes all enums of `Qt`.
    """
    from PySide6.QtCore import Qt

    def become(preference: Qt.ContrastPreference) -> None:
        high = preference is Qt.ContrastPreference.HighContrast
        if high is not _Contrast.high:
            _Contrast.high = high
            # All labels take their colours anew.
            application.setPalette(application.palette())

    hints = application.styleHints()
    accessibility = hints.accessibility()
    accessibility.contrastPreferenceChanged.connect(become)
    become(accessibility.contrastPreference())


def quiet(text: QColor, background: QColor) -> QColor:
    """The text colour for second things: softer, and never harder to read than 4.5 to 1."""
    return mixed(background, text, strength(text, background))


def strength(text: QColor, background: QColor) -> float:
    """How opaque second things are drawn in the text's colour to look like `quiet`."""
    return 1.0 if high_contrast() else _strength(text.rgb(), background.rgb())


@lru_cache(maxsize=64)
def _strength(text_rgb: int, background_rgb: int) -> float:
    """Kept: a window has a few colours, and hundreds of labels."""
    text, background = QColor.fromRgb(text_rgb), QColor.fromRgb(background_rgb)
    for step in range(11):
        share = 0.64 + 0.036 * step
        if contrast(mixed(background, text, share), background) >= _READABLE:
            return share
    return 1.0


def accent(palette: QPalette, background: QColor) -> QColor:
    """The accent, pulled towards the text colour until it can be read on this background."""
    return readable(
        palette.color(QPalette.ColorRole.Accent), palette.color(QPalette.ColorRole.Text), background
    )


def hairline(palette: QPalette, background: QColor) -> QColor:
    """The colour of thin lines and frames."""
    text = palette.color(QPalette.ColorRole.WindowText)
    return text if high_contrast() else mixed(background, text, 0.16)


def outline(palette: QPalette, background: QColor) -> QColor:
    """The colour of a control's edge: at least 3 to 1 against the background, as WCAG 2.2 asks."""
    text = palette.color(QPalette.ColorRole.Text)
    for step in range(4, 11):
        candidate = mixed(background, text, step / 10)
        if contrast(candidate, background) >= _VISIBLE:
            return text if high_contrast() else candidate
    return text


def tint(palette: QPalette, background: QColor, share: float = 0.10) -> QColor:
    """A breath of the accent over the background, for what is chosen or pointed at."""
    return (
        background if high_contrast() else mixed(background, palette.color(QPalette.ColorRole.Accent), share)
    )


def readable(color: QColor, text: QColor, background: QColor) -> QColor:
    """The colour, pulled towards the text colour until it reads at 4.5 to 1 on the background."""
    for step in range(11):
        candidate = mixed(color, text, step / 10)
        if contrast(candidate, background) >= _READABLE:
            return candidate
    return text


def _luminance(color: QColor) -> float:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (color.redF(), color.greenF(), color.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
