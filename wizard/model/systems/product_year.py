"""The year of SQL Server beside that of the Windows Server that it is on."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# sql2019, SQL Server 2019, Windows Server 2022; the year behind windows-sql is that of Windows.
_PRODUCT = re.compile(r"(?<!windows[-_ ])sql[-_ ]*(?:server[-_ ]*)?(20\d\d)(?!\d)", re.IGNORECASE)
_SYSTEM = re.compile(r"windows[-_ ]*(?:server[-_ ]*)?(20\d\d)(?!\d)", re.IGNORECASE)


def apart(
    said: str, versions: Collection[str], flavours: Collection[str], products: Mapping[str, str]
) -> tuple[str, str | None]:
    """The version without the year of the product, and the flavour that this makes: 2022 and sql2019 of 2022 with SQL 2019.

    Of two years that behind SQL is the product's, or that which is not behind Windows, else the second; so is one that
    no version has.
    products: the version to take where none is named beside the year.
    """
    years = [str(year) for year in _YEAR.findall(said)]
    named, systems = _PRODUCT.findall(said), _SYSTEM.findall(said)
    meant = [
        *(year for year in named if len(years) > 1),
        *(year for year in years if systems and year not in systems),
        *(year for year in years if year not in versions),
        # AWS names its images so: Windows_Server-2022-English-Full-SQL_2019_Standard.
        *(years[1:] if not systems else ()),
    ]
    product = next((year for year in meant if f"sql{year}" in flavours), None)
    if product is None:
        return said, None
    version = next((year for year in years if year != product), None)
    return version or products.get(product, product), f"sql{product}"
