"""Checked templates as JSON, as the command line's contract has it."""

from __future__ import annotations

from typing import Any

from wizard.flow.checked_place import CheckedFiles, CheckedPlace
from wizard.model.message import Translations
from wizard.report.as_json.json_values import JsonValues, Shapes, shape

_SHAPES: Shapes = {
    CheckedPlace: shape(
        *("file", "line", "address"),
        ("image", lambda place: place.image or None),
        ("image_id", lambda place: place.image_id or None),
        "instance_type",
        ("region", lambda place: place.region or None),
        "outcome",
        ("findings", "verdict.findings"),
        ("unknowns", "verdict.unknowns"),
        ("image_sources", "sources"),
    )
}


def places_json(checked: CheckedFiles, translations: Translations) -> dict[str, Any]:
    """One document."""
    unread = [{"file": file, "problem": problem} for file, problem in checked.unread]
    document = {"schema": 1, "places": checked.places, "unread": unread}
    made: dict[str, Any] = JsonValues(translations, _SHAPES).of(document)
    return made
