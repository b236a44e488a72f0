"""The launch as Terraform, CloudFormation and Packer, to copy."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.knowledge import Knowledge
from wizard.model.launching.request import LaunchRequest
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.document import Command
from wizard.report.launch.cloudformation import cloudformation
from wizard.report.launch.image_to_take import request_of
from wizard.report.launch.packer import packer
from wizard.report.launch.terraform import terraform
from wizard.report.report_writer import ReportWriter

_KINDS = (
    (Message("Terraform: an instance with everything that you asked for."), terraform, "hcl"),
    (Message("CloudFormation: a launch template and an instance of it."), cloudformation, "yaml"),
    (Message("Packer: an image of your own, built from this one."), packer, "hcl"),
)


def templates(
    recommendation: Recommendation, knowledge: Knowledge, writer: ReportWriter
) -> Iterator[Command]:
    """One for each tool; nothing where no type is left."""
    request = request_of(recommendation, knowledge)
    if request is not None:
        for purpose, write, language in _KINDS if request.has_a_login else _KINDS[:2]:
            lines = tuple(write(request).rstrip("\n").split("\n"))
            yield Command(writer.say(purpose), lines, _note(request, language, writer), language=language)


def _note(request: LaunchRequest, language: str, writer: ReportWriter) -> str:
    notes = []
    if request.published and request.published.minor_note and language == "hcl":
        notes.append(request.published.minor_note)
    if request.asks_for_host:
        notes.append(Message("Allocate a Dedicated Host for this type first."))
    return " ".join(map(writer.say, notes))
