"""Where one pastes an error: a few lines that Tab leads out of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from wizard.gui import color

_LINES = 6
_PADDING = 4


class ErrorBox(QWidget):
    """Plain text with an edge that can be seen in the dark too. changed: the text is another one."""

    changed = Signal()

    def __init__(self, name: str, description: str, hint: str, parent: QWidget | None = None) -> None:
        """hint: shown while there is no text."""
        super().__init__(parent)
        self._text = QPlainTextEdit()
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(hint)
        self._text.setAccessibleName(name)
        self._text.setAccessibleDescription(description)
        self._text.textChanged.connect(self.changed)
        self._text.installEventFilter(self)
        self.setFocusProxy(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.addWidget(self._text)

    def text(self) -> str:
        return self._text.toPlainText()

    def set_text(self, text: str) -> None:
        self._text.setPlainText(text)

    def sizeHint(self) -> QSize:
        return QSize(400, self._text.fontMetrics().lineSpacing() * _LINES + 4 * _PADDING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        ground = palette.color(QPalette.ColorRole.Base)
        focused = self._text.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color.accent(palette, ground) if focused else color.outline(palette, ground), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5)
        painter.end()
