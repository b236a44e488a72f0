"""Findings, what is not known, and sources, as JSON values for scripts."""

from __future__ import annotations

from typing import Any

from wizard.model.ec2.finding import Finding, Source, Unknown
from wizard.model.message import Translations
from wizard.model.recommend.support import SystemSupport


def finding_json(finding: Finding, translations: Translations) -> dict[str, Any]:
    """One rule's word; ec2_error and its code are null where nobody has written them down."""
    error = finding.ec2_error
    return {
        "rule": finding.rule,
        "reason": finding.reason.value,
        "outcome": finding.outcome.value,
        "evidence": finding.evidence.value,
        "text": finding.text.render(translations),
        "ec2_error": error.render(translations) if error else None,
        "ec2_error_code": finding.ec2_error_code,
        "remedy": finding.remedy.render(translations),
        "sources": [source_json(source) for source in finding.sources],
    }


def unknown_json(unknown: Unknown, translations: Translations) -> dict[str, Any]:
    """A fact that nobody said, by its path in the model."""
    return {
        "fact": unknown.fact,
        "matters_because": unknown.matters_because.render(translations),
        "how_to_supply": unknown.how_to_supply.render(translations),
    }


def support_json(support: SystemSupport | None, translations: Translations) -> dict[str, Any] | None:
    """Until when a system is supported; null where nobody knows. ended: all of it, as of the data's day."""
    if support is None:
        return None
    return {
        "os": support.system.title,
        "ends": support.ends.isoformat(),
        "ended": support.ended,
        "regular_ends": support.regular_ends.isoformat(),
        "regular_ended": support.regular_ended,
        "move_to": list(support.successors),
        "text": support.text.render(translations),
        "sources": [source_json(source) for source in support.sources],
    }


def source_json(source: Source) -> dict[str, Any]:
    """Where a fact comes from, and the day it was last read there."""
    return {"title": source.title, "url": source.url, "checked": source.checked.isoformat()}
