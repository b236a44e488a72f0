"""What nobody said: why it matters, and how to supply it."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.flow.steps import QUESTIONS
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.document import Block, Fact, Facts, Paragraph
from wizard.report.scribe import Scribe

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


def unknowns(recommendation: Recommendation, scribe: Scribe) -> Iterator[Block]:
    """Each as the question that would settle it."""
    if not recommendation.unknowns:
        return
    yield Paragraph(
        scribe.say(Message("Nothing below counts as a no. Once it is known, the advice gets firmer."))
    )
    yield Facts(
        tuple(
            Fact(
                scribe.say(asking(unknown.fact)),
                scribe.say(unknown.matters_because),
                scribe.say(unknown.how_to_supply),
            )
            for unknown in recommendation.unknowns
        )
    )


def asking(path: str) -> Message:
    """The question that asks for the fact, or the fact's own name where none does."""
    pattern = path.replace("os.", "guest-").replace("image.", "image-").replace("_", "-")
    question = QUESTIONS.get(_ASKED_BY.get(path, pattern))
    return question.label if question else Message("{fact}", {"fact": path})
