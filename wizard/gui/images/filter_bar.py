"""Which images are shown: words, and a family they are locked out of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.gui.images.rows import Narrowing
from wizard.gui.texts import gettext
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.combo_box import ComboBox
from wizard.gui.widgets.flow_row import TwoRows
from wizard.gui.widgets.label import Label, Style, line_width
from wizard.gui.widgets.line_edit import AskingLine


class FilterBar(QWidget):
    """The fields that leave only some images in the table. changed: something else is chosen; see `narrowing`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = AskingLine()
        self._text.setPlaceholderText(gettext("Filter, for instance: ubuntu region:eu"))
        self._text.setAccessibleName(gettext("Filter the images"))
        self._text.setToolTip(
            gettext("Every word must stand in the row; with a column’s name and a colon, in that column.")
        )
        self._text.setClearButtonEnabled(True)
        self._text.setMinimumWidth(line_width(24))
        self._family = ComboBox()
        self._family.setAccessibleName(gettext("Locked out of a family"))
        self._family.setMinimumWidth(line_width(22))
        self._families: tuple[str, ...] | None = None
        self.offer_families(())
        self._count = Label("", Style.QUIET, wrap=False)
        row = TwoRows(self)
        row.first.addWidget(self._text, 1)
        for widget in (self._family, self._count):
            row.second.addWidget(widget)
        row.setStretch(0, 1)
        self._text.textChanged.connect(lambda _: self.changed.emit())
        self._family.currentIndexChanged.connect(lambda _: self.changed.emit())

    @property
    def narrowing(self) -> Narrowing:
        """What is chosen now."""
        return Narrowing(self._text.text(), family=self._family.currentData() or "")

    def narrow(self, text: str = "") -> None:
        """As if the person had typed this."""
        self._text.setText(text)

    def offer_families(self, families: Sequence[str]) -> None:
        """The families that images were judged against."""
        if self._families == tuple(families):
            return
        self._families = tuple(families)
        chosen = self._family.currentData() or ""
        self._family.blockSignals(True)
        self._family.clear()
        self._family.addItem(gettext("Any family"), "")
        template = gettext("Locked out of {family}")
        for family in families:
            self._family.addItem(template.replace("{family}", family), family)
        # The choice stays where it can; else all images are shown again, and whoever listens is told.
        self._family.setCurrentIndex(max(0, self._family.findData(chosen)))
        self._family.blockSignals(False)
        if (self._family.currentData() or "") != chosen:
            self.changed.emit()

    def tell(self, shown: int, total: int, *, searching: bool = False) -> None:
        """How many are shown of how many. searching: more may be found yet."""
        text = gettext("{shown} of {all}, searching") if searching else gettext("{shown} of {all}")
        text = text.replace("{shown}", number(shown))
        self._count.setText(text.replace("{all}", number(total)))

    def first_control(self) -> QWidget:
        return self._text
