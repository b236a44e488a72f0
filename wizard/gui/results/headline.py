"""The answer at the top of the results: the sentence that matters most, large, and the others under it."""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.gui.texts import render
from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style
from wizard.model.recommend.recommendation import Recommendation

_LONGEST = 700


class HeadlineView(QWidget):
    """The end of a system's support stands first, with a sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = False
        self._sign = IconLabel("degraded", accented=True, lines=1)
        self._first = Label("", Style.DECISION)
        self._rest = Label("", Style.BODY)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._first, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._rest)

    def refresh(self, recommendation: Recommendation, *, beside: bool) -> None:
        """Say what this recommendation comes to. beside: how many types fit and which is closest stands beside it."""
        headline = recommendation.headline
        after = headline.after[1:] if beside else headline.after
        before = (*headline.notices, *headline.before)
        sentences = [*before, headline.title, *after]
        first, rest = sentences[0], sentences[1:]
        support = recommendation.support
        self._sign.setVisible(support is not None and support.regular_ended)
        self._first.setText(render(first, _LONGEST))
        self._rest.setText(" ".join(render(message, _LONGEST) for message in rest))
        self.shorten(self._short)

    @property
    def says_more(self) -> bool:
        """Whether there are sentences under the first."""
        return bool(self._rest.text())

    def shorten(self, short: bool) -> None:
        """short: leave away all but the sentence that matters most."""
        self._short = short
        self._rest.setVisible(self.says_more and not short)
