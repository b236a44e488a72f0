"""What scrolls up and down and never sideways: lists of cards, and a dialog on a screen that is too small for it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from wizard.gui.widgets.frame import set_margins

_BORDER = 40
_GAP = 8


class ColumnArea(QScrollArea):
    """Without a frame, as wide as what is in it may be. focus: whether the keyboard scrolls it."""

    def __init__(self, *, focus: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if focus else Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def new_sheet(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    """A widget to scroll, on the ground of lists, and its column without margins."""
    sheet = QWidget()
    sheet.setBackgroundRole(QPalette.ColorRole.Base)
    sheet.setAutoFillBackground(True)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return sheet, column


class ScrollPane(ColumnArea):
    """One column. It takes no focus; what is focused in it comes into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._sheet, self.column = new_sheet(10)
        self.setWidget(self._sheet)
        # What stands in the column keeps away from the bar.
        self.verticalScrollBar().rangeChanged.connect(
            lambda _, most: set_margins(self.column, 0, 0, _GAP if most else 0, 0)
        )

    def minimumSizeHint(self) -> QSize:
        # It never scrolls sideways.
        width = self._sheet.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width() + _GAP
        return QSize(width, super().minimumSizeHint().height())

    @property
    def wanted(self) -> int:
        """How tall everything is at the present width."""
        self.column.activate()
        return self.column.totalHeightForWidth(max(1, self.viewport().width()))

    def make_room(self, dialog: QDialog) -> None:
        """Make the dialog as tall as that, if it is not, and as far as the screen goes."""
        layout = dialog.layout()
        if layout is not None:
            layout.activate()
        missing = self.wanted - self.viewport().height()
        if missing > 0:
            most = dialog.screen().availableSize().height() - _BORDER
            dialog.resize(dialog.width(), min(dialog.height() + missing, max(most, dialog.height())))
