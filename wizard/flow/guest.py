"""What the kernel and the drivers of the system in the image can do."""

from __future__ import annotations

from wizard.flow.question import (
    Answers,
    Condition,
    Question,
    in_group,
    yes_or_no,
)
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message


def _is_not_listed(knowledge: Knowledge, before: Answers) -> bool:
    """A listed distribution is known; a custom system, or just "Linux", is not."""
    family = knowledge.os_catalog.family(str(before.get("os", "any")))
    return family is not None and family.key in ("custom", "linux")


_DESCRIBES_GUEST = Condition(
    _is_not_listed,
    Message("describes a system that is not listed; expected {os} custom or {os} linux"),
)


def _guest(name: str, label: Message, why: Message, brief: Message) -> Question:
    return yes_or_no(f"guest-{name}", label, why, brief, _DESCRIBES_GUEST)


GUEST = in_group(
    Message("What its kernel and drivers can do"),
    _guest(
        "xen-pv-kernel",
        Message("Can its kernel boot as a Xen paravirtual guest?"),
        Message("Without such a kernel a paravirtual image does not start; HVM does not need it."),
        Message("Xen PV kernel: {value}"),
    ),
    _guest(
        "pv-drivers",
        Message("Does it have Xen drivers for disk and network?"),
        Message("Xen types offer disk and network through them, to paravirtual and to HVM images."),
        Message("Xen drivers: {value}"),
    ),
    _guest(
        "ena-driver",
        Message("Does it have the ENA network driver?"),
        Message(
            "Nitro types have no other network adapter: without the driver the instance is not reachable."
        ),
        Message("ENA driver: {value}"),
    ),
    _guest(
        "nvme-driver",
        Message("Does it have the NVMe driver, also in its initramfs?"),
        Message(
            "On Nitro types the root volume is an NVMe device: without the driver the system does not start."
        ),
        Message("NVMe driver: {value}"),
    ),
    _guest(
        "uefi-boot",
        Message("Can it boot with UEFI?"),
        Message(
            "Arm types boot with UEFI only, NitroTPM and Secure Boot need it, and a few x86 types know nothing else."
        ),
        Message("UEFI: {value}"),
    ),
    _guest(
        "host-vt",
        Message("Does the host's CPU have Intel VT or AMD-V?"),
        Message(
            "Every EC2 host of today has it. The advice of 2014 asked, because HVM cannot run without it; the answer "
            "changes only what that year would have said."
        ),
        Message("VT or AMD-V: {value}"),
    ),
)
