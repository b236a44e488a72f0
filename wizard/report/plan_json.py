"""The way from the image or instance one has, as JSON values for scripts."""

from __future__ import annotations

from typing import Any

from wizard.model.message import Message, Translations
from wizard.model.migration.plan import Plan
from wizard.model.rules.migration_change import MigrationChange
from wizard.report.finding_json import source_json


def plan_json(plan: Plan | None, translations: Translations) -> dict[str, Any] | None:
    """Null without a plan. A step's command and tool are null where it has none; texts are translated.

    missing: what nobody knows of the image and could ask for one more change.
    """
    if plan is None:
        return None
    context = plan.context
    return {
        "from": {
            "image_id": context.image.image_id or None,
            "instance_type": context.here.name if context.here else None,
        },
        "to": {"instance_type": context.there.name},
        "summary": plan.summary.render(translations),
        "losses": [loss.render(translations) for loss in plan.losses],
        "missing": [fact.render(translations) for fact in plan.missing],
        "changes": [_change(change, translations) for change in plan.changes],
    }


def _change(change: MigrationChange, translations: Translations) -> dict[str, Any]:
    def say(message: Message) -> str:
        return message.render(translations)

    return {
        "id": change.id,
        "title": say(change.title),
        "why": say(change.why),
        "preconditions": [say(text) for text in change.preconditions],
        "steps": [
            {"text": say(step.text), "command": step.command, "tool": step.tool} for step in change.steps
        ],
        "cautions": [say(text) for text in change.cautions],
        "way_back": say(change.way_back),
        "sources": [source_json(source) for source in change.sources],
    }
