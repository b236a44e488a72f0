from __future__ import annotations

import datetime

import pytest

from wizard.model.ec2.finding import Reason, Source
from wizard.model.rules.not_judged import NotJudged, read_not_judged

PAGE = Source("A page", "https://example.com/", datetime.date(2026, 1, 2))


def test_short_and_full() -> None:
    text = """
    [[not_judged]]
    id = "N1"
    topic = "region"
    title = "Short"
    why = "It is so."
    see = []

    [[not_judged]]
    id = "N2"
    topic = "ena"
    title = "Full"
    why = "It is so."
    see = ["V1"]
    remedy = "Do otherwise."
    errors = ["No {type.name}."]
    error_code = "Unsupported"
    sources = ["page"]
    """
    short, full = read_not_judged(text, {"page": PAGE})
    assert short == NotJudged("N1", "Short", Reason.REGION, "It is so.", None, (), (), None, ())
    assert full == NotJudged(
        "N2",
        "Full",
        Reason.ENA,
        "It is so.",
        "Do otherwise.",
        ("V1",),
        ("No {type.name}.",),
        "Unsupported",
        (PAGE,),
    )


def test_nothing() -> None:
    assert read_not_judged("", {}) == ()


@pytest.mark.parametrize("line", ["", 'see = []\ncolour = "red"', 'see = []\nsources = ["other"]'])
def test_what_is_refused(line: str) -> None:
    text = f'[[not_judged]]\nid = "N"\ntopic = "ena"\ntitle = "T"\nwhy = "W."\n{line}\n'
    with pytest.raises((KeyError, TypeError)):
        read_not_judged(text, {"page": PAGE})
