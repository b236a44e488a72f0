from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.report.conftest import Reporter
from tests.report.pdf.pdf_reading import read, squeezed, structure, text_of
from tests.report.sample import (
    HOSTILE,
    NOTHING_LEFT,
    OLD_IMAGE,
    OLD_TYPE,
    TPM,
    UBUNTU,
    WINDOWS_INSTANCE,
    make_report,
)
from wizard.flow.kind import Value
from wizard.model.frozen import replace
from wizard.report.markdown import render_markdown
from wizard.report.pdf import render_pages, render_pdf
from wizard.report.visible import visible

pytestmark = [pytest.mark.usefixtures("warnings_of_typst"), pytest.mark.no_cover]

WALKS = [UBUNTU, NOTHING_LEFT, OLD_IMAGE, OLD_TYPE, WINDOWS_INSTANCE, TPM, {}]


@pytest.mark.parametrize("answers", WALKS)
def test_pdf_says_what_the_report_says(
    report_of: Reporter, resources: Path, answers: dict[str, Value]
) -> None:
    report = report_of(answers)
    text = squeezed(text_of(render_pdf(report, resources)))
    assert squeezed(report.title) in text
    for fact in report.decision:
        assert squeezed(fact.label + fact.value) in text
    for section in report.sections:
        assert squeezed(section.title) in text
    assert report.references or answers == NOTHING_LEFT
    for reference in report.references:
        assert squeezed(f"[{reference.number}]{reference.title}") in text
        assert squeezed(reference.url) in text
        assert squeezed(reference.checked) in text


def pages(pdf: Any) -> Any:
    return pdf.pages


def root_of(pdf: Any) -> Any:
    """The catalogue of a document; pypdf's types do not tell a dictionary from any other object."""
    return pdf.trailer["/Root"]


def test_tagged_for_pdf_ua(resources: Path) -> None:
    pdf = read(render_pdf(make_report(), resources))
    root = root_of(pdf)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert pdf.metadata
    assert pdf.metadata.title == "AMI recommendation: Use an HVM AMI for x86_64."
    tags = set(structure(root["/StructTreeRoot"]))
    assert {"/Title", "/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/Caption", "/Code", "/Link"} <= tags


def test_language_is_the_report_s(resources: Path) -> None:
    pdf = read(render_pdf(replace(make_report(), language="de-AT"), resources))
    assert root_of(pdf)["/Lang"] == "de-AT"


def test_sections_are_bookmarks(report_of: Reporter, resources: Path) -> None:
    report = report_of(UBUNTU)
    outline = read(render_pdf(report, resources)).outline
    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    assert titles == [*(section.title for section in report.sections), report.labels.sources]


def test_sources_are_links(report_of: Reporter, resources: Path) -> None:
    report = report_of(UBUNTU)
    pdf = read(render_pdf(report, resources))
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]
    addresses = {note["/A"]["/URI"] for note in notes if note.get("/A", {}).get("/S") == "/URI"}
    assert addresses == {reference.url for reference in report.references}
    assert [note for note in notes if "/Dest" in note or note.get("/A", {}).get("/S") == "/GoTo"]


def test_same_report_gives_the_same_bytes(report_of: Reporter, resources: Path) -> None:
    report = report_of(UBUNTU)
    assert render_pdf(report, resources) == render_pdf(report, resources)


def test_same_bytes_in_another_process_zone_and_language(tmp_path: Path, resources: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.report.sample import make_report;"
        "from wizard.report.pdf import render_pdf;"
        "sys.stdout.buffer.write(render_pdf(make_report(), Path(sys.argv[1])))"
    )
    elsewhere = {
        "TZ": "Pacific/Auckland",
        "LANG": "de_DE.UTF-8",
        "PYTHONHASHSEED": "7",
        "PATH": "/usr/bin:/bin",
    }
    done = subprocess.run(
        [sys.executable, "-c", program, str(resources)],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env=elsewhere,
    )
    assert done.stdout == render_pdf(make_report(), resources)


def test_creation_date_is_the_report_s(resources: Path) -> None:
    metadata = read(render_pdf(make_report(), resources)).metadata
    assert metadata
    assert str(metadata.creation_date) == "2026-11-23 00:00:00+00:00"


def test_every_font_is_typst_s_own(report_of: Reporter, resources: Path) -> None:
    fonts = {
        font.get_object()["/BaseFont"].partition("+")[2]
        for page in pages(read(render_pdf(report_of(UBUNTU), resources)))
        for font in page["/Resources"]["/Font"].values()
    }
    assert {name.split("-")[0] for name in fonts} == {"LibertinusSerif", "DejaVuSansMono"}


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        visible(HOSTILE),
        "many words " * 100_000,
        "אבג" * 100,
        "a\u0301\u0302\u0303" * 50,
        "".join(map(chr, range(0x2500))),
        "\U0001f1e9\U0001f1ea\U0001f468\u200d\U0001f469\u200d\U0001f467",
    ],
)
def test_no_text_stops_the_report(resources: Path, text: str) -> None:
    report = make_report(text, rows=3)
    pages = read(render_pdf(report, resources)).pages
    assert len(pages) < 40
    # The sources come last: all that is before them was set, too.
    assert any("docs.aws.amazon.com" in page.extract_text() for page in reversed(pages))
    assert len(render_pages(report, resources, 0.25)) == len(pages)


def test_hostile_text_is_shown_and_not_run(resources: Path) -> None:
    text = text_of(render_pdf(make_report(visible(HOSTILE), rows=1), resources))
    for shown in (
        '#panic("x")',
        "$x^2$",
        "*b*",
        "<b>h</b>",
        "`raw`",
        "U+202Eevil",
        "U+1F600",
        "U+4E2D",
        "U+D800",
    ):
        assert shown in text


def test_text_is_clipped_visibly(resources: Path) -> None:
    # To read all its pages back takes seconds.
    pages = read(render_pdf(make_report("x" * 5000, rows=1), resources)).pages[:5]
    text = "".join(squeezed(page.extract_text()) for page in pages).replace("\u200b", "")
    assert "x…" in text
    assert "x" * 1300 not in text


def test_typst_is_imported_only_to_render() -> None:
    program = "import sys, wizard.report.pdf, wizard.report.content; sys.exit('typst' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[3])


def test_an_image_full_of_hostile_text_gets_its_report(report_of: Reporter, resources: Path) -> None:
    hostile = HOSTILE + "x" * 1_000_000
    image = dict.fromkeys(("ImageId", "Name", "Description", "OwnerId", "CreationDate", "KernelId"), hostile)
    fields = {"VirtualizationType": "paravirtual", "Architecture": "x86_64", "PlatformDetails": hostile}
    report = report_of({"start": "image", "os": "linux", "image": {**image, **fields}})
    pdf = render_pdf(report, resources)
    assert len(pdf) < 1_000_000
    assert squeezed("U+202Eevil") in squeezed(text_of(pdf))
    markdown = render_markdown(report)
    assert len(markdown) < 100_000
    assert "\u202e" not in markdown
