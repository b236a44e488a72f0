from __future__ import annotations

import pytest

from wizard.flow.answer_error import AnswerError
from wizard.flow.effective_answers import check_answers, effective_answers
from wizard.flow.interpret import needs_of
from wizard.flow.request import QUESTIONS, ZONE
from wizard.model.ec2.launch import Launch
from wizard.model.knowledge import Knowledge


def test_what_is_rarely_asked_stands_under_one_heading_and_needs_no_answer() -> None:
    assert len({question.group for question in QUESTIONS}) == 1
    assert not any(question.required for question in QUESTIONS)


@pytest.mark.parametrize(
    "zone", ["us-west-2a", "us-west-2-lax-1a", "us-east-1-wl1-bos-wlz-1", "usw2-az1", ""]
)
def test_a_zone_by_name_or_id(knowledge: Knowledge, zone: str) -> None:
    ZONE.check(zone, knowledge, {})
    assert needs_of({"zone": zone}, knowledge).request.zone == (zone or None)


@pytest.mark.parametrize("zone", ["here", "us-west-2", "us west 2a", "US-WEST-2A", "us-west-2a\n"])
def test_no_zone(knowledge: Knowledge, zone: str) -> None:
    with pytest.raises(
        AnswerError, match=r"zone: .* does not fit; expected the name of a zone such as us-west-2a"
    ):
        check_answers({"zone": zone}, knowledge)


def test_a_zone_of_another_region_is_passed_over(knowledge: Knowledge) -> None:
    answers = {"region": "eu-west-1", "zone": "us-west-2a"}
    with pytest.raises(AnswerError, match="expected a zone of eu-west-1"):
        check_answers(answers, knowledge)
    assert effective_answers(answers, knowledge) == {"region": "eu-west-1"}


def test_a_region_that_nobody_lists_is_kept_by_its_name(knowledge: Knowledge) -> None:
    needs = needs_of({"region": "eusc-de-east-1"}, knowledge)
    assert (needs.region, needs.request) == (None, Launch(other_region="eusc-de-east-1"))


def test_no_answer_asks_for_no_option(knowledge: Knowledge) -> None:
    idle = {q.id: q.default for q in QUESTIONS if q.default is not None}
    assert needs_of(idle, knowledge).request == Launch()


def test_a_zone_is_held_against_no_region_where_none_was_chosen(knowledge: Knowledge) -> None:
    assert check_answers({"region": "any", "zone": "us-west-2a"}, knowledge)["zone"] == "us-west-2a"


@pytest.mark.parametrize("id", ["free-plan", "cpu-options", "ebs-optimized"])
def test_what_nobody_asks_for_is_shown_switched_off(id: str) -> None:
    assert next(question.default for question in QUESTIONS if question.id == id) is False
