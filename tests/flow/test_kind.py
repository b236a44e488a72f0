from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.flow.kind import LARGEST, QuestionKind, misfit, plain, quoted
from wizard.model.message import ENGLISH

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda children: st.lists(children) | st.dictionaries(st.text(), children),
)
HVM = {"ImageId": "ami-1", "Architecture": "x86_64", "VirtualizationType": "hvm"}

FITS = [
    (QuestionKind.ONE_OF, "hvm"),
    (QuestionKind.TEXT, ""),
    (QuestionKind.MANY_OF, []),
    (QuestionKind.MANY_OF, ["efa", "tpm"]),
    (QuestionKind.MANY_OF, ("efa",)),
    (QuestionKind.NUMBER, 0),
    (QuestionKind.NUMBER, 0.5),
    (QuestionKind.NUMBER, LARGEST),
    (QuestionKind.RANGE, {"minimum": 4}),
    (QuestionKind.RANGE, {"maximum": 4.5}),
    (QuestionKind.RANGE, {"minimum": 4, "maximum": 4}),
    (QuestionKind.SWITCH, True),
    (QuestionKind.IMAGE, HVM),
]

DOES_NOT_FIT = [
    (QuestionKind.ONE_OF, 1, "1 does not fit; expected a text"),
    (QuestionKind.TEXT, None, "null does not fit; expected a text"),
    (QuestionKind.MANY_OF, "efa", "'efa' does not fit; expected a list of texts"),
    (QuestionKind.MANY_OF, ["efa", 1], "['efa', 1] does not fit; expected a list of texts"),
    (QuestionKind.NUMBER, True, "true does not fit; expected a number from 0 to 1000000000"),
    (QuestionKind.NUMBER, "4", "'4' does not fit; expected a number from 0 to 1000000000"),
    (QuestionKind.NUMBER, -1, "-1 does not fit; expected a number from 0 to 1000000000"),
    (QuestionKind.NUMBER, float("nan"), "NaN does not fit; expected a number from 0 to 1000000000"),
    (QuestionKind.NUMBER, float("inf"), "Infinity does not fit; expected a number from 0 to 1000000000"),
    (QuestionKind.NUMBER, LARGEST + 1, "1000000001 does not fit; expected a number from 0 to 1000000000"),
    (QuestionKind.RANGE, 4, "4 does not fit; expected a minimum, a maximum or both"),
    (QuestionKind.RANGE, {}, "{} does not fit; expected a minimum, a maximum or both"),
    (QuestionKind.RANGE, {"min": 4}, "{'min': 4} does not fit; expected a minimum, a maximum or both"),
    (QuestionKind.RANGE, {"minimum": None}, "null does not fit; expected a number from 0 to 1000000000"),
    (
        QuestionKind.RANGE,
        {"minimum": 8, "maximum": 2},
        "8 to 2 does not fit; the smaller number comes first",
    ),
    (QuestionKind.SWITCH, 1, "1 does not fit; expected true or false"),
    (QuestionKind.IMAGE, "ami-1", "'ami-1' does not fit; expected one image in DescribeImages' JSON"),
    (QuestionKind.IMAGE, {"Architecture": "vax"}, "image: Architecture: 'vax' is not one of"),
]


@pytest.mark.parametrize(("kind", "value"), FITS)
def test_a_value_of_the_kind_fits(kind: QuestionKind, value: object) -> None:
    assert misfit(kind, value) is None


@pytest.mark.parametrize(("kind", "value", "said"), DOES_NOT_FIT)
def test_another_value_is_told_what_was_expected(kind: QuestionKind, value: object, said: str) -> None:
    problem = misfit(kind, value)
    assert problem is not None
    assert problem.render(ENGLISH).startswith(said)


@pytest.mark.parametrize(
    ("kind", "value"), [(QuestionKind.NUMBER, 1.5), (QuestionKind.RANGE, {"minimum": 1.5})]
)
def test_where_only_whole_numbers_fit(kind: QuestionKind, value: object) -> None:
    assert misfit(kind, value) is None
    problem = misfit(kind, value, whole=True)
    assert problem is not None
    assert "expected a whole number from 0" in problem.render(ENGLISH)


@pytest.mark.parametrize("value", [0, 300, 4.0, 300.0])
def test_a_whole_number_may_be_written_with_a_point(value: float) -> None:
    assert misfit(QuestionKind.NUMBER, value, whole=True) is None


@pytest.mark.parametrize(("levels", "fits"), [(13, True), (14, False)])
def test_an_image_may_be_nested_sixteen_deep(levels: int, fits: bool) -> None:
    tags: object = {"a": 1}
    for _ in range(levels):
        tags = {"a": tags}
    assert (misfit(QuestionKind.IMAGE, {**HVM, "Tags": tags}) is None) is fits


def test_an_image_nested_without_end_is_refused() -> None:
    deep: object = "x"
    for _ in range(900):
        deep = [deep]
    problem = misfit(QuestionKind.IMAGE, {**HVM, "Tags": deep})
    assert problem is not None
    assert "expected one image" in problem.render(ENGLISH)


@given(JSON)
def test_whatever_is_quoted_is_one_short_printable_line(value: object) -> None:
    line = quoted(value)
    assert line
    assert len(line) <= 400
    assert line.isprintable()


@given(st.sampled_from(QuestionKind), JSON)
def test_any_json_value_fits_or_is_told_why_not(kind: QuestionKind, value: object) -> None:
    problem = misfit(kind, value)
    if problem is not None:
        said = problem.render(ENGLISH)
        assert "expected" in said or said.startswith("image: ")


@pytest.mark.parametrize(("number", "said"), [(16, "16"), (16.0, "16"), (1.5, "1.5"), (2e8, "200000000")])
def test_a_number_has_no_empty_decimals(number: float, said: str) -> None:
    assert plain(number) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("x" * 78, "'" + "x" * 78 + "'"),
        ("x" * 79, "'" + "x" * 78 + "…"),
        ("x" * 500, "'" + "x" * 78 + "…"),
        (10**90, "1" + "0" * 78 + "…"),
        (True, "true"),
        ([1, 2, 3], "[1, 2, 3]"),
        ([1, 2, 3, 4], "[1, 2, 3, ...]"),
        ({"a": [{"b": 1}]}, "{'a': [{...}]}"),
    ],
)
def test_a_value_is_quoted_whole_or_with_an_ellipsis(value: object, said: str) -> None:
    assert quoted(value) == said
    assert len(said) <= 80
