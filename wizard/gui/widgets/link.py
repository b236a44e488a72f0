"""A text that does something when it is clicked, such as opening an address on the web."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from wizard.gui.theme import colors as color
from wizard.gui.widgets.label import WRAPPED, Style, font_of
from wizard.gui.widgets.named import set_named
from wizard.gui.widgets.pointed import HandPointed
from wizard.gui.widgets.rectangle import draw_rect
from wizard.report.visible import visible


def open_address(url: str) -> bool:
    """Open an address in the browser, if it is an https one; False if it was not opened."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    address = QUrl(url, QUrl.ParsingMode.StrictMode)
    return address.isValid() and address.scheme() == "https" and QDesktopServices.openUrl(address)


class TextLink(HandPointed, QAbstractButton):
    """Wraps like text, works like a button; plain text throughout. name: what a screen reader says."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = visible(text, 300)
        self.setAccessibleName(name)
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        # The painter's pen has it from the start.
        self.setForegroundRole(QPalette.ColorRole.Link)
        set_named(self, focusPolicy="StrongFocus")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._text_rect(width).height() + 2

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font_of(Style.SMALL))
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(font_of(Style.SMALL))
        return QSize(metrics.averageCharWidth() * 12, metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        ground = palette.color(self.backgroundRole())
        painter = QPainter(self)
        font = font_of(Style.SMALL)
        font.setUnderline(True)
        painter.setFont(font)
        ink = palette.color(QPalette.ColorRole.Link)
        read = color.readable(ink, palette.color(QPalette.ColorRole.WindowText), ground)
        if read != ink:
            painter.setPen(read)
        painter.drawText(self._text_rect(self.width()), WRAPPED, self._text)
        if self.hasFocus():
            inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            draw_rect(painter, inner, edge=color.accent(palette, ground), width=2)
        painter.end()

    def _text_rect(self, width: int) -> QRect:
        metrics = QFontMetrics(font_of(Style.SMALL))
        wanted = metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), WRAPPED, self._text)
        return QRect(0, 1, max(1, width), wanted.height())


class Link(TextLink):
    """A text that opens an address; the address never becomes markup."""

    def __init__(self, text: str, url: str, name: str, parent: QWidget | None = None) -> None:
        """name: what a screen reader says."""
        super().__init__(text, name, parent)
        self.setAccessibleDescription(url)
        self.setToolTip(visible(url, 200))
        self.clicked.connect(lambda: open_address(url))
