"""The answer at the top of the results: the sentence that matters most, large, and the others under it."""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.gui.texts import render
from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Recommendation

_LONGEST = 700


class HeadlineView(QWidget):
    """The end of a system's support stands first, with a sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def refresh(self, recommendation: Recommendation) -> None:
        """Say what this recommendation comes to."""
        first, *rest = sentences(recommendation.summary)
        support = recommendation.support
        self._sign.setVisible(support is not None and support.regular_ended)
        self._first.setText(render(first, _LONGEST))
        self._rest.setText(" ".join(render(message, _LONGEST) for message in rest))
        self._rest.setVisible(bool(rest))


def sentences(summary: Message) -> tuple[Message, ...]:
    """The messages that a summary was joined of; itself where it was not."""
    parts = tuple(summary.values.values())
    joined = bool(parts) and all(name.startswith("part") for name in summary.values)
    return tuple(part for part in parts if isinstance(part, Message)) if joined else (summary,)
