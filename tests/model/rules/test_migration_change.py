"""The changes are complete, readable and refused where they are damaged."""

from __future__ import annotations

import datetime
import re

import pytest

from wizard.model.ec2.finding import Source
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.migration.changes import CHANGES
from wizard.model.rules.migration_change import MigrationChange, MigrationError, read_changes

CHANGE = """
id = "x"
title = "From here to there"
why = "Because."
preconditions = ["A."]
cautions = ["B."]
way_back = "Back."
sources = ["one"]
[[step]]
text = "Do."
"""
SOURCES = """
[source.one]
title = "One"
url = "https://docs.aws.amazon.com/one.html"
checked = 2026-11-23
"""


def texts(change: MigrationChange) -> list[Message]:
    steps = (step.text for step in change.steps)
    return [change.title, change.why, change.way_back, *change.preconditions, *change.cautions, *steps]


def test_every_change_has_its_text(knowledge: Knowledge) -> None:
    assert knowledge.migration_changes.keys() == CHANGES.keys()


def test_every_change_says_when_what_and_how_back(knowledge: Knowledge) -> None:
    for change in knowledge.migration_changes.values():
        assert all((change.preconditions, change.cautions, change.steps, change.sources))
        assert change.way_back.template
        assert any(step.command for step in change.steps)


def test_every_text_is_a_sentence(knowledge: Knowledge) -> None:
    for change in knowledge.migration_changes.values():
        for text in texts(change):
            if text is not change.title:
                assert re.search(r"^[A-Z].*\.$", text.template), text.template
            assert text.placeholders <= {"here", "target", "system", "upgrade", "zone"}


def test_the_tools_of_aws_are_named(knowledge: Knowledge) -> None:
    tools = {
        id: [step.tool for step in change.steps if step.tool]
        for id, change in knowledge.migration_changes.items()
    }
    assert tools["xen-to-nitro-linux"] == [
        "AWSSupport-CheckXenToNitroMigrationRequirements",
        "AWSSupport-MigrateXenToNitroLinux",
    ]
    assert tools["xen-to-nitro-windows"] == ["AWSSupport-UpgradeWindowsAWSDrivers"]
    assert tools["x86-to-arm"] == ["AWS Compute Optimizer"]


def test_sources_have_a_secure_address_and_a_day(knowledge: Knowledge) -> None:
    for change in knowledge.migration_changes.values():
        for source in change.sources:
            assert source.url.startswith("https://")
            assert source.checked >= datetime.date(2026, 1, 1)


def test_changes_bring_sources_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wizard.model.rules.migration_change.CHANGE_IDS", ("x",))
    changes = read_changes({"a.toml": CHANGE, "sources.toml": SOURCES}, {})
    (source,) = changes["x"].sources
    assert source == Source("One", "https://docs.aws.amazon.com/one.html", datetime.date(2026, 11, 23))
    assert changes["x"].steps[0].command is None


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"a.toml": "id ="}, "a.toml: not TOML"),
        ({"a.toml": "id = 'x'"}, "a.toml: 'title': expected, but missing"),
        ({"a.toml": CHANGE}, "a.toml: 'one': expected, but missing"),
        ({"a.toml": CHANGE.replace("text =", "words ="), "sources.toml": SOURCES}, "a.toml: 'text'"),
        ({"a.toml": CHANGE, "sources.toml": SOURCES}, "expected exactly .* odd: .*x"),
        ({"sources.toml": "["}, "sources.toml: not TOML"),
        ({"sources.toml": "[source.one]\ntitle = 'One'"}, r"sources.toml: expected \[source.KEY\]"),
        ({}, "expected exactly"),
    ],
)
def test_damaged_changes_are_named(files: dict[str, str], words: str) -> None:
    with pytest.raises(MigrationError, match=words):
        read_changes(files, {})
