from __future__ import annotations

from wizard.gui.rules.topics import TOPICS
from wizard.model.ec2.finding import Reason
from wizard.model.knowledge import Knowledge


def test_every_topic_has_a_name_of_its_own() -> None:
    assert set(TOPICS) == set(Reason)
    assert len({title.template for title in TOPICS.values()}) == len(TOPICS)


def test_they_stand_in_the_order_of_the_rulebook(knowledge: Knowledge) -> None:
    refusals = [rule.reason for rule in knowledge.rulebook.rules if rule.outcome.severity == 4]
    seen = list(dict.fromkeys(refusals))
    assert seen == [topic for topic in TOPICS if topic in seen]
