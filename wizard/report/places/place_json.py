"""Checked templates as JSON, as the command line's contract has it."""

from __future__ import annotations

from typing import Any

from wizard.model.message import Translations
from wizard.report.finding_json import finding_json, source_json, unknown_json
from wizard.report.places.checked_place import CheckedFiles, CheckedPlace


def places_json(checked: CheckedFiles, translations: Translations) -> dict[str, Any]:
    """One document."""
    return {
        "schema": 1,
        "places": [_place(place, translations) for place in checked.places],
        "unread": [
            {"file": file, "problem": problem.render(translations)} for file, problem in checked.unread
        ],
    }


def _place(place: CheckedPlace, translations: Translations) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line,
        "address": place.address,
        "image": place.image or None,
        "image_id": place.image_id or None,
        "instance_type": place.instance_type,
        "region": place.region or None,
        "outcome": place.outcome.value,
        "findings": [finding_json(finding, translations) for finding in place.verdict.findings],
        "unknowns": [unknown_json(unknown, translations) for unknown in place.verdict.unknowns],
        "image_sources": [source_json(source) for source in place.sources],
    }
