"""The very image to take: how its publisher calls it, and every way to find it and to launch it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.gui import feedback
from wizard.gui.aws_service import AwsService
from wizard.gui.findings.finding_list import FindingList
from wizard.gui.findings.newest_image import find_button
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.session import Session
from wizard.gui.texts import current, gettext, render
from wizard.gui.widgets.command_box import CommandBox
from wizard.gui.widgets.label import Style
from wizard.report.document import Command
from wizard.report.launch.commands import image_commands
from wizard.report.launch.image_to_take import image_to_take, request_of, said, which_image
from wizard.report.launch.place_commands import place_commands
from wizard.report.launch.templates import templates
from wizard.report.launch.type_commands import dry_run
from wizard.report.report_writer import ReportWriter


class ImageTab(FindingList):
    """For AWS CLI, Terraform, CloudFormation and Packer, each with a button that copies it."""

    def __init__(
        self, session: Session, aws: Callable[[], AwsService], parent: QWidget | None = None
    ) -> None:
        super().__init__(gettext("The image"), parent)
        self._session = session
        self._aws = aws

    def refresh(self) -> None:
        """Say it for the recommendation as it is now."""
        knowledge, recommendation = self._session.knowledge, self._session.recommendation
        self.clear()
        published, request = (
            image_to_take(recommendation, knowledge),
            request_of(recommendation, knowledge),
        )
        if published is not None:
            which = which_image(recommendation, knowledge) or said(published, knowledge)
            self.say(render(which, 1800), Style.STRONG)
            for source in published.sources:
                self.put(SourceLink(source))
            if published.can_be_found:
                self.put(self._button())
        elif request is not None and request.keeps_own:
            self.say(gettext("The image that you have can stay. This launches it."), Style.STRONG)
        else:
            self.say(
                gettext(
                    "Name the system and its version, and the image is named too. Until then, "
                    "this finds images of the right kind among your own."
                ),
                Style.STRONG,
            )
        if request is not None:
            writer = ReportWriter(current())
            needs = recommendation.needs
            self._commands(gettext("Find it"), tuple(image_commands(request, needs, writer)))
            self._commands(
                gettext("Try the launch"), (*place_commands(request, needs, writer), dry_run(request, writer))
            )
            self._commands(gettext("As a template"), tuple(templates(recommendation, knowledge, writer)))
        self.done()

    def _button(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 6, 0, 0)
        line.addWidget(find_button(self._session, self._aws, self))
        line.addStretch()
        return row

    def _commands(self, heading: str, commands: tuple[Command, ...]) -> None:
        if not commands:
            return
        self.space()
        self.heading(heading)
        for command in commands:
            text = "\n".join(command.lines)
            box = CommandBox(text, command.purpose)
            name = gettext("Copy: {purpose}").replace("{purpose}", command.purpose)
            copied = gettext("On the clipboard: {purpose}").replace("{purpose}", command.purpose)
            box.add_copy(gettext("Copy"), name, partial(feedback.copy, text, copied))
            self.put(box)
            if command.note:
                self.say(command.note, Style.SMALL)
