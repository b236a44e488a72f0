"""The findings on the selected type under a line that says how it stands, and that folds them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.gui.texts import gettext, ngettext
from wizard.gui.theme.locale_format import number
from wizard.gui.types.details import TypeDetails, verdict_heading
from wizard.gui.widgets.disclosure import Disclosure
from wizard.gui.widgets.label import Label, Style
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.type_verdict import TypeVerdict

_LARGEST = 16_777_215
"""Qt's own word for no limit (QWIDGETSIZE_MAX)."""


class FindingsFold(QWidget):
    """Folded it is one line, so that a low window has room for rows. toggled: the person folded or unfolded it."""

    toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Disclosure("")
        self._head.setChecked(True)
        self._head.toggled.connect(self._follow)
        self._head.clicked.connect(self.toggled)
        self._hint = Label("", Style.HEADING)
        self._hint.hide()
        self.details = TypeDetails()
        self._told: tuple[TypeVerdict, Costs | None] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._hint)
        column.addWidget(self._head)
        column.addWidget(self.details, 1)

    @property
    def folded(self) -> bool:
        """Whether only the line is shown."""
        return not self._head.isChecked()

    def fold(self, folded: bool) -> None:
        """Fold or unfold it."""
        self._head.setChecked(not folded)

    def show_hint(self, text: str) -> None:
        """Where there is no type: why."""
        self._told = None
        self._hint.setText(text)
        self._show_hint(True)
        self.details.clear()
        self.details.done()

    def show_verdict(self, verdict: TypeVerdict, costs: Costs | None) -> None:
        """Everything that is to be said about one type; the findings only where they are seen."""
        self._told = verdict, costs
        self._show_hint(False)
        count = len(_remarks(verdict))
        some = ngettext("{heading} · {count} remark", "{heading} · {count} remarks", count)
        text = some if count else gettext("{heading} · nothing speaks against it")
        text = text.replace("{count}", number(count))
        self._head.say(text.replace("{heading}", verdict_heading(verdict)))
        if not self.folded:
            self._fill()

    def _show_hint(self, hint: bool) -> None:
        """Where nothing can be unfolded, no arrow says so."""
        self._hint.setVisible(hint)
        self._head.setVisible(not hint)

    def wanted_height(self) -> int:
        """The height at which all of it is seen without scrolling."""
        return self.line_height() + self.details.wanted_height()

    def line_height(self) -> int:
        """The height of the line by itself."""
        return self._head.heightForWidth(max(self.width(), 200)) + 4

    def _fill(self) -> None:
        if self._told is not None:
            self.details.show_verdict(*self._told, headed=False)
            self._told = None

    def _follow(self, unfolded: bool) -> None:
        if unfolded:
            self._fill()
        self.details.setVisible(unfolded)
        self.setMaximumHeight(_LARGEST if unfolded else self.line_height())


def _remarks(verdict: TypeVerdict) -> tuple[object, ...]:
    """What speaks against it, or might."""
    own = verdict.own
    both = (verdict.verdict, *([own] if own is not None else []))
    return (*verdict.missed, *(each for one in both for each in (*one.findings, *one.unknowns)))
