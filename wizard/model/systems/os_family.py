"""A family of operating systems, and which versions of it are known."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from functools import cached_property
from itertools import takewhile

from wizard.model.ec2.operating_system import OsKind
from wizard.model.frozen import field, frozen
from wizard.model.systems.cluster_version import without_kubernetes
from wizard.model.systems.flavours import beside, flavour_of
from wizard.model.systems.os_cell import Tokens, tokens
from wizard.model.systems.product_year import apart
from wizard.model.systems.words_beside import BESIDE

_WORDS = string.ascii_letters + " -_/:"
# 2k19 and 2k8 for 2019 and 2008.
_SHORT_YEAR = re.compile(r"(?<![a-z\d])2k(\d\d?)(?!\d)", re.IGNORECASE)
# Windows is judged by its release, whatever service pack is on it.
_SERVICE_PACK = re.compile(r"\bsp\s?\d\b", re.IGNORECASE)
# Four digits for two and two: ubuntu2204.
_RUN_TOGETHER = re.compile(r"(?<!\d)(\d\d)(\d\d)(?!\d)")
_ASIDE = re.compile(r"\([^()]*\)")
# So much newer than the newest listed one a version may be, counted by its first number.
_AHEAD = 2


@frozen
class OsFamily:
    """key: the name in answers and on the command line. title: the one for people.

    versions: newest first; none for a family that stands for many, such as "linux".
    codenames: what people also call a version, such as jammy. successor: the key of the family that
    continues one which is maintained no more.
    numbering: how the versions are counted, as a regular expression; a version counted so is one,
    though it be not listed. parent: the family that this one is built from, and parent_versions: of
    its own versions those of the parent, "" for all others; a version that is not there is the same.
    called: the family by whose name people call this one too, as they say Windows for both.
    newest: of versions that have point releases the newest one that is known. edition_of: the family
    whose system it is, with another subscription and images of its own. flavours: the words for other
    images of the same system, such as core or ecs-gpu, and what each adds to the title. products: the
    years of a product on it that no version is called by, and the version that has it where nobody names one.
    titled: the title of a version where its number does not stand last. product: the key of that product, which has an
    end of support of its own. is_product: this is one, and no system. kubernetes: its images for EKS are of one version of Kubernetes each.
    """

    key: str
    title: str
    kind: OsKind
    versions: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    codenames: Mapping[str, str] = field(default_factory=dict, hash=False)
    successor: str | None = None
    numbering: str = ""
    parent: str | None = None
    parent_versions: Mapping[str, str] = field(default_factory=dict, hash=False)
    called: str | None = None
    newest: Mapping[str, str] = field(default_factory=dict, hash=False)
    edition_of: str | None = None
    flavours: Mapping[str, str] = field(default_factory=dict, hash=False)
    products: Mapping[str, str] = field(default_factory=dict, hash=False)
    titled: str = ""
    product: str | None = None
    is_product: bool = False
    kubernetes: bool = False

    @cached_property
    def _by_tokens(self) -> dict[Tokens, str]:
        return {tokens(version): version for version in self.versions}

    def number(self, version: str) -> str:
        """The version that a codename means, or that stands among words: 2019 for Server 2019 Datacenter."""
        if self.products:
            version = self._apart_of(version)[0]
        if self.kubernetes:
            version = without_kubernetes(version)
        named = self._by_codename(self._respelled(version))
        bare = named.lstrip(_WORDS)
        return self._without_words(bare if self._row(named) is None and self._row(bare) else named)

    def _respelled(self, version: str) -> str:
        """The same with a short year written out, without a service pack of Windows, and with its point."""
        version = _SHORT_YEAR.sub(lambda year: f"20{year[1]:0>2}", version)
        if self.kind is OsKind.WINDOWS:
            return _SERVICE_PACK.sub("", version).strip()
        pointed = _RUN_TOGETHER.sub(r"\1.\2", version)
        return pointed if pointed != version and self._row(pointed) and not self._row(version) else version

    def _by_codename(self, version: str) -> str:
        """Focal, or Focal Fossa; a number beside a name counts before it."""
        asked = version.strip().casefold()
        if asked in self.codenames or any(map(str.isdigit, asked)):
            return self.codenames.get(asked, version)
        return next((self.codenames[word] for word in asked.split() if word in self.codenames), version)

    def _without_words(self, number: str) -> str:
        """The number alone, where words stand beside it that tell no version apart."""
        asked = tokens(number)
        heard = tuple(t for t in asked if t not in BESIDE and t not in self._words_of_flavours)
        if not heard and any(token in self._words_of_flavours for token in asked):
            return ""
        known = len(tokens(self._longest(heard) or ""))
        rest = tuple(takewhile(lambda token: isinstance(token, int), heard[known:]))
        if not heard or heard[:known] + rest == asked:
            return number
        return ".".join([*filter(None, [self._longest(heard)]), *map(str, rest)])

    def row(self, version: str) -> str | None:
        """The longest version of the list that this one begins with: 22.04 for 22.04.3."""
        return self._row(self.number(version))

    def _row(self, number: str) -> str | None:
        return self._longest(tokens(number))

    def _longest(self, asked: Tokens) -> str | None:
        found = (self._by_tokens.get(asked[:length]) for length in range(len(asked), 0, -1))
        return next(filter(None, found), None)

    def older(self, version: str) -> str | None:
        """Of a version that is not listed but counted like the others, the listed one before it."""
        asked = _numbers(version)
        older = (known for known in self.versions if (numbers := _numbers(known)) and numbers < asked)
        return next(older, None) if self._counted(version) else None

    def longer(self, version: str) -> tuple[str, ...]:
        """The versions of the list that begin with this one: 15 SP7 and others for 15."""
        asked = tokens(version)
        return tuple(
            row
            for known, row in self._by_tokens.items()
            if asked and known != asked and known[: len(asked)] == asked
        )

    def precedes(self, version: str, other: str) -> bool:
        """Whether a version is known to be older than another one of the family."""
        place, beside = self._place(version), self._place(other)
        return place is not None and beside is not None and place < beside

    def _place(self, version: str) -> tuple[int, tuple[int, ...]] | None:
        """Where a version stands in the order of all; None where nobody knows."""
        number = self.number(version)
        row = self._row(number) or self.older(number)
        return (-self.versions.index(row), _numbers(number)) if row else None

    def newest_before(self, version: str) -> str | None:
        """The newest version that is known, where this one is newer: 14.5 for 14.9, 44 for 46."""
        row = self._row(version)
        newest = self.newest.get(row) if row else next(filter(_numbers, self.versions), None)
        known, asked = _numbers(newest or ""), _numbers(version)
        return newest if known and asked[: len(known)] > known else None

    def flavour(self, said: str) -> str | None:
        """Of the flavours that somebody named the one of most words, and of these the first."""
        if self.products and (product := self._apart_of(said)[1]):
            return product
        return flavour_of(tokens(said), self.flavours)

    def other_images(self, said: str) -> tuple[str, ...]:
        """The words for images of it that are not the one which is meant."""
        return beside(tokens(said), self.flavour(said), self.flavours)

    def _apart_of(self, said: str) -> tuple[str, str | None]:
        return apart(self._respelled(said), self.versions, self.flavours, self.products)

    @cached_property
    def _words_of_flavours(self) -> frozenset[str]:
        return frozenset(word for key in self.flavours for word in key.split("-"))

    @cached_property
    def _own_words(self) -> frozenset[str]:
        named = [self.key, self.title, *self.aliases, *self.versions, *self.codenames, *self.flavours]
        return BESIDE | frozenset(re.findall(r"[a-z]+", " ".join(named).casefold())) | {"p", "sp"}

    def unheard(self, said: str) -> tuple[str, ...]:
        """The words beside a version that say nothing here: with and sql of 22.04 with sql.

        What stands in brackets is an aside; behind a codename stands the rest of it: Jammy Jellyfish.
        """
        if self.kubernetes:
            said = without_kubernetes(said)
        words = re.findall(r"[a-z][a-z\d_]*", _ASIDE.sub(" ", _SHORT_YEAR.sub("", said)).casefold())
        named = {part for codename in self.codenames for part in codename.split()}
        stray = tuple(
            word
            for before, word in zip(["", *words], words, strict=False)
            if word.rstrip(string.digits) not in self._own_words and before not in named
        )
        return stray or self._second_year(said) or self.other_images(said)

    def _second_year(self, said: str) -> tuple[str, ...]:
        """A year that is not the version's: that of the SQL Server on a Windows Server."""
        version = tokens(f"{self.number(said)} {self.flavour(said)}")
        years = (token for token in tokens(self._respelled(_ASIDE.sub(" ", said))) if isinstance(token, int))
        return tuple(str(year) for year in years if 2000 <= year < 2100 and year not in version)

    def knows(self, version: str) -> bool:
        """Whether the version, a part of it, or a longer form of it is in the list, or it is counted like those.

        Words beside it that nobody understands make it another one.
        """
        if self.versions and self.unheard(version):
            return False
        number = self.number(version)
        if not number and (self.flavour(version) or (self.kubernetes and not without_kubernetes(version))):
            return True
        listed = self._row(number) is not None or bool(self.longer(number))
        return not self.versions or listed or self._counted(number)

    def _counted(self, version: str) -> bool:
        if not self.numbering or not re.fullmatch(self.numbering, version):
            return False
        counted = [numbers for known in self.versions if (numbers := _numbers(known))]
        return counted[-1][0] <= _numbers(version)[0] <= counted[0][0] + _AHEAD

    def names(self, text: str) -> bool:
        """Whether a text is a version, and not just any word behind the family's name."""
        return self.knows(text) if self.versions else text[:1].isdigit() or not self.unheard(text)

    def parents(self, version: str) -> str:
        """The parent's version that this one is built from; "" where that is not known."""
        row = self.row(version) if version else None
        return self.parent_versions.get(row or version, self.parent_versions.get("", version))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(part for part in tokens(version) if isinstance(part, int))
