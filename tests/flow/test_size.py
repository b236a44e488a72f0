from __future__ import annotations

import pytest

from wizard.flow.answer_error import AnswerError
from wizard.flow.kind import Value
from wizard.flow.size import QUESTIONS, VCPUS
from wizard.model.ec2.instance_type import Architecture
from wizard.model.knowledge import Knowledge
from wizard.model.message import ENGLISH


def test_every_architecture_can_be_chosen(knowledge: Knowledge) -> None:
    arch = next(question for question in QUESTIONS if question.id == "arch")
    assert {option.value for option in arch.offered(knowledge, {})} == {"any", *Architecture}


def test_vcpus_are_whole_and_in_order(knowledge: Knowledge) -> None:
    VCPUS.check({"minimum": 2, "maximum": 8}, knowledge, {})
    with pytest.raises(AnswerError, match=r"vcpus: 8 to 2 does not fit; the smaller number comes first"):
        VCPUS.check({"minimum": 8, "maximum": 2}, knowledge, {})
    with pytest.raises(AnswerError, match=r"vcpus: 2.5 does not fit; expected a whole number"):
        VCPUS.check({"minimum": 2.5}, knowledge, {})


@pytest.mark.parametrize(
    ("id", "value", "said"),
    [
        ("vcpus", {"minimum": 4, "maximum": 8}, "4 to 8 vCPUs"),
        ("memory-gib", {"maximum": 0.5}, "at most 0.5 GiB"),
        ("gpu", 1, "GPUs: at least 1"),
        ("max-price", 0.5, "at most 0.50 USD an hour"),
        ("max-price", 0.0125, "at most 0.0125 USD an hour"),
        ("local-storage-gb", 100, "at least 100 GB local storage"),
        ("network-gbps", 12.5, "at least 12.5 Gbit/s network"),
    ],
)
def test_a_size_reads_with_its_unit(id: str, value: Value, said: str, knowledge: Knowledge) -> None:
    question = next(question for question in QUESTIONS if question.id == id)
    assert question.summed_up(value, knowledge, {}).render(ENGLISH) == said


@pytest.mark.parametrize("id", ["gpu", "local-storage-gb"])
def test_there_is_no_half_a_gpu_nor_half_a_gigabyte(id: str, knowledge: Knowledge) -> None:
    question = next(question for question in QUESTIONS if question.id == id)
    with pytest.raises(AnswerError, match=f"{id}: 1.5 does not fit; expected a whole number"):
        question.check(1.5, knowledge, {})


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ({"start": "instance", "current-type": "m4.large"}, True),
        ({"start": "instance"}, False),
        ({"start": "image", "current-type": "m4.large"}, False),
        ({}, False),
    ],
)
def test_as_large_as_today_is_asked_where_it_is_known_how_large_that_is(
    before: dict[str, Value], asked: bool, knowledge: Knowledge
) -> None:
    question = next(question for question in QUESTIONS if question.id == "same-size")
    assert question.asked(knowledge, before) is asked
