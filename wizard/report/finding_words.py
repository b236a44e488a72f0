"""The words around findings, rules and sources, said once for window, command line and report."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.finding import Finding, Outcome, Source
from wizard.model.message import Message, Translations
from wizard.report.words import ADVICE, EVIDENCE, OUTCOMES

WHAT_TO_DO = Message("What to do")
EC2_ANSWERS = Message("EC2 answers:")


def outcome_words(outcome: Outcome) -> Message:
    """What becomes of a launch; of a finding that takes nothing away, that it is advice."""
    return ADVICE if outcome is Outcome.WORKS else OUTCOMES[outcome]


def answered(code: str | None) -> Message:
    """What stands before EC2's own words. code: of the error, where it is known."""
    return Message("EC2 answers {code}:", {"code": code}) if code else EC2_ANSWERS


def to_do(remedy: Message) -> Message:
    """The remedy, said to be one."""
    return Message("{label}: {remedy}", {"label": WHAT_TO_DO, "remedy": remedy})


def checked(source: Source) -> Message:
    """The title of a source, and the day that somebody last read it."""
    return Message("{title} (checked {date})", {"title": source.title, "date": source.checked})


def cited(source: Source) -> str:
    """A source in a line of plain text, its address whole."""
    return f"{source.title}, {source.url} ({source.checked})"


def finding_lines(finding: Finding, translations: Translations) -> Iterator[str]:
    """A finding in lines of plain text; what belongs to its text is indented."""
    outcome, evidence = outcome_words(finding.outcome), EVIDENCE[finding.evidence]
    grade = f"{outcome.render(translations)} ({finding.rule}, {evidence.render(translations)})"
    yield f"{grade}: {finding.text.render(translations)}"
    if finding.ec2_error:
        said = answered(finding.ec2_error_code).render(translations)
        yield f"  {said} {finding.ec2_error.render(translations)}"
    yield f"  {to_do(finding.remedy).render(translations)}"
    yield from (f"  {cited(source)}" for source in finding.sources)
