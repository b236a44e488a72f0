from __future__ import annotations

import pytest

from wizard.flow.kind import QuestionKind
from wizard.flow.question import Question
from wizard.flow.steps import QUESTIONS, STEPS, step_named, step_of
from wizard.model.knowledge import Knowledge

IDS = {
    *(
        "start",
        "current-type",
        "image",
        "image-virtualization",
        "image-architecture",
        "image-boot-mode",
        "image-ena",
    ),
    *("image-root-device", "image-tpm", "image-platform", "os", "os-version", "guest-xen-pv-kernel"),
    *(
        "guest-pv-drivers",
        "guest-ena-driver",
        "guest-nvme-driver",
        "guest-uefi-boot",
        "guest-host-vt",
        "os-after",
        "os-version-after",
        "purpose",
        "same-size",
        "arch",
    ),
    *(
        "vcpus",
        "memory-gib",
        "gpu",
        "local-storage-gb",
        "network-gbps",
        "max-price",
        "need",
        "without",
        "hypervisor",
    ),
    *("generation", "virtualization", "region", "family", "type", "edition"),
    *("tenancy", "zone", "zone-offers", "free-plan", "http-tokens", "cpu-options", "ebs-optimized"),
    *("encrypted-root", "subscribed", "seller-allows"),
}

every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)


def test_the_steps_stand_in_the_order_of_the_conversation() -> None:
    order = ["start", "system", "size", "features", "place", "account", "results", "review"]
    assert [step.id for step in STEPS] == order
    assert all(step.title.template and step.explanation.template for step in STEPS)


def test_every_answer_of_a_file_has_its_question() -> None:
    assert set(QUESTIONS) >= IDS
    assert all(question.id == id for id, question in QUESTIONS.items())


def test_results_and_review_are_hand_made() -> None:
    assert not step_named("results").questions
    assert not step_named("review").questions
    assert [question.id for question in step_named("results").own_questions] == ["edition"]


def test_a_step_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="no step 'end'; expected one of start, system"):
        step_named("end")


@pytest.mark.parametrize(
    ("question", "step"),
    [
        ("start", "start"),
        ("os-version", "system"),
        ("memory-gib", "size"),
        ("need", "features"),
        ("zone", "place"),
    ],
)
def test_a_question_leads_to_the_step_that_asks_it(question: str, step: str) -> None:
    assert step_of(question).id == step


def test_every_question_has_its_step_and_no_other() -> None:
    for id in QUESTIONS:
        step = step_of(id)
        assert id in {question.id for question in (*step.questions, *step.own_questions)}
    with pytest.raises(ValueError, match="no step asks 'shoe-size'"):
        step_of("shoe-size")


@every_question
def test_every_question_says_what_it_asks_and_why(question: Question) -> None:
    assert question.label.template.endswith("?")
    assert len(question.help.template) > 40
    assert not question.label.placeholders | question.help.placeholders
    assert question.brief.placeholders == {"value"}


@every_question
def test_the_default_is_an_answer_and_options_differ(question: Question, knowledge: Knowledge) -> None:
    before = {"os": "ubuntu", "os-after": "debian"}
    if question.default is not None:
        question.check(question.default, knowledge, before)
    values = [option.value for option in question.offered(knowledge, before)]
    assert len(values) == len(set(values))
    assert bool(values) == (question.kind in (QuestionKind.ONE_OF, QuestionKind.MANY_OF))
    for value in values:
        question.check(value if question.kind is QuestionKind.ONE_OF else [value], knowledge, before)


@every_question
def test_one_of_has_a_way_to_leave_it_open(question: Question) -> None:
    if question.kind is QuestionKind.ONE_OF:
        assert question.default is not None or question.required
