"""What the instance that must move has today, and shall have at least afterwards."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from wizard.model.ec2.instance_type import AcceleratorKind, Architecture, InstanceType
from wizard.model.frozen import frozen


@frozen
class SizeOfToday:
    """Today's type, and which of its measures still count.

    answered: the questions of size that have an answer of their own ("vcpus", "memory-gib", "gpu",
    "local-storage-gb"): of these the answer counts, which may say less. Who asks again for what the
    type has takes nothing of it back, and `answered` is without that measure.
    """

    instance_type: InstanceType
    answered: frozenset[str] = frozenset()

    @classmethod
    def of(cls, instance_type: InstanceType, answered: Collection[str]) -> SizeOfToday:
        """Today's size, where these questions have an answer of their own."""
        return cls(instance_type, frozenset(answered) & MEASURES)

    @property
    def vcpus(self) -> int:
        """At least so many; 0 where an answer says how many."""
        return 0 if "vcpus" in self.answered else self.instance_type.vcpus

    @property
    def memory_gib(self) -> float:
        """At least so much; 0 where an answer says how much."""
        return 0 if "memory-gib" in self.answered else self.instance_type.memory_gib

    @property
    def local_storage_gb(self) -> int:
        """At least so much; 0 where an answer says how much, or where it is too little to be missed."""
        size = self.instance_type.local_storage_gb
        return 0 if "local-storage-gb" in self.answered or size < _DISK_GB else size

    @property
    def gpus(self) -> int:
        """At least so many whole ones; 0 where an answer says how many."""
        return 0 if "gpu" in self.answered else self.instance_type.gpus

    @cached_property
    def accelerators(self) -> frozenset[AcceleratorKind]:
        """The kinds of accelerator that the next type has to have as well."""
        if "gpu" in self.answered:
            return frozenset()
        return frozenset(accelerator.kind for accelerator in self.instance_type.accelerators)

    @cached_property
    def accelerator_memory_mib(self) -> int:
        """The memory of today's accelerators together."""
        if "gpu" in self.answered:
            return 0
        return max((a.memory_mib for a in self.instance_type.accelerators), default=0)

    @property
    def architecture(self) -> Architecture:
        """What the instance runs today, as far as the type tells: 64 bits where it has both."""
        architectures = self.instance_type.architectures
        return next((a for a in architectures if a is not Architecture.I386), architectures[0])


def is_asked_again(instance_type: InstanceType, measure: str, least: float) -> bool:
    """Whether so much of a measure is what today's type has, as people are shown it; of GPUs more of them as well.

    Then the rest of today's size counts as if nobody had said it: the kind of its GPUs, or what a disk may lack.
    """
    today = SizeOfToday(instance_type)
    match measure:
        case "vcpus":
            return least == today.vcpus
        case "memory-gib":
            return round(least, _SHOWN) == round(today.memory_gib, _SHOWN)
        case "local-storage-gb":
            return 0 < least == today.local_storage_gb
        case _:
            return 0 < today.gpus <= least


_SHOWN = 2
"""GiB are shown and asked with two decimals: 0.61 for the 627 MiB of a t1.micro."""

# The 4 GB of an m3.medium hold no data that anybody would move.
_DISK_GB = 10

MEASURES = frozenset({"vcpus", "memory-gib", "gpu", "local-storage-gb"})
"""The questions whose answer counts before today's size."""
