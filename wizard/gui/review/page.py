"""The review: the report as it will print, and every way to take it along."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from wizard.flow.steps import Step
from wizard.gui import feedback
from wizard.gui.file_actions import FileActions
from wizard.gui.review.preview import Preview
from wizard.gui.review.thumbnails import Thumbnails
from wizard.gui.review.zoom_bar import ZoomBar
from wizard.gui.session import Session
from wizard.gui.texts import gettext, ngettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.label import line_width
from wizard.gui.widgets.line_edit import AskingLine
from wizard.gui.widgets.page import Page
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.document import Command, Report

_LONGEST_NAME = 80
_WIDE = 84
_LEAST = 240


class ReviewPage(Page):
    """The report is made when the page is shown, and again when the answers have changed since."""

    def __init__(
        self, step: Step, session: Session, actions: FileActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(render(step.title), render(step.explanation), parent, wide=True)
        self._session = session
        self._actions = actions
        self._shown: Recommendation | None = None
        self._report: Report | None = None
        self._commands = QMenu(self)
        self._preview = Preview(self._pages)
        self._thumbnails = Thumbnails()
        self._thumbnails.chosen.connect(self._preview.go_to)
        self._preview.drawn.connect(self._thumbnails.show_pages)
        self._preview.read.connect(self._thumbnails.mark)
        self._copy = self._button(gettext("Copy AWS &CLI command"), "terminal", None)
        self._copy.setMenu(self._commands)
        row_of_buttons = FlowRow()
        row_of_buttons.fill(
            [
                self._button(gettext("Save &answers…"), "save", actions.save_answers),
                self._button(gettext("Copy as &Markdown"), "copy", actions.copy_markdown),
                self._copy,
                ZoomBar(self._preview),
            ]
        )
        self._preview.setMinimumHeight(_LEAST)
        self.column.addSpacing(16)
        self.column.addWidget(row_of_buttons)
        self.column.addSpacing(8)
        self.column.addWidget(self._parties())
        self.column.addSpacing(16)
        pages = QHBoxLayout()
        pages.setSpacing(8)
        pages.addWidget(self._thumbnails)
        pages.addWidget(self._preview, 1)
        self.column.addLayout(pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._thumbnails.setVisible(self.width() > line_width(_WIDE))
        super().resizeEvent(event)

    def refresh(self) -> None:
        if self.isVisible() and self._session.recommendation is not self._shown:
            self._make()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _make(self) -> None:
        self._shown = self._session.recommendation
        self._report = None
        feedback.attempt(self._build)
        self._preview.redraw()

    def _build(self) -> None:
        self._report = self._actions.report()
        self._commands.clear()
        commands = [b for section in self._report.sections for b in section.blocks if isinstance(b, Command)]
        for command in commands:
            self._commands.addAction(
                command.purpose.replace("&", "&&"), partial(self._copy_commands, [command])
            )
        if len(commands) > 1:
            self._commands.addSeparator()
            self._commands.addAction(gettext("All of these commands"), lambda: self._copy_commands(commands))
        self._copy.setEnabled(bool(commands))

    def _copy_commands(self, commands: list[Command]) -> None:
        text = "\n\n".join("\n".join(command.lines) for command in commands) + "\n"
        said = ngettext(
            "The command is on the clipboard.", "The commands are on the clipboard.", len(commands)
        )
        feedback.copy(text, said)

    def _pages(self, scale: float) -> list[bytes] | None:
        report = self._report
        if report is None:
            return None
        return feedback.result_of(lambda: self._actions.services.pages(report, scale))

    def _parties(self) -> QWidget:
        """For whom and by whom; remembered, and left out where empty."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for text, name in ((gettext("F&or whom"), "report_reader"), (gettext("B&y whom"), "report_author")):
            line = AskingLine()
            line.setText(str(self._actions.services.preference(name) or ""))
            line.setMaxLength(_LONGEST_NAME)
            line.setMaximumWidth(line_width(36))
            line.setAccessibleName(text.replace("&", ""))
            line.editingFinished.connect(partial(self._remember, name, line))
            label = QLabel(text)
            label.setBuddy(line)
            row.addWidget(label)
            row.addWidget(line, 1)
        row.addStretch()
        return holder

    def _remember(self, name: str, line: AskingLine) -> None:
        services = self._actions.services
        if line.text() != str(services.preference(name) or ""):
            services.remember(name, line.text())
            self._make()

    def _button(self, text: str, sign: str, act: Callable[[], object] | None) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        put_icon(button, sign)
        if act is not None:
            button.clicked.connect(act)
        return button
