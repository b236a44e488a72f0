"""The spectrum of virtualization: what a guest's machine does itself, by agreement with its hypervisor, or in hardware.

HVM and PV are its ends. What EC2 calls HVM has moved along it: from emulated devices by way of
paravirtual drivers to the Nitro System, where cards of their own serve disk and network.
Sources: the Xen Project's handbook (concepts) for PV, HVM, PVHVM and PVH; for Nitro and the
interrupts AWS EC2 Virtualization 2017 by B. Gregg. Both read on 2026-11-29.
"""

from __future__ import annotations

from wizard.model.ec2.instance_type import Hypervisor, VirtualizationType
from wizard.model.frozen import frozen
from wizard.model.message import Message, joined
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.word import Word

SOURCES = ("xen-concepts", "gregg-2017")
"""Keys of the rulebook's sources."""


class Way(Word):
    """How a part of the machine is there for the guest."""

    EMULATED = "emulated"
    PARAVIRTUAL = "paravirtual"
    HARDWARE = "hardware"


WAYS = {
    Way.EMULATED: Message("emulated"),
    Way.PARAVIRTUAL: Message("paravirtual"),
    Way.HARDWARE: Message("by hardware"),
}

PARTS = (
    Message("Processor and memory"),
    Message("Disk and network"),
    Message("Interrupts and timers"),
    Message("Board and firmware"),
)
"""What a Mode has a way for, in this order."""


@frozen
class Mode:
    """A point of the spectrum. ways: one for each of PARTS. note: where EC2 has or had it."""

    id: str
    title: Message
    ways: tuple[Way, Way, Way, Way]
    note: Message

    @property
    def text(self) -> Message:
        """The row in a sentence, for whoever hears it."""
        said = [
            Message("{part} {way}", {"part": part, "way": WAYS[way]})
            for part, way in zip(PARTS, self.ways, strict=True)
        ]
        values = {"title": self.title, "ways": joined(said, ", "), "note": self.note}
        return Message("{title}: {ways}. {note}", values)


_E, _P, _H = Way.EMULATED, Way.PARAVIRTUAL, Way.HARDWARE
PV = Mode(
    "pv",
    Message("PV"),
    (_P, _P, _P, _P),
    Message("On C1, C3, M1, M2, M3 and T1; the guest's kernel must know Xen."),
)
HVM = Mode(
    "hvm",
    Message("HVM, all emulated"),
    (_H, _E, _E, _E),
    Message("What the article of 2014 meant by HVM: any system runs, and its devices are slow."),
)
PVHVM = Mode(
    "pvhvm",
    Message("HVM with PV drivers (PVHVM)"),
    (_H, _P, _P, _E),
    Message("HVM on Xen types today: the drivers of PV in a guest that HVM starts."),
)
PVH = Mode(
    "pvh",
    Message("PVH"),
    (_H, _P, _P, _P),
    Message("Xen's own successor of PV; EC2 does not offer it."),
)
NITRO = Mode(
    "nitro",
    Message("Nitro"),
    (_H, _H, _H, _E),
    Message("HVM on every current type: cards of the host serve ENA and NVMe."),
)
SPECTRUM = (PV, HVM, PVHVM, PVH, NITRO)


def mode_of(recommendation: Recommendation) -> Mode | None:
    """Where the advice stands: its kind of image on the first type. None on bare metal, or where nothing fits."""
    if recommendation.decision is None:
        return None
    if recommendation.decision.virtualization_type is VirtualizationType.PARAVIRTUAL:
        return PV
    return {Hypervisor.XEN: PVHVM, Hypervisor.NITRO: NITRO}.get(
        recommendation.ranked[0].instance_type.hypervisor
    )
