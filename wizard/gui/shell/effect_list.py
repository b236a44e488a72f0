"""What each answer did, in the panel at the side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.gui.texts import gettext, render
from wizard.gui.theme import colors as color
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.frame import mirrored, set_margins
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.rectangle import draw_rect

if TYPE_CHECKING:
    from wizard.flow.effects import Effect

_LONGEST = 160
_MARGIN = 10


class EffectList(QWidget):
    """A row for each answer, with the types that it took away; the last one marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Label(gettext("What your answers did"), Style.OVERLINE))
        self._column.addSpacing(6)
        self.hide()

    def show_effects(self, effects: Sequence[Effect], last: str | None) -> None:
        """last: the question that was answered last."""
        while len(self._rows) < len(effects):
            row = _Row()
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(effects))
            if place < len(effects):
                row.show_effect(effects[place], last == effects[place].question.id)
        self.setVisible(bool(effects))


class _Row(QWidget):
    """The answer at the left, what it did at the right; a bar before it says that it was the last."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt

        super().__init__()
        self._last = False
        self._text, self._more = Label(""), Label("", Style.SMALL)
        self._count = Label("", Style.STRONG, wrap=False)
        self._more.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._more)
        line = QHBoxLayout(self)
        set_margins(line, _MARGIN, 4, 0, 4)
        line.setSpacing(8)
        line.addLayout(words, 1)
        line.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)

    def show_effect(self, effect: Effect, last: bool) -> None:
        """last: it was answered just now."""
        change = effect.after - effect.before
        said, did = render(effect.said, _LONGEST), render(effect.text)
        self._text.setText(said)
        self._count.setText(f"{'+' if change > 0 else '–'}{number(abs(change))}" if change else "±0")
        numbers = gettext("{before} before, {after} now").replace("{before}", number(effect.before))
        self._more.setText(numbers.replace("{after}", number(effect.after)))
        self._more.setVisible(last and bool(change))
        self.setAccessibleName(f"{said}: {did}")
        if last is not self._last:
            self._last = last
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._last:
            return
        painter = QPainter(self)
        palette = self.palette()
        ink = color.accent(palette, palette.color(self.backgroundRole()))
        draw_rect(painter, mirrored(self, QRectF(0, 4, 3, self.height() - 8)), fill=ink)
        painter.end()
