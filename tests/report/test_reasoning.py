from __future__ import annotations

from dataclasses import replace

from tests.report.conftest import Recommend
from tests.report.sample import NOTHING_LEFT, OLD_IMAGE, UBUNTU, make_finding
from wizard.model.knowledge import Knowledge
from wizard.report.document import Comparison, Entry, Paragraph, Statements
from wizard.report.reasoning import alternatives, reach, reasons, standing, then_and_now
from wizard.report.scribe import Scribe


def test_reasons_are_the_recommendation_s(recommend: Recommend, scribe: Scribe) -> None:
    recommendation = recommend(UBUNTU)
    introduction, statements = reasons(recommendation, scribe)
    assert isinstance(introduction, Paragraph)
    assert isinstance(statements, Statements)
    assert len(statements.items) == len(recommendation.reasons) > 0
    assert all(item.sources for item in statements.items)


def test_reasons_without_a_decision_have_no_introduction(recommend: Recommend, scribe: Scribe) -> None:
    recommendation = replace(recommend(NOTHING_LEFT), reasons=(make_finding(),))
    (statements,) = reasons(recommendation, scribe)
    assert isinstance(statements, Statements)


def test_no_reasons(recommend: Recommend, scribe: Scribe) -> None:
    assert list(reasons(replace(recommend(UBUNTU), reasons=()), scribe)) == []


def test_an_error_is_told_once(knowledge: Knowledge, recommend: Recommend, scribe: Scribe) -> None:
    missed = (knowledge.catalog.types[0], make_finding("V1"))
    recommendation = replace(
        recommend(UBUNTU), reasons=(make_finding("V1"), make_finding("V4")), near_misses=(missed,)
    )
    _, statements = reasons(recommendation, scribe)
    assert isinstance(statements, Statements)
    short, full = statements.items
    assert short.error == ""
    assert full.error


def test_alternatives_say_what_speaks_against_each(recommend: Recommend, scribe: Scribe) -> None:
    recommendation = recommend(UBUNTU)
    entries = list(alternatives(recommendation, scribe))
    assert len(entries) == len(recommendation.alternatives) > 0
    paravirtual = next(e for e in entries if isinstance(e, Entry) and e.title.startswith("Paravirtual"))
    assert paravirtual.outcome_words == "refused by EC2"
    assert paravirtual.statements


def test_standing_of_the_image_one_has(recommend: Recommend, scribe: Scribe) -> None:
    (entry,) = standing(recommend(OLD_IMAGE), scribe)
    assert isinstance(entry, Entry)
    assert entry.title == "ami-0123456789abcdef0"
    assert entry.statements[0].error


def test_standing_of_an_image_without_a_name(recommend: Recommend, scribe: Scribe) -> None:
    recommendation = recommend(OLD_IMAGE)
    found = recommendation.own_image
    assert found
    nameless = replace(found, image=replace(found.image, image_id="", name=""))
    (entry,) = standing(replace(recommendation, own_image=nameless), scribe)
    assert isinstance(entry, Entry)
    assert entry.title == "Your image"


def test_no_standing_without_an_image(recommend: Recommend, scribe: Scribe) -> None:
    assert list(standing(recommend(UBUNTU), scribe)) == []


def test_then_and_now(recommend: Recommend, scribe: Scribe) -> None:
    comparison, changed = then_and_now(recommend({"os": "linux"}), scribe)
    assert isinstance(comparison, Comparison)
    then, now = comparison.sides
    assert (then.title, then.value) == ("2014", "Paravirtual (PV)")
    assert (now.title, now.value) == ("Today", "HVM")
    assert then.sources
    assert isinstance(changed, Paragraph)


def test_then_and_now_where_one_year_had_nothing(recommend: Recommend, scribe: Scribe) -> None:
    recommendation = recommend({"os": "linux"})
    years = recommendation.then_and_now
    none_then = replace(years, then=replace(years.then, virtualization_type=None))
    comparison, _ = then_and_now(replace(recommendation, then_and_now=none_then), scribe)
    assert isinstance(comparison, Comparison)
    assert comparison.sides[0].value == "nothing left"


def test_then_and_now_is_left_out_where_nothing_was_left(recommend: Recommend, scribe: Scribe) -> None:
    recommendation = recommend(NOTHING_LEFT)
    years = recommendation.then_and_now
    nothing = replace(
        years,
        then=replace(years.then, virtualization_type=None),
        now=replace(years.now, virtualization_type=None),
    )
    assert list(then_and_now(replace(recommendation, then_and_now=nothing), scribe)) == []


def test_reach(scribe: Scribe) -> None:
    assert reach(1, scribe) == "fits 1 type"
    assert reach(1395, scribe) == "fits 1,395 types"
