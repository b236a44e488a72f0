"""The way from the image or instance one has, as JSON values for scripts."""

from __future__ import annotations

from typing import Any

from wizard.model.message import Translations
from wizard.model.migration.plan import Plan
from wizard.report.as_json.json_values import JsonValues


def plan_json(plan: Plan | None, translations: Translations) -> dict[str, Any] | None:
    """Null without a plan. A step's command and tool are null where it has none; texts are translated.

    missing: what nobody knows of the image and could ask for one more change.
    """
    if plan is None:
        return None
    context = plan.context
    document = {
        "from": {
            "image_id": context.image.image_id or None,
            "instance_type": context.here.name if context.here else None,
        },
        "to": {"instance_type": context.there.name},
        "summary": plan.summary,
        "losses": plan.losses,
        "missing": plan.missing,
        "changes": plan.changes,
    }
    made: dict[str, Any] = JsonValues(translations).of(document)
    return made
