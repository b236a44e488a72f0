"""Shell commands over several lines, quoted so that a POSIX shell reads every value as it is."""

from __future__ import annotations

import re
import shlex

from wizard.model.ec2.names import REGION

_LONGEST = 84
# What stands in quotes, or the gap before an option.
_GAP = re.compile(r"'[^']*'|\"[^\"]*\"| (?=--[a-z])")


def shell(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """One command, a line for each group of words; values that go on with an option stand deeper."""
    first, *rest = groups
    lines = [shlex.join(first), *(f"{'  ' if g[0].startswith('-') else '    '}{shlex.join(g)}" for g in rest)]
    return tuple(" \\\n".join(lines).split("\n"))


def aws(
    operation: str, region: str | None, *groups: tuple[str, ...], service: str = "ec2"
) -> tuple[str, ...]:
    """An AWS CLI command. Without a Region the CLI takes its own default."""
    name = region_name(region)
    return shell(("aws", service, operation, *(("--region", name) if name else ())), *groups)


def option(name: str, value: str) -> tuple[tuple[str, ...], ...]:
    """An option and its value in one group, or in two where one line would be too long for a page."""
    return ((name, value),) if len(name) + len(value) <= _LONGEST else ((name,), (value,))


def region_name(region: str | None) -> str:
    """The Region if it is a word that can stand in a command or a template, else empty."""
    return region if region and REGION.fullmatch(region) else ""


def folded(command: str) -> str:
    """A command of one line over several, broken before its options, if one line is too long for it."""
    if len(command) <= _LONGEST or "\n" in command:
        return command
    return _GAP.sub(lambda found: " \\\n  " if found[0] == " " else found[0], command)
