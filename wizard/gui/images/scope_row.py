"""Which images are there at all: all, or those that fit the answers; and the way to know what uses them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from wizard.gui.texts import gettext, ngettext
from wizard.gui.theme.icons import put_icon
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.chip import Chip


class ScopeRow(QWidget):
    """changed: all images are wanted now, or only those that fit. asked: what uses the blocked ones? reshaped: it needs
    more room or less.

    can_fit: whether there are answers that images can fit.
    """

    changed = Signal()
    asked = Signal()
    reshaped = Signal()

    def __init__(self, *, can_fit: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_fit = can_fit
        self.fitting = can_fit
        self._chip = Chip(gettext("fits your answers"))
        self._chip.setToolTip(gettext("Only AMIs that fit your answers are shown. Press to see all."))
        self._only = QPushButton(gettext("&Only what fits your answers"))
        self._ask = QPushButton()
        put_icon(self._ask, "search")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self._chip, self._only, self._ask):
            row.addWidget(button)
        row.addStretch()
        self._only.setAutoDefault(True)
        self._ask.setAutoDefault(True)
        self._chip.clicked.connect(lambda: self._fit(False))
        self._only.clicked.connect(lambda: self._fit(True))
        self._ask.clicked.connect(self.asked)
        self.offer(0)
        self._show()

    def offer(self, unknown: int) -> None:
        """Offer to ask about so many blocked images of which nobody knows what uses them."""
        text = ngettext(
            "Ask &what uses the {count} blocked image", "Ask &what uses the {count} blocked images", unknown
        )
        self._ask.setText(text.replace("{count}", number(unknown)))
        self._ask.setVisible(unknown > 0)
        self._hide_empty()

    def _fit(self, fitting: bool) -> None:
        had_focus = self._chip.hasFocus() or self._only.hasFocus()
        self.fitting = fitting
        self._show()
        if had_focus:
            (self._chip if fitting else self._only).setFocus()
        self.changed.emit()

    def _show(self) -> None:
        self._chip.setVisible(self._can_fit and self.fitting)
        self._only.setVisible(self._can_fit and not self.fitting)
        self._hide_empty()

    def _hide_empty(self) -> None:
        # Before it stands anywhere, to be visible would be to be a window.
        if self.parentWidget() is not None:
            self.setVisible(self._can_fit or not self._ask.isHidden())
            self.reshaped.emit()
