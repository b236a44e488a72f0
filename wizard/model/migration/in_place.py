"""The upgrade in place beside a fresh instance, where the publisher of a Linux describes one."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.model.frozen import replace
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.model.rules.migration_change import ChangeStep, MigrationChange
from wizard.model.rules.system_upgrade import SystemUpgrade

_FRESH = "new-system"


def beside_a_fresh_one(
    change: MigrationChange, needs: Needs, upgrades: Iterable[SystemUpgrade]
) -> MigrationChange:
    """The change with the other way as its last step; the same where it brings no newer version, or there is no such way."""
    found = next(((each, way) for each in upgrades if (way := each.way(needs.os, needs.system))), None)
    if change.id != _FRESH or found is None:
        return change
    upgrade, way = found
    values: dict[str, object] = {
        "tool": upgrade.tool,
        "today": needs.os.title,
        "system": needs.system.title,
        "by": ", ".join(way[:-1]),
        "how": upgrade.text,
    }
    text = Message(
        "Or in place, which keeps software and settings: {tool} leads from {today} to {system}. {how} Launch an instance from the "
        "backup and do it there; to go back, stay with the old one. If the type changes as well, stop the instance after that, "
        "change its type and start it.",
        values,
    )
    if len(way) > 1:
        text = Message(
            "Or in place, which keeps software and settings: {tool} leads from {today} to {system} by way of {by}, one after the "
            "other. {how} Launch an instance from the backup and do it there; to go back, stay with the old one. If the type "
            "changes as well, stop the instance after that, change its type and start it.",
            values,
        )
    return replace(
        change,
        steps=(*change.steps, ChangeStep(text, upgrade.command or None, None)),
        sources=tuple(dict.fromkeys((*change.sources, *upgrade.sources))),
    )
