from __future__ import annotations

import datetime

from tests.report.sample import ISSUE, USER_GUIDE, make_finding
from wizard.model.ec2.finding import Evidence, Outcome
from wizard.model.frozen import replace
from wizard.model.message import Message
from wizard.report.document import Statement
from wizard.report.report_writer import ReportWriter


def test_say_makes_values_visible(writer: ReportWriter) -> None:
    assert writer.say(Message("Region {region}.", {"region": "eu\u202e"})) == "Region euU+202E."


def test_a_source_has_one_number_however_often_it_is_cited(writer: ReportWriter) -> None:
    assert writer.cite([ISSUE]) == (1,)
    assert writer.cite([USER_GUIDE, ISSUE, USER_GUIDE]) == (1, 2)
    assert [reference.url for reference in writer.references] == [ISSUE.url, USER_GUIDE.url]


def test_reference_bears_the_newest_day(writer: ReportWriter) -> None:
    writer.cite([USER_GUIDE])
    writer.cite([replace(USER_GUIDE, title="Other", checked=datetime.date(2027, 1, 2))])
    (reference,) = writer.references
    assert (reference.number, reference.title, reference.checked) == (1, "User Guide", "checked 2027-01-02")


def test_statement_in_full(writer: ReportWriter) -> None:
    assert writer.statement(make_finding(), "t3.micro") == Statement(
        outcome=Outcome.REFUSED,
        outcome_words="refused by EC2",
        text="The AMI is paravirtual.",
        evidence="reported by users",
        remedy="Use an HVM AMI.",
        error="Virtualization type 'hvm' is required.",
        error_code="InvalidParameterCombination",
        sources=(1, 2),
        title="t3.micro",
    )
    assert writer.evidence == {Evidence.REPORTED}


def test_statement_without_an_error(writer: ReportWriter) -> None:
    statement = writer.statement(make_finding(ec2_error=None, ec2_error_code=None))
    assert (statement.error, statement.error_code) == ("", "")


def test_what_is_told_elsewhere_is_short(writer: ReportWriter) -> None:
    short, full, again = writer.statements(
        [make_finding("V1"), make_finding("V4"), make_finding("V4")], {"V1"}
    )
    assert (short.remedy, short.error, short.error_code) == ("", "", "")
    assert short.sources == (1, 2)
    assert full.remedy == "Use an HVM AMI."
    assert again == replace(full, remedy="", error="", error_code="")


def test_what_takes_nothing_away_is_advice(writer: ReportWriter) -> None:
    assert writer.statement(make_finding(outcome=Outcome.WORKS)).outcome_words == "advice"
