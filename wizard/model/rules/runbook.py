"""One of AWS's runbooks for a move: which systems and instances it takes, read from a file."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.frozen import frozen
from wizard.model.rules.migration_change import MigrationError, read_table
from wizard.model.systems.version import version


@frozen
class Runbook:
    """systems: versions by family, none of them for all. takes_instance_store: whether volumes of one may be there."""

    name: str
    systems: Mapping[str, tuple[str, ...]]
    takes_instance_store: bool

    def takes(self, family: str | None, system_version: str | None) -> bool:
        """Whether its page names the system, as far as that is known."""
        if family in (None, "linux", "custom"):
            return True
        versions = self.systems.get(family.removesuffix("-sap"))
        if versions is None:
            return False
        said = version(system_version or "")
        return not said or not versions or any(_agree(said, version(each)) for each in versions)


def _agree(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether they are equal as far as both are said: 8 and 8.5 are, 8.5 and 8.10 are not."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def read_runbooks(files: Mapping[str, str]) -> dict[str, Runbook]:
    """By name, from "runbooks.toml" among the files of the migrations. Raises MigrationError."""
    found: dict[str, Runbook] = {}
    for table in read_table("runbooks.toml", files.get("runbooks.toml", "")).get("runbook", []):
        try:
            systems = {family: tuple(versions) for family, versions in table["systems"].items()}
            found[table["name"]] = Runbook(table["name"], systems, table["takes_instance_store"])
        except KeyError as missing:
            raise MigrationError(f"runbooks.toml: {missing}: expected, but missing") from None
    return found
