from __future__ import annotations

import gettext

import pytest

from wizard.flow.answer_error import AnswerError
from wizard.flow.kind import Value
from wizard.model.knowledge import Knowledge
from wizard.report.answers_comparison import compare_answers

ENGLISH = gettext.NullTranslations()


def test_what_differs_is_said_and_every_type_stands_on_one_side(knowledge: Knowledge) -> None:
    here: dict[str, Value] = {
        "os": "ubuntu",
        "os-version": "24.04",
        "vcpus": {"minimum": 4},
        "purpose": "any",
    }
    there: dict[str, Value] = {"os": "ubuntu", "vcpus": {"minimum": 8, "maximum": 16}, "need": ["tpm"]}
    found = compare_answers(knowledge, here, there)
    said = [
        (each.question.id, each.here.render(ENGLISH), each.there.render(ENGLISH)) for each in found.answers
    ]
    assert said == [
        ("os-version", "24.04", "not answered"),
        ("vcpus", "at least 4 vCPUs", "8 to 16 vCPUs"),
        ("need", "not answered", "NitroTPM"),
    ]
    assert len(found.only_here) + found.both == len(found.here.ranked)
    assert len(found.only_there) + found.both == len(found.there.ranked)
    assert "m8i.xlarge" in found.only_here
    assert not found.only_there
    assert compare_answers(knowledge, there, here).only_there == found.only_here


def test_the_same_answers_differ_in_nothing(knowledge: Knowledge) -> None:
    found = compare_answers(knowledge, {"os": "linux", "arch": "any"}, {"os": "linux"})
    assert (found.answers, found.only_here, found.only_there) == ((), (), ())


def test_what_cannot_be_an_answer_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(AnswerError, match="region"):
        compare_answers(knowledge, {}, {"region": "nowhere"})
