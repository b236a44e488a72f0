"""The size that was asked for, or today's, and how far a type is from it."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from wizard.model.catalog.families import PurposeOrder
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.recommend.needs import Needs, Range

# Where only memory is named: the balance of the memory families, 8 GiB for each vCPU, and no single
# vCPU for much of it; both as logarithms.
_MEMORY_FAMILIES = 3.0
_LEAST_VCPUS = 1.0
_LESS = 1.3
_SAME = log2(1.1)
# 3,760 GB are followed by 3,800; who has a family for storage misses even that.
_NEARLY_ALL = 0.98


class Size(dict[tuple[float, float, int], tuple[float, float, float, float, int]]):
    """How far a type is from the GPUs and the size that were asked for, in doublings, and the rest from the usual.

    By the logarithms of vCPUs and GiB and the GPUs: a thousand types have two hundred sizes. For each
    the distance from the GPUs, from the size with what comes dear, from the size alone, from the usual,
    and how many times over it has all that was asked for, where a purpose orders the families.
    plain: neither storage nor bandwidth is asked for. for_storage: today's family is one for its disks.
    """

    def __init__(self, needs: Needs, order: PurposeOrder, *, for_storage: bool = False) -> None:
        today = needs.today
        vcpus = _least(needs.vcpus, today.vcpus if today else 0, order.size[0])
        memory = _least(needs.memory_gib, today.memory_gib if today else 0, order.size[1])
        self._vcpus = log2(vcpus) if vcpus else None
        self._memory = log2(memory) if memory else None
        self._gpus = needs.gpus or (today.gpus if today else 0)
        self._disks = today.local_storage_gb if today else 0
        self._enough_disks = self._disks * (1 if for_storage else _NEARLY_ALL)
        self._storage = needs.local_storage_gb or self._disks
        self._network = needs.network_gbps
        # A machine twice as large is no nearer to a purpose; what is asked for by number, and today's kind, come in few sizes.
        few = order.few_sizes or self._gpus
        # Machines with accelerators double from size to size.
        self._spared = 1 if order.accelerators else 0
        # Who has GPUs in a machine of today buys none of many times its size for the sake of the purpose's first line.
        has_gpus = today is not None and order.accelerators and today.gpus > 0
        self._counts_times = has_gpus or (today is None and not few)
        self.plain = not self._storage and not self._network
        self._order = order
        self.named = bool(vcpus or memory)

    def __missing__(self, size: tuple[float, float, int]) -> tuple[float, float, float, float, int]:
        vcpus, memory, gpus = size
        beyond = [
            _beyond(has, asked)
            for has, asked in ((vcpus, self._vcpus), (memory, self._memory))
            if asked is not None
        ]
        distance = sum(map(abs, beyond))
        times = self._times(beyond) if beyond and self._counts_times else 0
        more_gpus = abs(log2(gpus / self._gpus)) if self._gpus and gpus else 0
        imbalance = self._imbalance(vcpus, memory)
        # Where one of vCPUs and memory is named, too much of the other is too much as well.
        near = distance + imbalance if self.named else distance
        # Rounded: 488 and 512 GiB are one size.
        found = self[size] = more_gpus, round(near, 1), round(distance, 1), round(imbalance, 1), times
        return found

    def _times(self, beyond: Sequence[float]) -> int:
        """How many times over it has what was asked for; twice the memory is no more than a purpose's own balance."""
        times = min(beyond)
        if len(beyond) == 2 and not self._spared:
            vcpus, memory = beyond
            times = max(times, vcpus, memory - 1)
        return max(0, int(times) - self._spared)

    def _imbalance(self, vcpus: float, memory: float) -> float:
        """How far what nobody asked for is from what goes with the rest."""
        if self._vcpus is not None and self._memory is not None:
            return 0
        if self._vcpus is not None:
            return abs(memory - vcpus - log2(self._order.gib_per_vcpu))
        if self._memory is not None:
            return abs(vcpus - max(_LEAST_VCPUS, self._memory - _MEMORY_FAMILIES))
        usual_vcpus, usual_memory = self._order.size
        return abs(vcpus - log2(usual_vcpus)) + abs(memory - log2(usual_memory))

    def beyond(self, t: InstanceType, near: float, imbalance: float) -> float:
        """How near it is where storage or bandwidth is asked for.

        Where nothing else is, the smallest machine that has it is nearest.
        """
        if t.local_storage_gb < self._enough_disks:
            # A little less than today's is worse than what is twice as large.
            return near + _LESS
        return near if self.named else round(imbalance + self.excess(t), 1)

    def excess(self, t: InstanceType) -> float:
        """How much more local storage and bandwidth it has than was asked for."""
        pairs = ((self._storage, t.local_storage_gb), (self._network, t.network_gbps))
        return round(sum(abs(log2(has / asked)) for asked, has in pairs if asked and has), 1)


def _beyond(has: float, asked: float) -> float:
    """How much more it has, in doublings: up to a tenth more is one size, as 16 GiB is for the 15 of old."""
    more = has - asked
    return 0 if 0 < more <= _SAME else more


def _least(asked: Range, today: float, usual: float) -> float:
    """What a measure starts from: the answer, or today's; 0 where nobody asked."""
    if asked.minimum or today:
        return asked.minimum or today
    return min(usual, asked.maximum) if asked.maximum else 0
