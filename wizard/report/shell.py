"""Shell commands over several lines, quoted so that a POSIX shell reads every value as it is."""

from __future__ import annotations

import re
import shlex

_REGION = re.compile(r"[a-z0-9-]{1,40}")


def shell(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """One command, a line for each group of words; values that go on with an option stand deeper."""
    first, *rest = groups
    lines = [shlex.join(first), *(f"{'  ' if g[0].startswith('-') else '    '}{shlex.join(g)}" for g in rest)]
    return tuple(" \\\n".join(lines).split("\n"))


def aws(operation: str, region: str | None, *groups: tuple[str, ...]) -> tuple[str, ...]:
    """An AWS CLI command for EC2. Without a Region the CLI takes its own default."""
    where = ("--region", region) if region and _REGION.fullmatch(region) else ()
    return shell(("aws", "ec2", operation, *where), *groups)
