"""Plain text in one of the window's few sizes and weights."""

from __future__ import annotations

import re
from enum import Enum
from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontMetrics, QPalette, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from wizard.gui.theme import colors as color
from wizard.gui.widgets.named import set_named

WRAPPED = 0x1000
"""Qt.TextFlag.TextWordWrap, which QPainter and QFontMetrics take as a number."""

# As much of a word as may stand on one line.
_LONG_WORD = re.compile(r"[^\s-]{36}(?=[^\s-])")
# An option of a command, which no line ends inside: "--" belongs to the word behind it.
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z0-9-]*")
_JOINED = "-\N{WORD JOINER}"


class Style(Enum):
    """(size as a share of the body's, weight, whether the colour steps back)."""

    TITLE = (1.65, QFont.Weight.DemiBold, False)
    DECISION = (1.3, QFont.Weight.DemiBold, False)
    HEADING = (1.1, QFont.Weight.DemiBold, False)
    STRONG = (1.0, QFont.Weight.DemiBold, False)
    BODY = (1.0, QFont.Weight.Normal, False)
    QUIET = (1.0, QFont.Weight.Normal, True)
    SMALL = (0.9, QFont.Weight.Normal, True)
    OVERLINE = (0.9, QFont.Weight.DemiBold, True)
    FIGURE = (2.0, QFont.Weight.DemiBold, False)
    CODE = (0.95, QFont.Weight.Normal, False)


def font_of(style: Style) -> QFont:
    """The application's font as it is now, in this style."""
    base = QApplication.font()
    if base != _Styled.base:
        _Styled.base, _Styled.fonts = base, {}
    font = _Styled.fonts.get(style)
    if font is None:
        font = _Styled.fonts[style] = _styled(base, style)
    return QFont(font)


class _Styled:
    """Kept, since a window asks for them again and again while it finds its layout."""

    base: QFont | None = None
    fonts: ClassVar[dict[Style, QFont]] = {}


def _styled(base: QFont, style: Style) -> QFont:
    size, weight, _ = style.value
    font = QFont(base)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * size)
    else:
        font.setPixelSize(round(font.pixelSize() * size))
    font.setWeight(weight)
    if style is Style.CODE:
        from PySide6.QtGui import QFontDatabase

        font.setFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
    return font


class Label(QLabel):
    """Text that is never read as markup, wraps, and follows font and palette.

    A text from a file, from AWS or from a translation is shown letter by letter.
    """

    def __init__(
        self, text: str = "", style: Style = Style.BODY, parent: QWidget | None = None, *, wrap: bool = True
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._dressing = False
        set_named(self, textFormat="PlainText")
        self.setWordWrap(wrap)
        if style is Style.CODE:
            # A command is read from the left in every language, and its lines are indented there.
            set_named(self, layoutDirection="LeftToRight")
        self._turn()
        self.dress()
        self.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._turn()
        if event.type() in (
            QEvent.Type.ApplicationPaletteChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.ParentChange,
        ):
            self.dress()

    def _turn(self) -> None:
        """Begin where the window's language does, and not where the text's own would: m5.large is in no language."""
        if self.isRightToLeft():
            set_named(self, alignment="AlignAbsolute|AlignRight|AlignVCenter")

    def showEvent(self, event: QShowEvent) -> None:
        # Only now is it known on what ground the text stands.
        self.dress()
        super().showEvent(event)

    def dress(self) -> None:
        """Take font and colour anew from the application."""
        if self._dressing:
            return
        self._dressing = True
        self.setFont(font_of(self._style))
        if self._style.value[2] and self.isVisible():
            application = QApplication.palette()
            palette = QPalette()
            role, ground = self.foregroundRole(), self.backgroundRole()
            palette.setColor(role, color.quiet(application.color(role), application.color(ground)))
            self.setPalette(palette)
        self._dressing = False


def as_tip(text: str) -> str:
    """A foreign text for a tooltip, which Qt would read as markup where it looks like some."""
    from html import escape  # with all its entities, which no first picture needs

    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>" if text else ""


def breakable(text: str) -> str:
    """A foreign text for a label that wraps: a long word may be broken, and does not push the window apart.

    An option of a command is not.
    """
    text = _OPTION.sub(lambda option: option.group().replace("-", _JOINED), text)
    return _LONG_WORD.sub("\\g<0>\u200b", text)


def line_width(characters: int) -> int:
    """The width in pixels of so many average characters of body text."""
    return QFontMetrics(QApplication.font()).averageCharWidth() * characters


def line_height() -> int:
    """The height in pixels of a line of body text."""
    return QFontMetrics(QApplication.font()).height()
