"""HVM or paravirtualization: the answer of 2014, today's, and what changed in between."""

from __future__ import annotations

from wizard.model.ec2.finding import Source
from wizard.model.ec2.instance_type import VirtualizationType
from wizard.model.ec2.launch import Edition
from wizard.model.ec2.operating_system import OsKind
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Answer, ThenAndNow
from wizard.model.rules.rulebook import Rulebook

_HVM = VirtualizationType.HVM
_NOTHING = Message("With these answers nothing was left to choose.")
_THEN_WINDOWS = Message(
    "Windows needs HVM: paravirtualization asks for a modified guest kernel, and Windows has none."
)
_THEN_HVM = Message(
    "HVM, because paravirtualization is not possible with these answers. It needs a kernel that knows Xen, "
    "its drivers in the guest, and a type that takes it."
)
_THEN_PV = Message(
    "Linux and UNIX can use both. Paravirtualization was preferred: HVM emulates hardware, which costs speed, "
    "and needs a host CPU with Intel VT or AMD-V. Linux on t1.micro cannot use HVM at all."
)
_NOW_HVM = Message(
    "HVM. Its guests reach disk and network through drivers of their own instead of emulated devices, so the "
    "old speed reason is gone, and every type but a few of the first generations takes nothing else."
)
_NOW_PV = Message(
    "Paravirtual, because the types that remain run it and not HVM with this operating system. Moving to a "
    "current type with an HVM image is the better way."
)


def then_and_now(
    rulebook: Rulebook, kind: OsKind | None, then: VirtualizationType | None, now: VirtualizationType | None
) -> ThenAndNow:
    """Puts the two years' decisions, made elsewhere by the same rulebook, into words with their sources."""
    cite = rulebook.sources.__getitem__
    if then is None:
        then_text = _NOTHING
    elif then is _HVM:
        then_text = _THEN_WINDOWS if kind is OsKind.WINDOWS else _THEN_HVM
    else:
        then_text = _THEN_PV
    now_text = _NOTHING if now is None else _NOW_HVM if now is _HVM else _NOW_PV
    return ThenAndNow(
        then=Answer(Edition.YEAR_2014, then, then_text, (cite("computerweekly-2014"),)),
        now=Answer(Edition.CURRENT, now, now_text, _now_sources(rulebook)),
        changed=_changed(then, now),
    )


def _now_sources(rulebook: Rulebook) -> tuple[Source, ...]:
    return rulebook.sources["ug-components-amis"], rulebook.sources["data"]


def _changed(then: VirtualizationType | None, now: VirtualizationType | None) -> Message:
    if then is now:
        return Message("For these answers the advice is the same today.")
    return Message(
        "AWS turned the advice round: it recommends HVM for every current type, and only the families C1, C3, "
        "M1, M2, M3 and T1 still take paravirtual images."
    )
