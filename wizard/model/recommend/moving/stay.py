"""The other plan: to stay on today's type, where that can do what was asked for as well as a newer one."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.ranked import Ranked


def may_stay(needs: Needs, ranked: Sequence[Ranked], here: InstanceType | None) -> Message | None:
    """That today's type has all that was asked for, and how to get the steps; None where it has not, or is the answer.

    Of what was asked for by name only: who says no more than what runs today wants to know what is newer.
    """
    if here is None or not here.current_generation or not needs.features or not ranked:
        return None
    own = next((entry for entry in ranked[1:] if entry.instance_type.name == here.name), None)
    if own is None or own.outcome is not Outcome.WORKS or own.doubted:
        return None
    return Message(
        "{here} has what you ask for as well, so the instance can stay on it: the steps are those of --type {here}.",
        {"here": here.name},
    )
