"""Problems with AWS or with a file: what, why, what to do, and the words of the program that said so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wizard.gui import feedback
from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.user_error import UserError
from wizard.gui.widgets.command_box import CommandBox
from wizard.gui.widgets.frame import Framed
from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style, breakable
from wizard.gui.widgets.scroll_pane import ColumnArea, new_sheet
from wizard.model.account.problem import Problem
from wizard.model.message import Message
from wizard.report.visible import visible

_MOST_PLACES = 6


class ProblemCard(Framed):
    """again: the person wants the same Regions asked once more. places: profile and Region of each."""

    again = Signal()

    def __init__(
        self, problem: Problem, places: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = self._say(problem.problem)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("degraded", accented=True))
        head.addWidget(Label(breakable(title), Style.STRONG), 1)
        # No letters: there may be several cards.
        retry = QPushButton(gettext("Try again"))
        retry.setAutoDefault(True)
        put_icon(retry, "restart")
        retry.clicked.connect(self.again)
        head.addWidget(retry)
        if problem.details:
            details = QPushButton(gettext("Details…"))
            details.setAutoDefault(True)
            shown = UserError(title, self._say(problem.cause), self._say(problem.next_step), problem.details)
            details.clicked.connect(lambda: feedback.show(shown))
            head.addWidget(details)
        column.addLayout(head)
        reasons = self._say(Message("{a} {b}", {"a": problem.cause, "b": problem.next_step}))
        column.addWidget(Label(breakable(reasons)))
        if problem.command:
            box = CommandBox(problem.command)
            said = gettext("The command is on the clipboard.")
            command = problem.command
            box.add_copy(gettext("Copy"), gettext("Copy the command"), lambda: feedback.copy(command, said))
            column.addWidget(box)
        column.addWidget(Label(breakable(self._where(places)), Style.SMALL))

    def _where(self, places: Sequence[tuple[str, str]]) -> str:
        names = [" ".join(part for part in place if part) for place in places]
        names = [name or gettext("Keys of the environment") for name in names]
        listed = ", ".join(names[:_MOST_PLACES])
        more = len(names) - _MOST_PLACES
        if more <= 0:
            return visible(listed, 600)
        values = {"list": Message(listed), "count": more}
        return self._say(Message("{list} and {count} more", values))

    def _say(self, message: Message) -> str:
        return visible(render(message), 1200)


_MOST_LINES = 12


class ProblemList(ColumnArea):
    """Hidden while all is well. again: the person wants what had trouble asked once more.

    whole: always as tall as its cards, for a dialog that scrolls by itself.
    """

    again = Signal()

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent=parent)
        self._whole = whole
        self._shown: tuple[tuple[Message, tuple[tuple[str, str], ...]], ...] = ()
        self.setAccessibleName(gettext("Problems"))
        self.hide()

    def show_troubles(self, troubles: Sequence[tuple[Problem, str, str]]) -> None:
        """Each as problem, profile and Region."""
        groups: dict[Message, tuple[Problem, list[tuple[str, str]]]] = {}
        for problem, profile, region in troubles:
            groups.setdefault(problem.message, (problem, []))[1].append((profile, region))
        seen = tuple((message, tuple(places)) for message, (_, places) in groups.items())
        if seen == self._shown:
            return
        self._shown = seen
        sheet, column = new_sheet(8)
        for problem, places in groups.values():
            card = ProblemCard(problem, places)
            card.again.connect(self.again)
            column.addWidget(card)
        column.addStretch()
        self.setWidget(sheet)
        self.setVisible(bool(groups))
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """As tall as the cards, but never so tall that what stands under them has no room."""
        sheet = self.widget()
        if sheet is not None:
            layout = sheet.layout()
            wanted = layout.totalHeightForWidth(max(1, self.viewport().width())) if layout else 0
            most = wanted if self._whole else self.fontMetrics().height() * _MOST_LINES
            self.setFixedHeight(max(0, min(wanted, most)))
