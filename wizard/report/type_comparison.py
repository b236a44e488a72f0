"""Instance types beside each other, property by property."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wizard.model.ec2.instance_type import Hypervisor, InstanceType, Support
from wizard.model.frozen import frozen
from wizard.model.message import Message, counted
from wizard.model.prices.amount import money
from wizard.model.recommend.ranked import Ranked
from wizard.report import words
from wizard.report.instance_types import network, number, processor, storage
from wizard.report.report_writer import ReportWriter
from wizard.report.visible import visible

HYPERVISORS = {
    Hypervisor.NITRO: Message("Nitro"),
    Hypervisor.XEN: Message("Xen"),
    Hypervisor.NONE: Message("bare metal"),
}
_SUPPORT = {
    Support.REQUIRED: Message("required"),
    Support.SUPPORTED: Message("supported"),
    Support.UNSUPPORTED: words.NO,
}
_CURRENT, _PREVIOUS = Message("current"), Message("previous")

Say = Callable[[Ranked, ReportWriter], str]


@frozen
class Property:
    """title: what it is; values: one for each type."""

    title: str
    values: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the types do not all say the same."""
        return len(set(self.values)) > 1


def type_comparison(entries: Sequence[Ranked], writer: ReportWriter) -> tuple[Property, ...]:
    """Everything that is known of these types, in the order in which one asks for it."""
    return tuple(
        Property(writer.say(title), tuple(visible(say(entry, writer)) for entry in entries))
        for title, say in _PROPERTIES
    )


def _yes(holds: Callable[[InstanceType], bool]) -> Say:
    return lambda r, writer: writer.say(words.YES if holds(r.instance_type) else words.NO)


def _list(items: Callable[[InstanceType], Sequence[str]]) -> Say:
    return lambda r, _: ", ".join(items(r.instance_type))


def _word(message: Callable[[InstanceType], Message]) -> Say:
    return lambda r, writer: writer.say(message(r.instance_type))


def _span(low: int | None, high: int | None, writer: ReportWriter) -> str:
    """What is sustained and, where it is more, the burst."""
    if low is None:
        return "–"
    sustained = writer.figure(counted(low))
    return f"{sustained}–{writer.figure(counted(high))}" if high and high > low else sustained


_PROPERTIES: tuple[tuple[Message, Say], ...] = (
    (Message("vCPUs"), lambda r, writer: writer.figure(counted(r.instance_type.vcpus))),
    (
        Message("Cores"),
        _word(
            lambda t: Message(
                "{cores} core, threads each: {threads}",
                {"cores": counted(t.cores), "threads": t.threads_per_core},
                "{cores} cores, threads each: {threads}",
                t.cores,
            )
        ),
    ),
    (Message("Memory (GiB)"), lambda r, writer: writer.figure(number(r.instance_type.memory_gib))),
    (Message("Processor"), lambda r, writer: processor(r.instance_type, writer.figure)),
    (Message("Architecture"), _list(lambda t: t.architectures)),
    (Message("Generation"), lambda r, _: str(r.generation)),
    (Message("Generation by AWS"), _word(lambda t: _CURRENT if t.current_generation else _PREVIOUS)),
    (Message("Hypervisor"), _word(lambda t: HYPERVISORS[t.hypervisor])),
    (Message("Takes AMIs"), _list(lambda t: t.virtualization_types)),
    (Message("Boot modes"), _list(lambda t: t.boot_modes)),
    (
        Message("Root device"),
        lambda r, writer: ", ".join(
            writer.say(words.ROOT_DEVICES[word]) for word in r.instance_type.root_device_types
        ),
    ),
    (Message("NitroTPM"), _yes(lambda t: t.tpm)),
    (Message("ENA"), _word(lambda t: _SUPPORT[t.ena])),
    (Message("Network (Gbit/s)"), lambda r, writer: network(r.instance_type, writer.figure)),
    (Message("Elastic Fabric Adapter"), _yes(lambda t: t.efa)),
    (Message("Network interfaces"), lambda r, _: str(r.instance_type.network_interfaces)),
    (Message("EBS as NVMe"), _word(lambda t: _SUPPORT[t.ebs_nvme])),
    (
        Message("EBS (Mbit/s)"),
        lambda r, writer: _span(r.instance_type.ebs_baseline_mbps, r.instance_type.ebs_maximum_mbps, writer),
    ),
    (Message("Local storage"), lambda r, writer: storage(r.instance_type, writer)),
    (Message("Burstable"), _yes(lambda t: t.burstable)),
    (Message("Hibernation"), _yes(lambda t: t.hibernation)),
    (Message("Nitro Enclaves"), _yes(lambda t: t.enclaves)),
    (Message("Nested virtualization"), _yes(lambda t: t.nested_virtualization)),
    (Message("AMD SEV-SNP"), _yes(lambda t: t.sev_snp)),
    (Message("Dedicated Hosts"), _yes(lambda t: t.dedicated_hosts)),
    (Message("To be had as"), _list(lambda t: t.usage_classes)),
    (Message("Regions"), lambda r, _: str(len(r.instance_type.regions))),
    (
        Message("Price (USD/h)"),
        lambda r, writer: writer.figure(money(r.price.hourly_usd)) if r.price else "–",
    ),
)
