"""The features of the hardware, each once: no matter, needed, or not wanted."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from wizard.flow.question import Option
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.label import Label, Style


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
            button = QRadioButton()
            button.setAccessibleName(f"{label}: {title}")
            button.setAccessibleDescription(more)
            button.setToolTip(f"{label}: {title}")
            group.addButton(button, wish.value)
            self._grid.addWidget(button, row, wish.value + 1, Qt.AlignmentFlag.AlignCenter)
        group.button(FeatureChoice.ANY.value).setChecked(True)
        group.idClicked.connect(lambda id, feature=option.value: self.chosen.emit(feature, FeatureChoice(id)))


def _titles() -> tuple[str, str, str]:
    return gettext("no matter"), gettext("needed"), gettext("not wanted")
