"""The operating system inside the image, and what it can do."""

from __future__ import annotations

from wizard.flow.kind import Kind
from wizard.flow.question import YES_NO_UNKNOWN, Answers, Option, Options, Question, verbatim
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message

_GUEST = Message("What its kernel and drivers can do")


def _families(knowledge: Knowledge, _before: Answers) -> Options:
    undecided = Option("any", Message("Not decided yet"), Message("Judge by everything else."))
    return (undecided, *(Option(f.key, verbatim(f.title)) for f in knowledge.os_catalog.families))


def _versions(knowledge: Knowledge, before: Answers) -> Options:
    """No option at all where the family has no versions, and the question is not asked."""
    for family in knowledge.os_catalog.families:
        if family.key == before.get("os") and family.versions:
            return (Option("any", Message("Any version")), *(Option(v, verbatim(v)) for v in family.versions))
    return ()


def _describes_guest(answers: Answers) -> bool:
    """A listed distribution is known; a custom system, or just "Linux", is not."""
    return answers.get("os") in ("custom", "linux")


OS = Question(
    id="os",
    kind=Kind.ONE_OF,
    label=Message("Which operating system shall run?"),
    help=Message(
        "Windows runs on HVM only and never on Arm; macOS runs on Mac instances only; a Linux or BSD decides by its age "
        "which drivers and boot modes it has. Choose Custom for a system that is not listed, and describe it below."
    ),
    options=_families,
    default="any",
)

OS_VERSION = Question(
    id="os-version",
    kind=Kind.ONE_OF,
    label=Message("Which version?"),
    help=Message(
        "Old versions lack the drivers that Nitro types need, some versions do not run on Arm, and some need Nitro. "
        "Without a version, only what holds for all of them is judged."
    ),
    options=_versions,
    default="any",
)


def _guest(name: str, label: Message, why: Message, brief: Message) -> Question:
    return Question(
        id=f"guest-{name}",
        kind=Kind.ONE_OF,
        label=label,
        help=why,
        options=YES_NO_UNKNOWN,
        default="unknown",
        asked=_describes_guest,
        group=_GUEST,
        brief=brief,
    )


GUEST = (
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

QUESTIONS = (OS, OS_VERSION, *GUEST)
