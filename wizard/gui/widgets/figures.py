"""A few large figures side by side, each with what it counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.gui.widgets.label import Label, Style


class Figures(QWidget):
    """Each figure stands over its words, which a screen reader reads after it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(32)

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Each as the figure and its words."""
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for figure, words in figures:
            pair = QWidget()
            column = QVBoxLayout(pair)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Label(figure, Style.FIGURE, wrap=False))
            column.addWidget(Label(words, Style.SMALL, wrap=False))
            self._row.addWidget(pair)
        self._row.addStretch()
