"""Everything the program knows, loaded once and handed around as one value."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from wizard.model.catalog import Catalog
from wizard.model.judge import Judge
from wizard.model.migration import Leg, read_legs
from wizard.model.os_catalog import OsCatalog
from wizard.model.rulebook import Rulebook
from wizard.model.specification import Specifier


@dataclass(frozen=True)
class Knowledge:
    """The instance types, the operating systems, and the judge who knows the rules.

    migrations: the texts of resources/migrations by file name, read when first asked for.
    """

    catalog: Catalog
    os_catalog: OsCatalog
    judge: Judge
    migrations: Mapping[str, str] = field(default_factory=dict)

    @property
    def rulebook(self) -> Rulebook:
        return self.judge.rulebook

    @property
    def date(self) -> datetime.date:
        """The newest day of data and rules: the day that a report bears."""
        return max(self.catalog.provenance.date, self.rulebook.checked)

    @cached_property
    def legs(self) -> Mapping[str, Leg]:
        """The legs of a migration by id. Raises MigrationError."""
        return read_legs(self.migrations, self.rulebook.sources)

    @cached_property
    def specifier(self) -> Specifier:
        return Specifier(self.catalog)
