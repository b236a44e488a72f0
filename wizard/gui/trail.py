"""The steps at the left: where one is, what was answered, what is still to do."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette, QPen, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wizard.flow.steps import SHOWN_STEPS
from wizard.flow.walk import StepState, Walk
from wizard.gui import color
from wizard.gui.icons import Icons
from wizard.gui.label import Style, font_of
from wizard.model.message import Translations
from wizard.report.visible import visible

_LEFT = 20
_RIGHT = 12
_ABOVE = 10
_Index = QModelIndex | QPersistentModelIndex
_STATE = Qt.ItemDataRole.UserRole
_SUMMARY = Qt.ItemDataRole.UserRole + 1
_STEP = Qt.ItemDataRole.UserRole + 2


class Trail(QListWidget):
    """A list of steps. Arrow keys look around, Enter, Space or a click goes there.

    chosen: the id of the step to go to.
    """

    chosen = Signal(str)

    def __init__(self, icons: Icons, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translations = translations
        self.setAccessibleName(translations.gettext("Steps"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setItemDelegate(_Step(icons, self))
        for step in SHOWN_STEPS:
            item = QListWidgetItem(step.title.render(translations))
            item.setData(_STEP, step.id)
            self.addItem(item)
        self.itemClicked.connect(self._choose)

    def refresh(self, walk: Walk) -> None:
        for row in range(self.count()):
            item = self.item(row)
            id = item.data(_STEP)
            state = walk.state(id)
            summary = self._line(state, visible(walk.summary(id).render(self._translations), 300))
            if item.data(_STATE) == state and item.data(_SUMMARY) == summary:
                continue
            item.setData(_STATE, state)
            item.setData(_SUMMARY, summary)
            item.setData(Qt.ItemDataRole.ToolTipRole, "")
            spoken = ", ".join(part for part in (item.text(), self._word(state), summary) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            if state is StepState.CURRENT:
                self.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentItem():
            self._choose(self.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_STEP))

    def _word(self, state: StepState) -> str:
        gettext = self._translations.gettext
        return {
            StepState.DONE: gettext("done"),
            StepState.CURRENT: gettext("current step"),
            StepState.TODO: gettext("to do"),
            StepState.NEEDS_ANSWER: gettext("needs an answer"),
        }[state]

    def _line(self, state: StepState, summary: str) -> str:
        if state is StepState.NEEDS_ANSWER:
            return self._word(state)
        return summary


class _Step(QStyledItemDelegate):
    """Paints a step: its sign on a line that joins the steps, its title, its answers."""

    def __init__(self, icons: Icons, trail: Trail) -> None:
        super().__init__(trail)
        self._icons = icons
        self._trail = trail

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        title = QFontMetrics(font_of(Style.STRONG))
        height = title.height() + 2 * _ABOVE
        if index.data(_SUMMARY):
            inner = self._trail.viewport().width() - _text_left() - _RIGHT
            height += 2 + self._summary_rect(index.data(_SUMMARY), inner).height()
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._trail.palette()
        ground = palette.color(QPalette.ColorRole.Window)
        state = index.data(_STATE)
        rect: QRect = option.rect
        self._paint_ground(painter, option, state)
        ink = palette.color(QPalette.ColorRole.WindowText)
        accent = color.accent(palette, ground)
        side, line = _sign_side(), QFontMetrics(font_of(Style.BODY)).height()
        sign = QRectF(_LEFT, rect.top() + _ABOVE + (line - side) / 2, side, side)
        self._paint_line(painter, rect, sign, index)
        sign_ink = color.quiet(ink, ground) if state == StepState.TODO else accent
        self._icons.draw(painter, sign, f"step-{state}", sign_ink)
        self._paint_text(painter, rect, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, state: StepState) -> None:
        palette = self._trail.palette()
        ground = palette.color(QPalette.ColorRole.Window)
        rect = QRectF(option.rect).adjusted(8, 1, -4, -1)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._trail.hasFocus()
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if state == StepState.CURRENT or pointed or focused:
            painter.setPen(QPen(color.accent(palette, ground), 2) if focused else Qt.PenStyle.NoPen)
            fill = color.tint(palette, ground, 0.12 if state == StepState.CURRENT else 0.05)
            painter.setBrush(fill if not focused or state == StepState.CURRENT else ground)
            painter.drawRoundedRect(rect, 6, 6)

    def _paint_line(self, painter: QPainter, rect: QRect, sign: QRectF, index: _Index) -> None:
        palette = self._trail.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color.hairline(palette, palette.color(QPalette.ColorRole.Window)))
        middle = round(sign.center().x()) - 1
        if index.row() > 0:
            painter.drawRect(QRectF(middle, rect.top(), 2, sign.top() - 3 - rect.top()))
        if index.row() < self._trail.count() - 1:
            painter.drawRect(QRectF(middle, sign.bottom() + 3, 2, rect.bottom() - sign.bottom() - 2))

    def _paint_text(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        palette = self._trail.palette()
        text, paper = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
        state = index.data(_STATE)
        inner = rect.width() - _text_left() - _RIGHT
        font = font_of(Style.STRONG if state == StepState.CURRENT else Style.BODY)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(color.quiet(text, paper) if state == StepState.TODO else text)
        title = metrics.elidedText(index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, inner)
        painter.drawText(QRect(_text_left(), rect.top() + _ABOVE, inner, metrics.height()), 0, title)
        summary = index.data(_SUMMARY)
        if summary:
            painter.setFont(font_of(Style.SMALL))
            painter.setPen(color.quiet(text, color.tint(palette, paper, 0.12)))
            below = self._summary_rect(summary, inner)
            below.translate(_text_left(), rect.top() + _ABOVE + metrics.height() + 2)
            painter.drawText(below, int(Qt.TextFlag.TextWordWrap), summary)

    @staticmethod
    def _summary_rect(summary: str, width: int) -> QRect:
        """Two lines at most; the rest is on the page itself."""
        metrics = QFontMetrics(font_of(Style.SMALL))
        needed = metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), int(Qt.TextFlag.TextWordWrap), summary)
        return QRect(0, 0, max(1, width), min(needed.height(), 2 * metrics.lineSpacing()))


def _sign_side() -> int:
    """The signs grow with the text."""
    return max(18, round(QFontMetrics(font_of(Style.BODY)).height() * 1.15))


def _text_left() -> int:
    return _LEFT + _sign_side() + 12
