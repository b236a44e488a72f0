"""The answer in pictures: what fits and what was left out, the sizes, purposes and generations of what fits."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from wizard.gui.session import Session
from wizard.gui.texts import current, gettext
from wizard.gui.theme import colors as color
from wizard.gui.widgets.frame import set_margins
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.pictures import BarsPicture, DotsPicture
from wizard.gui.widgets.scroll_pane import ColumnArea, new_sheet
from wizard.report.pictures.generations import generations
from wizard.report.pictures.hour_prices import hour_prices
from wizard.report.pictures.left_out import left_out
from wizard.report.pictures.picture import Scale, ScaleRow
from wizard.report.pictures.sizes import sizes
from wizard.report.report_writer import ReportWriter

_SHARES = {1: 0.10, 2: 0.30}


class PicturesTab(ColumnArea):
    """The pictures of the report, from the same data."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(focus=True, parent=parent)
        self._session = session
        self.setAccessibleName(gettext("Pictures"))

    def refresh(self) -> None:
        sheet, column = new_sheet(10)
        set_margins(column, 0, 16, 8, 12)
        for caption, picture in self._pictures():
            column.addWidget(Label(caption, Style.STRONG))
            column.addWidget(picture)
            column.addSpacing(14)
        column.addStretch()
        self.setWidget(sheet)

    def _pictures(self) -> Iterator[tuple[str, QWidget]]:
        session, writer = self._session, ReportWriter(current())
        recommendation = session.recommendation
        bars, dots = left_out(recommendation, writer), sizes(recommendation, writer)
        for each in (bars, hour_prices(recommendation, writer)):
            if each is not None:
                yield each.caption, BarsPicture(each)
        if dots is not None:
            yield dots.caption, DotsPicture(dots)
        grid = generations(recommendation, session.knowledge.families, writer)
        if grid is not None:
            yield grid.caption, ScalePicture(grid)


class ScalePicture(QWidget):
    """A row for each purpose, a cell for each generation; the more types, the stronger its ground."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(scale.caption)
        self.setAccessibleDescription("\n".join(_said(scale, row) for row in scale.rows))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(3)
        for place, title in enumerate(scale.columns, 1):
            grid.addWidget(Label(title, Style.SMALL), 0, place, Qt.AlignmentFlag.AlignBottom)
            grid.setColumnStretch(place, 2)
        grid.setColumnStretch(0, 3)
        for place, row in enumerate(scale.rows, 1):
            title = f"{row.title} ({row.mark})" if row.mark else row.title
            grid.addWidget(Label(title, Style.STRONG if row.mark else Style.BODY), place, 0)
            for number, (cell, level) in enumerate(zip(row.cells, row.levels, strict=True), 1):
                grid.addWidget(_Cell(cell, level), place, number)


def _said(scale: Scale, row: ScaleRow) -> str:
    cells = (f"{title}: {cell}" for title, cell in zip(scale.columns, row.cells, strict=True) if cell != "–")
    return f"{row.title}: {', '.join(cells)}"


class _Cell(QFrame):
    """A number over its ground."""

    def __init__(self, text: str, level: int) -> None:
        super().__init__()
        self._share = _SHARES.get(level, 0.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.addWidget(Label(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.palette().color(self.backgroundRole())
        painter.fillRect(self.rect(), color.tint(self.palette(), ground, self._share))
        if color.high_contrast():
            painter.setPen(color.outline(self.palette(), ground))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
