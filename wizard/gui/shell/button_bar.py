"""Back and Next, and a line that says what just happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from wizard.gui.texts import gettext
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.link import TextLink
from wizard.gui.widgets.page import MARGIN


class ButtonBar(QWidget):
    """The buttons under the page. Next is the default button: Enter presses it from anywhere on the page."""

    back = Signal()
    next = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._back = QPushButton(gettext("&Back"))
        self._next = QPushButton(gettext("&Next"))
        self._next.setDefault(True)
        # An automatic default stops being one when the focus leaves it.
        self._next.setAutoDefault(False)
        self._back.setAutoDefault(True)
        for button in (self._back, self._next):
            button.setMinimumWidth(112)
        self._back.clicked.connect(self.back)
        self._next.clicked.connect(self.next)
        self._message = Label("", Style.QUIET)
        self._offers = QHBoxLayout()
        self._offers.setSpacing(12)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 12, MARGIN, 16)
        layout.setSpacing(12)
        layout.addWidget(self._message, 1)
        layout.addLayout(self._offers)
        layout.addWidget(self._back)
        layout.addWidget(self._next)

    def first_control(self) -> QWidget:
        """What gets the focus where a page has nothing to give it to."""
        return self._next

    def show_place(self, *, first: bool, last: bool) -> None:
        """At the last step the button does what one came for."""
        self._back.setEnabled(not first)
        self._next.setText(gettext("Save &PDF…") if last else gettext("&Next"))

    def say(self, text: str) -> None:
        """Show a sentence, and tell it to a screen reader."""
        self._message.setText(text)
        self.offer(())
        if text:
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._message, text))

    def offer(self, offers: Iterable[tuple[str, Callable[[], object]]]) -> None:
        """Show beside the sentence what can be done about it; the next sentence takes it away."""
        while (item := self._offers.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for text, act in offers:
            button = TextLink(text, text)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, act=act: act())
            self._offers.addWidget(button)
