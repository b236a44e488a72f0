"""Versions as numbers, for what is older and what is newer."""

from __future__ import annotations

import re


def version(text: str) -> tuple[int, ...]:
    """The numbers of a version, in order."""
    return tuple(map(int, re.findall(r"\d+", text)))
