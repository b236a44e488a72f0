"""Turns messages and findings into the report's words, and counts the sources while doing so."""

from __future__ import annotations

from collections.abc import Container, Iterable

from wizard.model.ec2.finding import Evidence, Finding, Outcome, Source
from wizard.model.frozen import replace
from wizard.model.message import Figure, Message, Translations
from wizard.report.document import Reference, Statement
from wizard.report.finding_words import outcome_words
from wizard.report.visible import visible
from wizard.report.words import EVIDENCE, OUTCOMES


class ReportWriter:
    """Writes in one language; each source gets one number, in the order of first mention."""

    def __init__(self, translations: Translations) -> None:
        self._translations = translations
        self._sources: dict[str, list[Source]] = {}
        self.evidence: set[Evidence] = set()
        self._told: set[str] = set()

    def say(self, message: Message) -> str:
        """The text in the reader's language, with what is invisible in it made visible."""
        return visible(message.render(self._translations))

    def cite(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The sources' numbers, ascending; a new source gets the next one."""
        for source in sources:
            self._sources.setdefault(source.url, []).append(source)
        places = {url: number for number, url in enumerate(self._sources, 1)}
        return tuple(sorted({places[source.url] for source in sources}))

    def figure(self, number: Figure) -> str:
        """A number with the separators of the reader's language."""
        return number.render(self._translations)

    def outcome(self, outcome: Outcome) -> str:
        """An outcome in words."""
        return self.say(OUTCOMES[outcome])

    def statement(self, finding: Finding, title: str = "") -> Statement:
        """A finding in full."""
        self.evidence.add(finding.evidence)
        return Statement(
            outcome=finding.outcome,
            outcome_words=self.say(outcome_words(finding.outcome)),
            text=self.say(finding.text),
            evidence=self.say(EVIDENCE[finding.evidence]),
            remedy=self.say(finding.remedy),
            error=self.say(finding.ec2_error) if finding.ec2_error else "",
            error_code=visible(finding.ec2_error_code or ""),
            sources=self.cite(finding.sources),
            title=title,
        )

    def statements(self, findings: Iterable[Finding], told: Container[str] = ()) -> tuple[Statement, ...]:
        """Findings one after the other, each rule's error and remedy only the first time.

        told: the rules whose error and remedy stand elsewhere in the report.
        """
        return tuple(
            self._short(f) if f.rule in told or f.rule in self._told else self._full(f) for f in findings
        )

    def _full(self, finding: Finding) -> Statement:
        self._told.add(finding.rule)
        return self.statement(finding)

    def _short(self, finding: Finding) -> Statement:
        return replace(self.statement(finding), remedy="", error="", error_code="")

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every source cited so far, once, with the newest day it was checked."""
        return tuple(
            self._reference(number, sources) for number, sources in enumerate(self._sources.values(), 1)
        )

    def _reference(self, number: int, sources: list[Source]) -> Reference:
        checked = max(source.checked for source in sources)
        return Reference(
            number=number,
            title=visible(sources[0].title),
            url=visible(sources[0].url),
            checked=self.say(Message("checked {date}", {"date": checked})),
        )
