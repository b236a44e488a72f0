"""What somebody calls a system, spelled as the catalogue spells it."""

from __future__ import annotations

import re

# Nobody but Windows Server is called by its year alone: w2k16, server 2019.
_YEAR_OF_WINDOWS = re.compile(r"(?:w?(?=2k\d)|server[\s_-]*(?=2k\d|20\d\d\b))")
# AWS's own titles of its images say the system last: Deep Learning AMI Neuron (Ubuntu 22.04).
_DEEP_LEARNING = re.compile(r"(deep[\s_-]+learning\b[^()]*|dlami\b[^()]*)\(([^()]+)\)[\s\d]*")
# The names of AWS's images: Windows_Server-2022-English-Full-SQL_2019_Standard, with the day behind or without.
_IMAGE_OF_WINDOWS = re.compile(
    r"(windows)_server(-20\d\d)-english(-\S+?)(?:_optimized(\S*?))?(?:-20\d\d\.\d\d\.\d\d|-\*)?"
)
_OF_EACH_TITLE = re.compile(r"\b(?:(?:ami|base|oss|driver)\b|\d[\d.]*)")


def spelled_out(name: str) -> str:
    """In small letters, with Windows before a year, the system before what AWS's image of it is for, and its names of Windows without what all have."""
    name = name.strip().casefold()[:64]
    if titled := _DEEP_LEARNING.fullmatch(name):
        name = " ".join(f"{titled[2]} {_OF_EACH_TITLE.sub(' ', titled[1])}".split())
    if image := _IMAGE_OF_WINDOWS.fullmatch(name):
        name = "".join(filter(None, image.groups())).replace("_", "-")
    year = _YEAR_OF_WINDOWS.match(name)
    return f"windows {name[year.end() :]}" if year else name
