"""When the support of a product on the system ends, where nobody said which year of it there is."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message


def product_end(system: OperatingSystem, knowledge: Knowledge) -> Iterator[Message]:
    """The last day of each year of SQL Server, beside the Windows Server whose version alone is known: that of 2012 R2."""
    ends = knowledge.os_catalog.products_of(system)
    if not ends or not system.version or system.flavour:
        return
    values: dict[str, object] = {}
    for product in ends:
        values |= {f"year{product.version}": product.version, f"end{product.version}": product.end_of_life}
    years = Message(", ".join(f"{{year{each.version}}}: {{end{each.version}}}" for each in ends), values)
    yield Message(
        "The year is that of Windows Server. SQL Server's own support ends on days of its own ({years}): name its year as well, "
        "as {example}.",
        {
            "years": years,
            "example": f"--os {system.family}:{system.version.replace(' ', '-')}-sql{_not_newer(ends, system)}",
        },
    )


def _not_newer(products: tuple[OperatingSystem, ...], system: OperatingSystem) -> str:
    """The newest year that was there when this Windows Server came, for an example."""
    year = (system.version or "")[:4]
    found = [product.version or "" for product in products]
    return next((each for each in reversed(found) if each <= year), found[0])
