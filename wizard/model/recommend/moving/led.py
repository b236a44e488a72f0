"""Whether who answers as a sentence proposes is led to the type that it names."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.ec2.instance_type import InstanceType
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.moving.disks import weighed
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.size_of_today import SizeOfToday, is_asked_again

Move = tuple[Needs, SizeOfToday]
"""The needs of who moves, and the size that they come from."""


def leads_to(
    knowledge: Knowledge, move: Move, costs: Costs, there: InstanceType, measures: Mapping[str, float]
) -> bool:
    """measures: the questions of size to answer, each with the least that is enough.

    What is newer, or nearer in what nobody gives up, would come first and make the sentence untrue.
    """
    needs, today = move
    here = today.instance_type
    instead = {measure for measure, least in measures.items() if not is_asked_again(here, measure, least)}
    answered = replace(
        needs,
        vcpus=Range(measures["vcpus"]) if "vcpus" in measures else needs.vcpus,
        memory_gib=Range(measures["memory-gib"]) if "memory-gib" in measures else needs.memory_gib,
        local_storage_gb=int(measures.get("local-storage-gb", needs.local_storage_gb)),
        today=replace(today, answered=today.answered | instead),
    )
    ranked = weighed(knowledge, answered, costs).ranked
    return bool(ranked) and ranked[0].instance_type is there
