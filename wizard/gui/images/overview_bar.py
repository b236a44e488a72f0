"""Tiles that count what holds images back, and leave only those in the table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wizard.gui.images.scope_row import ScopeRow
from wizard.gui.texts import gettext, render
from wizard.gui.theme import colors as color
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.frame import paint_frame
from wizard.gui.widgets.label import Style, as_tip, font_of, line_width
from wizard.gui.widgets.pointed import Pointed
from wizard.model.assessment.overview import Group, Overview, Tally
from wizard.report.images.groups import GROUPS, tally_said

_PADDING = 9
_GAP = 8
# In a lower window the table gets the room.
_LOWEST_LINES = 50
_WRAP = int(Qt.TextFlag.TextWordWrap)


class Tile(Pointed, QPushButton):
    """How many images are in a group, and what uses them. Pressed, it leaves only those; once more, all."""

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = group
        self._title = render(GROUPS[group])
        self._count = self._users = ""
        self._size: QSize | None = None
        self._brief: QSize | None = None
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setForegroundRole(QPalette.ColorRole.NoRole)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_tally(Tally())

    def show_tally(self, tally: Tally) -> None:
        """Say how many, and what uses them."""
        self._count, self._users = number(tally.images), render(tally_said(tally)) if tally.images else ""
        self._brief = None
        self.setAccessibleName(f"{self._count} {self._title}")
        self.setAccessibleDescription(self._users)
        self.setToolTip(as_tip(self._users))
        self.setEnabled(tally.images > 0 or self.isChecked())
        self.updateGeometry()
        self.update()

    def take(self, size: QSize | None) -> None:
        """Be of this size, or with None as brief as one line."""
        if size != self._size:
            self._size = size
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        if self._size is not None:
            return self._size
        if self._brief is None:
            metrics, title = QFontMetrics(font_of(Style.STRONG)), QFontMetrics(font_of(Style.SMALL))
            width = metrics.horizontalAdvance(self._count) + 6 + title.horizontalAdvance(self._title)
            self._brief = QSize(width + 2 * _PADDING, metrics.height() + 8)
        # A row of tiles asks dozens of times while it finds its lines.
        return self._brief

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._brief = None
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 20)

    def height_for(self, width: int) -> int:
        """How tall it has to be at this width, in three parts."""
        return _PADDING * 2 + sum(rect.height() for rect, _, _ in self._parts(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(
            painter,
            self,
            chosen=self.isChecked() or self.isDown(),
            pointed=self.pointed and self.isEnabled(),
            focused=self.hasFocus(),
        )
        palette = self.palette()
        ground, ink = palette.color(self.backgroundRole()), palette.color(self.foregroundRole())
        quiet = color.quiet(ink, color.tint(palette, ground) if self.isChecked() else ground)
        if self._size is None:
            self._paint_line(painter, ink, quiet)
        else:
            top = _PADDING
            for rect, style, text in self._parts(self.width()):
                painter.setFont(font_of(style))
                painter.setPen(quiet if style is Style.SMALL else ink)
                # As wide as there is room: from right to left it begins at the other end.
                place = QRect(_PADDING, top, self.width() - 2 * _PADDING, rect.height())
                painter.drawText(place, _WRAP, text)
                top += rect.height()
        painter.end()

    def _paint_line(self, painter: QPainter, ink: QColor, quiet: QColor) -> None:
        rect = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        for style, pen, text in ((Style.STRONG, ink, self._count), (Style.SMALL, quiet, self._title)):
            painter.setFont(font_of(style))
            painter.setPen(pen)
            painter.drawText(rect, middle, text)
            taken = QFontMetrics(font_of(style)).horizontalAdvance(text) + 6
            rect.adjust(*((0, 0, -taken, 0) if self.isRightToLeft() else (taken, 0, 0, 0)))

    def _parts(self, width: int) -> list[tuple[QRect, Style, str]]:
        inner = QRect(0, 0, max(1, width - 2 * _PADDING), 10_000)
        return [
            (QFontMetrics(font_of(style)).boundingRect(inner, _WRAP, text), style, text)
            for style, text in (
                (Style.DECISION, self._count),
                (Style.BODY, self._title),
                (Style.SMALL, self._users),
            )
        ]


class OverviewBar(QWidget):
    """A tile for each group, in a row; where that has no room, as many lines of brief ones as it takes. Then `scope`.

    changed: another tile is chosen, or none.
    """

    changed = Signal()

    def __init__(self, *, can_fit: bool = False, parent: QWidget | None = None) -> None:
        """can_fit: as in ScopeRow; its page has much else on it, so that tiles are brief there."""
        super().__init__(parent)
        self._brief = can_fit
        self.scope = ScopeRow(can_fit=can_fit)
        self.setAccessibleName(gettext("What holds the images back"))
        self.tiles = tuple(Tile(group) for group in Group)
        self._row = FlowRow(self)
        self._row.fill((*self.tiles, self.scope))
        self.scope.offer(0)
        self.scope.reshaped.connect(self._row.refit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        for tile in self.tiles:
            tile.clicked.connect(self._press)
        self._arrange()

    @property
    def chosen(self) -> Group | None:
        """The group that is pressed."""
        return next((tile.counts for tile in self.tiles if tile.isChecked()), None)

    def choose(self, group: Group | None) -> None:
        """Press this one, or none."""
        for tile in self.tiles:
            tile.setChecked(tile.counts is group)
        self.changed.emit()

    def show_overview(self, overview: Overview) -> None:
        """Count anew."""
        for tile in self.tiles:
            tile.show_tally(overview.tally(tile.counts))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def _press(self) -> None:
        for tile in self.tiles:
            if tile is not self.sender():
                tile.setChecked(False)
        self.changed.emit()

    def _arrange(self) -> None:
        each = (self.width() - _GAP * (len(self.tiles) - 1)) // len(self.tiles)
        low = self.window().height() < _LOWEST_LINES * self.fontMetrics().height()
        brief = self._brief or low or each < line_width(15)
        tallest = 0 if brief else max(tile.height_for(each) for tile in self.tiles)
        for tile in self.tiles:
            tile.take(None if brief else QSize(each, tallest))
        self._row.refit()
