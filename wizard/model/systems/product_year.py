"""The year of SQL Server beside that of the Windows Server that it is on."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from wizard.model.systems.flavours import flavour_of
from wizard.model.systems.os_cell import tokens

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)([-_ ]*r2\b)?", re.IGNORECASE)
# sql2019, SQL Server 2019, Windows Server 2022; the year behind windows-sql is that of Windows.
_PRODUCT = re.compile(r"(?<!windows[-_ ])sql[-_ ]*(?:server[-_ ]*)?(20\d\d)(?!\d)", re.IGNORECASE)
_SYSTEM = re.compile(r"windows[-_ ]*(?:server[-_ ]*)?(20\d\d)(?!\d)", re.IGNORECASE)


def apart(
    said: str, versions: Collection[str], flavours: Collection[str], products: Mapping[str, str]
) -> tuple[str, str | None]:
    """The version without the year of the product, and the flavour that this makes: 2022 and sql2019 of 2022 with SQL 2019.

    Of two years that behind SQL is the product's, or that which is not behind Windows, or one that no version has, or the second.
    One alone is that of both: 2016 is SQL Server 2016 on Windows Server 2016.
    products: the version to take where none is named beside the year.
    """
    years, systems = {year: bool(r2) for year, r2 in _YEAR.findall(said)}, _SYSTEM.findall(said)
    meant = [
        *(year for year in _PRODUCT.findall(said) if len(_YEAR.findall(said)) > 1),
        *(year for year in years if systems and year not in systems),
        *(year for year in years if year not in versions),
        *list(years)[1:],
        *(
            year
            for year, r2 in years.items()
            if len(years) == 1 and not r2 and not flavour_of(tokens(said), flavours)
        ),
    ]
    product = next((year for year in meant if f"sql{year}" in flavours), None)
    if product is None:
        return said, None
    version = next((f"{year} R2" if r2 else year for year, r2 in years.items() if year != product), None)
    return version or products.get(product, product), f"sql{product}"
