from __future__ import annotations

import pytest
from hypothesis import given

from tests.flow.examples import some_answers
from wizard.flow.answer_error import AnswerError
from wizard.flow.effective_answers import check_answers
from wizard.flow.kind import Value
from wizard.flow.steps import QUESTIONS, STEPS, step_of
from wizard.flow.walk import StepState, Walk
from wizard.model.knowledge import Knowledge
from wizard.model.message import ENGLISH

ORDER = [step.id for step in STEPS]


@pytest.fixture
def walk(knowledge: Knowledge) -> Walk:
    return Walk(knowledge)


def summary(walk: Walk, step: str) -> str:
    return walk.summary(step).render(ENGLISH)


def test_it_begins_at_the_first_step_with_nothing_said(walk: Walk) -> None:
    assert (walk.step, dict(walk.answers), dict(walk.effective), walk.missing) == ("start", {}, {}, ())
    assert [walk.state(id) for id in ORDER] == [StepState.CURRENT] + [StepState.TODO] * 7
    assert summary(walk, "start") == ""


def test_a_step_that_was_left_without_an_answer_says_what_counts(walk: Walk) -> None:
    assert walk.passed("start").render(ENGLISH) == "A new workload"
    assert {walk.passed(step).render(ENGLISH) for step in ORDER[1:]} == {"left open"}


def test_an_answer_gives_another_walk(walk: Walk) -> None:
    answered = walk.answer("os", "ubuntu")
    assert dict(walk.answers) == {}
    assert dict(answered.answers) == dict(answered.effective) == {"os": "ubuntu"}
    assert dict(answered.forget("os").answers) == {}
    assert answered.forget("arch").answers == answered.answers


def test_answers_cannot_be_changed_from_outside(walk: Walk) -> None:
    need = ["efa"]
    answered = walk.answer("need", need)
    need.append("tpm")
    assert answered.answers["need"] == ["efa"]
    with pytest.raises(TypeError):
        answered.answers["need"] = []  # type: ignore[index]  # what must not work


