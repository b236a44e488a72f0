"""Which Windows Server AWS's runbook makes of which, and when on the way to a Nitro type."""

from __future__ import annotations

import pytest

from wizard.model.systems.windows_upgrade import WindowsUpgrade, upgrades_in_place, windows_upgrade


@pytest.mark.parametrize(
    ("today", "after", "leads"),
    [
        ("2008 R2", "2016", True),
        ("2008 R2", "2025", True),
        ("2012 R2", "2022", True),
        ("2016", "2025", True),
        ("2022", "2025", True),
        ("2012", "2025", False),
        ("2008", "2016", False),
        ("2003", "2022", False),
        ("2022", "2019", False),
        ("2025", "2025", False),
        (None, "2025", False),
        ("2016", None, False),
    ],
)
def test_it_leads_on_and_never_back(today: str | None, after: str | None, *, leads: bool) -> None:
    assert upgrades_in_place(today, after) is leads


@pytest.mark.parametrize(
    ("today", "after", "to_nitro", "upgrade"),
    [
        ("2012 R2", "2025", True, WindowsUpgrade("2019", "2025")),
        ("2012 R2", "2025", False, WindowsUpgrade(None, "2025")),
        # Microsoft does not support this step at once.
        ("2012 R2", "2022", False, WindowsUpgrade("2019", "2022")),
        ("2012 R2", "2022", True, WindowsUpgrade("2019", "2022")),
        ("2012 R2", "2016", True, WindowsUpgrade("2016", None)),
        ("2008 R2", "2022", True, WindowsUpgrade("2016", "2022")),
        ("2008 R2", None, True, WindowsUpgrade("2016", None)),
        ("2012 R2", None, False, WindowsUpgrade()),
        ("2012", None, True, WindowsUpgrade()),
        ("2016", "2025", True, WindowsUpgrade(None, "2025")),
        ("2019", "2022", False, WindowsUpgrade(None, "2022")),
    ],
)
def test_what_is_older_than_2016_is_upgraded_before_it_moves(
    today: str, after: str | None, upgrade: WindowsUpgrade, *, to_nitro: bool
) -> None:
    assert windows_upgrade(today, after, to_nitro=to_nitro) == upgrade
