"""Instance types in a table to sort, filter, compare, copy and export, and the findings on the selected one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.types.actions import TypeActions
from wizard.gui.types.columns import COLUMNS
from wizard.gui.types.elsewhere_row import ElsewhereRow
from wizard.gui.types.findings_fold import FindingsFold
from wizard.gui.types.listing import Listing
from wizard.gui.types.sort_button import SortButton
from wizard.gui.types.table import TypeTable
from wizard.gui.widgets.flow_row import GAP, FlowRow
from wizard.gui.widgets.label import Label, Style, line_height, line_width
from wizard.gui.widgets.line_edit import AskingLine
from wizard.gui.widgets.page import put_behind
from wizard.gui.widgets.tables.check_menu import CheckMenuButton
from wizard.gui.window_place import restore_shares, shares_of
from wizard.gui.word_list import read, written
from wizard.model.recommend.ranked import Ranked
from wizard.model.recommend.type_verdict import type_verdict
from wizard.report.visible import visible

# How little and how much of the height the findings get.
_FINDINGS = (0.24, 0.4)
_LEAST_LINES = 8


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
        self._order = SortButton(self._table.titles, listing.order)
        self._filter = AskingLine()
        self._count = Label("", Style.QUIET, wrap=False)
        self._count.hide()
        self.elsewhere = ElsewhereRow(session)
        self._findings = FindingsFold()
        # Findings follow the selection when the table has been drawn: walking down it stays quick.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_findings)
        # Once the hand has come to rest.
        self._keeping = QTimer(self, singleShot=True, interval=500)
        self._keeping.timeout.connect(self._keep_shares)
        self.actions_on_rows = TypeActions(self._table, files)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        for widget, stretch in ((self._table, 1), (self._findings, 0)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._moved_by_hand = restore_shares(self._splitter, files.preference("types_shares"))
        self._folded_by_hand = False
        self._fresh = False
        self._connect()
        self._row = FlowRow()
        self._tools = self._build_tools()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._tools)
        column.addWidget(self.elsewhere)
        column.addWidget(self._splitter, 1)
        self._choose(read(files.preference(listing.preference)) or listing.usual)
        self._table.lay_out(files.preference(listing.layout))

    def _connect(self) -> None:
        self._table.pointed.connect(self._later.start)
        self._table.narrowed.connect(self._tell_count)
        self._table.laid_out.connect(lambda kept: self._files.remember(self._listing.layout, kept))
        self._table.asked_to_sort.connect(self._order.take)
        self._order.changed.connect(self._table.arrange)
        self.actions_on_rows.asked_why.connect(self._read_findings)
        self._findings.toggled.connect(self._folded)
        self._splitter.splitterMoved.connect(self._keep_handle)

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
        # What the tools need where each is in a line of its own, not in the one that they may be in now.
        widest = max(each.minimumSizeHint().width() for each in self._buttons)
        return QSize(max(self._widths()[0], widest), super().minimumSizeHint().height())

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
        search = QHBoxLayout()
        search.setSpacing(GAP)
        search.addWidget(self._filter, 1)
        search.addWidget(self._count)
        self._row.fill(self._buttons)
        tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        tools.setSpacing(GAP)
        tools.addLayout(search, 1)
        tools.addWidget(self._row)
        return tools

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self._order, self._columns, *self.actions_on_rows.buttons)

    def _stack(self) -> None:
        """Shorter buttons where there is no room for one line of tools, and two lines before that is too little."""
        self.actions_on_rows.shorten(False)
        self.actions_on_rows.shorten(self.width() < sum(self._widths()) + self._tools.spacing())
        search, buttons = self._widths()
        narrow = self.width() < search + buttons + self._tools.spacing()
        # In a line of their own the buttons may take two.
        self._row.setMinimumWidth(0 if narrow else buttons)
        self._tools.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def _widths(self) -> list[int]:
        """What each group of tools needs at least: to search, and the buttons."""
        gap = self._tools.spacing()
        search = self._filter.minimumWidth()
        if not self._count.isHidden():
            search += gap + self._count.sizeHint().width()
        # Asked of the buttons, not of their layout, which learns of other words too late.
        return [search, sum(each.sizeHint().width() + gap for each in self._buttons) - gap]

    def _choose(self, ids: Sequence[str]) -> None:
        """Show these columns; none: those that tell the types apart."""
        self._table.choose(ids)
        self._tick()

    def _tick(self) -> None:
        """Tick in the menu what is shown."""
        self._columns.blockSignals(True)
        self._columns.choose(self._table.ids)
        self._columns.blockSignals(False)
        # Fields are made with their columns, and Qt puts what is made late behind all the rest.
        put_behind(self._buttons[-1], [*self._table.heads.fields(), self._table])

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

    def _show_findings(self) -> None:
        current = self._table.current()
        if current is None:
            self._findings.show_hint(gettext("No type matches the filter. Clear it to see them all."))
            return
        session = self._session
        verdict = type_verdict(session.knowledge, session.recommendation, current.instance_type)
        self._findings.show_verdict(verdict, session.recommendation.costs)
        if self._fresh:
            self._fresh = False
            self._share()

    def _read_findings(self) -> None:
        self._findings.fold(False)
        self._folded()
        self._findings.details.setFocus()

    def _folded(self) -> None:
        self._folded_by_hand = True
        self._share()

    def _keep_handle(self) -> None:
        self._moved_by_hand = True
        self._keeping.start()

    def _keep_shares(self) -> None:
        self._files.remember("types_shares", shares_of(self._splitter))

    def _share(self) -> None:
        """The table gets what the findings on the best type leave it; from row to row nothing jumps.

        Where that is not even a few rows, the findings fold to their line.
        """
        height = self._splitter.height() - self._splitter.handleWidth()
        if height <= 0:
            return
        low, high = (round(height * share) for share in _FINDINGS)
        if not self._folded_by_hand:
            self._findings.fold(height - max(low, _LEAST_LINES * line_height()) < self._table.rows_height)
        if self._findings.folded:
            line = self._findings.line_height()
            self._splitter.setSizes([height - line, line])
        elif not self._moved_by_hand:
            findings = min(max(self._findings.wanted_height(), low), high)
            self._splitter.setSizes([height - findings, findings])
