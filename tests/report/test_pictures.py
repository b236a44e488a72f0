"""The pictures of a report: what they show, and that their words say the same."""

from __future__ import annotations

from typing import Any

import pytest

from tests.report.conftest import Recommend
from tests.report.pdf.pdf_reading import read, structure, text_of
from tests.report.sample import make_report
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.report.document import Section
from wizard.report.markdown import render_markdown
from wizard.report.pdf import render_pdf
from wizard.report.pictures.generations import generations
from wizard.report.pictures.hour_prices import hour_prices
from wizard.report.pictures.left_out import left_out
from wizard.report.pictures.picture import Bars, Dots, Scale
from wizard.report.pictures.sizes import sizes
from wizard.report.report_writer import ReportWriter
from wizard.store.resources import resources

WEB = {"os": "ubuntu", "os-version": "24.04", "vcpus": {"minimum": 2}}


def test_bars_count_every_type_once_and_say_so(recommend: Recommend, writer: ReportWriter) -> None:
    recommendation = recommend(WEB)
    picture = left_out(recommendation, writer)
    assert picture is not None
    counts = [int(bar.figure.replace(",", "")) for bar in picture.bars]
    assert counts[0] == len(recommendation.ranked)
    assert sum(counts) == 1395
    assert [bar.kept for bar in picture.bars] == [True] + [False] * (len(counts) - 1)
    assert counts[1:] == sorted(counts[1:], reverse=True), "the largest first"
    assert sum(bar.share for bar in picture.bars) == pytest.approx(1)
    for bar in picture.bars:
        assert f"{bar.label}: {bar.figure}." in picture.alternative


def test_many_reasons_end_in_one_bar_for_the_rest(recommend: Recommend, writer: ReportWriter) -> None:
    many = {
        "os": "windows", "os-version": "2022", "vcpus": {"minimum": 2, "maximum": 8}, "memory-gib": {"minimum": 8},
        "region": "eu-west-1", "generation": "current", "need": ["tpm", "enclaves"], "without": ["burstable"],
    }  # fmt: skip
    picture = left_out(recommend(many), writer)
    assert picture is not None
    assert len(picture.bars) == 8
    assert picture.bars[-1].label == "Other reasons"
    assert sum(int(bar.figure.replace(",", "")) for bar in picture.bars) == 1395
    assert left_out(replace(recommend(many), excluded=()), writer) is None


def test_dots_lie_where_vcpus_and_memory_say(recommend: Recommend, writer: ReportWriter) -> None:
    recommendation = recommend(WEB)
    picture = sizes(recommendation, writer)
    assert picture is not None
    assert len(picture.dots) == len(
        {(r.instance_type.vcpus, r.instance_type.memory_gib) for r in recommendation.ranked}
    )
    assert all(0 <= dot.left <= 1 and 0 <= dot.up <= 1 and 0 < dot.size <= 1 for dot in picture.dots)
    assert max(dot.size for dot in picture.dots) == 1
    (first,) = [dot for dot in picture.dots if dot.first]
    best = recommendation.ranked[0].instance_type
    assert f"Filled: {best.name}, {best.vcpus} vCPUs and" in picture.alternative
    # Two vCPUs are the least, and stand at the axis.
    assert first.left == 0
    for ticks in (picture.across_ticks, picture.up_ticks):
        assert [tick.place for tick in ticks] == sorted({tick.place for tick in ticks})
        assert 2 <= len(ticks) <= 13
    assert [tick.label for tick in picture.across_ticks][:3] == ["2", "4", "8"]
    # Two sizes are no picture; one amount of vCPUs still is an axis.
    few = recommend({"os": "linux", "type": ["m5.large", "m6i.large", "m5.xlarge"]})
    assert sizes(few, writer) is None
    narrow = sizes(recommend({"os": "linux", "type": ["m5.large", "c5.large", "r5.large"]}), writer)
    assert narrow is not None
    assert {dot.left for dot in narrow.dots} == {0}


