"""The whole catalogue as rows, whatever anybody needs."""

from __future__ import annotations

from wizard.model.ec2.finding import Outcome
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.ranked import Ranked, Wish


def listed(knowledge: Knowledge, costs: Costs) -> tuple[Ranked, ...]:
    """Every type with its generation and, as far as it is known, its price; judged by nothing."""
    generation, wish = knowledge.families.generation, Wish(hard_disks=knowledge.families.hard_disks)
    return tuple(
        Ranked(t, Outcome.WORKS, wish, generation=generation(t.family), price=costs.price(t.name))
        for t in knowledge.catalog.types
    )
