"""What was asked for and the operating system cannot do: said before anything else."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.launch import Launch
from wizard.model.message import Message, joined
from wizard.model.recommend.ranked import Ranked
from wizard.model.rules.rulebook import Rulebook


def unmet(rulebook: Rulebook, launch: Launch, ranked: tuple[Ranked, ...]) -> Iterator[Message]:
    """Why the type named first does not give what the launch asks for, and what does.

    Of the rules by which something is lost there, those that hold a wish of the launch against the system.
    """
    for first in ranked[:1]:
        for rule in rulebook.rules:
            asks = any(path.startswith("launch.") for clause in rule.when for path in clause.facts)
            if rule.id in first.lost and asks and rule.os_facts:
                finding = rule.finding(launch, first.instance_type)
                yield joined([finding.text, finding.remedy])
