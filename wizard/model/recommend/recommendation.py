"""The answer to a person's needs: a decision, its reasons, and what became of everything else."""

from __future__ import annotations

from collections import Counter

from wizard.model.ec2.finding import Finding, Outcome, Source, Unknown
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import (
    Architecture,
    BootMode,
    InstanceType,
    RootDeviceType,
    VirtualizationType,
)
from wizard.model.ec2.launch import Edition
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.recommend.answer import Headline
from wizard.model.recommend.costs.cheaper import Cheaper
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.costs.saving import Saving
from wizard.model.recommend.costs.unpriced import unpriced_said
from wizard.model.recommend.lifecycle.system_support import SystemSupport
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.ranked import Ranked


@frozen
class ImageProfile:
    """The kind of image: what one would look for among AMIs, or register one with."""

    virtualization_type: VirtualizationType
    architecture: Architecture
    boot_mode: BootMode
    ena: bool
    root_device_type: RootDeviceType
    tpm: bool = False


@frozen
class Exclusion:
    """Types left out for the same first reason. answer: the answer that did it, or None for a rule.

    topic: the id of the answer, or the reason of the rule, that leaves them out.
    """

    topic: str
    text: Message
    types: tuple[InstanceType, ...]
    answer: str | None = None
    finding: Finding | None = None


@frozen
class Relaxation:
    """answer: the question's id; instead: what to answer; count: how many types come back.

    Where only several answers together help, their ids and new answers are joined by "+".
    """

    answer: str
    instead: str
    text: Message
    count: int


@frozen
class Alternative:
    """A profile that was not chosen. findings speak against it; types: how many it would reach."""

    profile: ImageProfile
    outcome: Outcome
    findings: tuple[Finding, ...]
    types: int
    text: Message


@frozen
class ImageResult:
    """How the image one has does on the types that meet the answers.

    types: where it can be used, as far as is known; open: of these, where that depends on `unknowns`.
    current: how many of them are of a generation that AWS calls current. outcome: that of the type on
    which it fares best. kept: whether the recommendation goes on with this very image. known: the image
    with what is certain of it because it runs; proof: why it is paravirtual, where only that shows it.
    """

    image: Image
    types: tuple[InstanceType, ...]
    open: int
    current: int
    outcome: Outcome
    findings: tuple[Finding, ...]
    unknowns: tuple[Unknown, ...]
    text: Message
    kept: bool
    known: Image
    proof: Finding | None = None


@frozen
class YearAnswer:
    """One year's answer to "HVM or paravirtualization?", for these needs. types: how many it reaches."""

    edition: Edition
    virtualization_type: VirtualizationType | None
    types: int
    text: Message
    sources: tuple[Source, ...]


@frozen
class ThenAndNow:
    """The answer of 2014, today's, and what changed in between, with where that is from."""

    then: YearAnswer
    now: YearAnswer
    changed: Message
    sources: tuple[Source, ...]


@frozen
class Recommendation:
    """What `advise` returns.

    decision is None only when no type is left; relax then names at least one answer to change.
    judged: the decision, or the kind of image that came nearest where there is none.
    reasons: one for each part of the decision, about all types that fit, then what is worth knowing of
    the best type. conditions: what a current image of the system has to have, where nobody named the
    very image; unknowns: what else is not known. ranked: best first; excluded: every other type of the
    catalogue, by first reason, largest group first. by_architecture: types that meet every answer, for
    each architecture left open. near_misses: for a few excluded types, the finding whose EC2 error one
    would have met. total: how many types the catalogue has.
    """

    needs: Needs
    decision: ImageProfile | None
    judged: ImageProfile
    headline: Headline
    support: SystemSupport | None
    reasons: tuple[Finding, ...]
    conditions: tuple[Unknown, ...]
    unknowns: tuple[Unknown, ...]
    alternatives: tuple[Alternative, ...]
    ranked: tuple[Ranked, ...]
    excluded: tuple[Exclusion, ...]
    relax: tuple[Relaxation, ...]
    then_and_now: ThenAndNow
    own_image: ImageResult | None
    by_architecture: tuple[tuple[Architecture, int], ...]
    near_misses: tuple[tuple[InstanceType, Finding], ...]
    total: int
    costs: Costs
    saving: Saving | None
    cheaper: tuple[Cheaper, ...]

    @property
    def summary(self) -> Message:
        """The answer in a few sentences."""
        return self.headline.text

    @property
    def unpriced(self) -> Message | None:
        """What the nearest of its size costs, where the price of the first type is not known."""
        return unpriced_said(self.costs, self.needs, self.ranked)

    @property
    def by_outcome(self) -> dict[Outcome, int]:
        """How many of the types that fit have each outcome."""
        counts = Counter(entry.outcome for entry in self.ranked)
        return {outcome: counts[outcome] for outcome in Outcome if outcome.usable}

    @property
    def hvm_or_paravirtual(self) -> Message:
        """The answer to the question that it all began with, in one line."""
        said = (finding.text for finding in self.reasons if finding.part == "virtualization")
        return next(said, Message("Neither: no type is left."))
