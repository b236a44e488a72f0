"""What was wished for, as far as it makes one type an answer."""

from __future__ import annotations

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.operating_system import OsKind
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.ranked import Ranked
from wizard.model.systems.driver import has_driver

# Nearly every type has them, and neither says what the machine is for.
_OF_NO_SIZE = frozenset({Feature.ENA, Feature.SPOT})


def has_size(needs: Needs) -> bool:
    """Whether anything was asked by which one type is nearer than another."""
    numbers = (needs.gpus, needs.local_storage_gb, needs.network_gbps)
    ranges = (needs.vcpus, needs.memory_gib)
    return any(numbers) or any(wish != Range() for wish in ranges) or bool(needs.types or needs.today)


def has_wish(needs: Needs) -> bool:
    """Whether it is known what the machine is for or must do, so that a type can be named to begin with."""
    return (
        needs.purpose is not None
        or bool(needs.features - _OF_NO_SIZE)
        or bool(needs.families)
        or needs.request.free_plan
        or needs.system.kind is OsKind.MACOS
        or has_driver(needs.system)
    )


def is_bought(needs: Needs) -> bool:
    """Whether a limit of the price alone says how large the machine may be."""
    return needs.max_price is not None and needs.purpose is None


def names_one(needs: Needs, ranked: tuple[Ranked, ...]) -> bool:
    """Whether the first type is an answer: by a size, by a limit of the price, or by any other wish."""
    return bool(ranked) and (has_size(needs) or is_bought(needs) or has_wish(needs))


def of_unknown_size(needs: Needs, knowledge: Knowledge) -> bool:
    """Whether a move starts from a type of which nothing is known here, and nobody said how large the new one is."""
    here = needs.current_type
    return here is not None and knowledge.instance_type(here) is None and not has_size(needs)
