"""Judges many images against whole families of types: which each is locked out of, and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import partial

from wizard.model.assessment.assessment import Assessment
from wizard.model.assessment.assessment_basis import AssessmentBasis
from wizard.model.catalog.family_groups import grouped
from wizard.model.ec2.finding import Finding
from wizard.model.ec2.image import Image, ImageState
from wizard.model.ec2.instance_type import MACS, Hypervisor, InstanceType
from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import replace
from wizard.model.images.image_row import ImageRow
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.systems.os_guess import guessed_system

# What speaks for a guess differs from image to image; here it only matters that it is one.
_GUESSED = Message("Guessed from what DescribeImages says.")


class ImageAssessor:
    """The judge of rows. types: those to judge against; None for all of the catalogue.

    An image's own Region counts where the catalogue knows it: types not offered there are refused.
    What it guesses of the operating system never makes an outcome worse than to know nothing: where the
    guess would break a rule, the outcome is unknown.

    groups: the families that count, in the groups of a map.
    """

    def __init__(
        self, knowledge: Knowledge, today: datetime.date, types: Iterable[InstanceType] | None = None
    ) -> None:
        self._knowledge = knowledge
        catalog = knowledge.catalog
        self._regions = frozenset(catalog.regions)
        counting = catalog.types if types is None else tuple(types)
        families: dict[str, int] = {}
        for instance_type in counting:
            mask = families.get(instance_type.family, 0)
            families[instance_type.family] = mask | 1 << catalog.bit(instance_type)
        self._basis = AssessmentBasis(families, today)
        self.groups = grouped(counting)
        self._offered: dict[str, int] = {}
        self._nitro = catalog.mask(lambda t: t.hypervisor is Hypervisor.NITRO)
        self._judged: dict[tuple[int, int, str], tuple[Image, OperatingSystem | None, Assessment]] = {}

    def judge(self, row: ImageRow) -> Assessment:
        """What becomes of the row's image; the same object for rows that rules see alike."""
        seems = guessed_system(row.kind, row.name, row.description, self._knowledge.os_catalog)
        key = (id(row.kind), id(seems), row.region)
        known = self._judged.get(key)
        if known is None:
            system = OperatingSystem() if seems is None else replace(seems, guess=_GUESSED)
            survey = self._knowledge.judge.survey(self._launch(row.kind, system, row.region))
            judged = Assessment(
                survey,
                self._basis,
                self._own(row.kind, row.region),
                partial(self._can_move, row.kind),
            )
            # Kind and system are kept as well, so that no others can come to be at their addresses.
            known = self._judged[key] = (row.kind, seems, judged)
        return known[2]

    def _own(self, image: Image, region: str) -> int:
        """The types that count, of the image's architecture and offered in its Region; all that count if none is."""
        own = self._basis.everything
        if image.architecture is not None:
            own &= self._knowledge.catalog.built_for[image.architecture]
        if region in self._regions:
            if region not in self._offered:
                self._offered[region] = self._knowledge.catalog.mask(lambda t: region in t.regions)
            own &= self._offered[region]
        return own or self._basis.everything

    def launch(self, row: ImageRow) -> Launch:
        """The row's image with all that is known of it, and the system that it seems to hold."""
        return self._launch(row.image, row.guess(self._knowledge.os_catalog), row.region)

    def why(self, row: ImageRow, family: str) -> tuple[Finding, ...]:
        """Why a row's image is locked out of a family: each rule's word on the first type that breaks it."""
        launch, mask = self.launch(row), self._basis.families[family]
        survey = self._knowledge.judge.survey(launch)
        return tuple(
            rule.finding(launch, self._knowledge.catalog.select(types)[0])
            for rule, types in survey.broken(mask)
            if not rule.outcome.usable
        )

    def _launch(self, image: Image, system: OperatingSystem, region: str) -> Launch:
        return Launch(
            image=image,
            os=system,
            region=region if region in self._regions else None,
            today=self._basis.today,
            # There is no other way to launch a Mac.
            tenancy=Tenancy.HOST if image.architecture in MACS else Tenancy.DEFAULT,
        )

    def _can_move(self, image: Image) -> bool:
        ready = replace(image, state=ImageState.AVAILABLE)
        launch = self._launch(ready, OperatingSystem(), "")
        return bool(self._knowledge.judge.survey(launch).usable & self._nitro)
