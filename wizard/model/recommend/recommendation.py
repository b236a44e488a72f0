"""The answer to a person's needs: a decision, its reasons, and what became of everything else."""

from __future__ import annotations

from dataclasses import dataclass

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
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.ranked import Ranked


@dataclass(frozen=True, slots=True)
class Profile:
    """The kind of image: what one would look for among AMIs, or register one with."""

    virtualization_type: VirtualizationType
    architecture: Architecture
    boot_mode: BootMode
    ena: bool
    root_device_type: RootDeviceType
    tpm: bool = False


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Types left out for the same first reason. answer: the answer that did it, or None for a rule.

    topic: the id of the answer, or the reason of the rule, that leaves them out.
    """

    topic: str
    text: Message
    types: tuple[InstanceType, ...]
    answer: str | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Relaxation:
    """answer: the question's id; instead: what to answer; count: how many types come back.

    Where only several answers together help, their ids and new answers are joined by "+".
    """

    answer: str
    instead: str
    text: Message
    count: int


@dataclass(frozen=True, slots=True)
class Alternative:
    """A profile that was not chosen. findings speak against it; types: how many it would reach."""

    profile: Profile
    outcome: Outcome
    findings: tuple[Finding, ...]
    types: int
    text: Message


@dataclass(frozen=True, slots=True)
class Standing:
    """How the image one has does on the types the needs allow. types: where it can be used."""

    image: Image
    types: tuple[InstanceType, ...]
    outcome: Outcome
    findings: tuple[Finding, ...]
    text: Message


@dataclass(frozen=True, slots=True)
class Answer:
    """One year's answer to "HVM or paravirtualization?", for these needs."""

    edition: Edition
    virtualization_type: VirtualizationType | None
    text: Message
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """The answer of 2014, today's, and what changed in between."""

    then: Answer
    now: Answer
    changed: Message


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What `advise` returns.

    decision is None only when no type is left; relax then names at least one answer to change.
    judged: the decision, or the kind of image that came nearest where there is none.
    ranked: best first; excluded: every other type of the catalogue, by first reason, largest group
    first. by_architecture: types that meet every answer, for each architecture left open.
    near_misses: for a few excluded types, the finding whose EC2 error one would have met.
    """

    needs: Needs
    decision: Profile | None
    judged: Profile
    summary: Message
    reasons: tuple[Finding, ...]
    unknowns: tuple[Unknown, ...]
    alternatives: tuple[Alternative, ...]
    ranked: tuple[Ranked, ...]
    excluded: tuple[Exclusion, ...]
    relax: tuple[Relaxation, ...]
    then_and_now: ThenAndNow
    standing: Standing | None
    by_architecture: tuple[tuple[Architecture, int], ...]
    near_misses: tuple[tuple[InstanceType, Finding], ...]
