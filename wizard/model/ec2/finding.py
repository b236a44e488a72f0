"""What the judge says: outcomes, the evidence behind them, findings and verdicts."""

from __future__ import annotations

import datetime

from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.word import Word


class Outcome(Word):
    """What becomes of a launch, worst first.

    UNKNOWN: nothing that is known speaks against it, but a fact that nobody gave could make it one of
    those before.
    """

    REFUSED = "refused"
    NO_BOOT = "no-boot"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"
    DEGRADED = "degraded"
    WORKS = "works"

    @property
    def severity(self) -> int:
        """5 for refused down to 0 for works."""
        return _SEVERITY[self]

    @property
    def usable(self) -> bool:
        """True if the instance comes up and can be used, perhaps with something lost, as far as is known."""
        return self not in PREVENTS


_SEVERITY = {outcome: 5 - place for place, outcome in enumerate(Outcome)}
PREVENTS = frozenset({Outcome.REFUSED, Outcome.NO_BOOT, Outcome.UNREACHABLE})
"""The outcomes with which there is no instance that one could use."""


class Evidence(Word):
    """How a fact is known, strongest first."""

    DOCUMENTED = "documented"
    ARCHIVED = "archived"
    OBSERVED = "observed"
    VENDOR = "vendor"
    REPORTED = "reported"
    INFERRED = "inferred"


def weakest(*grades: Evidence) -> Evidence:
    """The grade of what rests on all of these."""
    return max(grades, key=tuple(Evidence).index)


class Reason(Word):
    """The topic a finding belongs to."""

    VIRTUALIZATION = "virtualization"
    ARCHITECTURE = "architecture"
    BOOT_MODE = "boot-mode"
    ENA = "ena"
    NVME = "nvme"
    ROOT_DEVICE = "root-device"
    REGION = "region"
    OS_SUPPORT = "os-support"
    TPM = "tpm"
    HIBERNATION = "hibernation"
    ENCLAVE = "enclave"
    USAGE = "usage"
    MARKETPLACE = "marketplace"
    STATE = "state"
    SPECIFICATION = "specification"
    CPU = "cpu"
    MEMORY = "memory"
    LIMITS = "limits"
    BILLING = "billing"
    OTHER = "other"


@frozen
class Source:
    """Where a fact comes from. checked: the day somebody last read it there."""

    title: str
    url: str
    checked: datetime.date


@frozen
class Finding:
    """One rule's word on one image and one type.

    ec2_error is what EC2 answers, filled in with the real values, where its words are known. part: of
    a decision, the part that it is the reason for, by its name in JSON.
    """

    rule: str
    reason: Reason
    outcome: Outcome
    evidence: Evidence
    text: Message
    remedy: Message
    ec2_error: Message | None
    ec2_error_code: str | None
    sources: tuple[Source, ...]
    part: str | None = None


@frozen
class Unknown:
    """A fact nobody gave, why it matters here, and how to supply it.

    fact: the fact's path, such as "os.family" or "launch.region". doubt: whether the launch itself
    depends on it, so that nobody can say that it works.
    """

    fact: str
    matters_because: Message
    how_to_supply: Message
    doubt: bool = False


@frozen
class Verdict:
    """All findings on one image and one type, those that prevent a launch or its use first, and what could not be judged."""

    findings: tuple[Finding, ...]
    unknowns: tuple[Unknown, ...]

    @property
    def outcome(self) -> Outcome:
        """The worst finding's outcome, or unknown where that is none and something is in doubt."""
        outcomes = [finding.outcome for finding in self.findings]
        if any(unknown.doubt for unknown in self.unknowns):
            outcomes.append(Outcome.UNKNOWN)
        return max(outcomes, key=lambda o: o.severity, default=Outcome.WORKS)
