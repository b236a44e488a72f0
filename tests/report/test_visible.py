from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.report.visible import code_point, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("größer → €", "größer → €"),
        ("e\u0301", "é"),
        ("a\u202eb", "aU+202Eb"),
        ("\u200b\u2066", "U+200BU+2066"),
        ("a\nb\tc\x00", "aU+000AbU+0009cU+0000"),
        ("\ud800", "U+D800"),
        ("\u2028", "U+2028"),
        ("\ue000", "U+E000"),
        ("\U0001f600", "\U0001f600"),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_long_text_is_clipped() -> None:
    assert len(visible("x" * 1_000_000)) == 1200
    assert visible("x" * 100, 10) == "xxxxxxxxx…"


@given(st.text(st.characters(codec=None)))
def test_nothing_hidden_is_left(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    shown.encode()


def test_code_point_has_four_digits_at_least() -> None:
    assert code_point("\x07") == "U+0007"
    assert code_point("\U0001f600") == "U+1F600"
