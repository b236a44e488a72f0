"""The very image that AWS has, judged on the types like any other."""

from __future__ import annotations

import datetime

from wizard.model.ec2.finding import Outcome, Verdict
from wizard.model.ec2.image import NEVER, Image
from wizard.model.frozen import frozen, replace
from wizard.model.judging.judge import judge
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.launches import launch_with
from wizard.model.recommend.recommendation import Recommendation


@frozen
class FoundImage:
    """image: as DescribeImages has it. verdict: on the best type. runs_on: on how many of the types
    that fit it can be used, as far as is known; of: how many fit.
    """

    image: Image
    verdict: Verdict
    runs_on: int
    of: int

    @property
    def outcome(self) -> Outcome:
        """What becomes of it on the best type."""
        return self.verdict.outcome

    @property
    def deprecation_date(self) -> str | None:
        """The day from which EC2 hides it from lists; None where none is set."""
        return None if self.image.deprecation_time == NEVER else self.image.deprecation_time.isoformat()

    @property
    def text(self) -> Message:
        """The image in one sentence."""
        return Message(
            "AWS has {name}, {id}, of {created}: it runs on {runs} of the {of} instance types that fit.",
            {
                "name": self.image.name,
                "id": self.image.image_id,
                "created": _day(self.image.creation_date),
                "runs": self.runs_on,
                "of": self.of,
            },
        )


def judged(knowledge: Knowledge, recommendation: Recommendation, image: Image) -> FoundImage:
    """The image on the types of a recommendation that has some."""
    needs = replace(recommendation.needs, os=recommendation.needs.system)
    launch = launch_with(image, needs)
    names = {ranked.instance_type.name for ranked in recommendation.ranked}
    fits = knowledge.catalog.mask(lambda instance_type: instance_type.name in names)
    usable = knowledge.judge.survey(launch).usable & fits
    verdict = judge(knowledge.rulebook, launch, recommendation.ranked[0].instance_type)
    return FoundImage(image, verdict, usable.bit_count(), len(names))


def _day(written: str) -> datetime.date | str:
    """The day of a moment as AWS writes it; what is no moment stays as it stands."""
    try:
        return datetime.date.fromisoformat(written[:10])
    except ValueError:
        return written[:10]
