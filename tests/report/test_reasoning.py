from __future__ import annotations

from tests.report.conftest import Recommend
from tests.report.sample import NOTHING_LEFT, OLD_IMAGE, UBUNTU, make_finding
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.report.document import Comparison, Entry, Facts, Paragraph, Statements, Table
from wizard.report.reasoning import alternatives, own_image, reach, reasons, then_and_now
from wizard.report.report_writer import ReportWriter


def test_each_part_of_the_decision_has_a_line_with_sources(
    recommend: Recommend, writer: ReportWriter
) -> None:
    facts, introduction, statements = reasons(recommend({"os": "linux", "type": ["m3.medium"]}), writer)
    assert isinstance(facts, Facts)
    assert [fact.label for fact in facts.items] == [
        "HVM or paravirtual",
        "Architecture",
        "Boot mode",
        "ENA",
        "Root device",
    ]
    assert all(fact.sources for fact in facts.items)
    assert introduction == Paragraph("Worth knowing of m3.medium:")
    assert isinstance(statements, Statements)


def test_reasons_without_a_decision_have_no_introduction(recommend: Recommend, writer: ReportWriter) -> None:
    recommendation = replace(recommend(NOTHING_LEFT), reasons=(make_finding(),))
    (statements,) = reasons(recommendation, writer)
    assert isinstance(statements, Statements)


def test_no_reasons(recommend: Recommend, writer: ReportWriter) -> None:
    assert list(reasons(replace(recommend(UBUNTU), reasons=()), writer)) == []


def test_an_error_is_told_once(knowledge: Knowledge, recommend: Recommend, writer: ReportWriter) -> None:
    missed = (knowledge.catalog.types[0], make_finding("V1"))
    recommendation = replace(
        recommend(UBUNTU), reasons=(make_finding("V1"), make_finding("V4")), near_misses=(missed,)
    )
    (statements,) = reasons(recommendation, writer)
    assert isinstance(statements, Statements)
    short, full = statements.items
    assert short.error == ""
    assert full.error


def test_alternatives_say_what_each_would_gain_and_lose(recommend: Recommend, writer: ReportWriter) -> None:
    recommendation = recommend({"os": "linux"})
    (table,) = alternatives(recommendation, writer)
    assert isinstance(table, Table)
    assert len(table.rows) == len(recommendation.alternatives) > 0
    kind, types, text = next(row for row in table.rows if row[0].startswith("Paravirtual"))
    assert "x86_64" in kind
    assert types == "19"
    assert text == "It runs on 19 types: 949 of the 958 would be lost, 10 gained."
    assert list(alternatives(replace(recommendation, alternatives=()), writer)) == []


def test_of_the_image_one_has_only_what_is_near_is_told(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter
) -> None:
    recommendation = recommend(OLD_IMAGE)
    entry, *rest = own_image(recommendation, knowledge, writer)
    assert isinstance(entry, Entry)
    assert entry.title == "ami-0123456789abcdef0"
    found = recommendation.own_image
    assert found
    told = len(entry.statements)
    assert 0 < told < len(found.findings)
    assert rest == [Paragraph(f"{len(found.findings) - told} more limits touch other types only.")]


def test_an_image_without_a_name(knowledge: Knowledge, recommend: Recommend, writer: ReportWriter) -> None:
    recommendation = recommend(OLD_IMAGE)
    found = recommendation.own_image
    assert found
    nameless = replace(found, image=replace(found.image, image_id="", name=""))
    entry, *_ = own_image(replace(recommendation, own_image=nameless), knowledge, writer)
    assert isinstance(entry, Entry)
    assert entry.title == "Your image"


def test_all_is_told_of_an_image_where_no_type_is_left(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter
) -> None:
    recommendation = recommend({**OLD_IMAGE, "vcpus": {"minimum": 5000}})
    found = recommendation.own_image
    assert found
    (entry,) = own_image(recommendation, knowledge, writer)
    assert isinstance(entry, Entry)
    assert len(entry.statements) == len(found.findings)


def test_nobody_has_an_image(knowledge: Knowledge, recommend: Recommend, writer: ReportWriter) -> None:
    assert list(own_image(recommend(UBUNTU), knowledge, writer)) == []


def test_then_and_now(recommend: Recommend, writer: ReportWriter) -> None:
    comparison, changed = then_and_now(recommend({"os": "linux"}), writer)
    assert isinstance(comparison, Comparison)
    then, now = comparison.sides
    assert (then.title, then.value) == ("2014", "Paravirtual (PV)")
    assert (now.title, now.value) == ("Today", "HVM")
    assert then.sources
    assert isinstance(changed, Paragraph)
    assert changed.sources


def test_then_and_now_where_one_year_had_nothing(recommend: Recommend, writer: ReportWriter) -> None:
    recommendation = recommend({"os": "linux"})
    years = recommendation.then_and_now
    none_then = replace(years, then=replace(years.then, virtualization_type=None))
    comparison, _ = then_and_now(replace(recommendation, then_and_now=none_then), writer)
    assert isinstance(comparison, Comparison)
    assert comparison.sides[0].value == "nothing left"


def test_then_and_now_is_left_out_where_nothing_was_left(recommend: Recommend, writer: ReportWriter) -> None:
    recommendation = recommend(NOTHING_LEFT)
    years = recommendation.then_and_now
    nothing = replace(
        years,
        then=replace(years.then, virtualization_type=None),
        now=replace(years.now, virtualization_type=None),
    )
    assert list(then_and_now(replace(recommendation, then_and_now=nothing), writer)) == []


def test_reach(writer: ReportWriter) -> None:
    assert reach(1, writer) == "fits 1 type"
    assert reach(1395, writer) == "fits 1,395 types"
