"""What is in doubt: facts that nobody gave and on which the launch itself depends."""

from __future__ import annotations

from collections.abc import MutableMapping

from wizard.model.ec2.finding import PREVENTS, Unknown
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.launch import Launch
from wizard.model.frozen import replace
from wizard.model.rules.rule import Missing, Rule

ANYWHERE = frozenset({"launch.region"})
OF_THE_PLACE = frozenset({"launch.region", "launch.zone_offers"})
"""What a place offers is no property of an image: no current image of a system settles it."""


def settled(launch: Launch) -> frozenset[str]:
    """The facts that leave no doubt though nobody gave them.

    No Region means that any will do, no zone that EC2 chooses one, and somebody who may choose is
    not refused; a Region that was named and of which nothing is known is in doubt.
    """
    return ANYWHERE if launch.other_region is None else ANYWHERE - {"launch.region"}


def in_doubt(rule: Rule, missing: Missing, given: frozenset[str]) -> bool:
    """Whether the launch may fail by a rule that cannot say for want of these facts.

    given: those that leave no doubt.
    """
    return rule.outcome in PREVENTS and given.isdisjoint(missing)


def ask(
    found: MutableMapping[str, Unknown],
    rule: Rule,
    missing: Missing,
    launch: Launch,
    instance_type: InstanceType,
) -> None:
    """Put into `found`, by fact, what would have to be known for this rule to speak.

    Each fact is asked for once: for the sake of the first rule, or of the first that leaves a doubt.
    """
    doubt = in_doubt(rule, missing, settled(launch))
    for path in missing:
        unknown = rule.unknown(path, launch, instance_type)
        known = found.get(unknown.fact)
        if known is None or doubt > known.doubt:
            found[unknown.fact] = replace(unknown, doubt=doubt)
