from __future__ import annotations

import gc
import json
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.formats import reply_stream
from wizard.formats.reply_stream import Unusual, record_at, streamed

IMAGE = {"ImageId": "ami-1", "Name": "a", "Tags": [{"Key": "k", "Value": "}],[{"}]}
AS_AWS_WRITES = [
    json.dumps({"Images": [IMAGE, IMAGE]}),
    json.dumps({"Images": [IMAGE, IMAGE]}, indent=4),
    json.dumps({"Images": [IMAGE], "NextToken": "x", "ResponseMetadata": {"HTTPHeaders": {}}}),
    json.dumps({"NextToken": "x", "Other": [[{}]], "Images": [IMAGE]}, separators=(",", ":")),
    json.dumps([IMAGE, {}]),
    " \n[ ]\r\n",
    '{"Images": []}',
    json.dumps({"Images": [IMAGE | {"Name": "größe €"}]}),
    json.dumps({"Images": [IMAGE | {"Name": 'an "Images" of it'}]}),
]
UNUSUAL = [
    '{"Images": [{"Name": "a"}], "Images": [{"Name": "b"}]}',
    '{"Images": [{"Name": "a"}], "\\u0049mages": [{"Name": "b"}]}',
    '{"Other": {"Images": [{"Name": "a"}]}, "Images": [{"Name": "b"}]}',
    '{"Images": [{"Name": "Images"}]}',
    '{"Other": 1, "More": "Images"}',
    '{"Images": 3}',
    '{"Images": [{}, 3]}',
    '{1: [], "Images": [{}]}',
    '{"Images" [{}]}',
    '{"Images": [{}] "NextToken": "x"}',
    '{"Images": [{}]} {}',
    "[3, {}]",
    "[{} {}]",
    "[{}] x",
    "",
    "3",
]


def stream(text: str) -> Iterator[tuple[Any, str, int]]:
    return streamed(text, lambda: None)


def expected(text: str) -> tuple[list[Any], str]:
    value = json.loads(text)
    return (value, "") if isinstance(value, list) else (value["Images"], "Images")


@pytest.mark.parametrize("text", AS_AWS_WRITES)
def test_what_aws_writes_comes_one_by_one_with_its_place(text: str) -> None:
    records, path = expected(text)
    found = list(stream(text))
    assert [(record, where) for record, where, _ in found] == [
        (record, f"{path}[{number}]") for number, record in enumerate(records)
    ]
    assert [record_at(text, start) for _, _, start in found] == records


@pytest.mark.parametrize("text", UNUSUAL)
def test_what_is_written_otherwise_is_left_to_others(text: str) -> None:
    with pytest.raises((Unusual, ValueError)):
        list(stream(text))


def test_a_page_is_told() -> None:
    told: list[bool] = []
    for token, expect in (("x", 1), ("", 1), (None, 1)):
        text = json.dumps({"Images": [IMAGE], "NextToken": token})
        list(streamed(text, lambda: told.append(True)))
        assert len(told) == expect


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["Name", "Images", "x"]), st.text() | st.integers()), max_size=4
    ),
    st.lists(st.sampled_from(["NextToken", "Images", "x", "Im\u00e4ges"]), max_size=3),
    st.text(" \t\n\r", max_size=2),
    st.sampled_from([None, 1, 4]),
    st.booleans(),
)
def test_all_or_nothing_is_found(
    images: list[Any], keys: list[str], space: str, indent: int | None, ascii_only: bool
) -> None:
    reply: dict[str, Any] = {key: [{}] for key in keys}
    reply["Images"] = images
    for value in (reply, images):
        text = space + json.dumps(value, indent=indent, ensure_ascii=ascii_only) + space
        try:
            found = [record for record, _, _ in stream(text)]
        except Unusual:
            continue
        assert found == images


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

    monkeypatch.setattr(reply_stream, "_DECODER", Decoder())
    gc.freeze()  # only what is made here is gone through
    try:
        for _ in stream(json.dumps({"Images": [{}] * 20})):
            pass
    finally:
        gc.unfreeze()
    assert len(alive) == 20
