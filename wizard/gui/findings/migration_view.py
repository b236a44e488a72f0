"""The way to another image or type: its changes, each with its steps and commands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.gui import feedback
from wizard.gui.findings.finding_list import FindingList
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.command_box import CommandBox
from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.list_item import BULLET, ListItem
from wizard.model.message import Message
from wizard.model.migration.plan import Plan
from wizard.model.rules.migration_change import ChangeStep, MigrationChange
from wizard.report import words
from wizard.report.visible import visible


class MigrationChangeView(QWidget):
    """Dangers stand before the steps, for that is when one must know them. number: 0 for an only change."""

    def __init__(self, change: MigrationChange, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        title = (
            Message("{number}. {title}", {"number": number, "title": change.title})
            if number
            else change.title
        )
        self.setAccessibleName(self._say(change.title))
        self._put(Label(self._say(title), Style.HEADING))
        self._put(Label(self._say(change.why)))
        self._heading(gettext("Before you start"))
        self._list(change.preconditions)
        self._heading(gettext("Take care"), "degraded")
        self._list(change.cautions)
        self._heading(gettext("Steps"))
        for place, step in enumerate(change.steps, 1):
            self._put(self._step(step, place))
            self._column.addSpacing(4)
        self._heading(gettext("The way back"))
        self._put(Label(self._say(change.way_back)))
        self._heading(gettext("Sources"))
        for source in change.sources:
            self._put(SourceLink(source))

    def _step(self, step: ChangeStep, place: int) -> ListItem:
        item = ListItem(f"{place}.", self._say(step.text))
        if step.tool:
            tool = Message("AWS's own tool for this: {tool}", {"tool": step.tool})
            item.put(Label(self._say(tool), Style.SMALL))
        if step.command:
            item.put(self._command(step.command, place))
        return item

    def _command(self, command: str, place: int) -> CommandBox:
        box = CommandBox(command)
        name = gettext("Copy the command of step {number}").replace("{number}", str(place))
        said = gettext("The command of step {number} is on the clipboard.").replace("{number}", str(place))
        # Without a line end behind it: pasted into a shell it waits to be reviewed.
        box.add_copy(gettext("Copy"), name, lambda: feedback.copy(command, said))
        return box

    def _heading(self, text: str, sign: str = "") -> None:
        self._column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        if sign:
            row.addWidget(IconLabel(sign, accented=True))
        row.addWidget(Label(text, Style.STRONG), 1)
        self._column.addLayout(row)

    def _list(self, texts: Iterable[Message]) -> None:
        for text in texts:
            self._put(ListItem(BULLET, self._say(text)))

    def _put(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def _say(self, message: Message) -> str:
        return visible(render(message), 2000)


class MigrationView(FindingList):
    """Filled anew each time, as a FindingList."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Moving on"), parent)

    def tell(self, message: Message, style: Style = Style.BODY) -> None:
        """A sentence, whatever stands in its values."""
        self.say(visible(render(message), 600), style)

    def add_plan(self, plan: Plan) -> None:
        """The summary, how to read the commands, and the changes in their order."""
        self.tell(plan.summary)
        if plan.doubt is not None:
            self.tell(plan.doubt)
        if plan.changes:
            self.tell(words.COMMANDS_EXPLAINED, Style.QUIET)
        for number, change in enumerate(plan.changes, 1):
            self.space()
            place = number if len(plan.changes) > 1 else 0
            self.put(MigrationChangeView(change, place))
