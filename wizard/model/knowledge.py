"""Everything the program knows, handed around as one value."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from wizard.model.catalog.catalog import Catalog, read_earlier_types
from wizard.model.prices.price import Prices

if TYPE_CHECKING:
    from wizard.model.catalog.families import Families
    from wizard.model.catalog.specification import Specifier
    from wizard.model.ec2.instance_type import InstanceType
    from wizard.model.errors.ec2_error import ErrorReader
    from wizard.model.judging.judge import Judge
    from wizard.model.rules.migration_change import MigrationChange
    from wizard.model.rules.rulebook import Rulebook
    from wizard.model.systems.os_catalog import OsCatalog
    from wizard.model.systems.publisher import Publishers


@dataclass(frozen=True)
class Knowledge:
    """The instance types, and what is known about images, read from texts when first asked for.

    A window can paint with the types alone; rules, operating systems and migrations cost more than
    all else at the start, so their modules too are only imported here.

    rules, migrations, known_errors: texts by file name. systems, words, publishers_text, kinds: the texts
    of the operating systems, of the words by which one is guessed, of who publishes their images, and of
    the families of types. earlier: the
    text of the types that the newest answers of AWS lack and older ones describe. The parts raise
    RulebookError, OsCatalogError, OsWordsError, PublisherError, CatalogError, MigrationError or ErrorBookError when a
    text is damaged; `complete` asks for all but the known errors, which only an error that somebody
    pastes needs.
    load_prices: reads the prices that are known.
    """

    catalog: Catalog = field(repr=False)
    rules: Mapping[str, str] = field(repr=False)
    systems: str = field(repr=False)
    migrations: Mapping[str, str] = field(repr=False)
    words: str = field(repr=False)
    publishers_text: str = field(repr=False)
    known_errors: Mapping[str, str] = field(repr=False)
    kinds: str = field(repr=False)
    earlier: str = field(default="", repr=False)
    load_prices: Callable[[], Prices] = field(default=Prices, repr=False)

    def complete(self) -> Knowledge:
        """The same, with every part read, so that damage shows now."""
        _ = self.judge, self.os_catalog, self.publishers, self.migration_changes, self.families
        return self

    @cached_property
    def earlier_types(self) -> Catalog | None:
        """The types that AWS's newest answers lack, as older answers described them."""
        return read_earlier_types(self.earlier, "earlier_types.json") if self.earlier else None

    def instance_type(self, name: str) -> InstanceType | None:
        """The type of this name, be it only from an older answer; None if nothing but the name may be known."""
        found = self.catalog.get(name)
        return found or (self.earlier_types.get(name) if self.earlier_types else None)

    @cached_property
    def rulebook(self) -> Rulebook:
        """The rules and their sources."""
        from wizard.model.rules.rulebook import read_rulebook

        return read_rulebook(self.rules)

    @cached_property
    def judge(self) -> Judge:
        """The rulebook bound to the catalogue."""
        from wizard.model.judging.judge import Judge

        return Judge(self.rulebook, self.catalog)

    @cached_property
    def os_catalog(self) -> OsCatalog:
        """The operating systems."""
        from wizard.model.systems.os_catalog import read_os_catalog
        from wizard.model.systems.os_words import read_os_words

        words = read_os_words(self.words, "os_guess.toml")
        return read_os_catalog(self.systems, "operating_systems.toml", self.rulebook.sources, words)

    @cached_property
    def publishers(self) -> Publishers:
        """Who publishes the images of the operating systems."""
        from wizard.model.systems.publisher import read_publishers

        return read_publishers(self.publishers_text, "publishers.toml", self.os_catalog)

    @cached_property
    def migration_changes(self) -> Mapping[str, MigrationChange]:
        """The changes of a migration by id."""
        from wizard.model.rules.migration_change import read_changes

        return read_changes(self.migrations, self.rulebook.sources)

    @cached_property
    def families(self) -> Families:
        """What families of types are for."""
        from wizard.model.catalog.families import read_families

        return read_families(self.kinds, "families.toml")

    @cached_property
    def errors(self) -> ErrorReader:
        """Reads errors as people paste them."""
        from wizard.model.errors.ec2_error import ErrorReader
        from wizard.model.errors.error_book import read_error_book

        book = read_error_book(self.known_errors, self.rulebook.sources)
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
