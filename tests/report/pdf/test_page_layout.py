from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.report.conftest import Reporter
from tests.report.pdf.pdf_reading import read
from tests.report.sample import OLD_IMAGE, UBUNTU, WINDOWS_INSTANCE, make_procedure, make_report
from wizard.flow.kind import Value
from wizard.model.ec2.finding import Outcome
from wizard.model.frozen import replace
from wizard.report.document import Command, Entry, Paragraph, Procedure, ProcedureStep, Report, Section, Table
from wizard.report.pdf import render_pages, render_pdf

pytestmark = pytest.mark.usefixtures("warnings_of_typst")


@pytest.mark.no_cover
def test_pages_are_numbered_and_bear_a_header(report_of: Reporter, resources: Path) -> None:
    pages = [page.extract_text() for page in read(render_pdf(report_of(UBUNTU), resources)).pages]
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"Page {number} / {len(pages)}" in page
        assert page.count("AMI recommendation") == 1
        assert page.count("2026-11-23") >= 1


@pytest.mark.no_cover
def test_the_way_begins_on_the_first_page_and_the_pictures_stand_in_the_annex(
    report_of: Reporter, resources: Path
) -> None:
    answers = WINDOWS_INSTANCE | {"os-version": "2012 R2"}
    pages = [page.extract_text() for page in read(render_pdf(report_of(answers), resources)).pages]
    assert "The way" in pages[0]
    assert "Before you start" in pages[0]
    annex = next(number for number, page in enumerate(pages) if "What you asked for" in page)
    pictures = next(number for number, page in enumerate(pages) if "The types in pictures" in page)
    assert annex <= 4
    assert pictures >= annex


@pytest.mark.no_cover
def test_header_row_is_on_every_page_of_a_table_and_no_row_is_split(resources: Path) -> None:
    pages = [page.extract_text() for page in read(render_pdf(make_report(rows=150), resources)).pages]
    with_rows = [page for page in pages if re.search(r"m\d+i\.xlarge\s*\d+\s*row", page)]
    assert len(with_rows) > 2
    assert all(re.search(r"Type\s+vCPUs\s+Why", page) for page in with_rows)
    rows = [match for page in pages for match in re.findall(r"m(\d+)i\.xlarge\s*(\d+)\s*row (\d+)", page)]
    assert rows == [(str(n), str(n), str(n)) for n in range(150)]


@pytest.mark.no_cover
def test_commands_are_kept_letter_by_letter(resources: Path) -> None:
    command = "aws " + "x" * 80
    blocks = (
        Command("Try.", (command,)),
        make_procedure(),
        replace(make_procedure(), steps=(ProcedureStep("Do.", (command,)),)),
    )
    changed = replace(make_report(), sections=(Section("one", "One", blocks),))
    raw = " ".join(page.extract_text() for page in read(render_pdf(changed, resources)).pages)
    assert raw.replace("\n", "").count(command) == 2


@pytest.mark.no_cover
@pytest.mark.parametrize("answers", [OLD_IMAGE, WINDOWS_INSTANCE])
def test_commands_stand_line_by_line(report_of: Reporter, resources: Path, answers: dict[str, Value]) -> None:
    report = report_of({**answers, "region": "ap-southeast-2"})
    blocks = [block for section in report.sections for block in section.blocks]
    lines = [line for block in blocks if isinstance(block, Command) for line in block.lines]
    lines += [
        line
        for block in blocks
        if isinstance(block, Procedure)
        for step in block.steps
        for line in step.lines
    ]
    printed = {
        line.strip()
        for page in read(render_pdf(report, resources)).pages
        for line in page.extract_text().splitlines()
    }
    assert {line.strip() for line in lines if line} <= printed


@pytest.mark.no_cover
@pytest.mark.parametrize("lines", range(0, 39, 3))
def test_a_procedure_breaks_only_between_its_parts(resources: Path, lines: int) -> None:
    """Wherever on the page it begins: its title stays with what comes first, a step with its command."""
    before = tuple(Paragraph(f"Line {line}.") for line in range(lines))
    report = make_report()
    sections = (Section("one", "One", before), Section("two", "Moving on", (make_procedure(),)))
    pdf = read(render_pdf(replace(report, sections=sections), resources))
    pages = [page.extract_text() for page in pdf.pages]
    for together in (
        ("Moving on", "From paravirtual to HVM", "Few types are left.", "Before you start", "An HVM image."),
        ("Take care", "Setting the flag does nothing."),
        ("Back up.", "aws ec2 create-image", "--instance-id"),
        ("Check.", "AWSSupport-Check", "aws ssm start-automation-execution"),
        ("The way back", "Start the old one."),
    ):
        assert [page for page in pages if all(part in page for part in together)], together


