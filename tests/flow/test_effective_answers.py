from __future__ import annotations

import pytest

from wizard.flow.answer_error import AnswerError
from wizard.flow.effective_answers import answers_before, check_answers, effective_answers, question_named
from wizard.flow.kind import Value
from wizard.flow.steps import QUESTIONS
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge


def test_an_answer_that_is_not_asked_does_not_count(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {"current-type": "m5.large", "guest-ena-driver": "yes", "os": "ubuntu"}
    assert effective_answers(answers, knowledge) == check_answers(answers, knowledge) == {"os": "ubuntu"}


def test_answers_count_in_the_order_of_the_questions(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {"edition": "2014", "os-version": "22.04", "os": "ubuntu", "start": "new"}
    assert list(effective_answers(answers, knowledge)) == ["start", "os", "os-version", "edition"]


def test_a_version_of_another_family_is_passed_over_or_refused(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {"os": "debian", "os-version": "22.04"}
    assert effective_answers(answers, knowledge) == {"os": "debian"}
    assert effective_answers(answers | {"arch": "arm64"}, knowledge) == {"os": "debian", "arch": "arm64"}
    with pytest.raises(AnswerError, match=r"os-version: '22.04' is not known"):
        check_answers(answers, knowledge)


def test_an_answer_that_could_never_be_is_refused_though_not_asked(knowledge: Knowledge) -> None:
    with pytest.raises(AnswerError, match="guest-ena-driver: 5 does not fit"):
        check_answers({"guest-ena-driver": 5}, knowledge)


def test_a_question_that_does_not_exist(knowledge: Knowledge) -> None:
    with pytest.raises(AnswerError, match=r"^'vcpu': no such question; the nearest is vcpus$"):
        check_answers({"vcpu": {"minimum": 4}}, knowledge)
    with pytest.raises(AnswerError, match=r"^'\\x00zzzz': no such question$"):
        question_named("\0zzzz")


def test_a_question_sees_the_answers_before_it() -> None:
    counting: dict[str, Value] = {"start": "new", "os": "ubuntu", "arch": "arm64"}
    assert answers_before(QUESTIONS["os"], counting) == {"start": "new"}
    assert answers_before(QUESTIONS["edition"], counting) == counting


def test_answers_are_checked_once_for_one_catalogue(knowledge: Knowledge) -> None:
    checked = check_answers({"os": "ubuntu"}, knowledge)
    assert check_answers(checked, knowledge) is checked
    again = check_answers(checked, replace(knowledge))
    assert again == checked
    assert again is not checked
