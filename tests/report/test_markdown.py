from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.report.conftest import Reporter
from tests.report.sample import (
    HOSTILE,
    NOTHING_LEFT,
    OLD_IMAGE,
    UBUNTU,
    WINDOWS_INSTANCE,
    make_procedure,
    make_report,
)
from wizard.flow.kind import Value
from wizard.model.frozen import replace
from wizard.report.document import Command, Facts, NamedValue, Paragraph, Procedure, Section
from wizard.report.markdown import render_markdown
from wizard.report.visible import visible

PARSER = MarkdownIt("gfm-like", {"linkify": False})


def parsed(markdown: str) -> list[Token]:
    return PARSER.parse(markdown)


def plain(tokens: list[Token]) -> str:
    """What a reader sees, markup gone."""
    seen = []
    for token in tokens:
        if token.children:
            seen.append("".join(child.content for child in token.children))
        elif token.type in ("fence", "code_block"):
            seen.append(token.content)
    return "\n".join(seen)


def kinds(tokens: list[Token]) -> set[str]:
    return {t.type for token in tokens for t in (token, *(token.children or ()))}


@pytest.mark.parametrize("answers", [UBUNTU, NOTHING_LEFT, OLD_IMAGE, WINDOWS_INSTANCE])
def test_markdown_says_what_the_report_says(report_of: Reporter, answers: dict[str, Value]) -> None:
    report = report_of(answers)
    markdown = render_markdown(report)
    seen = plain(parsed(markdown))
    assert markdown.endswith("\n")
    assert report.title in seen
    for fact in report.decision:
        assert f"{fact.label}: {fact.value}" in seen
    for section in report.sections:
        assert f"\n{section.title}\n" in seen
        for block in section.blocks:
            if isinstance(block, Command):
                assert "\n".join(block.lines) in seen
            if isinstance(block, Procedure):
                for text in (block.title, block.why, *block.preconditions, *block.cautions, block.way_back):
                    assert text in seen
                for step in block.steps:
                    assert all(part in seen for part in (step.text, step.tool, "\n".join(step.lines)))
    for reference in report.references:
        assert reference.title in seen
        assert f"(<{reference.url}>)" in markdown
        assert reference.checked in seen


def test_structure() -> None:
    tokens = parsed(render_markdown(make_report()))
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    assert headings == ["h1", "h2", "h3", "h3", "h3", "h2", "h2"]
    assert {"table_open", "bullet_list_open", "ordered_list_open", "fence", "link_open"} <= kinds(tokens)
    fences = [token for token in tokens if token.type == "fence"]
    assert "aws ec2 run-instances \\\n  --dry-run\n" in [token.content for token in fences]


def test_a_report_without_sentences_behind_its_title_has_no_empty_paragraph() -> None:
    report = make_report()
    text = render_markdown(report)
    assert "Your AMI runs on few types." in text
    without = render_markdown(replace(report, lead=()))
    assert "Your AMI runs on few types." not in without
    assert "\n\n\n" not in without


def test_what_belongs_to_a_finding_is_indented_under_it() -> None:
    tokens = parsed(render_markdown(make_report()))
    inside = [t for t in tokens if t.type == "fence" and t.level]
    assert inside
    assert inside[0].content.startswith("InvalidParameterCombination: Virtualization type 'hvm'")


def test_steps_are_one_numbered_list_with_their_commands_inside() -> None:
    report = make_report()
    changes = (Section("one", "One", (make_procedure(),)),)
    tokens = parsed(render_markdown(replace(report, sections=changes, references=(), decision=())))
    assert [token.type for token in tokens].count("ordered_list_open") == 1
    items = [token.info for token in tokens if token.type == "list_item_open" and token.info]
    assert items == ["1", "2", "3"]
    commands = [token for token in tokens if token.type == "fence"]
    assert [command.content for command in commands] == [
        "aws ec2 create-image \\\n  --instance-id INSTANCE_ID\n",
        "aws ssm start-automation-execution\n",
    ]
    assert all(command.level for command in commands)


def test_wide_rows_stay_one_row() -> None:
    table = next(
        part
        for part in render_markdown(make_report(visible("a|b\nc"))).split("\n\n")
        if part.startswith("| Type")
    )
    rows = table.splitlines()
    assert len(rows) == 2 + 20
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {4}


def test_hostile_values_stay_text() -> None:
    clean, hostile = make_report(), make_report(visible(HOSTILE))
    tokens = parsed(render_markdown(hostile))
    assert kinds(tokens) <= kinds(parsed(render_markdown(clean)))
    seen = plain(tokens)
    for shown in ("<b>h</b>", "[l](u)", "`raw`", "*b*", "~~s~~", "&amp;", "$x^2$", "U+202Eevil"):
        assert shown in seen


@given(st.text(st.characters(codec="utf-8")))
@example("__0__")
def test_no_value_becomes_markup(value: str) -> None:
    shown = " ".join(visible(value).split())
    fact = Facts((NamedValue("Name", shown or "-"),))
    report = replace(
        make_report(),
        sections=(Section("one", "One", (Paragraph(shown or "-"), fact)),),
        references=(),
        decision=(),
    )
    tokens = parsed(render_markdown(report))
    inline = [token for token in tokens if token.type == "inline"]
    assert [child.type for child in inline[3].children or ()] == ["text"] or not shown
    assert (shown or "-") in plain(tokens)


def test_a_fence_is_longer_than_what_it_holds() -> None:
    report = make_report()
    command = Command("Try.", ("echo ````", "echo ```"))
    changed = replace(report, sections=(Section("one", "One", (command,)),))
    fences = [token.content for token in parsed(render_markdown(changed)) if token.type == "fence"]
    assert fences == ["echo ````\necho ```\n"]


def test_an_address_cannot_leave_its_link() -> None:
    report = make_report()
    odd = replace(report.references[0], url="https://x.example/<a> (b)\U0001f600\\")
    markdown = render_markdown(replace(report, references=(odd,)))
    assert "(<https://x.example/%3Ca%3E%20%28b%29%F0%9F%98%80%5C>)" in markdown


def test_numbers_at_the_start_are_no_list() -> None:
    report = make_report()
    changed = replace(report, sections=(Section("one", "One", (Paragraph("1. first"), Paragraph("- x"))),))
    tokens = parsed(render_markdown(replace(changed, references=(), decision=(), picture=None)))
    assert not kinds(tokens) & {"ordered_list_open", "bullet_list_open"}


def test_what_cannot_be_markup_stays_readable() -> None:
    report = make_report()
    section = Section("one", "One", (Paragraph("3.75 GiB on x86_64, m8i-flex.xlarge (50 %)."),))
    assert "\n3.75 GiB on x86_64, m8i-flex.xlarge (50 %).\n" in render_markdown(
        replace(report, sections=(section,))
    )
