"""AWS CLI commands that make the place of a launch: a Dedicated Host, a subnet in a Local Zone, a placement group."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.launching.place import place_steps
from wizard.model.launching.request import LaunchRequest
from wizard.model.recommend.needs import Needs
from wizard.report.document import Command
from wizard.report.report_writer import ReportWriter


def place_commands(request: LaunchRequest, needs: Needs, writer: ReportWriter) -> Iterator[Command]:
    """What must be there before the launch; nothing for an Availability Zone of the Region."""
    for step in place_steps(request, needs.request.zone):
        yield Command(writer.say(step.purpose), step.lines, writer.say(step.note) if step.note else "")
