"""Everything the program knows, loaded once and handed around as one value."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.model.catalog import Catalog
from wizard.model.judge import Judge
from wizard.model.os_catalog import OsCatalog
from wizard.model.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The instance types, the operating systems, and the judge who knows the rules."""

    catalog: Catalog
    os_catalog: OsCatalog
    judge: Judge

    @property
    def rulebook(self) -> Rulebook:
        return self.judge.rulebook
