"""Which family and version somebody means by what he calls a system."""

from __future__ import annotations

import re

from wizard.model.systems.cluster_version import is_of_eks, kubernetes_of
from wizard.model.systems.os_cell import tokens
from wizard.model.systems.os_family import OsFamily
from wizard.model.systems.spelled_out import spelled_out

# Where a version may begin in what somebody calls a system: rhel8, windows-server-2019, debian-buster.
_CUT = re.compile(r"[\s_-]+|(?<=[a-z])(?=\d)")


class OsNames:
    """All names of the families. all: the family by each of its keys and aliases."""

    def __init__(self, families: tuple[OsFamily, ...]) -> None:
        self._families = families
        self.all = {name: family for family in families for name in (family.key, *family.aliases)}
        self._by_codename = {
            name: family
            for family in families
            for name in family.codenames
            if name.replace(" ", "").isalpha() and not family.edition_of
        }

    def family(self, name: str) -> OsFamily | None:
        """The family of this key or alias, however it is capitalised."""
        return self.all.get("-".join(re.split(r"[\s_-]+", name.strip().casefold())))

    def named(self, name: str, version: str) -> tuple[OsFamily | None, str]:
        """The family and the version, which may stand in the family's name, or be all of it: jammy."""
        if known := self.family(name):
            return self.of_name(known, version), version
        name = spelled_out(name)
        named = self._by_codename.get(name) or self._by_codename.get(name.partition(" ")[0])
        if named and named.knows(name):
            return named, version or name
        for cut in reversed(tuple(_CUT.finditer(name))):
            known, tail = self.family(name[: cut.start()]), name[cut.end() :]
            known = self.of_name(known, tail) if known else None
            if known and known.names(tail):
                return known, version if version and known.names(version) else tail
        return None, version

    def of_name(self, family: OsFamily, version: str) -> OsFamily:
        """The family, an edition of it that stands beside the version, or one that is called so too and has it."""
        said = set(tokens(version))
        of = family.edition_of or family.key
        editions = (f for f in self._families if f.edition_of == of and f.key.startswith(f"{family.key}-"))
        meant = [f for f in editions if said >= set(f.key.removeprefix(f"{family.key}-").split("-"))]
        if meant:
            return max(meant, key=lambda edition: len(edition.key))
        if not version or family.knows(version):
            return family
        namesakes = (f for f in self._families if f.called == family.key and f.knows(version))
        return next(namesakes, family)

    def unheard(self, name: str, version: str = "") -> tuple[str, ...]:
        """The words of what somebody calls a system that say nothing here, where the system itself is known."""
        known, rest = self._head(name)
        tail = f"{rest} {version}"
        if known is None:
            return ()
        return self.of_name(known, tail).unheard(tail) or self.other_images(f"{name} {version}")

    def other_images(self, said: str) -> tuple[str, ...]:
        """The words for other images of the system than the one that is meant: minimal of ubuntu-pro-minimal."""
        known, rest = self._head(said)
        if known is None:
            return ()
        meant = self.of_name(known, rest)
        version = kubernetes_of(said) if meant.kubernetes else None
        if version and not is_of_eks(meant.key, meant.flavour(said)):
            return (version,)
        return meant.other_images(said)

    def _head(self, name: str) -> tuple[OsFamily | None, str]:
        """The family that the text begins with, by the longest of its names, and what stands behind."""
        name = spelled_out(name)
        heads = [name, *(name[: cut.start()] for cut in reversed(tuple(_CUT.finditer(name))))]
        found = ((self.family(head), name[len(head) :]) for head in heads)
        return next(((known, rest) for known, rest in found if known), (None, ""))

    def of_an_image(self, name: str) -> OsFamily | None:
        """The family of a name that says which of its images it is, and no version: windows-eks."""
        known, said = self.named(name, "")
        return known if known and known.flavour(said) and not known.number(said) else None
