from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from wizard.flow.kind import LARGEST, QuestionKind, Value
from wizard.flow.question import Question
from wizard.flow.steps import QUESTIONS

FAMILIES = ("any", "linux", "windows", "macos", "ubuntu", "debian", "amazon-linux", "freebsd", "custom")
VERSIONS = ("any", "22.04", "12", "2", "2025", "14", "99.99")
TYPES = ("m5.large", "t1.micro", "t3.micro", "c6g.metal", "mac2.metal", "p4d.24xlarge")
ZONES = ("", "us-east-1a", "eu-central-1b", "us-west-2-lax-1a", "usw2-az1", "nowhere", "us-east-1a\n")
IMAGES: tuple[dict[str, Any], ...] = (
    {"ImageId": "ami-1", "Architecture": "x86_64", "VirtualizationType": "paravirtual", "KernelId": "aki-1"},
    {
        "ImageId": "ami-2",
        "Architecture": "arm64",
        "VirtualizationType": "hvm",
        "EnaSupport": True,
        "BootMode": "uefi",
    },
    {"Name": "a\u202eb\x00<b>#{", "Platform": "windows"},
)
_FROM_CATALOGUE = {
    "os": FAMILIES,
    "os-version": VERSIONS,
    "os-after": ("advised", "same", "current", *FAMILIES[1:]),
    "os-version-after": VERSIONS,
    "same-size": ("yes", "no"),
    "region": ("any", "us-east-1", "eu-central-1", "mx-central-1", "eusc-de-east-1"),
    "family": ("m5", "c6g", "t1", "m1"),
    "type": TYPES,
    "current-type": TYPES,
}


def answer_to(question: Question) -> st.SearchStrategy[Any]:
    """Answers of a shape that the question can take, most of them possible."""
    if isinstance(question.options, tuple):
        words: tuple[str, ...] = tuple(str(option.value) for option in question.options)
    else:
        words = _FROM_CATALOGUE[question.id]
    bound = st.integers(0, LARGEST) if question.whole else st.floats(0, LARGEST)
    match question.kind:
        case QuestionKind.ONE_OF:
            return st.sampled_from(words)
        case QuestionKind.MANY_OF:
            return st.lists(st.sampled_from(words), max_size=4)
        case QuestionKind.NUMBER:
            return bound
        case QuestionKind.RANGE:
            pair = st.tuples(bound, bound).map(sorted)
            return st.one_of(
                bound.map(lambda low: {"minimum": low}),
                bound.map(lambda high: {"maximum": high}),
                pair.map(lambda ends: {"minimum": ends[0], "maximum": ends[1]}),
            )
        case QuestionKind.SWITCH:
            return st.booleans()
        case QuestionKind.TEXT:
            return st.sampled_from(ZONES)
        case QuestionKind.IMAGE:
            return st.sampled_from(IMAGES)
    raise AssertionError(f"no question of kind {question.kind} was here when this was written")


def some_answers() -> st.SearchStrategy[dict[str, Value]]:
    """Answers to any of the questions, asked or not."""
    return st.fixed_dictionaries({}, optional={id: answer_to(question) for id, question in QUESTIONS.items()})
