"""What is said of all images of one kind: how they stand with each family of types, and what holds them back."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from wizard.model.assessment.assessment_basis import AssessmentBasis
from wizard.model.ec2.finding import Outcome, Reason
from wizard.model.ec2.image import ImageState
from wizard.model.ec2.instance_type import MACS, Architecture, BootMode, VirtualizationType
from wizard.model.frozen import frozen
from wizard.model.judging.survey import CatalogResult
from wizard.model.rules.rule import Rule
from wizard.model.word import Word


class Limitation(Word):
    """What keeps an image on old types."""

    STUCK_ON_PV = "stuck-on-pv"
    NO_ENA = "no-ena"
    BIOS_ONLY = "bios-only"
    NOT_TO_NITRO = "not-to-nitro"


@frozen
class FamilyResult:
    """How an image stands with a family. types: how many of its types can be used, of how many.

    outcome: that of the type on which the image fares best. rules: where no type can be used, the
    rules that stand in the way, worst first.
    """

    outcome: Outcome
    usable: int
    types: int
    rules: tuple[Rule, ...]

    @property
    def locked_out(self) -> bool:
        """Whether the image can be used on no type of the family."""
        return not self.outcome.usable


class Assessment:
    """What is said of all images of one kind in one Region. Made by a ImageAssessor, shared by its rows."""

    def __init__(
        self,
        survey: CatalogResult,
        basis: AssessmentBasis,
        own: int,
        nitro: Callable[[], bool],
    ) -> None:
        """own: the types of the image's architecture that its Region has, as a mask.

        nitro: whether such an image could be launched on Nitro if nothing but itself mattered.
        """
        self._survey = survey
        self._basis = basis
        self._own = own
        self._nitro = nitro

    @cached_property
    def usable(self) -> int:
        """How many of the types that count it can be launched on."""
        return (self._survey.usable & self._basis.everything).bit_count()

    @property
    def today(self) -> datetime.date:
        """The day as of which it was judged."""
        return self._basis.today

    @property
    def state(self) -> ImageState:
        """Whether it is there and can be launched at all, as AWS says."""
        return self._survey.launch.image.state

    @cached_property
    def system_title(self) -> str:
        """What it seems to hold, such as Ubuntu 22.04; empty if nothing speaks for any system."""
        return self._survey.launch.os.title or ""

    @property
    def family_count(self) -> int:
        """How many families have a type of the image's architecture in its Region."""
        return len(self._basis.families) - len(self.elsewhere)

    @cached_property
    def elsewhere(self) -> tuple[str, ...]:
        """The families that are of another architecture or not offered in the image's Region."""
        return tuple(family for family, mask in self._basis.families.items() if not self._own & mask)

    def counts(self, families: Iterable[str]) -> tuple[int, int]:
        """On how many types of these families it can be launched, and how many are of its architecture and Region."""
        mask = self._own & sum(self._basis.families.get(family, 0) for family in families)
        return (self._survey.usable & mask).bit_count(), mask.bit_count()

    def usable_among(self, types: int) -> int:
        """How many of these types, a mask of the catalogue's, it can be launched on."""
        return (self._survey.usable & types).bit_count()

    @cached_property
    def families(self) -> Mapping[str, FamilyResult]:
        """Each family that counts, by name."""
        return {family: self._family_result(mask) for family, mask in self._basis.families.items()}

    @cached_property
    def locked_out(self) -> tuple[str, ...]:
        """The families of the image's architecture and Region of which no type can be used."""
        usable, own = self._survey.usable, self._own
        return tuple(f for f, mask in self._basis.families.items() if own & mask and not usable & mask)

    @cached_property
    def in_doubt(self) -> tuple[str, ...]:
        """The families of its own that it is not locked out of, and for which that depends on what is not known."""
        usable = self._survey.usable & self._own
        sure = usable & ~self._survey.outcomes[Outcome.UNKNOWN]
        return tuple(f for f, mask in self._basis.families.items() if usable & mask and not sure & mask)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Why no type of the families that it is locked out of can be used; the first family's first."""
        broken = [result for result in self._survey.results.by_rule if not result.rule.outcome.usable]
        masks = [self._basis.families[family] for family in self.locked_out]
        return tuple(dict.fromkeys(r.rule.reason for mask in masks for r in broken if r.broken & mask))

    @cached_property
    def limitations(self) -> tuple[Limitation, ...]:
        """What holds the image back, in the order of Limitation."""
        return tuple(limitation for limitation in Limitation if self._is_in(limitation))

    @cached_property
    def outcome(self) -> Outcome:
        """That of the type on which the image fares best."""
        return self._best(self._basis.everything)

    def _best(self, mask: int) -> Outcome:
        outcomes = self._survey.outcomes
        return next((o for o in reversed(Outcome) if outcomes[o] & mask), Outcome.REFUSED)

    def _family_result(self, mask: int) -> FamilyResult:
        outcome = self._best(mask)
        rules: tuple[Rule, ...] = ()
        if not outcome.usable:
            rules = tuple(
                result.rule
                for result in self._survey.results.by_rule
                if result.broken & mask and not result.rule.outcome.usable
            )
        return FamilyResult(outcome, (self._survey.usable & mask).bit_count(), mask.bit_count(), rules)

    def _is_in(self, limitation: Limitation) -> bool:
        image = self._survey.launch.image
        mac = image.architecture in MACS
        hvm = image.virtualization_type is VirtualizationType.HVM
        match limitation:
            case Limitation.STUCK_ON_PV:
                return image.virtualization_type is VirtualizationType.PARAVIRTUAL
            case Limitation.NO_ENA:
                return hvm and image.ena_support is False
            case Limitation.BIOS_ONLY:
                x86 = image.architecture in (Architecture.X86_64, Architecture.I386)
                return hvm and x86 and image.boot_mode in (BootMode.LEGACY_BIOS, BootMode.UNSET)
            case _:
                return not mac and not self._nitro()
