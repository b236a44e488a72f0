"""The columns of a table of instance types: what each cell says, and what it sorts by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wizard.gui import texts
from wizard.gui.texts import render
from wizard.gui.types.cells import (
    Amount,
    accelerators,
    against_today,
    ebs,
    ebs_amount,
    natural,
    price,
    processor,
)
from wizard.model.frozen import frozen
from wizard.model.message import Message, counted
from wizard.model.recommend.ranked import Ranked
from wizard.report import words
from wizard.report.instance_types import network, number
from wizard.report.type_comparison import HYPERVISORS
from wizard.report.visible import visible


@frozen
class TypeColumn:
    """id: as it is remembered. text: the cell; key: what it sorts by. amount: of a column of figures, which are set
    flush right, the least and the most that the cell says; None where it says none.

    always: shown also where it says the same in every row. asked: shown only to who asks for it.
    explained: for who points at the title.
    """

    id: str
    title: Message
    text: Callable[[Ranked], str]
    key: Callable[[Ranked], Any]
    amount: Callable[[Ranked], Amount | None] | None = None
    always: bool = True
    asked: bool = False
    explained: Message | None = None

    @property
    def numeric(self) -> bool:
        """Whether it holds figures."""
        return self.amount is not None


# What tells the types apart comes first.
COLUMNS: tuple[TypeColumn, ...] = (
    TypeColumn(
        "type",
        Message("Instance type"),
        lambda r: r.instance_type.name,
        lambda r: natural(r.instance_type.name),
    ),
    TypeColumn(
        "result",
        Message("Result"),
        lambda r: render(words.OUTCOMES[r.outcome]),
        lambda r: -r.outcome.severity,
        always=False,
    ),
    TypeColumn(
        "vcpus",
        Message("vCPUs"),
        lambda r: texts.figure(counted(r.instance_type.vcpus)),
        lambda r: r.instance_type.vcpus,
        amount=lambda r: (r.instance_type.vcpus,) * 2,
        explained=Message("A thread of a core on most x86 types, a whole core on Arm types."),
    ),
    TypeColumn(
        "memory",
        Message("Memory (GiB)"),
        lambda r: texts.figure(number(r.instance_type.memory_gib)),
        lambda r: r.instance_type.memory_mib,
        amount=lambda r: (r.instance_type.memory_gib,) * 2,
    ),
    TypeColumn(
        "today",
        Message("Against today"),
        against_today,
        lambda r: (
            r.instance_type.vcpus - r.wish.vcpus,
            r.instance_type.memory_gib - r.wish.memory_gib,
        ),
        always=False,
        explained=Message("vCPUs and memory more or less than the instance has today."),
    ),
    TypeColumn(
        "processor",
        Message("Processor"),
        lambda r: processor(r.instance_type),
        lambda r: (r.instance_type.processor_manufacturer, r.instance_type.clock_ghz or 0),
        explained=Message("Its maker and the clock that it sustains, where AWS tells it."),
    ),
    TypeColumn(
        "generation",
        Message("Generation"),
        lambda r: str(r.generation),
        lambda r: r.generation,
        amount=lambda r: (r.generation,) * 2,
        explained=Message("The number of the general purpose families of the same age: 8 for m8i."),
        always=False,
    ),
    TypeColumn(
        "network",
        Message("Network (Gbit/s)"),
        lambda r: network(r.instance_type, texts.figure),
        lambda r: (r.instance_type.network_gbps, r.instance_type.network_peak_gbps),
        amount=lambda r: (r.instance_type.network_gbps, r.instance_type.network_peak_gbps),
        explained=Message("What it sustains and, behind the dash, the burst."),
    ),
    TypeColumn(
        "price",
        Message("Price (USD/h)"),
        lambda r: price(r.price) if r.price else "–",
        lambda r: (r.price is None, r.price.hourly_usd if r.price else 0),
        amount=lambda r: (float(r.price.hourly_usd),) * 2 if r.price else None,
        always=False,
        explained=Message("On-Demand, shared hardware, with the licence of the system, where it is known."),
    ),
    TypeColumn(
        "storage",
        Message("Local storage (GB)"),
        lambda r: (
            texts.figure(counted(r.instance_type.local_storage_gb))
            if r.instance_type.local_storage_gb
            else "–"
        ),
        lambda r: r.instance_type.local_storage_gb,
        amount=lambda r: (r.instance_type.local_storage_gb,) * 2,
        always=False,
        explained=Message("Disks of the host, empty after a stop. EBS volumes are not counted."),
    ),
    TypeColumn(
        "accelerators",
        Message("Accelerators"),
        lambda r: visible(accelerators(r.instance_type)) or "–",
        lambda r: (sum(a.count for a in r.instance_type.devices), accelerators(r.instance_type)),
        always=False,
    ),
    TypeColumn(
        "architecture",
        Message("Architecture"),
        lambda r: ", ".join(r.instance_type.architectures),
        # An Intel type that takes 32 bits too is no other choice to the person.
        lambda r: "arm64" in r.instance_type.architectures,
        always=False,
    ),
    TypeColumn(
        "hypervisor",
        Message("Hypervisor"),
        lambda r: render(HYPERVISORS[r.instance_type.hypervisor]),
        lambda r: r.instance_type.hypervisor,
        always=False,
    ),
    TypeColumn(
        "virtualization",
        Message("Takes AMIs"),
        lambda r: ", ".join(r.instance_type.virtualization_types),
        lambda r: tuple(r.instance_type.virtualization_types),
        asked=True,
        explained=Message("The virtualization types of AMIs that it takes."),
    ),
    TypeColumn(
        "boot",
        Message("Boot modes"),
        lambda r: ", ".join(r.instance_type.boot_modes),
        lambda r: tuple(r.instance_type.boot_modes),
        asked=True,
    ),
    TypeColumn(
        "ebs",
        Message("EBS (Mbit/s)"),
        lambda r: ebs(r.instance_type),
        lambda r: (r.instance_type.ebs_baseline_mbps or 0, r.instance_type.ebs_maximum_mbps or 0),
        amount=lambda r: ebs_amount(r.instance_type),
        asked=True,
        explained=Message("Bandwidth to EBS volumes: what it sustains and, behind the dash, the burst."),
    ),
    TypeColumn(
        "regions",
        Message("Regions"),
        lambda r: str(len(r.instance_type.regions)),
        lambda r: len(r.instance_type.regions),
        amount=lambda r: (len(r.instance_type.regions),) * 2,
        asked=True,
        explained=Message("In how many Regions it is offered."),
    ),
    TypeColumn(
        "why",
        Message("Why it stands here"),
        lambda r: render(r.why, 300),
        lambda r: render(r.why),
        explained=Message(
            "Its size beside the one asked for, its maker and its age, and what to watch: the order of the list "
            "follows them."
        ),
    ),
)
BY_ID = {column.id: place for place, column in enumerate(COLUMNS)}
RESULT, PRICE = BY_ID["result"], BY_ID["price"]
OF_THE_PRICE: tuple[tuple[Message, Callable[[Ranked], str]], ...] = (
    (Message("Price as of"), lambda r: r.price.as_of.isoformat() if r.price else ""),
    (Message("Source of the price"), lambda r: visible(r.price.source) if r.price else ""),
)
