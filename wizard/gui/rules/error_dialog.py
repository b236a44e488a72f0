"""What an error of EC2 means: the box to paste it into, its meaning and the rule behind."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPalette, QPen, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wizard.gui import feedback
from wizard.gui.findings.finding_list import FindingList
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.rules.fact_labels import fact_name
from wizard.gui.rules.rule_view import RuleButtons
from wizard.gui.texts import gettext, render
from wizard.gui.theme import colors as color
from wizard.gui.theme.locale_format import capital
from wizard.gui.widgets.command_box import CommandBox
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.list_item import BULLET, ListItem
from wizard.model.errors.recognised import Recognised, Remedy, Unrecognised
from wizard.model.knowledge import Knowledge
from wizard.model.launching.shell import folded
from wizard.model.message import Message, joined
from wizard.model.rules.rulebook import Rulebook
from wizard.report.finding_words import to_do
from wizard.report.visible import visible

_LINES = 6
_PADDING = 4


class ErrorBox(QWidget):
    """Plain text with an edge that can be seen in the dark too. changed: the text is another one."""

    changed = Signal()

    def __init__(self, name: str, description: str, hint: str, parent: QWidget | None = None) -> None:
        """hint: shown while there is no text."""
        super().__init__(parent)
        self._text = QPlainTextEdit()
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(hint)
        self._text.setAccessibleName(name)
        self._text.setAccessibleDescription(description)
        self._text.textChanged.connect(self.changed)
        self._text.installEventFilter(self)
        self.setFocusProxy(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.addWidget(self._text)

    def text(self) -> str:
        """What was pasted."""
        return self._text.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text in, as if it had been pasted."""
        self._text.setPlainText(text)

    def sizeHint(self) -> QSize:
        return QSize(400, self._text.fontMetrics().lineSpacing() * _LINES + 4 * _PADDING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        ground = palette.color(QPalette.ColorRole.Base)
        focused = self._text.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color.accent(palette, ground) if focused else color.outline(palette, ground), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5)
        painter.end()


class ErrorMeaning(FindingList):
    """Unrecognised is said as such, never guessed. chosen: the id of a rule that one wants to read."""

    chosen = Signal(str)

    def __init__(self, rulebook: Rulebook, parent: QWidget | None = None) -> None:
        super().__init__(gettext("What the error means"), parent)
        self._rulebook = rulebook

    def show_hint(self) -> None:
        """Before anything is pasted."""
        self.clear()
        self.say(gettext("The rule behind it, and what to do, will show here."), Style.QUIET)
        self.done()

    def show_nothing(self, nothing: Unrecognised) -> None:
        """Text is there, and no known error in it."""
        self.clear()
        self.heading(self._render(nothing.said))
        if nothing.more:
            self.say(self._render(joined(nothing.more)))
        self.say(self._render(nothing.next_step))
        self.done()

    def show_meaning(self, found: Recognised) -> None:
        """What the error says, why it came and what to do; or what to look at where it is not known."""
        self.clear()
        self.heading(self._render(found.happened))
        for sentence in found.about:
            self.say(self._render(sentence), Style.QUIET)
        self._head(gettext("Most likely"))
        self._cause(found.causes[0])
        if len(found.causes) > 1:
            self._head(gettext("Otherwise"))
        for remedy in found.causes[1:]:
            self._cause(remedy)
        self._lead(self._rules(found.rule, *found.others))
        if found.values:
            self._head(gettext("What the message names"))
        for path, value in found.values.items():
            said = Message("{fact}: {value}", {"fact": fact_name(path), "value": value})
            self.put(ListItem(BULLET, capital(self._render(said))))
        self._head(gettext("Sources"))
        for source in found.sources:
            self.put(SourceLink(source))
        self.done()

    def _head(self, text: str) -> None:
        self.space()
        self.say(text, Style.STRONG)

    def _cause(self, remedy: Remedy) -> None:
        self.say(self._render(remedy.cause))
        self.say(self._render(to_do(remedy.cure)))
        if remedy.command is not None:
            command = folded(self._render(remedy.command))
            box = CommandBox(command)
            said = gettext("The command is on the clipboard.")
            box.add_copy(gettext("Copy"), gettext("Copy the command"), partial(feedback.copy, command, said))
            self.put(box)

    def _rules(self, *ids: str) -> tuple[str, ...]:
        """Those of the ids that one can read about: an error may have none."""
        known = {entry.id for entry in self._rulebook.not_judged}
        return tuple(id for id in ids if id in known or self._rulebook.get(id))

    def _lead(self, rules: tuple[str, ...]) -> None:
        buttons = RuleButtons(rules)
        buttons.chosen.connect(self.chosen)
        self.put(buttons)

    def _render(self, message: Message) -> str:
        return visible(render(message), 2000)


_READ_AFTER_MS = 120
_BORDER = 40
# EC2's own words, which are English in every language.
_EXAMPLE = (
    "An error occurred (InvalidParameterValue) when calling the RunInstances operation: "
    "The t2.micro instance type does not support an AMI with a boot mode of UEFI."
)


class ErrorDialog(QDialog):
    """Reads along while one types or pastes. Nothing leaves the program."""

    def __init__(self, knowledge: Knowledge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knowledge = knowledge
        self._shown: Recognised | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(gettext("Explain an EC2 error"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.resize(760, 680)
        help_text = gettext(
            "Paste what EC2 answered, with whatever Terraform, CloudFormation, the CLI or a log put around it. "
            "It is read here and sent nowhere."
        )
        self._box = ErrorBox(gettext("Error message"), help_text, _EXAMPLE)
        label = QLabel(gettext("Error &message"))
        label.setBuddy(self._box)
        self._meaning = ErrorMeaning(knowledge.rulebook)
        self._meaning.chosen.connect(self._open_rule)
        self._meaning.show_hint()
        self._later = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._later.timeout.connect(self._read)
        self._box.changed.connect(self._later.start)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(Label(gettext("What does EC2 mean?"), Style.DECISION))
        column.addWidget(Label(help_text, Style.QUIET))
        column.addSpacing(4)
        column.addWidget(label)
        column.addWidget(self._box)
        column.addWidget(self._meaning, 1)
        column.addWidget(buttons)
        self._box.setFocus()

    def paste(self, text: str) -> None:
        """Read this at once, as if the person had pasted it."""
        self._box.set_text(text)
        self._read()

    def _read(self) -> None:
        self._later.stop()
        text = self._box.text()
        found = self._knowledge.errors.read(text)
        if found is None:
            if text.strip():
                self._meaning.show_nothing(self._knowledge.errors.unrecognised(text))
            else:
                self._meaning.show_hint()
        elif found != self._shown:
            self._meaning.show_meaning(found)
            self._make_room()
            said = render(found.happened)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._meaning, said))
        self._shown = found

    def _make_room(self) -> None:
        """Grow until all that is said is seen, as far as the screen goes: a bar for two lines is no help."""
        missing = self._meaning.wanted_height() - self._meaning.viewport().height()
        most = self.screen().availableSize().height() - _BORDER
        if missing > 0:
            self.resize(self.width(), max(self.height(), min(self.height() + missing, most)))

    def _open_rule(self, id: str) -> None:
        from wizard.gui.rules.dialog import RulesDialog

        dialog = RulesDialog(self._knowledge.rulebook, self)
        dialog.show_rule(id)
        dialog.exec()
