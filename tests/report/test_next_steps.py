from __future__ import annotations

import gettext
from typing import Any

from tests.report.sample import KEPT
from wizard.flow.interpret import needs_of
from wizard.flow.walk import Walk
from wizard.model.ec2.finding import Unknown
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.advise import advise
from wizard.report.next_steps import Where, next_steps

ENGLISH = gettext.NullTranslations()


def steps(knowledge: Knowledge, answers: dict[str, Any]) -> list[tuple[str, Where, str]]:
    needs = needs_of(Walk.resumed(knowledge, answers).effective, knowledge)
    found = next_steps(knowledge, advise(knowledge, needs))
    return [(step.text.render(ENGLISH), step.where, step.question) for step in found]


def test_what_to_do_now_is_said_in_its_order(knowledge: Knowledge) -> None:
    named = {"os": "ubuntu", "os-version": "24.04", "vcpus": {"minimum": 2}}
    assert steps(knowledge, named) == [
        ("Find the AMI and try the launch", Where.IMAGE, ""),
        ("Save the report", Where.REPORT, ""),
    ]
    assert steps(knowledge, {"os": "ubuntu", "os-version": "24.04"})[0] == (
        "Say how many vCPUs and how much memory",
        Where.QUESTION,
        "vcpus",
    )
    old = {"start": "instance", "current-type": "m3.medium", "image-virtualization": "paravirtual"}
    assert [step for step in steps(knowledge, old) if step[1] is Where.MOVE] == [
        ("Read what the move takes: 1 change", Where.MOVE, "")
    ]


def test_what_is_open_comes_first_as_its_question(knowledge: Knowledge) -> None:
    doubted = steps(knowledge, {"start": "image", "image": KEPT})
    assert doubted[0] == ("Answer: Which operating system shall run?", Where.QUESTION, "os")
    assert ("Try the launch without starting it", Where.IMAGE, "") in doubted


def test_what_no_question_asks_for_is_passed_over(knowledge: Knowledge) -> None:
    recommendation = advise(knowledge, needs_of({"start": "image", "image": KEPT}, knowledge))
    beyond = Unknown("type.still_offered", Message("?"), Message("?"))
    own = recommendation.own_image
    assert own is not None
    first, *_ = next_steps(
        knowledge, replace(recommendation, own_image=replace(own, unknowns=(beyond, *own.unknowns)))
    )
    assert (first.where, first.question) == (Where.QUESTION, "os")
    alone = replace(recommendation, own_image=replace(own, unknowns=(beyond,)), unknowns=(beyond,))
    assert next_steps(knowledge, alone)[0].where is Where.IMAGE


def test_where_no_type_is_left_nothing_is_to_be_done_yet(knowledge: Knowledge) -> None:
    assert steps(knowledge, {"os": "windows", "arch": "arm64"}) == []
