"""How a Linux becomes a newer one in place, as its publisher describes it, read from a file."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.ec2.finding import Source
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.rules.migration_change import MigrationError, read_own_sources, read_table
from wizard.model.systems.version import version

# Over more releases a fresh instance is the shorter way, and what goes wrong adds up.
_FAR = 2


@frozen
class SystemUpgrade:
    """families: whose versions the steps lead on, each from one to the next. within: to any newer one with the same first number.

    tool: what does it, by its name. text, command: what else to know, and what to run; "" for a way with commands of its own.
    """

    families: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    within: bool
    tool: str
    text: Message
    command: str
    sources: tuple[Source, ...]

    def way(self, today: OperatingSystem, after: OperatingSystem) -> tuple[str, ...]:
        """The versions on the way, that of after last; empty where none is known."""
        if today.family not in self.families or after.family != today.family:
            return ()
        here, there = version(today.version or ""), version(after.version or "")
        if self.within and here[:1] == there[:1] and len(here) > 1 and here < there:
            return (after.version or "",)
        found: list[str] = []
        for begin, end in self.steps:
            if _begins(here, begin):
                found.append(end)
                here = version(end)
            if found and _begins(there, end):
                return tuple(found) if len(found) <= _FAR else ()
        return ()


def _begins(numbers: tuple[int, ...], with_these: str) -> bool:
    wanted = version(with_these)
    return numbers[: len(wanted)] == wanted


def read_system_upgrades(
    files: Mapping[str, str], sources: Mapping[str, Source]
) -> tuple[SystemUpgrade, ...]:
    """From "upgrades.toml" among the files of the migrations. Raises MigrationError."""
    known = read_own_sources(files, sources)
    try:
        return tuple(
            SystemUpgrade(
                families=tuple(table["families"]),
                steps=tuple((begin, end) for begin, end in table.get("steps", ())),
                within=table.get("within", False),
                tool=table["tool"],
                text=Message(table["text"]),
                command=table.get("command", "").strip(),
                sources=tuple(known[key] for key in table["sources"]),
            )
            for table in read_table("upgrades.toml", files.get("upgrades.toml", "")).get("upgrade", ())
        )
    except KeyError as missing:
        raise MigrationError(f"upgrades.toml: {missing}: expected, but missing") from None
