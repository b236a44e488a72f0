"""What today's size asks of the type to move to."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.instance_type import InstanceType, Support, gib
from wizard.model.frozen import replace
from wizard.model.message import Message
from wizard.model.recommend.criteria.criterion import Criterion
from wizard.model.recommend.size_of_today import SizeOfToday


def same_size(today: SizeOfToday, nvme: bool | None = None) -> Iterator[Criterion]:
    """At least what the instance has today, each measure with its own reason.

    nvme: whether the system has a driver for NVMe disks; a word of the criteria, which are told apart by it.
    """
    for number, text, fits in (
        (today.vcpus, Message("Fewer than the {number} vCPUs of {type}"), lambda t: t.vcpus >= today.vcpus),
        (
            today.memory_gib,
            Message("Less than the {number} GiB of memory of {type}"),
            lambda t: t.memory_gib >= today.memory_gib,
        ),
        (today.gpus, Message("Fewer than the {number} GPUs of {type}"), lambda t: t.gpus >= today.gpus),
        (
            len(today.accelerators),
            Message("Without accelerators of the kind of {type}"),
            lambda t: today.accelerators <= {a.kind for a in t.accelerators},
        ),
        (
            today.accelerator_memory_mib // 1024,
            Message("Less than the {number} GiB of accelerator memory of {type}"),
            lambda t: _accelerator_memory(t) >= today.accelerator_memory_mib,
        ),
        (
            today.local_storage_gb,
            Message("Less than the {number} GB of local disks of {type}"),
            lambda t: usable_storage_gb(t, nvme) >= today.local_storage_gb * ALMOST,
        ),
    ):
        if number:
            values: dict[str, object] = {
                "number": gib(number),
                "type": today.instance_type.name,
                "nvme": nvme,
            }
            yield Criterion(
                "same-size", fits, replace(text, values=values), lambda n: replace(n, today=None), "no"
            )


# 3,840 GB of disks are followed by 3,800 GB of them: what is called 2 TB was counted otherwise before.
ALMOST = 0.96


def _accelerator_memory(instance_type: InstanceType) -> int:
    return max((a.memory_mib for a in instance_type.accelerators), default=0)


def usable_storage_gb(instance_type: InstanceType, nvme: bool | None) -> int:
    """The local disks that a system can use: of NVMe disks none without the driver."""
    lost = nvme is False and instance_type.local_nvme is Support.REQUIRED
    return 0 if lost else instance_type.local_storage_gb
