"""The operating systems that the program knows: families, versions, and each one's abilities."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import replace, values_of
from wizard.model.message import Message, clipped
from wizard.model.spelling import nearest
from wizard.model.systems.cluster_version import is_of_eks, kubernetes_of, titled
from wizard.model.systems.os_cell import Cell, tokens
from wizard.model.systems.os_facts import DATES, LAST_DAYS, Said, inferred, shared
from wizard.model.systems.os_family import OsFamily
from wizard.model.systems.os_names import OsNames
from wizard.model.systems.os_words import OsWords

_KEPT = 1000
_OF_THE_VERSION = ("judged_by", "newest_known", *LAST_DAYS)
_BOOTS = ("uefi_boot", "bios_boot", "vendor_boot_mode", "tpm", "needs_tpm")
_INHERITED = (
    *("xen_pv_kernel", "pv_drivers", "ena_driver", "nvme_driver", "nitro_v4_network", "many_vcpus"),
    *("uefi_boot", "bios_boot", "tpm", "x86_level"),
)


class OsUnknown(ValueError):
    """No such family or version; the text names what is expected, and the nearest of them."""


class OsCatalog:
    """All families, and for each what every source says about it."""

    def __init__(
        self,
        families: tuple[OsFamily, ...],
        cells: Mapping[tuple[str, str], Mapping[str, tuple[Cell, ...]]],
        words: OsWords,
        hints: Mapping[str, str],
    ) -> None:
        """words: by which a system is guessed. hints: what people name in place of a system, and what to name instead."""
        self.words = words
        self._hints = hints
        self._products = {family.key: family for family in families if family.is_product}
        self.families = families = tuple(family for family in families if not family.is_product)
        self._cells = cells
        self.names = OsNames(families)
        self._resolve = lru_cache(maxsize=_KEPT)(self._look_up)

    def family(self, name: str) -> OsFamily | None:
        """The family of this key or alias, however it is capitalised."""
        return self.names.family(name)

    def heard(self, name: str, version: str, unheard: Iterable[str]) -> str:
        """What is understood of what somebody calls a system, without the words that are not; "" where that is none."""
        rest = f"{name} {version}".strip().casefold()
        for word in unheard:
            rest = re.sub(rf"[\s_-]*(?:with[\s_-]+)?{re.escape(word)}(?![a-z\d])", "", rest)
        try:
            return self.find(rest.strip()).spelled
        except OsUnknown:
            return ""

    def hint(self, name: str) -> Message | None:
        """What to name in place of something that is no system; None for what nobody knows."""
        said = f"-{'-'.join(re.split(r'[^a-z0-9]+', name.strip().casefold()))}-"
        found = (text for word, text in self._hints.items() if f"-{word}-" in said)
        text = next(found, None)
        return Message(text) if text else None

    def knows(self, family: OsFamily, version: str) -> bool:
        """Whether the family, or one that people call so too, has the version."""
        return self.names.of_name(family, version).knows(version)

    def find(self, family: str, version: str | None = None) -> OperatingSystem:
        """What is known of this system. Raises OsUnknown for a family or version not listed."""
        known, number = self.names.named(family, version or "")
        if known is None:
            expected = tuple(member.key for member in self.families)
            raise OsUnknown(
                f"os: {clipped(repr(family), 60)} is not known{_nearest(family, self.names.all)}; {_one_of(expected)}"
            )
        if number and (not known.knows(number) or self.names.other_images(f"{family} {number}")):
            near = _nearest(number, known.versions)
            asked = clipped(repr(number), 60)
            raise OsUnknown(f"os: {known.key}: {asked} is not known{near}; {_one_of(known.versions)}")
        return self.resolve(family, version)

    def product_of(self, system: OperatingSystem) -> OperatingSystem | None:
        """What runs on the system beside it, with how long that is supported; None where nothing does, or nobody knows which."""
        return next(
            (each for each in self.products_of(system) if f"sql{each.version}" == system.flavour), None
        )

    def products_of(self, system: OperatingSystem) -> tuple[OperatingSystem, ...]:
        """What may run on it beside it, the oldest version first; nothing for a system that no such product is named with."""
        family = self.family(system.family or "")
        product = self._products.get(family.product or "") if family else None
        if family is None or product is None:
            return ()
        return tuple(
            self._product(product, row)
            for row in reversed(product.versions)
            if f"sql{row}" in family.flavours
        )

    def _product(self, product: OsFamily, row: str) -> OperatingSystem:
        facts = self._said(product.key, row, row)
        return OperatingSystem(
            family=product.key,
            version=row,
            name=product.title,
            kind=product.kind,
            grounds={fact: ground for fact, (_, ground) in facts.items() if ground},
            **{fact: value for fact, (value, _) in facts.items()},
        )

    def resolve(self, family: str | None, version: str | None = None) -> OperatingSystem:
        """What is known of this system, which may be nothing: the words are kept as they are."""
        return self._resolve(family, version)

    def newest(self, system: OperatingSystem) -> OperatingSystem:
        """The system with what its newest minor version has: an image of CentOS 7 that one takes today is a 7.9."""
        family = self.family(system.family or "")
        if family is None or not system.version:
            return system
        of_part = self.stands_for(family, system.version)
        newest = self.resolve(
            family.key, of_part or family.newest.get(system.version) or f"{system.version}.99"
        )
        more = {
            name: value
            for name, value in values_of(newest).items()
            if name not in _OF_THE_VERSION and getattr(system, name) is None and value is not None
        }
        grounds = {name: ground for name, ground in newest.grounds.items() if name in more}
        return replace(system, **more, grounds={**system.grounds, **grounds})

    def booting_as(self, system: OperatingSystem, version: str) -> OperatingSystem:
        """A system without a version, with what is known of how the images of this version boot."""
        taken = self.resolve(system.family, version)
        facts = {name: value for name in _BOOTS if (value := getattr(taken, name)) is not None}
        grounds = {name: taken.grounds[name] for name in facts if name in taken.grounds}
        return replace(system, **facts, grounds={**system.grounds, **grounds})

    def stands_for(self, family: OsFamily, version: str) -> str | None:
        """Of a part of a version, such as SLES 15, the listed one that is maintained longest; None for a whole one."""
        if family.row(version) is not None:
            return None
        return max(family.longer(version), key=lambda row: self._last_day(family, row), default=None)

    def _last_day(self, family: OsFamily, row: str) -> datetime.date:
        return self.resolve(family.key, row).last_support or datetime.date.min

    def _look_up(self, family: str | None, version: str | None) -> OperatingSystem:
        called = f"{family} {version}"
        known, version = self.names.named(family or "", (version or "").strip())
        if known is None:
            return OperatingSystem(family=family or None, version=version or None)
        flavour = known.flavour(called)
        kubernetes = kubernetes_of(called) if known.kubernetes and is_of_eks(known.key, flavour) else None
        version = known.number(called if flavour and known.products else version)
        row, of = known.row(version), known.edition_of or known.key
        facts = self._of_parent(known, version) | self._said(of, "", version)
        older, newest = None, known.newest_before(version)
        if row:
            facts |= self._said(of, row, version) | self._of_point(of, row, version)
            older = row if newest else None
        elif parts := known.longer(version):
            facts |= shared([self._said(of, part, version) for part in parts])
        elif older := known.older(version):
            facts |= inferred(self._said(of, older, version))
        if known.edition_of:
            facts |= self._said(known.key, "", version)
        if older:
            facts = {fact: said for fact, said in facts.items() if fact not in DATES}
        if row and tokens(row) == tokens(version):
            version = row
        like = self._resolve(known.parent, known.parents(version) or None) if known.parent else None
        return OperatingSystem(
            family=known.key,
            version=version or None,
            name=known.title,
            titled=known.titled,
            flavour=flavour,
            flavour_title=titled(known.flavours.get(flavour or ""), kubernetes),
            kubernetes=kubernetes,
            kind=known.kind,
            like=like.title if like else None,
            like_parent=None if like else True,
            rolling=not known.versions and known.kind is not OsKind.OTHER and known.key != "linux",
            judged_by=older,
            newest_known=newest if older else None,
            grounds={fact: ground for fact, (value, ground) in facts.items() if value is not None and ground},
            **{fact: value for fact, (value, _) in facts.items()},
        )

    def _said(self, family: str, row: str, version: str) -> dict[str, Said]:
        """What is said of a family, or of one of its listed versions, read for this very version."""
        said: dict[str, Said] = {}
        for fact, cells in self._cells.get((family, row), {}).items():
            said[fact] = (None, None)
            for cell in cells:
                if (value := cell.ask(version)) is not None:
                    said[fact] = (value, cell.ground)
        return said

    def _of_point(self, family: str, row: str, version: str) -> dict[str, Said]:
        """What is said of this very point release."""
        point = ".".join(map(str, tokens(version)[: len(tokens(row)) + 1]))
        return self._said(family, point, version)

    def _of_parent(self, family: OsFamily, version: str) -> dict[str, Said]:
        """What a system has from the one that it is built from: kernel, drivers and how it boots."""
        if family.parent is None:
            return {}
        parent = self._resolve(family.parent, family.parents(version) or None)
        return inferred({fact: (getattr(parent, fact), parent.grounds.get(fact)) for fact in _INHERITED})


def _one_of(expected: tuple[str, ...]) -> str:
    return f"expected one of {', '.join(expected)}"


def _nearest(asked: str, expected: Iterable[str]) -> str:
    near = nearest(asked, expected)
    return f" (did you mean {near}?)" if near else ""
