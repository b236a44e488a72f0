"""Paste an error of EC2 and read what it means."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from wizard.gui.icons import Icons
from wizard.gui.label import Label, Style
from wizard.gui.rules.error_box import ErrorBox
from wizard.gui.rules.error_meaning import ErrorMeaning
from wizard.model.errors.ec2_error import Recognised
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, Translations

_READ_AFTER_MS = 120
# EC2's own words, which are English in every language.
_EXAMPLE = (
    "An error occurred (InvalidParameterValue) when calling the RunInstances operation: "
    "The t2.micro instance type does not support an AMI with a boot mode of UEFI."
)


class ErrorDialog(QDialog):
    """Reads along while one types or pastes. Nothing leaves the program."""

    def __init__(
        self, knowledge: Knowledge, icons: Icons, translations: Translations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        gettext = translations.gettext
        self._knowledge = knowledge
        self._icons = icons
        self._translations = translations
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
        self._meaning = ErrorMeaning(knowledge.rulebook, icons, translations)
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
                self._meaning.show_nothing()
            else:
                self._meaning.show_hint()
        elif found != self._shown:
            self._meaning.show_meaning(found)
            said = Message("Rule {id}: {text}", {"id": found.rule, "text": found.text})
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self._meaning, said.render(self._translations))
            )
        self._shown = found

    def _open_rule(self, id: str) -> None:
        from wizard.gui.rules.rules_dialog import RulesDialog

        dialog = RulesDialog(self._knowledge.rulebook, self._icons, self._translations, self)
        dialog.show_rule(id)
        dialog.exec()
