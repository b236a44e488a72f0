from __future__ import annotations

import pytest

from wizard.flow.question import AnswerError
from wizard.flow.size import QUESTIONS, VCPUS
from wizard.model.instance_type import Architecture
from wizard.model.knowledge import Knowledge


def test_every_architecture_can_be_chosen() -> None:
    arch = QUESTIONS[0]
    assert {option.value for option in arch.offered(None, {})} == {"any", *Architecture}  # type: ignore[arg-type]  # none needed


def test_vcpus_are_whole_and_in_order(knowledge: Knowledge) -> None:
    VCPUS.check({"minimum": 2, "maximum": 8}, knowledge, {})
    with pytest.raises(AnswerError, match=r"vcpus: 8..2 does not fit; expected the smaller number first"):
        VCPUS.check({"minimum": 8, "maximum": 2}, knowledge, {})
    with pytest.raises(AnswerError, match=r"vcpus: 2.5 does not fit; expected a whole number"):
        VCPUS.check({"minimum": 2.5}, knowledge, {})


def test_every_number_has_its_unit() -> None:
    assert all(question.unit for question in QUESTIONS[1:])
