"""Which Linux distribution this is, and how a person installs packages there."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Distribution(NamedTuple):
    """A family of distributions with one package manager.

    ``kind`` is the kind of package names it takes: debian, rpm or arch. ``kin`` are the words by
    which its members call themselves in os-release's ID and ID_LIKE.
    """

    kind: str
    kin: frozenset[str]
    commands: tuple[str, ...]

    def install_command(self, packages: Iterable[str]) -> str:
        """The one line that installs the packages, to be pasted into a shell."""
        become_root = "" if is_root() else "sudo "
        line = " && ".join(become_root + command for command in self.commands)
        # The commands are plain words, but an rpm capability holds parentheses.
        return f"{line} {shlex.join(sorted(set(packages)))}"


DEBIAN = Distribution(
    "debian",
    frozenset({"debian", "ubuntu"}),
    ("apt-get update", "apt-get install --no-install-recommends"),
)
KNOWN = (
    DEBIAN,
    Distribution("rpm", frozenset({"fedora", "rhel"}), ("dnf install",)),
    Distribution("rpm", frozenset({"suse", "opensuse"}), ("zypper install",)),
    Distribution("arch", frozenset({"arch"}), ("pacman -S --needed",)),
)


def this_distribution(os_release: Path = Path("/etc/os-release")) -> Distribution | None:
    """The distribution that runs here; None if it is unknown or no Linux at all."""
    try:
        lines = os_release.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    fields = dict(line.split("=", 1) for line in lines if "=" in line)
    words = " ".join(fields.get(key, "").strip("\"'") for key in ("ID", "ID_LIKE")).split()
    return next((one for one in KNOWN if not one.kin.isdisjoint(words)), None)


def is_root() -> bool:
    """Whether this process may install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
