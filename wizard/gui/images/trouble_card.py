"""One problem of asking AWS: what, why, what to do, where, and the ways on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wizard.gui.code_box import CodeBox
from wizard.gui.desk import Desk
from wizard.gui.frame import paint_frame
from wizard.gui.icons import Icons
from wizard.gui.label import Label, Style, breakable
from wizard.gui.problem import Problem as Shown
from wizard.gui.sign import Sign
from wizard.model.account.problem import Problem
from wizard.model.message import Message, Translations
from wizard.report.visible import visible

_MOST_PLACES = 6


class TroubleCard(QFrame):
    """again: the person wants the same Regions asked once more. places: profile and Region of each."""

    again = Signal()

    def __init__(
        self,
        problem: Problem,
        places: Sequence[tuple[str, str]],
        desk: Desk,
        icons: Icons,
        translations: Translations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._translations = translations
        gettext = translations.gettext
        title = self._say(problem.problem)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Sign(icons, "degraded", accented=True))
        head.addWidget(Label(breakable(title), Style.STRONG), 1)
        # No letters: there may be several cards.
        retry = QPushButton(gettext("Try again"))
        retry.setAutoDefault(True)
        icons.put_on(retry, "restart")
        retry.clicked.connect(self.again)
        head.addWidget(retry)
        if problem.details:
            details = QPushButton(gettext("Details…"))
            details.setAutoDefault(True)
            shown = Shown(title, self._say(problem.cause), self._say(problem.next_step), problem.details)
            details.clicked.connect(lambda: desk.show(shown))
            head.addWidget(details)
        column.addLayout(head)
        reasons = self._say(Message("{a} {b}", {"a": problem.cause, "b": problem.next_step}))
        column.addWidget(Label(breakable(reasons)))
        if problem.command:
            box = CodeBox(problem.command)
            said = gettext("The command is on the clipboard.")
            command = problem.command
            box.add_copy(
                gettext("Copy"), gettext("Copy the command"), icons, lambda: desk.copy(command, said)
            )
            column.addWidget(box)
        column.addWidget(Label(breakable(self._where(places)), Style.SMALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, self, chosen=False, pointed=False, focused=False)
        painter.end()

    def _where(self, places: Sequence[tuple[str, str]]) -> str:
        names = [" ".join(part for part in place if part) for place in places]
        names = [name or self._translations.gettext("Keys of the environment") for name in names]
        listed = ", ".join(names[:_MOST_PLACES])
        more = len(names) - _MOST_PLACES
        if more <= 0:
            return visible(listed, 600)
        values = {"list": Message(listed), "count": more}
        return self._say(Message("{list} and {count} more", values))

    def _say(self, message: Message) -> str:
        return visible(message.render(self._translations), 1200)
