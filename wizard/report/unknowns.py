"""What nobody said: why it matters, and how to supply it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wizard.flow.question import Question
from wizard.flow.steps import QUESTIONS
from wizard.model.ec2.fact_words import clause
from wizard.model.ec2.finding import Unknown
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.document import Block, Facts, NamedValue, Paragraph
from wizard.report.report_writer import ReportWriter

# The fact's path in the model -> the question that asks for it, where the names do not follow a pattern.
_ASKED_BY = {
    "os.family": "os",
    "os.kind": "os",
    "os.version": "os-version",
    "launch.platform": "os",
    "launch.region": "region",
    "image.virtualization_type": "image-virtualization",
    "image.ena_support": "image-ena",
    "image.root_device_type": "image-root-device",
    "image.tpm_support": "image-tpm",
}


def conditions(recommendation: Recommendation, writer: ReportWriter) -> Iterator[Block]:
    """What the image has to have on whatever type, said once."""
    if recommendation.conditions:
        yield Paragraph(
            writer.say(
                Message(
                    "A current AMI of this system is expected to have what is named here; of an older one or one of "
                    "your own, see to it before you launch."
                )
            )
        )
        yield _listed(recommendation.conditions, writer)


def unknowns(recommendation: Recommendation, writer: ReportWriter) -> Iterator[Block]:
    """Each as the question that would settle it."""
    if not recommendation.unknowns:
        return
    yield Paragraph(
        writer.say(Message("Nothing below counts as a no. Once it is known, the advice gets firmer."))
    )
    yield _listed(recommendation.unknowns, writer)


def _listed(facts: Iterable[Unknown], writer: ReportWriter) -> Facts:
    return Facts(
        tuple(
            NamedValue(
                writer.say(asking(unknown.fact)),
                writer.say(unknown.matters_because),
                writer.say(unknown.how_to_supply),
            )
            for unknown in facts
        )
    )


def asking(path: str) -> Message:
    """The question that asks for the fact; where none does, the fact in words."""
    question = question_of(path)
    return question.label if question else clause(path)


def question_of(path: str) -> Question | None:
    """The question that asks for a fact, if there is one."""
    pattern = path.replace("os.", "guest-").replace("image.", "image-").replace("_", "-")
    return QUESTIONS.get(_ASKED_BY.get(path, pattern))
