from __future__ import annotations

from collections.abc import Iterator

import pytest

from wizard.model.toml_text import Table, TomlError, parse, read_toml, read_with


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    read_with(parse)


def test_a_text_is_its_tables() -> None:
    assert read_toml('a = 1\n[b]\nc = ["d"]\n') == {"a": 1, "b": {"c": ["d"]}}


def test_what_is_no_toml_says_where() -> None:
    with pytest.raises(TomlError, match="line 2"):
        read_toml("a = 1\nb = ?")


def test_texts_may_be_read_by_who_has_parsed_them_before() -> None:
    asked: list[str] = []

    def remembered(text: str) -> Table:
        asked.append(text)
        return {"a": 2}

    read_with(remembered)
    assert read_toml("a = 1") == {"a": 2}
    assert asked == ["a = 1"]
