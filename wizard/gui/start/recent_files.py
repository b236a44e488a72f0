"""What was opened or saved last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.gui.texts import gettext
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.link import TextLink
from wizard.report.visible import visible

_MOST = 5


class RecentFiles(QWidget):
    """A link for each file. chosen (Path): open this one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        self._row = FlowRow()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Label(gettext("Recent"), Style.SMALL, wrap=False))
        row.addWidget(self._row, 1)
        self.hide()

    def show_files(self, paths: Sequence[str]) -> None:
        """The newest first."""
        shown = tuple(paths[:_MOST])
        if shown != self._shown:
            self._shown = shown
            self._row.fill([self._link(Path(path)) for path in shown])
        self.setVisible(bool(shown))

    def _link(self, path: Path) -> TextLink:
        name = visible(path.name, 60)
        link = TextLink(name, gettext("Open {file}").replace("{file}", name))
        link.setAccessibleDescription(visible(str(path), 300))
        link.setToolTip(visible(str(path), 300))
        link.clicked.connect(lambda: self.chosen.emit(path))
        return link
