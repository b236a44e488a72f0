from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.flow.json_text import NotJson, _refuse_doubles, is_deep, read_json
from wizard.model.message import ENGLISH

JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.integers() | st.text(),
    lambda children: st.lists(children) | st.dictionaries(st.text(), children),
)


class Key(str):
    """Counts how often one is compared with another."""

    __slots__ = ()
    compared = 0

    def __eq__(self, other: object) -> bool:
        Key.compared += 1
        return super().__eq__(other)

    __hash__ = str.__hash__


def test_a_key_given_twice_among_many_is_found_in_one_pass() -> None:
    Key.compared = 0
    pairs: list[tuple[str, int]] = [(Key(f"k{number}"), 1) for number in (*range(3000), 2999)]
    with pytest.raises(NotJson) as caught:
        _refuse_doubles(pairs)
    assert caught.value.message.render(ENGLISH) == "'k2999' is given twice"
    assert Key.compared < 100


@given(JSON)
def test_what_json_writes_is_read(value: object) -> None:
    assert read_json(json.dumps(value)) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ('{\n"a": }', "not JSON at line 2"),
        ("NaN", "NaN is no number"),
        ("[-Infinity]", "-Infinity is no number"),
        ("1e999", "1e999 is no number"),
        ('{"a": 1, "b": 2, "a": 3}', "'a' is given twice"),
        (f'{{"{"a" * 81}": 1, "{"a" * 81}": 3}}', f"'{'a' * 80}' is given twice"),
        ('{"\\u202e": 1, "\\u202e": 3}', "'\\u202e' is given twice"),
        ("9" * 5000, "a value in it cannot be read"),
        ("[" * 100_000, "a value in it cannot be read"),
        ("[" * 33 + "]" * 33, "a value in it is nested too deeply"),
        ("[" * 100 + "]" * 100, "a value in it is nested too deeply"),
    ],
)
def test_what_cannot_be_trusted_is_refused(text: str, said: str) -> None:
    with pytest.raises(NotJson) as caught:
        read_json(text)
    assert caught.value.message.render(ENGLISH) == said


def test_thirty_two_levels_are_read() -> None:
    assert is_deep(read_json("[" * 32 + "]" * 32), 31)


def test_depth_is_counted_in_lists_and_objects() -> None:
    assert not is_deep("x", 1)
    assert not is_deep([{"a": "text is not taken apart"}], 3)
    assert is_deep([{"a": []}], 2)
    assert not is_deep([{"a": []}], 3)
