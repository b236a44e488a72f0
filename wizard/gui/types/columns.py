"""The columns of a table of instance types: what each cell says, and what it sorts by."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from wizard.gui import texts
from wizard.gui.texts import render
from wizard.model.ec2.instance_type import InstanceType, gib
from wizard.model.message import Figure, Message, counted, figure
from wizard.model.recommend.ranked import Ranked
from wizard.report import words
from wizard.report.instance_types import network, number
from wizard.report.type_comparison import HYPERVISORS
from wizard.report.visible import visible


@dataclass(frozen=True, slots=True)
class TypeColumn:
    """id: as it is remembered. text: the cell; key: what it sorts by. numeric: set flush right.

    always: shown also where it says the same in every row. asked: shown only to who asks for it.
    explained: for who points at the title.
    """

    id: str
    title: Message
    text: Callable[[Ranked], str]
    key: Callable[[Ranked], object]
    numeric: bool = False
    always: bool = True
    asked: bool = False
    explained: Message | None = None


def _accelerators(t: InstanceType) -> str:
    return ", ".join(f"{a.count} × {a.name}" if a.count else a.name for a in t.devices)


def _processor(t: InstanceType) -> str:
    clock = "" if t.clock_ghz is None else f" {texts.figure(figure(t.clock_ghz))} GHz"
    return visible(f"{t.processor_manufacturer}{clock}")


def _signed(amount: float) -> str:
    sign = "+" if amount >= 0 else "–"
    return sign + texts.figure(gib(abs(amount)))


def _against_today(r: Ranked) -> str:
    if r.wish.today is None:
        return ""
    vcpus = r.instance_type.vcpus - r.wish.vcpus
    values = {
        "vcpus": _signed(vcpus),
        "memory": _signed(r.instance_type.memory_gib - r.wish.memory_gib),
    }
    return render(Message("{vcpus} vCPUs, {memory} GiB", values))


def _ebs(t: InstanceType) -> str:
    """Sustained to burst, in megabits a second."""
    if t.ebs_baseline_mbps is None:
        return "–"
    sustained = texts.figure(counted(t.ebs_baseline_mbps))
    burst = t.ebs_maximum_mbps
    if burst and burst > t.ebs_baseline_mbps:
        return f"{sustained}–{texts.figure(counted(burst))}"
    return sustained


@lru_cache(maxsize=4096)
def natural(name: str) -> tuple[object, ...]:
    """Sorts m5.2xlarge before m5.12xlarge: figures count as numbers."""
    parts = re.split(r"([0-9]+)", name)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


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
        numeric=True,
        explained=Message("A thread of a core on most x86 types, a whole core on Arm types."),
    ),
    TypeColumn(
        "memory",
        Message("Memory (GiB)"),
        lambda r: texts.figure(number(r.instance_type.memory_gib)),
        lambda r: r.instance_type.memory_mib,
        numeric=True,
    ),
    TypeColumn(
        "today",
        Message("Against today"),
        _against_today,
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
        lambda r: _processor(r.instance_type),
        lambda r: (r.instance_type.processor_manufacturer, r.instance_type.clock_ghz or 0),
        explained=Message("Its maker and the clock that it sustains, where AWS tells it."),
    ),
    TypeColumn(
        "generation",
        Message("Generation"),
        lambda r: str(r.generation),
        lambda r: r.generation,
        numeric=True,
        explained=Message("The number of the general purpose families of the same age: 8 for m8i."),
        always=False,
    ),
    TypeColumn(
        "network",
        Message("Network (Gbit/s)"),
        lambda r: network(r.instance_type, texts.figure),
        lambda r: (r.instance_type.network_gbps, r.instance_type.network_peak_gbps),
        numeric=True,
        explained=Message("What it sustains and, behind the dash, the burst."),
    ),
    TypeColumn(
        "price",
        Message("Price (USD/h)"),
        lambda r: texts.figure(Figure(f"{r.price.hourly_usd.normalize():f}")) if r.price else "–",
        lambda r: (r.price is None, r.price.hourly_usd if r.price else 0),
        numeric=True,
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
        numeric=True,
        always=False,
        explained=Message("Disks of the host, empty after a stop. EBS volumes are not counted."),
    ),
    TypeColumn(
        "accelerators",
        Message("Accelerators"),
        lambda r: visible(_accelerators(r.instance_type)) or "–",
        lambda r: (sum(a.count for a in r.instance_type.devices), _accelerators(r.instance_type)),
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
        lambda r: _ebs(r.instance_type),
        lambda r: (r.instance_type.ebs_baseline_mbps or 0, r.instance_type.ebs_maximum_mbps or 0),
        numeric=True,
        asked=True,
        explained=Message("Bandwidth to EBS volumes: what it sustains and, behind the dash, the burst."),
    ),
    TypeColumn(
        "regions",
        Message("Regions"),
        lambda r: str(len(r.instance_type.regions)),
        lambda r: len(r.instance_type.regions),
        numeric=True,
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
RESULT = BY_ID["result"]
OF_THE_PRICE: tuple[tuple[Message, Callable[[Ranked], str]], ...] = (
    (Message("Price as of"), lambda r: r.price.as_of.isoformat() if r.price else ""),
    (Message("Source of the price"), lambda r: visible(r.price.source) if r.price else ""),
)
