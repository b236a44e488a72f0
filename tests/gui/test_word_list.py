from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.gui import word_list


@given(st.lists(st.text()))
def test_what_was_ticked_comes_back_as_it_was(ids: list[str]) -> None:
    assert word_list.read(word_list.written(ids)) == tuple(ids)


@pytest.mark.parametrize("spoilt", [None, 7, "", "no JSON", '{"a": 1}', '"dev"', "[" * 20, "[" * 100_000])
def test_a_spoilt_preference_is_no_tick(spoilt: object) -> None:
    assert word_list.read(spoilt) == ()


def test_what_is_no_text_in_a_list_is_passed_over() -> None:
    assert word_list.read('["dev", 1, null, "prod"]') == ("dev", "prod")
