from __future__ import annotations

import pytest

from wizard.flow.kind import Value
from wizard.flow.start import QUESTIONS
from wizard.model.knowledge import Knowledge

FACTS = [question.id for question in QUESTIONS if question.id.startswith("image-")]


def asked(knowledge: Knowledge, **before: Value) -> list[str]:
    return [question.id for question in QUESTIONS if question.asked(knowledge, before)]


@pytest.mark.parametrize("before", [{}, {"start": "new"}])
def test_for_a_new_workload_nothing_more_is_asked(before: dict[str, str], knowledge: Knowledge) -> None:
    assert asked(knowledge, **before) == ["start"]


def test_an_image_is_asked_for_its_facts(knowledge: Knowledge) -> None:
    assert asked(knowledge, start="image") == ["start", "image", *FACTS]


def test_an_instance_is_asked_for_its_type_too(knowledge: Knowledge) -> None:
    assert asked(knowledge, start="instance") == ["start", "current-type", "image", *FACTS]


def test_a_file_answers_all_facts_at_once(knowledge: Knowledge) -> None:
    assert asked(knowledge, start="image", image={"ImageId": "ami-1"}) == ["start", "image"]


def test_only_the_type_of_an_instance_is_required() -> None:
    assert [question.id for question in QUESTIONS if question.required] == ["current-type"]


def test_the_facts_of_an_image_are_asked_only_where_there_is_one(knowledge: Knowledge) -> None:
    told = {"image": {"ImageId": "ami-1"}}
    assert asked(knowledge, start="new", **told) == ["start"]
    assert asked(knowledge, start="instance", **told) == ["start", "current-type", "image"]
