"""Images by groups of instance types, as a map: a group unfolds to its families, a cluster to its images."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, Signal
from PySide6.QtGui import QResizeEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from wizard.gui.images.group_cells import GroupModel, MapColumn, ShareCell
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.label import Label, Style, line_width
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.catalog.family_groups import FamilyGroup
from wizard.report.images.family_groups import FAMILY_GROUPS

_NAMES = 20


class GroupMap(QWidget):
    """pointed: the person is at this image now. opened: its reasons are wanted.

    The line below says in words what the cell means. Above, a button for each group unfolds it.
    """

    pointed = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: Mapping[FamilyGroup, tuple[str, ...]] = {}
        self._images: Sequence[JudgedImage] = ()
        self._model = GroupModel(self)
        self._view = QTreeView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(ShareCell(self._view))
        self._view.setAccessibleName(gettext("Map of images by groups of instance types"))
        self._view.setUniformRowHeights(True)
        # The end says how many are like it.
        self._view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self._view.setAlternatingRowColors(True)
        self._view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self._view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(False)
        self._folds: dict[FamilyGroup, QToolButton] = {}
        row = FlowRow(self)
        for group in FamilyGroup:
            fold = self._folds[group] = QToolButton()
            fold.setText(render(FAMILY_GROUPS[group]))
            fold.setCheckable(True)
            fold.setToolTip(gettext("Show its families one by one"))
            fold.toggled.connect(self._refill)
        row.fill(tuple(self._folds.values()))
        self._words = Label(" ", Style.QUIET)
        self._view.selectionModel().currentChanged.connect(self._point)
        self._view.clicked.connect(self._open)
        self._view.activated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(row)
        column.addWidget(self._view, 1)
        column.addWidget(self._words)

    def fill(self, images: Sequence[JudgedImage], groups: Mapping[FamilyGroup, tuple[str, ...]]) -> None:
        """Show these. groups: the families of each column."""
        self._images, self._groups = images, groups
        self._refill()

    def point_at(self, image: JudgedImage) -> None:
        """Go to the row of this image, and stay in the same column."""
        if self._model.image_at(self._view.currentIndex()) is image:
            return
        index = self._model.index_of(image, max(0, self._view.currentIndex().column()))
        if index.isValid() and index != self._view.currentIndex():
            # Whoever asks knows already where one is.
            self._view.selectionModel().currentChanged.disconnect(self._point)
            self._view.setCurrentIndex(index)
            self._view.selectionModel().currentChanged.connect(self._point)

    def first_control(self) -> QWidget:
        return self._view

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def _columns(self) -> list[MapColumn]:
        columns = []
        for group, families in self._groups.items():
            columns.append(MapColumn(render(FAMILY_GROUPS[group]), families))
            if self._folds[group].isChecked():
                columns += [MapColumn(family, (family,)) for family in families]
        return columns

    def _refill(self) -> None:
        for group, fold in self._folds.items():
            fold.setEnabled(bool(self._groups.get(group)))
        self._model.fill(self._images, self._columns())
        self._words.setText(" ")
        self._measure()

    def _measure(self) -> None:
        header = self._view.header()
        for section in range(1, self._model.columnCount()):
            title = str(self._model.headerData(section, header.orientation()))
            beneath = self.fontMetrics().boundingRect(QRect(), 0, title).width()
            header.resizeSection(section, max(beneath + 14, self._widest(section) + 16, line_width(5) + 14))
        self._fit_names()

    def _widest(self, section: int) -> int:
        texts = (
            str(self._model.index(row, section).data() or "") for row in range(self._model.rowCount())[:60]
        )
        return max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)

    def _fit_names(self) -> None:
        """The names take what the groups leave, so that these all stand there as long as there is room."""
        view = self._view
        header, bar = view.header(), view.verticalScrollBar().sizeHint().width()
        groups = header.length() - header.sectionSize(0)
        room = self.width() - bar - 2 * view.frameWidth() - groups
        header.resizeSection(0, min(self._widest(0) + 40, max(line_width(_NAMES), room)))

    def _point(self, index: QModelIndex) -> None:
        image = self._model.image_at(index)
        if image is not None:
            self._words.setText(self._model.said(index) if index.column() else " ")
            self.pointed.emit(image)

    def _open(self, index: QModelIndex) -> None:
        image = self._model.image_at(index)
        if image is not None and index.column():
            self.opened.emit(image)
