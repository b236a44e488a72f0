"""Which system an instance that moves shall run afterwards, where nobody said."""

from __future__ import annotations

import datetime

from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import replace
from wizard.model.systems.os_catalog import OsCatalog

# Nobody moves to what has to be left again within two years, where another version goes on for longer.
_WORTH_A_MOVE = datetime.timedelta(days=2 * 365)


def system_after(
    today: OperatingSystem, catalog: OsCatalog, day: datetime.date, current: str | None = None
) -> OperatingSystem | None:
    """The system to move to. None: today's may stay as it is.

    It may not where its support has ended by that day, whatever an add-on gives, or where it is known
    to lack a driver that every Nitro type needs. current: the version that its publisher goes by today.
    """
    product = catalog.product_of(today)
    last_days = [part.extended_end or part.end_of_life for part in (today, product) if part]
    ended = any(last_day is not None and last_day < day for last_day in last_days)
    if not ended and today.nvme_driver is not False and today.ena_driver is not False:
        return None
    after = current_version(today, catalog, day, current)
    if after is None and current is not None and current != today.version:
        after = catalog.newest(catalog.find(today.family or "", current))
    # Who runs Ubuntu Pro goes on with Ubuntu Pro; who runs an old SQL Server does not with that.
    same = after is not None and after.family == today.family and today.flavour and product is None
    return (
        replace(after, flavour=today.flavour, flavour_title=today.flavour_title) if after and same else after
    )


def current_version(
    today: OperatingSystem, catalog: OsCatalog, day: datetime.date, current: str | None = None
) -> OperatingSystem | None:
    """The version of the same family, none older, or of its successor's, to move to. None: today's is that.

    current: the one that the publisher goes by today, which is taken where it goes on for two years at least;
    else the one that is maintained longest.
    """
    family = catalog.family(today.family or "")
    if family is None:
        return None
    versions = [catalog.resolve(family.key, version) for version in family.versions]
    maintained = [
        v
        for v in versions
        if v.end_of_life is not None
        and v.end_of_life >= day
        and not family.precedes(v.version or "", today.version or "")
    ]
    if maintained:
        longest = max(maintained, key=lambda system: system.end_of_life or day)
        named = next((v for v in maintained if v.version == current), longest)
        best = named if (named.end_of_life or day) - day >= _WORTH_A_MOVE else longest
        return None if best.version == today.version else catalog.newest(best)
    if family.successor:
        return current_version(OperatingSystem(family=family.successor), catalog, day)
    return None
