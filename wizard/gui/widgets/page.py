"""What every page has: a title, a line of explanation, and room that scrolls."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from wizard.gui.widgets.label import Label, Style, line_height, line_width
from wizard.gui.widgets.named import set_named
from wizard.model.frozen import frozen

MARGIN = 32
_LOW_MARGIN = 12
_LOW = 46
_LONGEST_LINE = 132
# What Qt has inside these is its own affair.
_WHOLE = ("QAbstractItemView", "QAbstractSpinBox", "QComboBox", "QLineEdit", "QTabBar")


@frozen
class Blocker:
    """A control that has no answer in it, and what to do about it."""

    control: QWidget
    text: str


def tab_chain(widget: QWidget, *, sometimes: bool = False) -> list[QWidget]:
    """The controls inside a widget, in the order in which they are laid out: where the Tab key is to find them.

    What Qt keeps inside a control of its own (the line of a spin box) is no control by itself.
    sometimes: also those at which the key stops only sometimes.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QTableView

    stops = Qt.FocusPolicy.ClickFocus if sometimes else Qt.FocusPolicy.TabFocus
    # Not by nextInFocusChain: PySide takes each widget that it returns for a child of the one before, and when that
    # one is deleted, Python loses its neighbours too and never lets go of any.
    inside: list[QWidget] = []
    for child in _in_order(widget):
        if isinstance(child, QTableView):
            # What stands over its rows comes before them.
            inside += tab_chain(child.horizontalHeader(), sometimes=sometimes)
        if child.focusPolicy() & stops:
            inside.append(child)
        if not any(child.inherits(name) for name in _WHOLE):
            inside += tab_chain(child, sometimes=sometimes)
    return inside


def _in_order(widget: QWidget) -> list[QWidget]:
    """The widgets right inside another: as its layout has them, else in the order in which they came."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QHeaderView, QSplitter, QTabBar, QTabWidget

    # Not by children(), which finds more than widgets: for the first of those PySide makes the classes of all of Qt.
    inside = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    children = [child for child in inside if not child.isWindow()]
    layout = widget.layout()
    if layout is not None:
        places = {child: place for place, child in enumerate(_laid_out(layout, children))}
        return sorted(children, key=lambda child: places.get(child, len(places)))
    if isinstance(widget, QHeaderView):
        # As the columns stand.
        across = -1 if widget.isRightToLeft() else 1
        return sorted(children, key=lambda child: across * child.x())
    if isinstance(widget, QSplitter):
        return sorted(children, key=widget.indexOf)
    if isinstance(widget, QTabWidget):
        return sorted(children, key=lambda child: not isinstance(child, QTabBar))
    return children


def _laid_out(layout: QLayout, children: list[QWidget]) -> list[QWidget]:
    """Those that a layout holds, in its order. By indexOf, for items that Python holds keep stale sizes alive."""
    rows = [(layout.indexOf(child), [child]) for child in children]
    rows += [
        (layout.indexOf(inner), _laid_out(inner, children))
        for inner in layout.children()
        if isinstance(inner, QLayout)
    ]
    rows.sort(key=lambda row: row[0])
    return [child for place, row in rows if place >= 0 for child in row]


def put_behind(before: QWidget, controls: Iterable[QWidget]) -> None:
    """Let the Tab key find these next after `before`; Qt puts what is made late behind all the rest."""
    for control in controls:
        QWidget.setTabOrder(before, control)
        before = control


class _Sheet(QWidget):
    """As tall as what stands on it has to be at this width. holder: what has it.

    Qt asks for the height that would be liked: too little where a part likes none and yet has a least one.
    """

    def __init__(self, holder: QWidget) -> None:
        super().__init__()
        self._holder = holder
        self.row, self.whole = QHBoxLayout(self), QVBoxLayout(holder)

    def heightForWidth(self, width: int) -> int:
        margins = self.row.contentsMargins()
        inner = min(width - margins.left() - margins.right(), self._holder.maximumWidth())
        least = self.whole.totalMinimumHeightForWidth(inner) + margins.top() + margins.bottom()
        return max(super().heightForWidth(width), least)


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
        set_named(self, frameShape="NoFrame", focusPolicy="NoFocus")
        self.setWidgetResizable(True)
        self.setAccessibleName(title)
        self._wide = wide
        self._low = False
        self._holder = QWidget()
        sheet = _Sheet(self._holder)
        sheet.setBackgroundRole(QPalette.ColorRole.Base)
        sheet.setAutoFillBackground(True)
        # A row, so that the column's height is reckoned from the width that it really gets.
        row = self._row = sheet.row
        row.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, self._below)
        row.setSpacing(0)
        row.addWidget(self._holder, 1000)
        row.addStretch(1)
        whole = sheet.whole
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

    @property
    def low(self) -> bool:
        """Whether there is little height, and what can be folded should be."""
        return self._low

    def suit(self) -> None:
        """Suit the height that there is now."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < _LOW * line_height()
        if low is not self._low:
            self._low = low
            above, below = (_LOW_MARGIN, _LOW_MARGIN) if low else (MARGIN - 4, self._below)
            self._row.setContentsMargins(MARGIN, above, MARGIN, below)
            self.suit()

    @property
    def _below(self) -> int:
        """What scrolls by itself ends near the buttons; a column that ends in the open needs air."""
        return _LOW_MARGIN if self._wide else MARGIN

    def measure(self) -> None:
        """Set the column's width by the text size as it is now."""
        if not self._wide:
            self._holder.setMaximumWidth(line_width(_LONGEST_LINE))