@pytest.mark.parametrize("language", ["en", "de", "zh-Hans-CN"])
def test_pages_are_the_pages_of_the_pdf(resources: Path, language: str) -> None:
    report: Report = replace(make_report(), language=language)
    pages = render_pages(report, resources)
    assert len(pages) == len(read(render_pdf(report, resources)).pages)
    assert all(page.startswith(b"\x89PNG\r\n\x1a\n") for page in pages)


def test_scale_one_is_96_pixels_an_inch(resources: Path) -> None:
    def size(page: bytes) -> tuple[int, int]:
        return int.from_bytes(page[16:20]), int.from_bytes(page[20:24])

    report = make_report()
    assert size(render_pages(report, resources)[0]) == pytest.approx((794, 1123), abs=1)
    assert size(render_pages(report, resources, 1.5)[0]) == pytest.approx((1191, 1684), abs=1)


def test_a_report_of_one_page(resources: Path) -> None:
    report = replace(make_report(), sections=(), references=(), notices=())
    assert len(render_pages(report, resources)) == 1
    assert len(read(render_pdf(report, resources)).pages) == 1


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "answers",
    [
        pytest.param(
            {"os": "ubuntu", "os-version": "22.04", "purpose": "training", "gpu": 8}, id="accelerators"
        ),
        pytest.param({"os": "ubuntu", "purpose": "storage", "vcpus": {"minimum": 64}}, id="disks"),
        pytest.param(
            {"os": "amazon-linux", "os-version": "2", "need": ["efa"], "vcpus": {"minimum": 96}}, id="efa"
        ),
    ],
)
def test_no_column_of_the_types_is_a_word_wide_and_no_row_is_cut_at_the_foot(
    report_of: Reporter, resources: Path, answers: dict[str, Value]
) -> None:
    report = report_of(answers)
    table = next(
        block
        for section in report.sections
        for block in section.blocks
        if section.key == "types" and isinstance(block, Table)
    )
    low: dict[str, float] = {}
    lines: list[tuple[float, str]] = []
    for page in read(render_pdf(report, resources)).pages:

        def visit(text: str, matrix: list[float], *_: object) -> None:
            lines.append((matrix[5], text.strip()))

        page.extract_text(visitor_text=visit)
    for row in table.rows:
        low[row[0]] = max(height for height, text in lines if text == row[0])
    assert all(height > 60 for height in low.values()), "below the margin nothing is printed"
    why = {word for row in table.rows for word in row[-1].split() if word.isalpha() and len(word) > 4}
    alone = [text for _, text in lines if text in why]
    assert len(alone) < len(table.rows), "a line of its own for each word"


@pytest.mark.no_cover
@pytest.mark.parametrize("before", range(20, 44))
def test_options_and_names_are_whole_wherever_a_line_ends(resources: Path, before: int) -> None:
    whole = "--region", "mac-m3ultra.metal", "us-gov-east-1", "modify-instance-attribute", "8 × B200"
    words = [f"{'x ' * before}{word} and more." for word in whole]
    sections = (Section("one", "One", tuple(map(Paragraph, words))),)
    pdf = read(render_pdf(replace(make_report(), sections=sections), resources))
    printed = "\n".join(page.extract_text() for page in pdf.pages)
    assert [word for word in whole if word not in printed] == []


@pytest.mark.no_cover
@pytest.mark.parametrize("before", range(0, 44, 2))
def test_a_long_name_breaks_at_a_slash_or_a_hyphen(resources: Path, before: int) -> None:
    name = "/aws/service/ami-windows-latest/TPM-Windows_Server-2016-English-Full-Base"
    sections = (Section("one", "One", (Paragraph(f"{'x ' * before}{name} of AWS."),)),)
    pdf = read(render_pdf(replace(make_report(), sections=sections), resources))
    printed = "\n".join(page.extract_text() for page in pdf.pages)
    assert [part for part in re.split("[/-]", name) if part not in printed] == []


@pytest.mark.no_cover
@pytest.mark.parametrize("lines", range(25, 42))
def test_what_ends_an_entry_does_not_stand_alone_on_the_next_page(resources: Path, lines: int) -> None:
    before = tuple(Paragraph(f"Line {line}.") for line in range(lines))
    entry = Entry("Your AMI", Outcome.WORKS, "works", "on 3 types", "It runs on 3 types.", ())
    sections = (
        Section("one", "One", before),
        Section("two", "The image you have", (entry, Paragraph("2 more limits."))),
    )
    pdf = read(render_pdf(replace(make_report(), sections=sections), resources))
    (page,) = [text for each in pdf.pages if "2 more limits." in (text := each.extract_text())]
    assert "It runs on 3 types." in page
