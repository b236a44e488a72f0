from __future__ import annotations

from tests.report.sample import make_finding
from wizard import __version__
from wizard.model.knowledge import Knowledge
from wizard.report.document import Facts
from wizard.report.origin import origin
from wizard.report.report_writer import ReportWriter


def test_data_rules_and_program(knowledge: Knowledge, writer: ReportWriter) -> None:
    (facts,) = origin(knowledge, writer)
    assert isinstance(facts, Facts)
    types, rules, program = (fact.value for fact in facts.items)
    provenance = knowledge.catalog.provenance
    for word in ("1,395", "30", provenance.date.isoformat(), provenance.source, provenance.version):
        assert word in types
    assert knowledge.rulebook.version in rules
    assert knowledge.rulebook.checked.isoformat() in rules
    assert program == f"AMI Wizard {__version__}"


def test_only_grades_that_were_used_are_explained(knowledge: Knowledge, writer: ReportWriter) -> None:
    writer.statement(make_finding())
    *_, grades = origin(knowledge, writer)
    assert isinstance(grades, Facts)
    assert [fact.label for fact in grades.items] == ["reported by users"]
