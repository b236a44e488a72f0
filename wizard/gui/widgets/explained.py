"""Words that say what they mean when one points at them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPoint, QSize
from PySide6.QtGui import QColor, QCursor, QHelpEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QToolButton, QToolTip, QWidget

from wizard.gui.terms import explained
from wizard.gui.texts import gettext
from wizard.gui.theme import colors as color
from wizard.gui.theme.icons import draw_icon
from wizard.gui.widgets.label import Label, Style

_NO_BREAK = "\N{NON-BREAKING HYPHEN}"


def show_term(id: str, place: QPoint, widget: QWidget) -> None:
    """Show what a word means beside a place on the screen, until one goes on."""
    text = explained(id)
    if text:
        said, break_, command = text.partition("\n\n")
        # A command is not broken within a word: "--" at the end of a line belongs to what follows.
        text = said + break_ + command.replace("-", _NO_BREAK)
        # As markup only for its line breaks to be the tip's own; what is in it stays letters.
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
        QToolTip.showText(place, f"<p>{escaped}</p>", widget)


class TermLabel(Label):
    """A dotted line under a word that is explained where one points at it. term: its id."""

    def __init__(
        self, text: str, term: str, style: Style = Style.QUIET, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, style, parent, wrap=False)
        self._term = term

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            show_term(self._term, event.globalPos(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        from PySide6.QtCore import Qt

        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._ink(), 1, Qt.PenStyle.DotLine))
        below = self.fontMetrics().ascent() + 2.5
        width = self.fontMetrics().horizontalAdvance(self.text())
        left = self.width() - width if self.isRightToLeft() else 0
        painter.drawLine(QLineF(left, below, left + width, below))
        painter.end()

    def _ink(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.WindowText)


class ExplainButton(QToolButton):
    """A question mark beside a question; the key F1 does the same from the question's field."""

    def __init__(self, term: str, name: str, parent: QWidget | None = None) -> None:
        """name: what is explained, for a screen reader."""
        from PySide6.QtCore import Qt

        super().__init__(parent)
        self._term = term
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(gettext("What does it mean? {question}").replace("{question}", name))
        self.setCursor(Qt.CursorShape.WhatsThisCursor)
        self.clicked.connect(lambda: self.explain(QCursor.pos()))

    def explain(self, place: QPoint) -> None:
        """Show the explanation at a place on the screen."""
        show_term(self._term, place, self)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() + 4
        return QSize(side, side)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self.explain(event.globalPos())
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        ground = palette.color(self.backgroundRole())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = (
            color.accent(palette, ground)
            if self.underMouse()
            else color.quiet(palette.color(self.foregroundRole()), ground)
        )
        draw_icon(painter, self.rect().toRectF().adjusted(2, 2, -2, -2), "unknown", ink)
        painter.end()
