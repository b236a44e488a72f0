"""How the window's width is shared: steps, page, and the decision beside the page or under it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from wizard.gui.shell.button_bar import ButtonBar
from wizard.gui.shell.step_list import StepList
from wizard.gui.shell.summary_line import SummaryLine
from wizard.gui.shell.summary_panel import SummaryPanel
from wizard.gui.widgets.label import line_width
from wizard.gui.widgets.named import set_named
from wizard.gui.widgets.page import Page, tab_chain

_STEPS = 36
_SIDE = 42
_PAGE = 80
_WIDE_PAGE = 108


class MainLayout(QWidget):
    """The panel stands beside the page where both have room, and is one line under it elsewhere.

    It makes the parts of the window: step_list, pages, button_bar, summary and line.
    Widths are reckoned in characters, so that larger text gets more.
    """

    def __init__(self) -> None:
        super().__init__()
        self.step_list = StepList()
        self.pages = QStackedWidget()
        self.button_bar = ButtonBar()
        self.summary = SummaryPanel()
        self.line = SummaryLine()
        self._wide = False
        self._lined = True
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._left = QScrollArea()
        self._left.setWidget(self.step_list)
        self._left.setWidgetResizable(True)
        set_named(
            self._left,
            frameShape="NoFrame",
            focusPolicy="NoFocus",
            horizontalScrollBarPolicy="ScrollBarAlwaysOff",
        )
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self.pages, 1)
        self._middle.addWidget(self.line)
        self._middle.addWidget(self.button_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addLayout(self._middle, 1)
        row.addWidget(self.summary)
        self._after = (self.button_bar, self.step_list)

    def put_on_top(self, widget: QWidget) -> None:
        """Show something above the page."""
        self._middle.insertWidget(0, widget)

    def put_in_order(self, page: Page) -> None:
        """Let the Tab key go through the page, then Back and Next, then the steps."""
        chain = page.tab_chain()
        for part in self._after:
            # The step that is a stop changes with each move.
            chain += tab_chain(part, sometimes=True)
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def suit(self, *, wide: bool, line: bool) -> None:
        """Suit a page. wide: it has a table or a sheet of paper on it; line: the decision is not said on it."""
        self._wide, self._lined = wide, line
        self.share()

    def share(self) -> None:
        """Share the width anew."""
        width = self.width()
        step_list, side = (min(line_width(wanted), width // 3) for wanted in (_STEPS, _SIDE))
        self._left.setFixedWidth(step_list)
        self.summary.setFixedWidth(side)
        beside = width - step_list - side >= line_width(_WIDE_PAGE if self._wide else _PAGE)
        self.summary.setVisible(beside)
        self.line.setVisible(self._lined and not beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()
