"""The features of the hardware, each once: no matter, needed, or not wanted."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from wizard.flow.question import Option
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.label import Label, Style, font_of
from wizard.gui.widgets.option_card import inks_of, paint_radio

_AROUND = 4


class FeatureChoice(Enum):
    """What a person wants of a feature."""

    ANY = 0
    NEED = 1
    AVOID = 2


class FeatureList(QWidget):
    """A row for each feature, with a choice of three. chosen (str, FeatureChoice): another choice than before."""

    chosen = Signal(str, object)

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(gettext("Features of the hardware"))
        self._groups: dict[str, QButtonGroup] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        for column, title in enumerate(_titles(), 1):
            self._grid.addWidget(
                Label(title, Style.OVERLINE, wrap=False), 0, column, Qt.AlignmentFlag.AlignHCenter
            )
        for row, option in enumerate(options, 1):
            self._add(row, option)

    def show_wishes(self, need: Sequence[str], avoid: Sequence[str]) -> None:
        """Show what is answered."""
        for feature, group in self._groups.items():
            wish = (
                FeatureChoice.NEED
                if feature in need
                else FeatureChoice.AVOID
                if feature in avoid
                else FeatureChoice.ANY
            )
            group.button(wish.value).setChecked(True)

    def control(self) -> QWidget:
        """The first choice of the first feature."""
        group = next(iter(self._groups.values()))
        return group.checkedButton() or group.button(FeatureChoice.ANY.value)

    def _add(self, row: int, option: Option) -> None:
        label, more = render(option.label), render(option.help)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(label, Style.STRONG))
        words.addWidget(Label(more, Style.SMALL))
        self._grid.addLayout(words, row, 0)
        group = self._groups[option.value] = QButtonGroup(self)
        for wish, title in zip(FeatureChoice, _titles(), strict=True):
            button = _Choice()
            button.setAccessibleName(f"{label}: {title}")
            button.setAccessibleDescription(more)
            button.setToolTip(f"{label}: {title}")
            group.addButton(button, wish.value)
            self._grid.addWidget(button, row, wish.value + 1, Qt.AlignmentFlag.AlignCenter)
        group.button(FeatureChoice.ANY.value).setChecked(True)
        group.idClicked.connect(lambda id, feature=option.value: self.chosen.emit(feature, FeatureChoice(id)))


class _Choice(QRadioButton):
    """A radio button without a label: a circle, and a frame around it where the focus is."""

    def __init__(self) -> None:
        super().__init__()
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def sizeHint(self) -> QSize:
        side = QFontMetrics(font_of(Style.BODY)).height() + 2 * _AROUND
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame, inks = QRectF(self.rect()), inks_of(self)
        if self.hasFocus():
            painter.setPen(QPen(inks[2], 1.5))
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 4, 4)
        paint_radio(
            painter, frame.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND), inks, chosen=self.isChecked()
        )
        painter.end()


def _titles() -> tuple[str, str, str]:
    return gettext("no matter"), gettext("needed"), gettext("not wanted")
