from __future__ import annotations

import shlex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.aws_calls import words
from wizard.model.launching.shell import aws, folded, shell


def test_a_line_for_each_group() -> None:
    assert shell(("aws", "ec2"), ("--filters",), ("a=b c",)) == (
        "aws ec2 \\",
        "  --filters \\",
        "    'a=b c'",
    )


def test_a_value_of_several_lines_stays_one_word() -> None:
    lines = shell(("aws",), ("--query", "one\n  two"))
    assert lines == ("aws \\", "  --query 'one", "  two'")
    assert words(lines, "aws") == ["--query", "one\n  two"]


WORD = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)


@settings(max_examples=50)
@given(st.lists(st.lists(WORD, min_size=1).map(tuple), min_size=1))
def test_a_shell_reads_every_word_as_it_is(groups: list[tuple[str, ...]]) -> None:
    assert words(shell(("aws",), *groups), "aws") == [word for group in groups for word in group]


def test_region_is_named_where_known() -> None:
    assert aws("describe-images", "eu-west-1")[0] == "aws ec2 describe-images --region eu-west-1"


@pytest.mark.parametrize("region", [None, "", "eu west", "$(reboot)", "eu\nwest"])
def test_what_is_no_region_is_left_out(region: str | None) -> None:
    assert aws("describe-images", region) == ("aws ec2 describe-images",)


def test_a_long_command_breaks_before_its_options_and_stays_the_same() -> None:
    command = (
        'aws ec2 describe-images --image-ids AMI_ID --filters "Name=name,Values=a --b" '
        "--query 'Images[].[A --c]' --output text"
    )
    lines = folded(command)
    assert shlex.split(lines.replace("\\\n", " ")) == shlex.split(command)
    assert lines.splitlines() == [
        "aws ec2 describe-images \\",
        "  --image-ids AMI_ID \\",
        '  --filters "Name=name,Values=a --b" \\',
        "  --query 'Images[].[A --c]' \\",
        "  --output text",
    ]


@pytest.mark.parametrize("command", ["aws sso login --profile dev", "aws ec2 x \\\n" + 30 * "  --y z"])
def test_a_short_command_and_one_of_several_lines_stay_as_they_are(command: str) -> None:
    assert folded(command) == command
