"""What every page has: a title, a line of explanation, and room that scrolls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wizard.gui.widgets.label import Label, Style, line_width

MARGIN = 32
_LONGEST_LINE = 92


@dataclass(frozen=True, slots=True)
class Blocker:
    """A control that has no answer in it, and what to do about it."""

    control: QWidget
    text: str


def tab_chain(widget: QWidget, stops: Qt.FocusPolicy = Qt.FocusPolicy.TabFocus) -> list[QWidget]:
    """The controls inside a widget, in the order in which the Tab key finds them now.

    stops: what counts as one; with ClickFocus also those at which the key stops only sometimes.
    """
    inside: list[QWidget] = []
    at = widget.nextInFocusChain()
    while at is not None and at is not widget:
        if at.focusPolicy() & stops and widget.isAncestorOf(at):
            inside.append(at)
        at = at.nextInFocusChain()
    return inside


def put_behind(before: QWidget, controls: Iterable[QWidget]) -> None:
    """Let the Tab key find these next after `before`; Qt puts what is made late behind all the rest."""
    for control in controls:
        QWidget.setTabOrder(before, control)
        before = control


class Page(QScrollArea):
    """A scrolling column on the palette's base colour, no wider than lines can be read.

    Subclasses fill `column`, and `head` beside the title. wide: the column takes all the width there is. arranged: other
    controls are on the page than before.
    """

    arranged = Signal()

    def __init__(
        self, title: str, explanation: str, parent: QWidget | None = None, *, wide: bool = False
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        self._wide = wide
        sheet = QWidget()
        sheet.setBackgroundRole(QPalette.ColorRole.Base)
        sheet.setAutoFillBackground(True)
        self._holder = QWidget()
        # A row, so that the column's height is reckoned from the width that it really gets.
        row = QHBoxLayout(sheet)
        row.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        row.setSpacing(0)
        row.addWidget(self._holder, 1000)
        row.addStretch(1)
        whole = QVBoxLayout(self._holder)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.column = QVBoxLayout()
        self.column.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.addWidget(Label(title, Style.TITLE), 1)
        self.column.addLayout(self.head)
        if explanation:
            self.column.addSpacing(6)
            self.column.addWidget(Label(explanation, Style.QUIET))
        whole.addLayout(self.column)
        if not wide:
            whole.addStretch()
        self.measure()
        self.setWidget(sheet)

    def refresh(self) -> None:
        """Show what the conversation says now."""

    def first_control(self) -> QWidget | None:
        """What gets the focus when the page is come to."""
        return None

    def show_question(self, id: str) -> None:
        """Bring a question into sight, with the focus on it; nothing where the page does not ask it."""

    def blocker(self) -> Blocker | None:
        """What must be mended before one goes on; None if all is well."""
        return None

    def show_blocker(self, blocker: Blocker) -> None:
        """Bring what keeps the person from going on into sight, and say there what is to be done."""

    def tab_chain(self) -> list[QWidget]:
        """The page's controls in the order of the Tab key."""
        return tab_chain(self)

    def measure(self) -> None:
        """Set the column's width by the text size as it is now."""
        if not self._wide:
            self._holder.setMaximumWidth(line_width(_LONGEST_LINE))
