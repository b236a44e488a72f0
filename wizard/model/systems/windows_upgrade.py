"""From one Windows Server to a newer one on EC2: in place by AWS's runbook, as far as that goes.

Source: Systems Manager runbooks, AWSEC2-CloneInstanceAndUpgradeWindows (windows-runbook), read on 2026-11-29:
https://docs.aws.amazon.com/systems-manager-automation-runbooks/latest/userguide/automation-awsec2-CloneInstanceAndUpgradeWindows.html
"""

from __future__ import annotations

from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import frozen
from wizard.model.systems.version import version

# It upgrades 2012 R2 to 2022 as well, which Microsoft does not support: by 2019, or straight to 2025.
_REACHES = {
    "2008 R2": ("2016",),
    "2012 R2": ("2016", "2019", "2025"),
    "2016": ("2019", "2022", "2025"),
    "2019": ("2022", "2025"),
    "2022": ("2025",),
}
_WITH_32_BITS = ("2003", "2003 R2", "2008")
"""Source: Microsoft, Announcing Windows Server 2008 R2 (2008-10-28), the first that is 64-bit only, as quoted on
https://blogs.lessthandot.com/index.php/sysadmins/os/windows-server-2008-r2-is-the-first-wind, read on 2026-11-29."""
_NITRO_ONLY = "2025"
"""It has no PV driver, and the runbook upgrades to it from Nitro-based instances only."""


@frozen
class WindowsUpgrade:
    """The versions to reach, one before the type is changed and one after that; None: no upgrade there."""

    before: str | None = None
    after: str | None = None


def upgrades_in_place(today: str | None, after: str | None) -> bool:
    """Whether the runbook leads from the one version to the other, by one run or two."""
    return _way(today or "", after or "") is not None


def has_64_bits(system: OperatingSystem) -> bool:
    """Whether it is a Windows Server that there is for 64 bits only."""
    server = system.kind is OsKind.WINDOWS and system.family != "windows-client"
    return server and system.version is not None and system.version not in _WITH_32_BITS


def windows_upgrade(today: str | None, after: str | None, *, to_nitro: bool) -> WindowsUpgrade:
    """When to upgrade to what. after: None to stay as far as the move allows; to_nitro: it moves there from Xen.

    AWS describes that move for 2016 and later: what is older comes to one of these first.
    """
    today = today or ""
    first = to_nitro and today in _REACHES and version(today) < (2016,)
    if after is None:
        return WindowsUpgrade(_last_on_xen(today)) if first else WindowsUpgrade()
    way = _way(today, after) or ()
    if first and way[0] == _NITRO_ONLY:
        return WindowsUpgrade(_last_on_xen(today), after)
    if len(way) == 1:
        return WindowsUpgrade(before=after) if first else WindowsUpgrade(after=after)
    return WindowsUpgrade(*way)


def _way(today: str, after: str) -> tuple[str, ...] | None:
    """The versions on the way; None where none is known."""
    reached = _REACHES.get(today, ())
    if after in reached:
        return (after,)
    return next(((middle, after) for middle in reversed(reached) if after in _REACHES.get(middle, ())), None)


def _last_on_xen(today: str) -> str:
    return next(found for found in reversed(_REACHES[today]) if found != _NITRO_ONLY)