@pytest.mark.parametrize(
    ("question", "value", "said"),
    [
        ("vcpus", {"minimum": 8, "maximum": 2}, "vcpus: 8 to 2 does not fit"),
        ("os", "ubunto", "os: 'ubunto' is not known"),
        ("colour", "red", "'colour': no such question"),
        ("os-version", 22.04, "os-version: 22.04 does not fit"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(walk: Walk, question: str, value: Value, said: str) -> None:
    with pytest.raises(AnswerError, match=said):
        walk.answer(question, value)


def test_next_and_back_lead_through_every_step_and_stop_at_the_ends(walk: Walk) -> None:
    seen = [walk.step]
    while walk.next() is not walk:
        walk = walk.next()
        seen.append(walk.step)
    assert seen == ORDER
    while walk.back() is not walk:
        walk = walk.back()
    assert walk.step == "start"
    # Nothing was answered, so nothing is ticked; the last three steps ask nothing.
    assert [walk.state(id) for id in ORDER] == (
        [StepState.CURRENT] + [StepState.PASSED] * 4 + [StepState.TODO] * 3
    )
    assert walk.progress == (0, 5)


def test_every_step_can_be_jumped_to(walk: Walk) -> None:
    for id in ORDER:
        assert walk.go(id).step == id
    with pytest.raises(ValueError, match="no step 'end'"):
        walk.go("end")


def test_a_change_of_mind_keeps_what_no_longer_counts(walk: Walk) -> None:
    walk = walk.answer("os", "ubuntu").answer("os-version", "22.04")
    debian = walk.answer("os", "debian")
    assert dict(debian.effective) == {"os": "debian"}
    assert debian.answers["os-version"] == "22.04"
    assert debian.answer("os", "ubuntu").effective == walk.effective


def test_an_answer_ahead_of_its_question_waits(walk: Walk) -> None:
    walk = walk.answer("os-version", "22.04")
    assert dict(walk.effective) == {}
    assert dict(walk.answer("os", "ubuntu").effective) == {"os": "ubuntu", "os-version": "22.04"}


def test_the_questions_asked_follow_the_answers(walk: Walk) -> None:
    assert [question.id for question in walk.asked("start")] == ["start"]
    assert [q.id for q in walk.answer("start", "instance").asked("start")][:3] == [
        "start",
        "current-type",
        "image",
    ]
    assert [question.id for question in walk.answer("os", "ubuntu").asked("system")] == ["os", "os-version"]
    assert len(walk.answer("os", "custom").asked("system")) == 7
    assert walk.asked("results") == walk.asked("account") == ()


def test_options_follow_the_answers_before(walk: Walk) -> None:
    walk = walk.answer("os", "ubuntu")
    assert "24.04" in [option.value for option in walk.options(QUESTIONS["os-version"])]


def test_what_is_missing_is_named_wherever_one_stands(walk: Walk) -> None:
    walk = walk.answer("start", "instance")
    assert [question.id for question in walk.missing] == ["current-type"]
    assert walk.state("start") is StepState.CURRENT
    assert walk.go("results").state("start") is StepState.NEEDS_ANSWER
    answered = walk.go("results").answer("current-type", "m3.large")
    assert answered.missing == ()
    assert answered.state("start") is StepState.DONE


def test_the_step_list_tells_the_answers_that_count(walk: Walk) -> None:
    walk = (
        walk.answer("start", "image")
        .answer("image", {"ImageId": "ami-1", "Name": "mine"})
        .answer("image-ena", "yes")
        .answer("os", "ubuntu")
        .answer("os-version", "22.04")
        .answer("arch", "any")
        .answer("vcpus", {"minimum": 4, "maximum": 8})
        .answer("memory-gib", {"minimum": 16})
        .answer("need", ["tpm"])
        .answer("without", [])
        .answer("region", "eu-central-1")
        .answer("family", ["m5", "m6i"])
    )
    assert summary(walk, "start") == "An image I have · ami-1"
    assert summary(walk, "system") == "Ubuntu · 22.04"
    assert summary(walk, "size") == "4 to 8 vCPUs · at least 16 GiB"
    assert summary(walk, "features") == "with NitroTPM"
    assert summary(walk, "place") == "eu-central-1 · family m5, m6i"
    assert summary(walk, "results") == ""


def test_a_step_left_without_an_answer_says_what_counts(walk: Walk) -> None:
    assert walk.passed("start").render(ENGLISH) == "A new workload"
    assert walk.passed("system").render(ENGLISH) == "left open"


def test_the_step_of_a_question_is_known() -> None:
    assert step_of("vcpus").id == "size"
    assert step_of("edition").id == "results"
    with pytest.raises(ValueError, match="no step asks 'weather'"):
        step_of("weather")


def test_one_answer_in_words(walk: Walk) -> None:
    spoken = walk.answer("os", "ubuntu").spoken(QUESTIONS["os"])
    assert spoken is not None
    assert spoken.render(ENGLISH) == "Ubuntu"
    assert walk.spoken(QUESTIONS["os"]) is None


def test_a_walk_goes_on_from_a_file(knowledge: Knowledge) -> None:
    walk = Walk.resumed(knowledge, {"os": "ubuntu", "os-version": "22.04"})
    assert walk.effective == {"os": "ubuntu", "os-version": "22.04"}
    assert [walk.state(id) for id in ORDER[:3]] == [StepState.CURRENT, StepState.DONE, StepState.PASSED]
    assert walk.progress == (1, 5)
    assert walk.answer("os", "any").answer("vcpus", {"minimum": 2}).progress == (1, 5)
    with pytest.raises(AnswerError, match="os-version: '99' is not known"):
        Walk.resumed(knowledge, {"os": "ubuntu", "os-version": "99"})


@given(answers=some_answers())
def test_a_file_is_resumed_just_when_its_answers_can_be(
    answers: dict[str, Value], knowledge: Knowledge
) -> None:
    try:
        counting = check_answers(answers, knowledge)
    except AnswerError:
        with pytest.raises(AnswerError):
            Walk.resumed(knowledge, answers)
    else:
        assert Walk.resumed(knowledge, answers).effective == counting
