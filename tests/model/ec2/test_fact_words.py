"""Each fact in words."""

from __future__ import annotations

import re
from gettext import NullTranslations

from tests.model.launches import removable
from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.fact_words import clause
from wizard.model.knowledge import Knowledge

INTERNAL = re.compile(r"\b(?:os|image|type|launch)\.[a-z]|[a-z]_[a-z]")


def test_no_fact_is_called_by_its_internal_name() -> None:
    for path in all_facts():
        said = clause(path).render(NullTranslations())
        assert said
        assert not INTERNAL.search(said.replace("x86_64", "")), path


def test_every_fact_that_a_rule_may_ask_for_has_words_of_its_own(knowledge: Knowledge) -> None:
    asked = {path for rule in knowledge.rulebook.rules for path in rule.facts} & set(removable())
    general = {clause(f"{root}.nothing").template for root in ("os", "image", "launch", "type")}
    assert {path for path in asked if clause(path).template in general} == set()
