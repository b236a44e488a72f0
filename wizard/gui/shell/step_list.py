"""The steps at the left: each with its answers, its keys and its mark."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from wizard.flow.steps import STEPS
from wizard.flow.walk import StepState, Walk
from wizard.gui.texts import gettext, render
from wizard.gui.theme import colors as color
from wizard.gui.theme.icons import draw_icon
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.frame import mirrored, set_margins
from wizard.gui.widgets.label import WRAPPED, Label, Style, font_of
from wizard.gui.widgets.pointed import Pointed
from wizard.gui.widgets.rectangle import draw_rect
from wizard.report.visible import visible

_LEFT = 20
_RIGHT = 12
_ABOVE = 10
_MOST_LINES = 2
_UNIT = re.compile(r"(?<=\d) (?=(?:vCPUs?|[GM]iB|GB|Gbit/s|USD)\b)")


class StepItem(Pointed, QAbstractButton):
    """A button that is as tall as what it says. first, last: where the joining line begins and ends."""

    def __init__(self, title: str, parent: QWidget | None = None, *, first: bool, last: bool) -> None:
        super().__init__(parent)
        self.title = title
        self._ends = (first, last)
        self._summary = ""
        self._state = StepState.CURRENT if first else StepState.TODO
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setForegroundRole(QPalette.ColorRole.NoRole)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def become(self, state: StepState, summary: str, spoken: str) -> None:
        """Show a state and the answers of the step; spoken: all of it, for a screen reader."""
        # A figure and its unit stay on one line.
        summary = _UNIT.sub("\u00a0", summary)
        if (state, summary) != (self._state, self._summary):
            self._state, self._summary = state, summary
            self.updateGeometry()
            self.update()
        self.setAccessibleName(spoken)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = QFontMetrics(font_of(Style.STRONG)).height() + 2 * _ABOVE
        return height + 2 + self._summary_height(width) if self._summary else height

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        # A Qt button would hand the focus on by itself; the list knows which way.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        ground, ink = palette.color(self.backgroundRole()), palette.color(self.foregroundRole())
        self._paint_ground(painter)
        side, line = _sign_side(), QFontMetrics(font_of(Style.BODY)).height()
        sign = mirrored(self, QRectF(_LEFT, _ABOVE + (line - side) / 2, side, side))
        self._paint_line(painter, sign)
        todo = self._state in (StepState.TODO, StepState.PASSED)
        sign_ink = color.quiet(ink, ground) if todo else color.accent(palette, ground)
        draw_icon(painter, sign, f"steps/{self._state}", sign_ink)
        self._paint_text(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        current, focused = self._state is StepState.CURRENT, self.hasFocus()
        if not (current or focused or self.pointed):
            return
        palette = self.palette()
        ground = palette.color(self.backgroundRole())
        draw_rect(
            painter,
            QRectF(self.rect()).adjusted(8, 1, -4, -1),
            6,
            fill=color.tint(palette, ground, 0.12 if current else 0.05),
            edge=color.accent(palette, ground) if focused else None,
            width=2,
        )

    def _paint_line(self, painter: QPainter, sign: QRectF) -> None:
        palette = self.palette()
        line = color.hairline(palette, palette.color(self.backgroundRole()))
        middle = round(sign.center().x()) - 1
        first, last = self._ends
        if not first:
            draw_rect(painter, QRectF(middle, 0, 2, sign.top() - 3), fill=line)
        if not last:
            below = QRectF(middle, sign.bottom() + 3, 2, self.height() - sign.bottom() - 3)
            draw_rect(painter, below, fill=line)

    def _paint_text(self, painter: QPainter) -> None:
        palette = self.palette()
        ink, ground = palette.color(self.foregroundRole()), palette.color(self.backgroundRole())
        inner = self.width() - _text_left() - _RIGHT
        font = font_of(Style.STRONG if self._state is StepState.CURRENT else Style.BODY)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        if self._state is StepState.TODO:
            painter.setOpacity(color.strength(ink, ground))
        title = _elided(self.title, metrics, inner)
        at = mirrored(self, QRectF(_text_left(), _ABOVE, inner, metrics.height()))
        painter.drawText(at, 0, title)
        if self._summary:
            painter.setFont(font_of(Style.SMALL))
            painter.setOpacity(color.strength(ink, color.tint(palette, ground, 0.12)))
            top = _ABOVE + metrics.height() + 2
            below = mirrored(self, QRectF(_text_left(), top, inner, self._summary_height(self.width())))
            painter.drawText(below, WRAPPED, self.shown_summary(inner))

    def shown_summary(self, width: int) -> str:
        """As many words as two lines hold, and a mark where there are more."""
        metrics = QFontMetrics(font_of(Style.SMALL))
        words, room = self._summary.split(" "), QRect(0, 0, max(1, width), 10_000)
        shown = self._summary
        while metrics.boundingRect(room, WRAPPED, shown).height() > _MOST_LINES * metrics.lineSpacing():
            if len(words) == 1:
                break
            words.pop()
            shown = " ".join(words).rstrip(" ·,:") + "…"
        return shown

    def _summary_height(self, width: int) -> int:
        """Two lines at most; the rest is on the page itself."""
        metrics = QFontMetrics(font_of(Style.SMALL))
        room = QRect(0, 0, max(1, width - _text_left() - _RIGHT), 10_000)
        return min(
            metrics.boundingRect(room, WRAPPED, self._summary).height(), _MOST_LINES * metrics.lineSpacing()
        )


def _elided(text: str, metrics: QFontMetrics, width: int) -> str:
    if metrics.horizontalAdvance(text) <= width:
        return text
    from PySide6.QtCore import Qt

    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _sign_side() -> int:
    """The signs grow with the text."""
    return max(18, round(QFontMetrics(font_of(Style.BODY)).height() * 1.15))


def _text_left() -> int:
    return _LEFT + _sign_side() + 12


_LONGEST_SUMMARY = 300


class StepList(QWidget):
    """A button for each step. Up and Down walk along them, Enter or Space or a click goes there.

    chosen: the id of the step to go to.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(gettext("Steps"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(0)
        self._steps: dict[str, StepItem] = {}
        for place, step in enumerate(STEPS):
            button = StepItem(render(step.title), first=place == 0, last=place == len(STEPS) - 1)
            button.setAccessibleName(button.title)
            button.clicked.connect(lambda _=False, id=step.id: self.chosen.emit(id))
            column.addWidget(button)
            self._steps[step.id] = button
        column.addSpacing(12)
        self._progress = Label("", Style.SMALL)
        set_margins(self._progress, _LEFT, 0, _RIGHT, 0)
        column.addWidget(self._progress)
        column.addStretch()

    def refresh(self, walk: Walk) -> None:
        from PySide6.QtCore import Qt

        answered, asking = walk.progress
        said = gettext("{answered} of {all} answered").replace("{answered}", number(answered))
        self._progress.setText(said.replace("{all}", number(asking)))
        for id, button in self._steps.items():
            state = walk.state(id)
            summary = visible(render(walk.summary(id)), _LONGEST_SUMMARY)
            if state is StepState.NEEDS_ANSWER:
                summary = self._word(state)
            elif state is StepState.PASSED:
                summary = render(walk.passed(id))
            parts = dict.fromkeys((button.title, self._word(state), summary))
            spoken = ", ".join(part for part in parts if part)
            button.become(state, summary, spoken)
            # One stop for the Tab key; from there the arrows lead on.
            policy = Qt.FocusPolicy.StrongFocus if state is StepState.CURRENT else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = list(self._steps.values())
        focused = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if focused is None:
            super().keyPressEvent(event)
        elif by is not None:
            buttons[max(0, min(focused + by, len(buttons) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons[focused].click()
        else:
            super().keyPressEvent(event)

    def _word(self, state: StepState) -> str:
        return {
            StepState.DONE: gettext("answered"),
            StepState.PASSED: gettext("left open"),
            StepState.CURRENT: gettext("current step"),
            StepState.TODO: gettext("to do"),
            StepState.NEEDS_ANSWER: gettext("needs an answer"),
        }[state]
