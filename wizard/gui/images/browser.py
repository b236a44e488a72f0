"""Images to look through: tiles, filter, table or map, and all about the one that the person is at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from wizard.gui.images.details import Details
from wizard.gui.images.filter_bar import FilterBar
from wizard.gui.images.group_map import GroupMap
from wizard.gui.images.image_loader import ImageLoader
from wizard.gui.images.overview_bar import OverviewBar
from wizard.gui.images.rows import ImageOrder, ImageRows
from wizard.gui.images.table import ImageTable
from wizard.gui.images.usage_loader import UsageLoader
from wizard.gui.images.uses_table import UsesTable
from wizard.gui.texts import gettext
from wizard.gui.widgets.label import line_width
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.frozen import replace

_LIST, _MAP, _USES = range(3)
_AHEAD_SECONDS = 0.012
_AHEAD_EVERY_MS = 16
_NARROW = 130

Select = Callable[[Sequence[JudgedImage]], Sequence[JudgedImage]]
"""Picks some of the images."""


class Browser(QWidget):
    """rows: exactly what is shown, and so what is copied and exported. tools: the line above them.
    refreshed: other images than before.

    select: which of the images fit the answers; None where there are no answers.
    """

    asked_to_copy = Signal()
    refreshed = Signal()

    def __init__(
        self,
        loader: ImageLoader,
        select: Select | None,
        usage: UsageLoader,
        details: Details,
    ) -> None:
        super().__init__()
        self._loader = loader
        self._select = select
        self.overview = OverviewBar(can_fit=select is not None)
        self.filter = FilterBar()
        self.table = ImageTable()
        self._map = GroupMap()
        self._uses = UsesTable()
        self._used: Sequence[JudgedImage] | None = None
        self._details = details
        self._mapped: Sequence[JudgedImage] | None = None
        self._views = QTabWidget()
        self._views.setDocumentMode(True)
        self._views.addTab(self.table, gettext("Li&st"))
        self._views.addTab(_with_air(self._map), gettext("Ma&p"))
        self._views.addTab(_with_air(self._uses), gettext("Instances"))
        self._views.setAccessibleName(gettext("List, map or instances"))
        self._views.currentChanged.connect(lambda _: self._show_view())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._views)
        self._splitter.addWidget(details)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._splitter.setSizes([620, 420])
        details.setMinimumWidth(line_width(40))
        self._views.setMinimumWidth(line_width(40))
        # What a filter looks through is written while nobody waits for anything, and leaves room for what is shown.
        self._ahead = QTimer(self, interval=_AHEAD_EVERY_MS)
        self._ahead.timeout.connect(self._write_ahead)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.tools.setSpacing(8)
        self.tools.addWidget(self.filter, 1)
        column.addWidget(self.overview)
        column.addLayout(self.tools)
        column.addWidget(self._splitter, 1)
        # While more keeps coming, judging it and showing it are two steps, with room for a key between them.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._connect(usage)
        self.refresh()

    def _connect(self, usage: UsageLoader) -> None:
        self._loader.grown.connect(self._grow)
        self._loader.ended.connect(lambda _: self._settle())
        usage.found.connect(self._show_uses)
        self.filter.changed.connect(self._narrow)
        self.overview.changed.connect(self._narrow)
        self.overview.scope.changed.connect(self.refresh)
        self.table.pointed.connect(self._point)
        self.table.asked_to_sort.connect(self._sort)
        self.table.asked_to_copy.connect(self.asked_to_copy)
        self._map.pointed.connect(self.table.point_at)
        self._map.opened.connect(lambda _: self._details.show_tab(0))
        self._uses.pointed.connect(self.table.point_at)
        self._uses.asked_to_copy.connect(self.asked_to_copy)

    @property
    def rows(self) -> ImageRows:
        """The images as the table shows them now."""
        return self.table.rows

    @property
    def other_table(self) -> UsesTable | None:
        """What is looked at in place of images."""
        return self._uses if self.view == _USES else None

    @property
    def view(self) -> int:
        """0 for the list, 1 for the map, 2 for what uses the images."""
        return self._views.currentIndex()

    def refresh(self) -> None:
        """Show the images as they are now."""
        self._soon.stop()
        fit = self._select if self.overview.scope.fitting else None
        images = self._loader.images if fit is None else fit(self._loader.images)
        self.table.fill(images)
        self.overview.show_overview(self.rows.overview)
        if images:
            self.filter.offer_families(tuple(images[0].judged.families))
        self._tell()
        if not self._loader.asking:
            self._ahead.start()
        self.refreshed.emit()

    def _settle(self) -> None:
        if self._soon.isActive():
            self.refresh()
        self._ahead.start()

    def _grow(self) -> None:
        if self._loader.asking:
            self._soon.start()
        else:
            self.refresh()

    def choose(self, columns: Sequence[str]) -> None:
        """Show these columns."""
        self.table.choose(columns)
        self._ahead.start()

    def show_view(self, place: int) -> None:
        """0 for the list, 1 for the map, 2 for what uses the images."""
        self._views.setCurrentIndex(place)

    def arrange(self, order: ImageOrder | None) -> None:
        """Sort by a column."""
        self.table.arrange(order)
        self._ahead.start()
        self._show_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < line_width(_NARROW)
        orientation = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if orientation is not self._splitter.orientation():
            self._splitter.setOrientation(orientation)
            self._splitter.setSizes([600, 400])
        self.tools.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def heightForWidth(self, width: int) -> int:
        """The least: it takes the room that there is. Nothing behind another, which would let a page scroll for nothing."""
        layout = self.layout()
        return 0 if self.isHidden() or layout is None else layout.totalMinimumHeightForWidth(width)

    def _narrow(self) -> None:
        self.table.narrow(replace(self.filter.narrowing, group=self.overview.chosen))
        if not self.rows.searched:
            self._ahead.start()
        self._tell()

    def _sort(self, column: str) -> None:
        order = self.rows.order
        self.arrange((column, order is not None and order[0] == column and not order[1]))

    def _tell(self) -> None:
        shown, total = len(self.rows.shown), len(self._loader.images)
        self.filter.tell(shown, total, searching=not self.rows.searched)
        self._show_view()

    def _show_view(self) -> None:
        if self.view == _MAP:
            self._show_map()
        elif self.view == _USES and self._used is not self.rows.shown:
            self._used = self.rows.shown
            self._uses.fill(self.rows.shown, self.rows.overview)

    def _show_map(self) -> None:
        if self._mapped is not self.rows.shown:
            self._mapped = self.rows.shown
            self._map.fill(self.rows.shown, self._loader.assessor.groups)
        if self.table.current is not None:
            self._map.point_at(self.table.current)

    def _point(self) -> None:
        current = self.table.current
        self._details.show_image(current)
        if current is not None and self.view == _MAP and self._mapped is self.rows.shown:
            self._map.point_at(current)

    def _show_uses(self, images: Sequence[JudgedImage]) -> None:
        self.rows.forget(images)
        self._used = None
        self.refresh()

    def _write_ahead(self) -> None:
        searching = not self.rows.searched
        if self.rows.prepare(_AHEAD_SECONDS):
            self._ahead.stop()
            if searching:
                self._narrow()


def _with_air(widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 10, 0, 0)
    column.addWidget(widget)
    return holder
