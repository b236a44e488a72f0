"""The options are complete, cited, and refused where they are damaged."""

from __future__ import annotations

import re

import pytest

from wizard.model.knowledge import Knowledge
from wizard.model.rules.instance_option import ComesAbout, read_options
from wizard.model.rules.migration_change import MigrationError

SOURCES = '[source.one]\ntitle = "One"\nurl = "https://docs.aws.amazon.com/one.html"\nchecked = 2026-11-29\n'
OPTION = '[[option]]\nid = "x"\ncomes = "stopped"\ntext = "Do."\nsources = ["one"]\n'


def test_every_option_is_a_sentence_with_a_source(knowledge: Knowledge) -> None:
    for option in knowledge.instance_options.values():
        assert re.search(r"^([A-Z]|\{here\} ).*\.$", option.text.template)
        assert option.text.placeholders <= {"here", "target", "zone", "gpus", "had_gpus", "driver"}
        assert option.sources


def test_what_only_a_launch_gives_has_no_command(knowledge: Knowledge) -> None:
    for option in knowledge.instance_options.values():
        if option.comes is ComesAbout.LAUNCH:
            assert option.command is None


def test_an_option_may_do_without_a_command() -> None:
    options = read_options({"options.toml": OPTION, "sources.toml": SOURCES}, {})
    assert (options["x"].comes, options["x"].command) == (ComesAbout.STOPPED, None)
    assert read_options({}, {}) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[option]", "options.toml: not TOML"),
        (OPTION.replace("text =", "words ="), "options.toml: 'text': expected, but missing"),
        (OPTION.replace('"one"', '"two"'), "options.toml: 'two': expected, but missing"),
        (OPTION.replace("stopped", "asleep"), "options.toml: 'asleep' is not a valid"),
    ],
)
def test_damaged_options_are_named(text: str, words: str) -> None:
    with pytest.raises(MigrationError, match=re.escape(words)):
        read_options({"options.toml": text, "sources.toml": SOURCES}, {})