def test_each_type_is_in_one_purpose_and_one_generation(
    recommend: Recommend, knowledge: Knowledge, writer: ReportWriter
) -> None:
    recommendation = recommend({"os": "linux"})
    picture = generations(recommendation, knowledge.families, writer)
    assert picture is not None
    figures = [int(cell.replace(",", "")) for row in picture.rows for cell in row.cells if cell != "–"]
    assert sum(figures) == len(recommendation.ranked)
    rows = {row.title: row for row in picture.rows}
    assert set(rows) == {
        "General purpose", "Compute", "Memory", "Storage", "High-performance computing", "Accelerated", "Others",
    }  # fmt: skip
    assert [row.title for row in picture.rows if row.mark] == ["General purpose"]
    for row in picture.rows:
        for level, cell in zip(row.levels, row.cells, strict=True):
            assert level == (3 if cell == "–" else 2 if int(cell.replace(",", "")) >= 20 else 1)
    assert {level for row in picture.rows for level in row.levels} == {1, 2, 3}
    assert picture.columns[0] == "4 and older"
    assert picture.columns[1] == "Generation 5"
    one = recommend({"os": "linux", "family": ["m5"]})
    assert generations(one, knowledge.families, writer) is None


def test_pdf_and_markdown_have_the_pictures_with_the_same_words(
    recommend: Recommend, knowledge: Knowledge, writer: ReportWriter
) -> None:
    recommendation = recommend(WEB)
    bars, dots = left_out(recommendation, writer), sizes(recommendation, writer)
    scale = generations(recommendation, knowledge.families, writer)
    assert isinstance(bars, Bars)
    assert isinstance(dots, Dots)
    assert isinstance(scale, Scale)
    report = replace(make_report(), picture=bars, sections=(Section("s", "S", (dots, scale)),))
    pdf = render_pdf(report, resources())
    root: Any = read(pdf).root_object["/StructTreeRoot"]
    assert structure(root).count("/Figure") == 2
    assert {alternative.replace("\u200b", "") for alternative in alternatives(root)} >= {
        bars.alternative,
        dots.alternative,
    }
    assert bars.caption in text_of(pdf)
    said = render_markdown(report)
    assert f"- Meet every answer: **{bars.bars[0].figure}**" in said
    assert "types in" in said
    assert f"| {scale.rows[0].title} ({scale.rows[0].mark}) |" in said.replace("\\", "")


def alternatives(element: object) -> list[str]:
    """The alternative texts of a tag tree."""
    if isinstance(element, list):
        return [text for kid in element for text in alternatives(kid)]
    found = element.get_object() if hasattr(element, "get_object") else element
    if not isinstance(found, dict):
        return []
    own = [str(found["/Alt"])] if "/Alt" in found else []
    return own + alternatives(found.get("/K", []))


def test_bars_of_the_prices_set_the_first_type_beside_what_costs_less(
    recommend: Recommend, writer: ReportWriter
) -> None:
    recommendation = recommend({"os": "ubuntu", "vcpus": {"minimum": 4}, "memory-gib": {"minimum": 16}})
    picture = hour_prices(recommendation, writer)
    assert picture is not None
    assert picture.caption == "An hour in USD, On-Demand in us-east-1, as of 2026-02-27"
    assert [bar.label for bar in picture.bars[:2]] == [
        "m8i.xlarge, recommended",
        f"m5a.xlarge, x86_64: {recommendation.cheaper[0].percent} % less",
    ]
    assert picture.bars[0].figure == "0.21168"
    assert [bar.kept for bar in picture.bars] == [True] + [False] * len(recommendation.cheaper)
    assert max(bar.share for bar in picture.bars) == 1
    assert picture.bars[1].share == pytest.approx(0.172 / 0.21168)
    for bar in picture.bars:
        assert f"{bar.label}: {bar.figure}." in picture.alternative


def test_bars_of_the_prices_begin_with_what_runs_today(recommend: Recommend, writer: ReportWriter) -> None:
    move = {"start": "instance", "current-type": "r4.16xlarge", "os": "amazon-linux", "os-version": "2"}
    picture = hour_prices(recommend(move), writer)
    assert picture is not None
    assert [bar.label for bar in picture.bars[:2]] == ["r4.16xlarge, today", "r8i.16xlarge, recommended"]
    assert [bar.kept for bar in picture.bars[:2]] == [False, True]


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param({"os": "linux", "family": ["m1"], "region": "eu-central-1"}, id="nothing fits"),
        pytest.param({"os": "windows", "memory-gib": {"minimum": 16}}, id="no price is known"),
        pytest.param({"os": "linux", "type": ["t1.micro"]}, id="nothing beside it"),
    ],
)
def test_one_price_is_no_picture(recommend: Recommend, writer: ReportWriter, answers: dict[str, Any]) -> None:
    assert hour_prices(recommend(answers), writer) is None
