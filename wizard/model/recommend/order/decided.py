"""The types of a decision in their order."""

from __future__ import annotations

from math import inf

from wizard.model.ec2.finding import Outcome
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.decide import Decision, fitting
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.ranking import Drawbacks, rank
from wizard.model.recommend.ranked import SLOWER_INTERFACE, Ranked

_TOO_OLD_FOR_THE_NETWORK = "D14"
"""AWS recommends a newer kernel for the network of these types: they work, and others are surer."""
_CERTIFIED = "H1a"
"""SAP has certified these types for HANA, which an image for SAP is mostly bought for."""


def ranked_by(knowledge: Knowledge, decision: Decision, needs: Needs, costs: Costs) -> tuple[Ranked, ...]:
    """Those that the best kind of image can be used on; empty where nothing fits."""
    best, select = decision.best, knowledge.catalog.select
    for_sap = (needs.system.family or "").endswith("-sap")
    survey, fits = best.survey, best.fits
    lossy = survey.results.broken[Outcome.DEGRADED] & fits
    slower, lost, warned, certified = 0, 0, 0, 0
    for result in survey.results.by_rule:
        if result.rule.id in SLOWER_INTERFACE:
            slower |= result.broken
        elif result.rule.outcome is Outcome.DEGRADED:
            lost |= result.broken
    for advice in survey.advice:
        if advice.rule.id == _TOO_OLD_FOR_THE_NETWORK:
            warned |= advice.ask(survey.launch).broken
        if for_sap and advice.rule.id == _CERTIFIED:
            certified |= advice.ask(survey.launch).broken
    # Below the smallest that is certified nobody looks for HANA.
    least = min((t.memory_gib for t in select(certified)), default=inf)
    uncertified = knowledge.catalog.mask(lambda t: t.memory_gib >= least) & ~certified
    masks = (fits & ~best.sure, lossy, lossy & slower & ~lost, warned & fits, uncertified & fits)
    drawbacks = Drawbacks(*(frozenset(t.name for t in select(mask)) for mask in masks))
    return rank(fitting(knowledge, best, needs), needs, knowledge.families, drawbacks, costs)
