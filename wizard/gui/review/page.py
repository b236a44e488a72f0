"""The review: the report as it will print, and every way to take it along."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from wizard.flow.steps import Step
from wizard.gui.actions import Desk
from wizard.gui.review.preview import Preview
from wizard.gui.session import Session
from wizard.gui.theme.icons import Icons
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.page import Page
from wizard.model.message import Translations
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.document import Command, Report


class ReviewPage(Page):
    """The report is made when the page is shown, and again when the answers have changed since."""

    def __init__(
        self,
        step: Step,
        session: Session,
        desk: Desk,
        icons: Icons,
        translations: Translations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            step.title.render(translations), step.explanation.render(translations), parent, wide=True
        )
        gettext = translations.gettext
        self._session = session
        self._desk = desk
        self._translations = translations
        self._shown: Recommendation | None = None
        self._report: Report | None = None
        self._commands = QMenu(self)
        self._preview = Preview(self._pages, translations)
        save = self._button(gettext("Save PDF…"), "pdf", icons, desk.save_pdf)
        self._copy = self._button(gettext("Copy AWS &CLI command"), "terminal", icons, None)
        self._copy.setMenu(self._commands)
        shelf = FlowRow()
        shelf.fill(
            [
                save,
                self._button(gettext("Save &answers…"), "save", icons, desk.save_answers),
                self._button(gettext("Copy as &Markdown"), "copy", icons, desk.copy_markdown),
                self._copy,
            ]
        )
        self._first = save
        self._preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._preview.setMinimumHeight(240)
        self.column.addSpacing(16)
        self.column.addWidget(shelf)
        self.column.addSpacing(16)
        self.column.addWidget(self._preview, 1)

    def refresh(self) -> None:
        if self.isVisible() and self._session.recommendation is not self._shown:
            self._make()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def first_control(self) -> QWidget | None:
        return self._first

    def _make(self) -> None:
        self._shown = self._session.recommendation
        self._report = None
        self._desk.attempt(self._build)
        self._preview.redraw()

    def _build(self) -> None:
        self._report = self._desk.report()
        self._commands.clear()
        commands = [b for section in self._report.sections for b in section.blocks if isinstance(b, Command)]
        for command in commands:
            self._commands.addAction(
                command.purpose.replace("&", "&&"), partial(self._copy_commands, [command])
            )
        if len(commands) > 1:
            self._commands.addSeparator()
            self._commands.addAction(
                self._translations.gettext("All of these commands"), lambda: self._copy_commands(commands)
            )
        self._copy.setEnabled(bool(commands))

    def _copy_commands(self, commands: list[Command]) -> None:
        text = "\n\n".join("\n".join(command.lines) for command in commands) + "\n"
        said = self._translations.ngettext(
            "The command is on the clipboard.", "The commands are on the clipboard.", len(commands)
        )
        self._desk.copy(text, said)

    def _pages(self, scale: float) -> list[bytes] | None:
        report, pages = self._report, list[bytes]()
        if report is not None:
            self._desk.attempt(lambda: pages.extend(self._desk.services.pages(report, scale)))
        return pages or None

    def _button(self, text: str, sign: str, icons: Icons, act: Callable[[], object] | None) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        icons.put_on(button, sign)
        if act is not None:
            button.clicked.connect(act)
        return button
