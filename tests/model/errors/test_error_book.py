from __future__ import annotations

import datetime

import pytest

from wizard.model.ec2.finding import Reason, Source
from wizard.model.errors.error_book import ErrorBookError, read_error_book
from wizard.model.errors.known_error import Cause

PAGE = Source("A page", "https://example.com/", datetime.date(2026, 1, 2))
HEAD = 'topic = "limits"\nchecked = 2026-11-28\n'
ERROR = """
[[error]]
id = "full-house"
says = ["No room for {type.name}"]
happened = "There was no room for {type.name}."
causes = [{ cause = "It is full.", cure = "Come again later." }]
sources = ["page"]
"""


def read(text: str, **files: str) -> object:
    return read_error_book({"a.toml": text} | {f"{k}.toml": v for k, v in files.items()}, {"page": PAGE})


def test_short_and_full() -> None:
    full = """
[[error]]
id = "closed"
topic = "usage"
rule = "G5"
general = true
codes = ["Closed"]
shared_codes = ["Unavailable"]
services = ["ec2"]
says = ["Closed on {zone}"]
needs = ["door"]
not_this = ["window"]
happened = "The door of {zone} was closed."
causes = [{ cause = "It is late.", cure = "Open it.", command = "open {zone}", rule = "L4" }]
sources = ["page", "own", "https://github.com/a/b.c/issues/7", "https://github.com/a/b/pull/8"]
examples = ["Closed on a-1a"]
"""
    book = read_error_book(
        {
            "a.toml": HEAD + ERROR + full,
            "sources.toml": '[source.own]\ntitle = "Own"\nurl = "https://example.com/own"\nchecked = 2026-11-28\n',
            "services.toml": '[[service]]\nid = "ec2"\ntitle = "Amazon EC2"\nnames = ["ec2"]\n',
        },
        {"page": PAGE},
    )
    short, long = book.errors
    assert (short.id, short.reason, short.rule, short.general) == ("full-house", Reason.LIMITS, None, False)
    assert short.causes == (Cause("It is full.", "Come again later."),)
    assert (long.reason, long.rule, long.general) == (Reason.USAGE, "G5", True)
    assert long.causes[0].command == "open {zone}"
    assert [source.title for source in long.sources] == [
        "A page",
        "Own",
        "a/b.c, issue 7",
        "a/b, pull request 8",
    ]
    assert long.sources[2].checked == datetime.date(2026, 11, 28)
    assert book.get("closed") is long
    assert book.get("open") is None
    assert [service.title for service in book.services] == ["Amazon EC2"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('id = "full-house"', 'id = "full-house"\ncolour = "red"', "colour: no such key"),
        ('happened = "There was no room for {type.name}."\n', "", "happened: expected, but missing"),
        ("There was no room for {type.name}.", "No room…", "happened: expected whole sentences"),
        ("There was no room for {type.name}.", "There was no room", "happened: expected whole sentences"),
        ("There was no room for {type.name}.", "{type.name} has no room.", "a value begins a sentence"),
        ("There was no room for {type.name}.", "No room for {colour}.", "happened: colour: no such value"),
        ("Come again later.", "Come. {zone} opens.", "causes: cure: a value begins a sentence"),
        ('cure = "Come again later."', 'cure = "Come."\n, command = "go {x}"', "not TOML"),
        (
            'cure = "Come again later."',
            'cure = "Come.", command = "go {x}"',
            "causes: command: x: no such value",
        ),
        ('cure = "Come again later."', 'cure = "Come.", colour = "red"', "causes: colour: no such key"),
        (', cure = "Come again later."', "", "causes: cure: expected, but missing"),
        ('says = ["No room for {type.name}"]\n', "", "says: expected a sentence or a code"),
        ('sources = ["page"]', "sources = []", "sources: expected at least one"),
        ('sources = ["page"]', 'sources = ["lost"]', "sources: lost: neither in sources.toml nor"),
        ('sources = ["page"]', 'sources = ["page"]\nservices = ["s3"]', "services: s3: not in services.toml"),
        ('topic = "limits"', 'topic = "colour"', "full-house: 'colour' is not a valid Reason"),
        ("checked = 2026-11-28\n", "", "checked: expected the day"),
        ('topic = "limits"', 'topic = "limits"\ncolour = "red"', "a.toml: colour: no such key"),
    ],
)
def test_what_is_refused_is_named(old: str, new: str, expected: str) -> None:
    text = (HEAD + ERROR).replace(old, new, 1)
    assert text != HEAD + ERROR
    with pytest.raises(ErrorBookError) as problem:
        read(text)
    assert str(problem.value).startswith("a.toml")
    assert expected in str(problem.value)


def test_a_double_id_and_a_double_source_are_refused() -> None:
    with pytest.raises(ErrorBookError, match="full-house: id: there is another entry of this id"):
        read(HEAD + ERROR + ERROR)
    double = '[source.page]\ntitle = "A"\nurl = "https://example.com"\nchecked = 2026-11-28\n'
    with pytest.raises(ErrorBookError, match=r"sources\.toml: page: the rulebook has this source"):
        read(HEAD + ERROR, sources=double)


@pytest.mark.parametrize(
    "files", [{"sources": "[source.x]\ntitle = 1\n"}, {"services": '[[service]]\nid = "x"\n'}]
)
def test_a_damaged_head_is_refused(files: dict[str, str]) -> None:
    with pytest.raises(ErrorBookError, match=r"sources.toml or services.toml"):
        read(HEAD + ERROR, **files)
