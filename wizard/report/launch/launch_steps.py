"""The next steps of a report: which image to take, and the commands in their order."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.found_image import FoundImage
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.document import Block, Paragraph
from wizard.report.launch.commands import commands
from wizard.report.launch.image_to_take import image_to_take, which_image
from wizard.report.report_writer import ReportWriter


def launch_steps(
    recommendation: Recommendation, knowledge: Knowledge, writer: ReportWriter, found: FoundImage | None
) -> Iterable[Block]:
    """found: the very image that AWS has."""
    if recommendation.decision is None:
        yield Paragraph(
            writer.say(Message("Change one of the answers named under “What to change”, and ask again."))
        )
    if which := which_image(recommendation, knowledge):
        image = image_to_take(recommendation, knowledge)
        yield Paragraph(writer.say(which), writer.cite(image.sources if image else ()))
    if found:
        yield Paragraph(writer.say(found.text))
    if made := tuple(commands(recommendation, knowledge, writer)):
        registers = any("register-image" in command.lines[0] for command in made)
        effect = (
            Message("They change nothing in your account, except the one that registers an image.")
            if registers
            else Message("They change nothing in your account.")
        )
        yield Paragraph(
            writer.say(
                Message(
                    "The commands are for the AWS CLI in bash or another POSIX shell, such as AWS CloudShell. {effect}",
                    {"effect": effect},
                )
            )
        )
        yield from (replace(c, purpose=f"{number}. {c.purpose}") for number, c in enumerate(made, 1))
