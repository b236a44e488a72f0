"""The map's rows and cells: clusters of images that behave alike, and on how many types of a group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPen, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wizard.gui.texts import current, render
from wizard.gui.theme import colors as color
from wizard.gui.widgets.label import as_tip, line_width
from wizard.gui.widgets.tables.item_delegate import draw_ground, mirrored_in
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.pattern import STEPS, Cluster, Column, Share, clusters, share
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.report.images.family_groups import share_figure, share_said
from wizard.report.visible import visible

_AIR = 6
_BAR = 5
_LONG = 5
_TALLER = 14
STEP_ROLE = Qt.ItemDataRole.UserRole
"""How much of a column an image can be launched on, from 0 to STEPS; None where there is nothing of its own."""
_Index = QModelIndex | QPersistentModelIndex


@frozen
class MapColumn:
    """title: above it. families: whose types it stands for."""

    title: str
    families: Column


class GroupModel(QAbstractItemModel):
    """A row for each cluster; below one of several images a row for each of these."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[MapColumn] = ()
        self.clusters: list[Cluster] = []
        self._images: Sequence[JudgedImage] = ()

    def fill(self, images: Sequence[JudgedImage], columns: Sequence[MapColumn]) -> None:
        """Show how these images stand with these columns."""
        self.beginResetModel()
        self._images, self.columns = images, columns
        self.clusters = clusters(images, [column.families for column in columns])
        self.endResetModel()

    def image_at(self, index: _Index) -> JudgedImage | None:
        """The image of a row; of a cluster its first."""
        return self._image(index) if index.isValid() else None

    def index_of(self, image: JudgedImage, column: int) -> QModelIndex:
        """Its cluster's cell."""
        for row, cluster in enumerate(self.clusters):
            if any(kind is image.judged for kind in cluster.kinds) and image in cluster.images:
                return self.index(row, column)
        return QModelIndex()

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:
        # The id says of which cluster an image is, from 1; a cluster itself has 0.
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # Qt has two of them
        row = self._parent_row(index) if index.isValid() else None
        return QModelIndex() if row is None else self.createIndex(row, 0, 0)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        if not parent.isValid():
            return len(self.clusters)
        if parent.column() or self._parent_row(parent) is not None:
            return 0
        count = len(self.clusters[parent.row()].images)
        return count if count > 1 else 0

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return len(self.columns) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.column() == 0:
            return self._head(index, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return share_figure(*self._shares(index)).render(current())
        if role == STEP_ROLE:
            return self._shares(index)[1].step
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(index)
        return as_tip(self.said(index)) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            # One word under the other: figures are narrow.
            return (
                self.columns[section - 1].title.replace(" ", "\n") if section else render(Message("Images"))
            )
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def said(self, index: _Index) -> str:
        """A cell in words."""
        column = self.columns[index.column() - 1]
        values = {
            "image": self._name(index),
            "group": column.title,
            "share": share_said(*self._shares(index)),
        }
        return visible(render(Message("{image} on {group}: {share}", values)), 400)

    def _head(self, index: _Index, role: int) -> str | None:
        """The row's name; shortly where one only looks, so that a cut name still says how many there are."""
        if role == Qt.ItemDataRole.DisplayRole and self._parent_row(index) is None:
            image = self._image(index)
            name = visible(image.row.name or image.row.image_id, 200)
            others = len(self.clusters[index.row()].images) - 1
            return f"{name} (+{others})" if others else name
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._name(index)
        return as_tip(self._name(index)) if role == Qt.ItemDataRole.ToolTipRole else None

    def _parent_row(self, index: _Index) -> int | None:
        return index.internalId() - 1 if index.internalId() else None

    def _image(self, index: _Index) -> JudgedImage:
        parent = self._parent_row(index)
        if parent is None:
            return self.clusters[index.row()].images[0]
        return self.clusters[parent].images[index.row()]

    def _shares(self, index: _Index) -> tuple[Share, Share]:
        families = self.columns[index.column() - 1].families
        parent = self._parent_row(index)
        if parent is None:
            return self.clusters[index.row()].shares(families)
        one = share(self.clusters[parent].images[index.row()].judged, families)
        return one, one

    def _name(self, index: _Index) -> str:
        image = self._image(index)
        name = visible(image.row.name or image.row.image_id, 200)
        if self._parent_row(index) is not None:
            return name
        others = len(self.clusters[index.row()].images) - 1
        if not others:
            return name
        values: dict[str, object] = {"image": name, "count": others}
        return render(Message("{image} and {count} like it", values))


class ShareCell(QStyledItemDelegate):
    """The number of types, and below it a bar for their share: eight groups stand beside each other without scrolling."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        metrics = QFontMetrics(option.font)
        if index.column() == 0:
            hint = super().sizeHint(option, index)
            return QSize(min(hint.width(), line_width(34)), metrics.height() + _TALLER)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return QSize(metrics.horizontalAdvance(text) + 2 * _AIR, metrics.height() + _TALLER)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.column() == 0:
            super().paint(painter, option, index)
            return
        ink, ground = draw_ground(painter, option)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        accent = ink if chosen else color.accent(option.palette, ground)
        step = index.data(STEP_ROLE)
        painter.save()
        rect = QRectF(option.rect).adjusted(_AIR, 2, -_AIR, -3)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        if step is None:
            painter.setPen(ink if chosen else color.quiet(ink, ground))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        else:
            bar = mirrored_in(option, QRectF(rect.left(), rect.bottom() - _BAR, line_width(_LONG), _BAR))
            painter.setPen(QPen(color.mixed(ground, ink, 0.55), 1))
            painter.drawRect(bar)
            full = QRectF(rect.left(), rect.bottom() - _BAR, bar.width() * step / STEPS, _BAR)
            painter.fillRect(mirrored_in(option, full), accent)
            painter.setPen(ink)
            rect.setBottom(bar.top() - 1)
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()
