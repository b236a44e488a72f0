from __future__ import annotations

import gettext
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.model.message import Message, clipped, joined_by_and

ENGLISH = NullTranslations()


class Shouting(gettext.NullTranslations):
    """A language in which everything is said in capitals."""

    def gettext(self, message: str) -> str:
        assert message
        return message.upper().replace("{TYPES}", "{types}").replace("{TYPE.NAME}", "{type.name}")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def test_values_fill_the_places() -> None:
    assert Message("{types} of {all}.", {"types": 3, "all": "five"}).render(ENGLISH) == "3 of five."


def test_a_place_without_a_value_stays_visible() -> None:
    assert Message("{type.name} and {Other}").render(ENGLISH) == "{type.name} and {Other}"


def test_a_message_in_a_message_is_translated_as_well() -> None:
    inner = Message("the {type.name}", {"type.name": "m5.large"})
    assert Message("see {types}", {"types": inner}).render(Shouting()) == "SEE THE m5.large"


def test_numbers_choose_their_form() -> None:
    one, many = (Message("{types} type", {"types": n}, "{types} types", n).render(ENGLISH) for n in (1, 2))
    assert (one, many) == ("1 type", "2 types")
    assert Message("{types} type", {"types": 2}, "{types} types", 2).render(Shouting()) == "2 TYPES"


def test_an_empty_text_is_not_looked_up() -> None:
    assert Message("").render(Shouting()) == ""
    assert Message("").render(ENGLISH) == ""


def test_placeholders_of_both_forms() -> None:
    assert Message("{a} b", plural="{a} c {d.e}").placeholders == {"a", "d.e"}


def test_equal_messages_have_equal_hashes() -> None:
    one, other = (Message("{a}", {"a": 1}) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, Message("{a}", {"a": 2}), Message("{a}", {"a": 1}, "{a}", 2)}) == 3


@pytest.mark.parametrize(
    ("parts", "said"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_the_last_of_a_list_is_joined_with_and(parts: tuple[str, ...], said: str) -> None:
    assert joined_by_and([Message(part) for part in parts]).render(ENGLISH) == said


@given(value=st.text(max_size=50))
def test_a_value_is_never_a_template(value: str) -> None:
    assert Message("{a}{b}", {"a": value, "b": "x"}).render(ENGLISH) == value + "x"


@pytest.mark.parametrize(
    ("value", "longest", "said"),
    [("abcd", 4, "abcd"), ("abcde", 4, "abc…"), ("abcdefgh", 4, "abc…"), ("", 4, ""), ("ab", 1, "…")],
)
def test_what_is_clipped_keeps_its_beginning(value: str, longest: int, said: str) -> None:
    assert clipped(value, longest) == said


@given(value=st.text(max_size=400))
def test_a_long_value_is_clipped(value: str) -> None:
    assert len(clipped(value)) <= 200
    assert clipped(value) == value or (len(value) > 200 and clipped(value)[:-1] == value[:199])
    assert Message("{a}", {"a": value}).render(ENGLISH) == clipped(value)


def test_a_value_of_two_hundred_letters_is_said_whole() -> None:
    said = [Message("{a}", {"a": "x" * length}).render(ENGLISH) for length in (200, 201)]
    assert said == ["x" * 200, "x" * 199 + "…"]
