"""All Regions that are asked, each with a sign of how far it has come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizard.gui.texts import gettext, render
from wizard.gui.theme import colors as color
from wizard.gui.theme.icons import draw_icon
from wizard.gui.widgets.frame import mirrored
from wizard.gui.widgets.label import Style, font_of
from wizard.model.account.listing_progress import RegionState
from wizard.model.message import Message

_GAP = 16
_LINE_GAP = 4


class RegionGrid(QWidget):
    """Names in as many columns as there is room for; what the signs say stands in words in its description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: Sequence[RegionState] = ()
        self.setAccessibleName(gettext("Regions"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_states(self, states: Sequence[RegionState]) -> None:
        """A cell for each Region, as it stands now."""
        grown = len(states) != len(self._states)
        self._states = states
        said = "\n".join(f"{state.region}: {self._words(state)}" for state in states)
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        if grown:
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns = self._columns(width)
        lines = -(-len(self._states) // columns)
        return max(0, lines * (self._line() + _LINE_GAP) - _LINE_GAP)

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(480, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._cell(), 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        ground = palette.color(self.backgroundRole())
        ink = palette.color(QPalette.ColorRole.WindowText)
        columns, line = self._columns(self.width()), self._line()
        lines = -(-len(self._states) // columns)
        painter.setFont(font_of(Style.SMALL))
        for place, state in enumerate(self._states):
            # Down the columns, as one reads a list of names.
            column, row = divmod(place, max(1, lines))
            left, top = column * (self._cell() + _GAP), row * (line + _LINE_GAP)
            settled = state.answered or state.problem is not None
            pen = ink if settled else color.quiet(ink, ground)
            sign = color.accent(palette, ground) if settled or state.asked else pen
            draw_icon(painter, mirrored(self, QRectF(left, top, line, line)), _sign(state), sign)
            painter.setPen(pen)
            rect = mirrored(self, QRectF(left + line + 6, top, self._cell() - line - 6, line))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), state.region)
        painter.end()

    def _words(self, state: RegionState) -> str:
        if state.problem is not None:
            return render(state.problem.problem)
        said = Message("not asked yet")
        if state.answered:
            said = Message("answered")
        elif state.asked:
            said = Message("asked")
        return render(said)

    def _columns(self, width: int) -> int:
        return max(1, (width + _GAP) // (self._cell() + _GAP))

    def _cell(self) -> int:
        metrics = QFontMetrics(font_of(Style.SMALL))
        names = (metrics.horizontalAdvance(state.region) for state in self._states)
        return self._line() + 6 + max(names, default=0)

    @staticmethod
    def _line() -> int:
        return QFontMetrics(font_of(Style.SMALL)).height()


def _sign(state: RegionState) -> str:
    if state.problem is not None:
        return "degraded"
    if state.answered:
        return "steps/done"
    return "steps/current" if state.asked else "steps/todo"
