"""When the support of a product on the system ends, where nobody said which year of it there is."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message


def product_end(system: OperatingSystem, knowledge: Knowledge) -> Iterator[Message]:
    """The last day of each year of SQL Server, beside the Windows Server whose version was named.

    What is said of the system holds for Windows alone then.
    """
    family = knowledge.os_catalog.family(system.family or "")
    if (
        family is None
        or not family.product_years
        or not system.version
        or family.is_of_a_product(system.flavour)
    ):
        return
    newest = family.versions[0]
    ends: dict[str, object] = {}
    for year, flavour in family.product_years.items():
        with_it = knowledge.os_catalog.resolve(family.key, f"{newest} {flavour}")
        ends |= {f"year{year}": year, f"end{year}": with_it.end_of_life}
    years = Message(", ".join(f"{{year{year}}}: {{end{year}}}" for year in family.product_years), ends)
    yield Message(
        "The year is that of Windows Server. SQL Server's own support ends on days of its own ({years}): name its year as well, "
        "as {example}.",
        {"years": years, "example": f"--os {family.key}:{system.version.replace(' ', '-')}-{flavour}"},
    )
