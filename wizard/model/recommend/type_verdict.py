"""Everything that is to be said about one type for these needs."""

from __future__ import annotations

from wizard.model.ec2.finding import Verdict
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.launch import Launch
from wizard.model.frozen import frozen
from wizard.model.judging.doubt import settled
from wizard.model.judging.judge import judge
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.criteria.criteria import criteria
from wizard.model.recommend.launches import launch_of, launch_with
from wizard.model.recommend.recommendation import ImageProfile, Recommendation


@frozen
class TypeVerdict:
    """missed: the answers that the type does not meet, by question id and in words.

    profile: the kind of image that was judged on it: the recommended one, or the one that came
    nearest where nothing is left. own: the verdict on the image that one has.
    """

    instance_type: InstanceType
    missed: tuple[tuple[str, Message], ...]
    profile: ImageProfile
    verdict: Verdict
    own: Verdict | None

    @property
    def fits(self) -> bool:
        return not self.missed and self.verdict.outcome.usable


def type_verdict(
    knowledge: Knowledge, recommendation: Recommendation, instance_type: InstanceType
) -> TypeVerdict:
    """Judge a type by the same rules, and for the same kind of image, as the recommendation."""
    needs, profile = recommendation.needs, recommendation.judged
    own = None
    costs = Costs.of(knowledge.prices, needs)
    if needs.image is not None:
        own = _judged(knowledge, launch_with(needs.image, needs), instance_type)
    return TypeVerdict(
        instance_type,
        tuple((c.answer, c.text) for c in criteria(needs, costs) if not c.fits(instance_type)),
        profile,
        _judged(knowledge, launch_of(profile, needs), instance_type),
        own,
    )


def _judged(knowledge: Knowledge, launch: Launch, instance_type: InstanceType) -> Verdict:
    verdict = judge(knowledge.rulebook, launch, instance_type)
    settles = settled(launch)
    return Verdict(verdict.findings, tuple(u for u in verdict.unknowns if u.fact not in settles))
