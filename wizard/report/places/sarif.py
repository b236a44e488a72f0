"""Checked templates as SARIF 2.1.0, which code scanning shows beside the changed lines."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from wizard import __version__
from wizard.flow.checked_place import CheckedFiles, CheckedPlace
from wizard.model.ec2.finding import Finding, Outcome
from wizard.model.message import Translations
from wizard.report.finding_words import cited
from wizard.report.places.place_text import UNKNOWN, heading, what_speaks

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_HOME = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIs.html"
# SARIF's levels: what fails is an error, what cannot be seen a note, so that it blocks nobody.
_LEVELS = {Outcome.DEGRADED: "warning", Outcome.UNKNOWN: "note", Outcome.WORKS: "none"}


def sarif(checked: CheckedFiles, translations: Translations) -> dict[str, Any]:
    """One run with a result for each place that is not simply fine."""
    rules: dict[str, dict[str, Any]] = {}
    results = [
        result
        for place in checked.places
        if place.outcome is not Outcome.WORKS
        for result in _results(place, rules, translations)
    ]
    unread = [
        {
            "level": "error",
            "message": {"text": problem.render(translations)},
            "locations": [_location(file, 1, "")],
        }
        for file, problem in checked.unread
    ]
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "AMI Wizard",
                        "version": __version__,
                        "informationUri": _HOME,
                        "rules": list(rules.values()),
                    }
                },
                "invocations": [{"executionSuccessful": not unread, "toolExecutionNotifications": unread}],
                "results": results,
            }
        ],
    }


def _results(
    place: CheckedPlace, rules: dict[str, dict[str, Any]], translations: Translations
) -> list[dict[str, Any]]:
    found = []
    for name, text, remedy in what_speaks(place):
        finding = next((f for f in place.verdict.findings if f.rule == name), None)
        rule = finding.rule if finding else UNKNOWN
        rules.setdefault(rule, _rule(finding, translations))
        said = f"{heading(place).render(translations)}. {text.render(translations)} {remedy.render(translations)}"
        found.append(
            {
                "ruleId": rule,
                "ruleIndex": list(rules).index(rule),
                "level": _LEVELS.get(place.outcome, "error"),
                "message": {"text": said},
                "locations": [_location(place.file, place.line, place.address)],
                "partialFingerprints": {"place/v1": _fingerprint(place, name)},
            }
        )
    return found


def _rule(finding: Finding | None, translations: Translations) -> dict[str, Any]:
    if finding is None:
        said = "A fact that nobody gave decides whether the launch works"
        return {"id": UNKNOWN, "shortDescription": {"text": said}}
    described: dict[str, Any] = {
        "id": finding.rule,
        "shortDescription": {"text": finding.reason.value},
        "fullDescription": {"text": finding.text.render(translations)},
    }
    sources = [cited(source) for source in finding.sources]
    return described | (
        {"helpUri": finding.sources[0].url, "help": {"text": "; ".join(sources)}} if sources else {}
    )


def _location(file: str, line: int, address: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(PurePath(file).as_posix(), safe="/:")},
            "region": {"startLine": max(line, 1)},
        }
    }
    if address:
        found["logicalLocations"] = [{"fullyQualifiedName": address}]
    return found


def _fingerprint(place: CheckedPlace, name: str) -> str:
    """The same for the same place when lines above it change."""
    parts = (place.file, place.address, place.image, place.instance_type, place.region, name)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
