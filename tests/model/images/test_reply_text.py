from __future__ import annotations

import gc
import json
import weakref
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.model.images import reply_text
from wizard.model.images.reply_text import ImageError, record_at, records_in

IMAGE = {"ImageId": "ami-1", "Name": "a", "Tags": [{"Key": "k", "Value": "}],[{"}]}
SPACE = st.text(" \t\n\r", max_size=2)


def whole(text: str) -> tuple[list[tuple[Any, str]], str]:
    """What comes of reading the whole at once, and the error it ends with."""
    found = []
    try:
        for record, where in reply_text._records(reply_text._parse(text, "f"), "f"):
            found.append((record, where))
    except ImageError as problem:
        return found, str(problem)
    return found, ""


def one_by_one(text: str) -> tuple[list[tuple[Any, str]], str]:
    found = []
    try:
        for record, where, start in records_in(text, "f"):
            assert start is None or record_at(text, start) == record
            found.append((record, where))
    except ImageError as problem:
        return found, str(problem)
    return found, ""


def is_streamed(text: str) -> bool:
    return all(start is not None for _, _, start in records_in(text, "f"))


STREAMED = [
    json.dumps({"Images": [IMAGE, IMAGE]}),
    json.dumps({"Images": [IMAGE, IMAGE]}, indent=4),
    json.dumps({"Images": [IMAGE], "NextToken": "x", "ResponseMetadata": {"HTTPHeaders": {}}}),
    json.dumps({"NextToken": "x", "Other": [[{}]], "Images": [IMAGE]}, separators=(",", ":")),
    json.dumps([IMAGE, {}]),
    "\ufeff \n[ ]\r\n",
    '{"Images": []}',
    json.dumps({"Images": [IMAGE | {"Name": "größe €"}]}),
    json.dumps({"Images": [IMAGE | {"Name": 'an "Images" of it'}]}),
]
READ_WHOLE = [
    '{"Images": [{"Name": "a"}], "Images": [{"Name": "b"}]}',
    '{"Images": [{"Name": "a"}], "\\u0049mages": [{"Name": "b"}]}',
    '{"Other": {"Images": [{"Name": "a"}]}, "Images": [{"Name": "b"}]}',
    '{"Images": [{"Name": "Images"}]}',
    json.dumps(IMAGE),
    '{"Name": "Images"}',
]
DAMAGED = [
    "",
    " ",
    "3",
    "{}",
    "{",
    "[",
    "[{},",
    "[{}",
    "[{},]",
    "[{} {}]",
    "[{}, 3]",
    "[3, {}]",
    "[{}] x",
    "nullx",
    '{"Images": 3}',
    '{"Images": [{}], }',
    '{"Images": [{}] "NextToken": "x"}',
    '{"Images": [{}]',
    '{"Images": [{}]} {}',
    '{"Images" [{}]}',
    '{"Images": [{"a": 1}, 3]}',
    '{1: [], "Images": [{}]}',
    '{"Other": {"Images": [{}]}}',
    '{"NextToken": , "Images": [{}]}',
    '{"Images": [{}, {"ImageId": ' + "9" * 5000 + "}]}",
    '{"Images": [{}, {"ImageId": ' + "[" * 100_000 + "}]}",
]


@pytest.mark.parametrize("text", STREAMED)
def test_what_aws_writes_is_read_one_by_one(text: str) -> None:
    assert is_streamed(text)
    assert one_by_one(text) == whole(text)


@pytest.mark.parametrize("text", READ_WHOLE)
def test_what_is_unusual_is_read_as_well(text: str) -> None:
    assert not is_streamed(text)
    assert one_by_one(text) == whole(text)
    assert whole(text)[0]


@pytest.mark.parametrize("text", DAMAGED)
def test_what_is_damaged_gets_the_same_words(text: str) -> None:
    assert one_by_one(text)[1] == whole(text)[1] != ""


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["Name", "Images", "x"]), st.text() | st.integers()), max_size=4
    ),
    st.lists(st.sampled_from(["NextToken", "Images", "x", "Im\u00e4ges"]), max_size=3),
    SPACE,
    st.sampled_from([None, 1, 4]),
    st.booleans(),
)
def test_both_ways_find_the_same(
    images: list[Any], keys: list[str], space: str, indent: int | None, ascii_only: bool
) -> None:
    reply: dict[str, Any] = {key: [{}] for key in keys}
    reply["Images"] = images
    text = space + json.dumps(reply, indent=indent, ensure_ascii=ascii_only) + space
    assert one_by_one(text) == whole(text)
    assert one_by_one(space + json.dumps(images, indent=indent) + space) == whole(json.dumps(images))


@given(st.sampled_from(STREAMED), st.data())
def test_a_text_cut_off_or_with_a_sign_too_many(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    sign = data.draw(st.sampled_from(["", ",", "]", "}", "{", "[", '"', " ", "\\", "x"]))
    rest = data.draw(st.sampled_from([text[place:], ""]))
    damaged = text[:place] + sign + rest
    found, problem = one_by_one(damaged)
    expected, said = whole(damaged)
    assert problem == said
    if not problem:
        assert found == expected


def test_only_one_record_is_alive_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    class Watched(dict[str, Any]):
        pass

    alive: list[weakref.ref[Watched]] = []
    decode = json.JSONDecoder(object_hook=Watched).raw_decode

    class Decoder:
        def raw_decode(self, text: str, place: int) -> Any:
            gc.collect()
            assert sum(ref() is not None for ref in alive) <= 1
            found = decode(text, place)
            if isinstance(found[0], Watched):
                alive.append(weakref.ref(found[0]))
            return found

    monkeypatch.setattr(reply_text, "_DECODER", Decoder())
    for _ in records_in(json.dumps({"Images": [{}] * 20}), "f"):
        pass
    assert len(alive) == 20
