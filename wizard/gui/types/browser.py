"""Instance types in a table to sort, filter, compare, copy and export, and the findings on the selected one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.questions.simple_editors import AskingLine
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.types.actions import TypeActions
from wizard.gui.types.columns import COLUMNS
from wizard.gui.types.details import TypeDetails
from wizard.gui.types.elsewhere_row import ElsewhereRow
from wizard.gui.types.sort_box import SortBox
from wizard.gui.types.table import TypeTable
from wizard.gui.widgets.check_menu import CheckMenuButton
from wizard.gui.widgets.label import Label, Style, line_width
from wizard.gui.window_place import restore_shares, shares_of
from wizard.gui.word_list import read, written
from wizard.model.recommend.ranked import Ranked
from wizard.model.recommend.type_verdict import type_verdict
from wizard.report.visible import visible

# How little and how much of the height the findings get.
_DETAILS = (0.24, 0.4)


@dataclass(frozen=True, slots=True)
class Listing:
    """Which types a table lists, and as what. order: what the order of the rows is called.

    preference: where the chosen columns are kept. usual: the columns where none are chosen; none: those that tell the types apart.
    """

    name: str
    order: str
    rows: Callable[[Session], tuple[Ranked, ...]]
    preference: str
    usual: tuple[str, ...] = ()


class TypesBrowser(QWidget):
    """What is copied and exported is what is shown: these rows, in this order.

    listing: which types, and what it is called.
    """

    def __init__(
        self, session: Session, files: FileDialogs, listing: Listing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._listing = listing
        self._all: tuple[Ranked, ...] = ()
        self._table = TypeTable(listing.name)
        self._order = SortBox(self._table.titles, listing.order)
        self._filter = AskingLine()
        self._count = Label("", Style.QUIET, wrap=False)
        self._count.hide()
        self.elsewhere = ElsewhereRow(session)
        self._details = TypeDetails()
        # Findings follow the selection when the table has been drawn: walking down it stays quick.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_details)
        # Once the hand has come to rest.
        self._keeping = QTimer(self, singleShot=True, interval=500)
        self._keeping.timeout.connect(self._keep_shares)
        self.actions_on_rows = TypeActions(self._table, files)
        self._table.pointed.connect(self._later.start)
        self._table.asked_to_sort.connect(self._order.take)
        self._order.changed.connect(self._table.arrange)
        self.actions_on_rows.asked_why.connect(self._details.setFocus)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        for widget, stretch in ((self._table, 1), (self._details, 0)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._moved_by_hand = restore_shares(self._splitter, files.preference("types_shares"))
        self._fresh = False
        self._splitter.splitterMoved.connect(self._keep_handle)
        self._tools = self._build_tools()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._tools)
        column.addWidget(self.elsewhere)
        column.addWidget(self._splitter, 1)
        self._choose(read(files.preference(listing.preference)) or listing.usual)

    def refresh(self) -> None:
        """Show the types of the recommendation as it is now; the selected one stays so if it is still there."""
        self._fresh = True
        ranked = self._all = self._listing.rows(self._session)
        self._table.fill(ranked)
        self._tick()
        self._filter.setPlaceholderText(self._example(ranked))
        self._tell_count()

    @staticmethod
    def _example(ranked: tuple[Ranked, ...]) -> str:
        """A filter that finds something in just these rows."""
        if not ranked:
            return gettext("Filter")
        first = ranked[0].instance_type
        words = f"{first.family} {first.processor_manufacturer}"
        return gettext("Filter, for instance: {words}").replace("{words}", visible(words))

    def narrow(self, text: str) -> None:
        """Filter as if the person had typed this."""
        self._filter.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()
        self._share()

    def minimumSizeHint(self) -> QSize:
        # What the tools need in three lines, not in the one that they may be in now.
        widest = max(self._widths())
        return QSize(widest, super().minimumSizeHint().height())

    def first_control(self) -> QWidget:
        """The filter: one searches first."""
        return self._filter

    def _build_tools(self) -> QBoxLayout:
        self._filter.setAccessibleName(gettext("Filter the types"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setMinimumWidth(line_width(24))
        self._filter.textChanged.connect(self._narrowed)
        self._columns = CheckMenuButton(gettext("Columns"), lambda _: gettext("Columns"))
        self._columns.offer([(column.id, render(column.title)) for column in COLUMNS])
        self._columns.changed.connect(self._choose_and_keep)
        search, buttons = QHBoxLayout(), QHBoxLayout()
        for row in (search, buttons):
            row.setSpacing(8)
        search.addWidget(self._filter, 1)
        search.addWidget(self._count)
        for button in (self._columns, *self.actions_on_rows.buttons):
            buttons.addWidget(button)
        buttons.addStretch()
        tools, self._rest = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(2))
        for layout in (tools, self._rest):
            layout.setSpacing(8)
        self._rest.addWidget(self._order)
        self._rest.addLayout(buttons)
        tools.addLayout(search, 1)
        tools.addLayout(self._rest)
        return tools

    def _stack(self) -> None:
        """Two or three lines of tools where there is no room for one, and shorter buttons before a third."""
        self.actions_on_rows.shorten(False)
        _, order, buttons = self._widths()
        self.actions_on_rows.shorten(self.width() < order + buttons + self._tools.spacing())
        search, order, buttons = self._widths()
        gap = self._tools.spacing()
        for layout, wanted in (
            (self._tools, search + order + buttons + 2 * gap),
            (self._rest, order + buttons + gap),
        ):
            narrow = self.width() < wanted
            layout.setDirection(
                QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            )

    def _widths(self) -> list[int]:
        """What each group of tools needs at least: to search, to sort, and the buttons."""
        gap = self._tools.spacing()
        buttons = (self._columns, *self.actions_on_rows.buttons)
        search = self._filter.minimumWidth()
        if not self._count.isHidden():
            search += gap + self._count.sizeHint().width()
        # Asked of the buttons, not of their layout, which learns of other words too late.
        wanted = sum(button.sizeHint().width() for button in buttons) + gap * (len(buttons) - 1)
        return [search, self._order.minimumSizeHint().width(), wanted]

    def _choose(self, ids: Sequence[str]) -> None:
        """Show these columns; none: those that tell the types apart."""
        self._table.choose(ids)
        self._tick()

    def _tick(self) -> None:
        """Tick in the menu what is shown."""
        self._columns.blockSignals(True)
        self._columns.choose(self._table.ids)
        self._columns.blockSignals(False)

    def _choose_and_keep(self) -> None:
        chosen = self._columns.chosen
        self._files.remember(self._listing.preference, written(chosen))
        self._choose(chosen or self._listing.usual)

    def _narrowed(self, text: str) -> None:
        self._table.narrow(text)
        self._tell_count()

    def _tell_count(self) -> None:
        shown, total = len(self._table.shown), len(self._all)
        text = gettext("{shown} of {all}")
        text = text.replace("{shown}", number(shown))
        self._count.setText(text.replace("{all}", number(total)))
        self._count.setVisible(shown < total)
        self.elsewhere.show_for("" if shown else self._filter.text())

    def _show_details(self) -> None:
        current = self._table.current()
        if current is None:
            hint = gettext("No type matches the filter. Clear it to see them all.")
            self._details.show_hint(hint)
            return
        session = self._session
        verdict = type_verdict(session.knowledge, session.recommendation, current.instance_type)
        self._details.show_verdict(verdict, session.recommendation.costs)
        if self._fresh:
            self._fresh = False
            self._share()

    def _keep_handle(self) -> None:
        self._moved_by_hand = True
        self._keeping.start()

    def _keep_shares(self) -> None:
        self._files.remember("types_shares", shares_of(self._splitter))

    def _share(self) -> None:
        """The table gets what the findings on the best type leave it; from row to row nothing jumps."""
        height = self._splitter.height() - self._splitter.handleWidth()
        if not self._moved_by_hand and height > 0:
            low, high = (round(height * share) for share in _DETAILS)
            findings = min(max(self._details.wanted_height(), low), high)
            self._splitter.setSizes([height - findings, findings])
