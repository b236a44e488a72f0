from __future__ import annotations

import gettext

import pytest

from wizard.flow.answer_error import AnswerError, unknown_word
from wizard.flow.kind import QuestionKind
from wizard.flow.question import Answers, Option, Options, Question
from wizard.model.knowledge import Knowledge
from wizard.model.message import ENGLISH, Message

HYPERVISOR = Question(
    id="hypervisor",
    kind=QuestionKind.ONE_OF,
    label=Message("Which hypervisor?"),
    help=Message("It decides."),
    options=(Option("nitro", Message("Nitro")), Option("xen", Message("Xen"))),
    brief=Message("on {value}"),
)
FEATURES = Question(
    id="features",
    kind=QuestionKind.MANY_OF,
    label=Message("Which features?"),
    help=Message("They decide."),
    options=tuple(Option(letter, Message(letter.upper())) for letter in "abcdef"),
)


def question(kind: QuestionKind) -> Question:
    return Question(id="q", kind=kind, label=Message("?"), help=Message(""))


class Shouting(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return message.upper() if "{" not in message else message


def test_options_are_given_or_found(knowledge: Knowledge) -> None:
    def found(_knowledge: Knowledge, before: Answers) -> Options:
        return tuple(Option(word, Message(word)) for word in before)

    asking = Question(id="q", kind=QuestionKind.ONE_OF, label=Message("?"), help=Message(""), options=found)
    assert [option.value for option in asking.offered(knowledge, {"seen": "x"})] == ["seen"]
    assert [option.value for option in HYPERVISOR.offered(knowledge, {})] == ["nitro", "xen"]
    assert HYPERVISOR.asked(knowledge, {})


@pytest.mark.parametrize(("asking", "value"), [(HYPERVISOR, "xen"), (FEATURES, ["a", "f"]), (FEATURES, [])])
def test_an_option_is_an_answer(asking: Question, value: str | list[str], knowledge: Knowledge) -> None:
    asking.check(value, knowledge, {})


def test_another_word_is_told_the_options_and_the_nearest(knowledge: Knowledge) -> None:
    with pytest.raises(AnswerError) as caught:
        HYPERVISOR.check("Nitron", knowledge, {})
    assert caught.value.place == "hypervisor"
    assert (
        str(caught.value)
        == "hypervisor: 'Nitron' is not known; expected one of nitro, xen; the nearest is nitro"
    )


def test_one_wrong_word_among_many_is_named(knowledge: Knowledge) -> None:
    with pytest.raises(AnswerError, match=r"features: 'z' is not known; expected one of a, b, c, d, e, f$"):
        FEATURES.check(["a", "z"], knowledge, {})


def test_a_value_of_another_shape_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(AnswerError, match=r"hypervisor: \['xen'\] does not fit; expected a text"):
        HYPERVISOR.check(["xen"], knowledge, {})


def test_a_problem_is_said_in_the_readers_language() -> None:
    assert AnswerError("gpu", Message("too many")).line(Shouting()) == "gpu: TOO MANY"


def test_of_a_long_list_the_nearest_or_the_first_are_told() -> None:
    known = [f"m{number}.large" for number in range(50)]
    near = unknown_word("m7.larg", known).render(ENGLISH)
    assert near == "'m7.larg' is not known; expected one of the 50 in the catalogue; the nearest is m7.large"
    far = unknown_word("zzz", known).render(ENGLISH)
    assert far.startswith(
        "'zzz' is not known; expected one of the 50 in the catalogue, such as m0.large, m1.large"
    )


def test_a_megabyte_is_told_in_a_line_at_once() -> None:
    assert len(unknown_word("x" * 2**20, ["a", "b"]).render(ENGLISH)) < 200


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (QuestionKind.SWITCH, True, "yes"),
        (QuestionKind.SWITCH, False, "no"),
        (QuestionKind.NUMBER, 2.0, "at least 2"),
        (QuestionKind.TEXT, "as it is", "as it is"),
        (QuestionKind.RANGE, {"minimum": 4}, "at least 4"),
        (QuestionKind.RANGE, {"maximum": 8}, "at most 8"),
        (QuestionKind.RANGE, {"minimum": 4, "maximum": 8}, "4 to 8"),
        (QuestionKind.RANGE, {"minimum": 4, "maximum": 4}, "4"),
        (QuestionKind.IMAGE, {"ImageId": "ami-1", "Name": "mine"}, "ami-1"),
        (QuestionKind.IMAGE, {"Name": "mine"}, "mine"),
        (QuestionKind.IMAGE, {"Architecture": "arm64"}, "DescribeImages"),
    ],
)
def test_an_answer_reads_like_words(kind: QuestionKind, value: str, said: str, knowledge: Knowledge) -> None:
    assert question(kind).spoken(value, knowledge, {}).render(ENGLISH) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a"], "A"),
        (["a", "b", "c", "d"], "A, B, C, D"),
        (["a", "b", "c", "d", "e", "f"], "A, B, C, D and 2 more"),
    ],
)
def test_a_long_list_of_choices_is_cut(words: list[str], said: str, knowledge: Knowledge) -> None:
    assert FEATURES.spoken(words, knowledge, {}).render(ENGLISH) == said


def test_a_choice_reads_like_its_label(knowledge: Knowledge) -> None:
    assert HYPERVISOR.spoken("nitro", knowledge, {}).render(ENGLISH) == "Nitro"
    assert HYPERVISOR.spoken("other", knowledge, {}).render(ENGLISH) == "other"
    assert HYPERVISOR.summed_up("nitro", knowledge, {}).render(ENGLISH) == "on Nitro"


def test_labels_and_braces_in_values_are_never_templates(knowledge: Knowledge) -> None:
    assert (
        question(QuestionKind.TEXT).spoken("{value} {n0} %s", knowledge, {}).render(ENGLISH)
        == "{value} {n0} %s"
    )
