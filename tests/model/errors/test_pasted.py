from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.model.errors.pasted import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  one \t two\r\nthree ", "one two three"),
        ("\u201ea\u201c \u00abb\u00bb `c` \u00b4d\u00b4 \u2018e\u2019", "'a' 'b' 'c' 'd' 'e'"),
        (r"one\ntwo\\tthree \"four\" C:", "one two three 'four' C:"),
        (r"\u0027a\u0027", "'a'"),
        # Half of a pair is no character; what stands on both sides of the halves is one.
        (r"\ud83d", "ud83d"),
        (r"\ud7ff \ud800 \udfff \ue000", "\ud7ff ud800 udfff \ue000"),
        ("a&nbsp;b &amp;#39;c&amp;#39; &lt;p&gt;d&lt;/p&gt; <b>", "a b 'c' d <b>"),
        ("<Message>a <code>b</code></Message>c **d**", "a b c d"),
        ("> > one\n> two", "one two"),
        ("\u2577\n\u2502 Error: one\n\u2502 two\n\u2575", "Error: one two"),
        ("==> web: one\n    web: two\nother: three", "web: one two other: three"),
        ("[2022-04-28T07:15:29.777Z] one\n2022-04-28T07:15:29Z two", "one two"),
        ("\x1b[1;31mone\x1b[0m", "one"),
        ("1 < 2 and grubdom>", "1 < 2 and grubdom>"),
    ],
)
def test_what_stands_around_the_words_goes(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_any_text_comes_back_on_one_line(text: str) -> None:
    assert plain(text).splitlines() in ([plain(text)], [])


@pytest.mark.parametrize(
    "piece", ["\\", "<", "&", " ", ">", "'", "==> a:\n", "\x1b[", "[2022-01-01T", "**", "&amp;#39;"]
)
@pytest.mark.timeout(60)  # minutes to hours if what was read is read again for every piece
def test_no_text_takes_long(piece: str) -> None:
    assert len(plain(piece * (300_000 // len(piece)))) <= 300_000
