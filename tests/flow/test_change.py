"""A way out in words, and what it makes of the answers."""

from __future__ import annotations

import pytest

from wizard.flow.change import change_in_words, instead_in_words, value_of
from wizard.flow.effective_answers import check_answers
from wizard.flow.kind import Value
from wizard.flow.steps import QUESTIONS
from wizard.model.knowledge import Knowledge
from wizard.model.message import ENGLISH, Message
from wizard.model.recommend.recommendation import Relaxation


@pytest.mark.parametrize(
    ("id", "instead", "value"),
    [
        ("region", "any", None),
        ("need", "efa,tpm", ["efa", "tpm"]),
        ("edition", "current", "current"),
        ("gpu", "4", 4),
        ("network-gbps", "12.5", 12.5),
        ("vcpus", "2..8", {"minimum": 2, "maximum": 8}),
        ("memory-gib", "..8", {"maximum": 8}),
    ],
)
def test_what_a_way_out_names_becomes_an_answer(id: str, instead: str, value: Value | None) -> None:
    assert value_of(QUESTIONS[id], instead) == value


def test_a_way_out_is_said_in_the_words_of_its_questions(knowledge: Knowledge) -> None:
    answers = check_answers({"os": "windows", "need": ["enclaves", "sev-snp"], "family": ["t2"]}, knowledge)

    def said(answer: str, instead: str) -> str:
        return change_in_words(Relaxation(answer, instead, Message(""), 1), answers).render(ENGLISH)

    assert said("os", "any") == "Take back “Windows Server”"
    assert said("need", "sev-snp") == ("Change “with Nitro Enclaves, AMD SEV-SNP” to “with AMD SEV-SNP”")
    assert said("family+need+os", "any+enclaves+any") == (
        "Take back “family t2”, and change “with Nitro Enclaves, AMD SEV-SNP” to “with Nitro Enclaves”, "
        "and take back “Windows Server”"
    )


def test_what_to_answer_instead_is_in_words_too(knowledge: Knowledge) -> None:
    answers = check_answers({"need": ["enclaves", "sev-snp"]}, knowledge)
    said = instead_in_words(QUESTIONS["need"], "sev-snp", answers)
    assert said is not None
    assert said.render(ENGLISH) == "AMD SEV-SNP"
    assert instead_in_words(QUESTIONS["need"], "any", answers) is None


@pytest.mark.parametrize(
    ("answer", "instead", "words"),
    [
        ("same-size", "no", "Change “size: At least the size of today” to “size: Any size”"),
        ("os-after", "same", "Change “then As advised” to “then Exactly the same”"),
    ],
)
def test_what_counted_unsaid_is_named_as_well(
    knowledge: Knowledge, answer: str, instead: str, words: str
) -> None:
    answers = check_answers({"start": "instance", "current-type": "r4.16xlarge", "os": "ubuntu"}, knowledge)
    way = Relaxation(answer, instead, Message(""), 1)
    assert change_in_words(way, answers).render(ENGLISH) == words
