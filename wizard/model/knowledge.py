"""Everything the program knows, handed around as one value."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from wizard.model.frozen import field, frozen

if TYPE_CHECKING:
    from wizard.model.catalog.catalog import Catalog
    from wizard.model.catalog.families import Families
    from wizard.model.catalog.specification import Specifier
    from wizard.model.ec2.instance_type import InstanceType
    from wizard.model.errors.ec2_error import ErrorReader
    from wizard.model.judging.judge import Judge
    from wizard.model.prices.price import Prices
    from wizard.model.rules.instance_option import InstanceOption
    from wizard.model.rules.migration_change import MigrationChange
    from wizard.model.rules.rulebook import Rulebook
    from wizard.model.rules.runbook import Runbook
    from wizard.model.rules.system_upgrade import SystemUpgrade
    from wizard.model.systems.os_catalog import OsCatalog
    from wizard.model.systems.publisher import Publishers
    from wizard.model.terms import Term


@frozen
class Knowledge:
    """The instance types, and what is known about images, read from texts when first asked for.

    A window can paint without any of it; types, rules and operating systems cost more than all else
    at the start, so their modules too are only imported here.

    The parts raise RulebookError, OsCatalogError, OsWordsError, PublisherError, CatalogError,
    MigrationError or ErrorBookError when a text is damaged, and what reading it raises; `complete` asks for all but the
    known errors, which only an error that somebody pastes needs, the terms, and the prices.

    load_catalog, load_prices: read the types and the prices that are known. text: the text of a file of
    the resources, by its path in them; texts: of a folder's TOML files, by their paths in it.
    """

    load_catalog: Callable[[], Catalog] = field(repr=False)
    load_prices: Callable[[], Prices] = field(repr=False)
    text: Callable[[str], str] = field(repr=False)
    texts: Callable[[str], Mapping[str, str]] = field(repr=False)

    def complete(self) -> Knowledge:
        """The same, with every part read, so that damage shows now."""
        _ = self.catalog, self.judge, self.os_catalog, self.publishers, self.migration_changes, self.families
        return self

    @cached_property
    def catalog(self) -> Catalog:
        """The instance types."""
        return self.load_catalog()

    @cached_property
    def earlier_types(self) -> Catalog:
        """The types that AWS's newest answers lack, as older answers described them."""
        from wizard.model.catalog.catalog import read_earlier_types

        return read_earlier_types(self.text("catalog/earlier_types.json"), "earlier_types.json")

    @cached_property
    def documented_types(self) -> Catalog:
        """The types that were gone before AWS's API described any, as AWS's page did."""
        from wizard.model.catalog.catalog import read_earlier_types

        return read_earlier_types(self.text("catalog/documented_types.json"), "documented_types.json")

    def instance_type(self, name: str | None) -> InstanceType | None:
        """The type of this name, be it only from an older answer or page; None if no more than the name is known.

        None without a name as well: the older answers and the page are read only for a name that the newest lack.
        """
        if not name:
            return None
        return self.catalog.get(name) or self.earlier_types.get(name) or self.documented_types.get(name)

    @cached_property
    def rulebook(self) -> Rulebook:
        """The rules and their sources."""
        from wizard.model.rules.rulebook import read_rulebook

        return read_rulebook(self.texts("rules"))

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Words of the field, explained. Raises TermsError for a damaged file."""
        from wizard.model.terms import read_terms

        return read_terms(self.text("terms/terms.toml"), "terms.toml", self.rulebook.sources)

    @cached_property
    def judge(self) -> Judge:
        """The rulebook bound to the catalogue."""
        from wizard.model.judging.judge import Judge

        return Judge(self.rulebook, self.catalog)

    @cached_property
    def os_catalog(self) -> OsCatalog:
        """The operating systems."""
        from wizard.model.systems.os_catalog_file import read_os_catalog
        from wizard.model.systems.os_words import read_os_words

        words = read_os_words(self.text("catalog/os_guess.toml"), "os_guess.toml")
        systems = self.text("catalog/operating_systems.toml")
        return read_os_catalog(systems, "operating_systems.toml", self.rulebook.sources, words)

    @cached_property
    def publishers(self) -> Publishers:
        """Who publishes the images of the operating systems."""
        from wizard.model.systems.publishers_file import read_publishers

        return read_publishers(self.text("catalog/publishers.toml"), "publishers.toml", self.os_catalog)

    @cached_property
    def migration_changes(self) -> Mapping[str, MigrationChange]:
        """The changes of a migration by id."""
        from wizard.model.rules.migration_change import read_changes

        return read_changes(self.texts("migrations"), self.rulebook.sources)

    @cached_property
    def instance_options(self) -> Mapping[str, InstanceOption]:
        """By id, how an instance that is there already comes to an option of a launch."""
        from wizard.model.rules.instance_option import read_options

        return read_options(self.texts("migrations"), self.rulebook.sources)

    @cached_property
    def runbooks(self) -> Mapping[str, Runbook]:
        """AWS's runbooks for a move, by name."""
        from wizard.model.rules.runbook import read_runbooks

        return read_runbooks(self.texts("migrations"))

    @cached_property
    def system_upgrades(self) -> tuple[SystemUpgrade, ...]:
        """How a Linux becomes a newer one in place."""
        from wizard.model.rules.system_upgrade import read_system_upgrades

        return read_system_upgrades(self.texts("migrations"), self.rulebook.sources)

    @cached_property
    def families(self) -> Families:
        """What families of types are for."""
        from wizard.model.catalog.families import read_families

        return read_families(self.text("catalog/families.toml"), "families.toml")

    @cached_property
    def errors(self) -> ErrorReader:
        """Reads errors as people paste them."""
        from wizard.model.errors.ec2_error import ErrorReader
        from wizard.model.errors.error_book import read_error_book

        book = read_error_book(self.texts("errors"), self.rulebook.sources)
        return ErrorReader(book, self.rulebook, self.catalog)

    @cached_property
    def prices(self) -> Prices:
        """What an hour costs, as far as that is known."""
        return self.load_prices()

    def forget_prices(self) -> None:
        """They are read anew when they are next asked for: other ones are kept now."""
        self.__dict__.pop("prices", None)

    @cached_property
    def specifier(self) -> Specifier:
        """Writes InstanceTypeSpecifications over the catalogue."""
        from wizard.model.catalog.specification import Specifier

        return Specifier(self.catalog)

    @property
    def date(self) -> datetime.date:
        """The newest day of data and rules: the day that a report bears."""
        return max(self.catalog.provenance.date, self.rulebook.checked)
