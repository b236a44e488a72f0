from __future__ import annotations

from tests.report.conftest import Recommend
from tests.report.sample import NOTHING_LEFT, UBUNTU
from wizard.flow.walk import Walk
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Relaxation
from wizard.report.answers import answers, changes
from wizard.report.document import Facts, Paragraph, Table
from wizard.report.report_writer import ReportWriter


def test_answers_read_as_in_the_conversation(knowledge: Knowledge, writer: ReportWriter) -> None:
    (facts,) = answers(Walk.resumed(knowledge, UBUNTU), writer)
    assert isinstance(facts, Facts)
    said = {fact.label: fact.value for fact in facts.items}
    assert said["Which operating system shall run?"] == "Ubuntu"
    assert said["In which Region?"] == "eu-central-1"
    assert len(said) == len(UBUNTU)


def test_defaults_and_empty_lists_say_nothing(knowledge: Knowledge, writer: ReportWriter) -> None:
    (paragraph,) = answers(Walk.resumed(knowledge, {"os": "any", "need": []}), writer)
    assert paragraph == Paragraph("Nothing was narrowed down: every question is open.")


def test_edition_is_an_answer(knowledge: Knowledge, writer: ReportWriter) -> None:
    (facts,) = answers(Walk.resumed(knowledge, {"edition": "2014"}), writer)
    assert isinstance(facts, Facts)
    assert facts.items[0].value == "2014"


def test_changes_name_question_answer_and_count(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter
) -> None:
    recommendation = recommend(NOTHING_LEFT)
    _, table = changes(recommendation, Walk.resumed(knowledge, NOTHING_LEFT), writer)
    assert isinstance(table, Table)
    rows = {row[0]: row[1:] for row in table.rows}
    counts = {relaxation.answer: str(relaxation.count) for relaxation in recommendation.relax}
    assert rows["In which Region?"] == ("eu-central-1", "any", counts["region"])


def test_several_answers_to_change_at_once(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter
) -> None:
    both = Relaxation("region+need+os-version", "any+efa,tpm+any", Message(""), 7)
    recommendation = replace(recommend(NOTHING_LEFT), relax=(both,))
    _, table = changes(recommendation, Walk.resumed(knowledge, NOTHING_LEFT), writer)
    assert isinstance(table, Table)
    assert table.rows == (
        (
            "In which Region? + What must the machine be able to do? + Which version?",
            "eu-central-1 + – + –",
            "any + Elastic Fabric Adapter (EFA), NitroTPM + any",
            "7",
        ),
    )


def test_nothing_to_change_where_something_is_left(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter
) -> None:
    assert list(changes(recommend(UBUNTU), Walk.resumed(knowledge, UBUNTU), writer)) == []
