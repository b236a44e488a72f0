"""A type at its place in the list, and why it stands there."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.fact_words import clause
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import Hypervisor, InstanceType, gib, size_said
from wizard.model.frozen import frozen
from wizard.model.message import Message, counted, figure, joined_by_and
from wizard.model.prices.price import Price
from wizard.model.recommend.needs import Needs, Range

_MAKERS = {"AWS": Message("AWS Graviton"), "Intel": Message("Intel"), "AMD": Message("AMD")}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
SLOWER_INTERFACE = frozenset({"D3", "D4"})
"""The rules by which an instance uses the standard interface, the only one that M3 and T2 have."""
SAME_SIZE = 1.1
"""Up to a tenth more is one size: 488 and 512 GiB."""


def sized(instance_type: InstanceType) -> Message:
    """A type with its size: m3.medium (1 vCPU, 3.75 GiB)."""
    return Message("{type} ({size})", {"type": instance_type.name, "size": size_said(instance_type)})


@frozen
class Wish:
    """What a type is measured against: vCPUs and GiB, 0 where any will do; today: the type they are those of.

    guests: virtual machines shall run inside. local_storage_gb: what today's type has of it. hard_disks: the families
    whose local disks are none of SSD.
    """

    vcpus: float = 0
    memory_gib: float = 0
    today: str | None = None
    guests: bool = False
    local_storage_gb: int = 0
    hard_disks: frozenset[str] = frozenset()

    @classmethod
    def of(cls, needs: Needs, hard_disks: frozenset[str] = frozenset()) -> Wish:
        """The least that the needs ask for, or the most where they name one: all up to it was asked for."""
        today = needs.today
        return cls(
            vcpus=_reach(needs.vcpus) or (today.vcpus if today else 0),
            memory_gib=_reach(needs.memory_gib) or (today.memory_gib if today else 0),
            today=today.instance_type.name if today and (today.vcpus or today.memory_gib) else None,
            guests=needs.wants_guests,
            local_storage_gb=today.local_storage_gb if today else 0,
            hard_disks=hard_disks,
        )


def _reach(asked: Range) -> float:
    return (asked.maximum or asked.minimum or 0) if asked.minimum else 0


@frozen
class Ranked:
    """A type that fits, at its place in the list.

    generation: the number of the general purpose families of the same age. doubted: a fact that
    nobody knows could keep it from running. price: of an hour, where that is known. open_on: the
    facts that its outcome depends on, where that is unknown. lost: the rules by which something is lost.
    warned: AWS recommends a newer kernel for its network than the system has. uncertified: the image is one for
    SAP, and the type is not on the list of those that SAP has certified for HANA.
    """

    instance_type: InstanceType
    outcome: Outcome
    wish: Wish = Wish()
    generation: int = 0
    doubted: bool = False
    price: Price | None = None
    open_on: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    warned: bool = False
    uncertified: bool = False

    @property
    def why(self) -> Message:
        """What tells it from its neighbours: its size beside the one asked for, what is new in it, what to watch."""
        parts = [*self._standing(), *self._size(), self._made_of(), *self._watch()]
        named = {f"p{place}": part for place, part in enumerate(parts)}
        return Message("; ".join(f"{{{name}}}" for name in named), named)

    def _standing(self) -> Iterator[Message]:
        if self.outcome is Outcome.DEGRADED:
            others = [rule for rule in self.lost if rule not in SLOWER_INTERFACE]
            if len(others) < len(self.lost):
                yield Message("on the slower standard network interface")
            if others:
                yield Message("runs with something lost (rule {rules})", {"rules": ", ".join(others)})
        if self.open_on:
            yield Message(
                "depends on {facts}", {"facts": joined_by_and([clause(fact) for fact in self.open_on])}
            )
        if self.uncertified:
            yield Message("not listed as certified by SAP for SAP HANA")

    def _size(self) -> Iterator[Message]:
        t, wish = self.instance_type, self.wish
        if not wish.vcpus and not wish.memory_gib:
            return
        vcpus = max(t.vcpus - wish.vcpus, 0) if wish.vcpus else 0
        memory = max(t.memory_gib - wish.memory_gib, 0) if wish.memory_gib else 0
        more_vcpus = Message("{n} vCPU", {"n": figure(vcpus)}, "{n} vCPUs", int(vcpus))
        values: dict[str, object] = {"vcpus": more_vcpus, "memory": gib(memory), "today": wish.today}
        if not vcpus and t.memory_gib <= wish.memory_gib * SAME_SIZE:
            memory = 0
        yield Message(_sized(bool(vcpus), bool(memory), wish.today is not None).template, values)

    def _made_of(self) -> Message:
        t = self.instance_type
        if t.accelerators:
            names = ", ".join(dict.fromkeys(f"{a.manufacturer} {a.name}" for a in t.accelerators))
            return Message("{accelerators}", {"accelerators": names})
        if t.processor_manufacturer not in _MAKERS:
            return Message("{maker}", {"maker": t.processor_manufacturer})
        values = {"maker": _MAKERS[t.processor_manufacturer], "generation": self.generation}
        if t.family.partition("-")[0].rstrip(_LETTERS).endswith(str(self.generation)):
            return Message("{maker}, generation {generation}", values)
        return Message("{maker}, as old as M{generation}", values)

    def _watch(self) -> Iterator[Message]:
        t = self.instance_type
        if not t.current_generation:
            yield Message("a previous generation for AWS")
        elif t.hypervisor is Hypervisor.XEN:
            yield Message("on the older Xen hypervisor")
        if self.warned:
            yield Message("AWS recommends a newer kernel for its network")
        if t.bare_metal:
            yield Message("bare metal, without a hypervisor")
        elif self.wish.guests and t.nested_virtualization:
            yield Message("virtual machines inside by nested virtualization, a CPU option")
        if t.burstable:
            yield Message("burstable: full speed only while CPU credits last")
        if t.family.endswith("-flex"):
            yield Message("flex: full speed most of the time, not always")
        if t.local_storage_gb:
            yield Message("{disks}, empty after a stop", {"disks": self._disks()})
        if t.network_gbps >= _FAST_NETWORK_PER_VCPU * t.vcpus and not t.accelerators:
            yield Message("{network} Gbit/s of network", {"network": figure(t.network_gbps)})

    def _disks(self) -> Message:
        """How much of local disks, which are SSDs where nothing else is said, and how much less than today's."""
        has, today = self.instance_type.local_storage_gb, self.wish.local_storage_gb
        values: dict[str, object] = {"disks": counted(has), "less": counted(today - has)}
        if self.instance_type.family in self.wish.hard_disks:
            if has < today:
                return Message("{disks} GB of local hard disks, {less} GB less than today", values)
            return Message("{disks} GB of local hard disks", values)
        if has < today:
            return Message("{disks} GB of local disks, {less} GB less than today", values)
        return Message("{disks} GB of local disks", values)


_FAST_NETWORK_PER_VCPU = 1.0
"""Plain families keep up about half a Gbit/s for each vCPU, the network ones three times that."""


def _sized(vcpus: bool, memory: bool, today: bool) -> Message:
    """How a size stands to the one asked for, or to today's."""
    match vcpus, memory, today:
        case False, False, False:
            return Message("the size you asked for")
        case False, False, True:
            return Message("as large as {today}")
        case True, False, False:
            return Message("{vcpus} more than you asked for")
        case True, False, True:
            return Message("{vcpus} more than {today}")
        case False, True, False:
            return Message("{memory} GiB more than you asked for")
        case False, True, True:
            return Message("{memory} GiB more than {today}")
        case True, True, False:
            return Message("{vcpus} and {memory} GiB more than you asked for")
    return Message("{vcpus} and {memory} GiB more than {today}")
