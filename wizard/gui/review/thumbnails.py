"""All pages of the report beside the one that is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QIcon, QPalette, Qt
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QWidget

from wizard.gui.review.sheet import size_of, small
from wizard.gui.texts import gettext

_WIDTH = 84


class Thumbnails(QListWidget):
    """A small picture of each page with its number. chosen (int): go to this page, the first is 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Sequence[bytes] = ()
        self.setAccessibleName(gettext("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setSpacing(6)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH + 12 + 12 + self.verticalScrollBar().sizeHint().width())
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.currentRowChanged.connect(self._choose)
        # One after the other: each has to be unpacked.
        self._drawing = QTimer(self, interval=0)
        self._drawing.timeout.connect(self._draw_next)

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """In place of the last ones; the page that is marked stays so."""
        row = max(0, self.currentRow())
        self.blockSignals(True)
        self.clear()
        self._pages = pages
        text = gettext("Page {number} of {pages}").replace("{pages}", str(len(pages)))
        for number, page in enumerate(pages, 1):
            item = QListWidgetItem(str(number), self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text.replace("{number}", str(number)))
            item.setToolTip(text.replace("{number}", str(number)))
            size = size_of(page)
            tall = round(size.height() * _WIDTH / max(1, size.width()))
            item.setSizeHint(QSize(_WIDTH + 12, tall + 10 + self.fontMetrics().height()))
            self.setIconSize(QSize(_WIDTH, tall))
        self.setCurrentRow(min(row, len(pages) - 1))
        self.blockSignals(False)
        self._drawing.start()

    def mark(self, page: int) -> None:
        """Mark the page that is being read."""
        self.blockSignals(True)
        self.setCurrentRow(page)
        self.blockSignals(False)

    def _draw_next(self) -> None:
        row = next((row for row in range(self.count()) if self.item(row).icon().isNull()), None)
        if row is None:
            self._drawing.stop()
            return
        picture = small(self._pages[row], _WIDTH, self.devicePixelRatioF())
        sign = QIcon(picture)
        # The marked page has a marked number; its picture stays as it prints.
        sign.addPixmap(picture, QIcon.Mode.Selected)
        self.item(row).setIcon(sign)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)
