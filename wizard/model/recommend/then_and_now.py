"""HVM or paravirtualization: the answer of 2014, today's, and what changed in between."""

from __future__ import annotations

from wizard.model.ec2.finding import Source
from wizard.model.ec2.instance_type import VirtualizationType
from wizard.model.ec2.launch import Edition
from wizard.model.ec2.operating_system import OsKind
from wizard.model.frozen import replace
from wizard.model.message import Message, counted
from wizard.model.recommend.recommendation import ThenAndNow, YearAnswer
from wizard.model.rules.rulebook import Rulebook

_HVM = VirtualizationType.HVM
_NOTHING = Message("With these answers nothing was left to choose.")
_THEN_WINDOWS = Message(
    "HVM: Windows has no kernel for paravirtualization, which asks for a modified guest. {reach}"
)
_THEN_MAC = Message(
    "Neither: EC2 had no Macs in 2014. The first came in 2020; a Mac boots by its own firmware, and EC2 marks its "
    "AMIs as HVM."
)
_THEN_HVM = Message(
    "HVM, because paravirtualization was not possible with these answers: it needs a guest kernel that knows "
    "Xen, its drivers, and a type that takes it. {reach}"
)
_THEN_PV = Message(
    "Paravirtual, by the article of June 2014: Linux and UNIX could use both, HVM emulated hardware, which cost "
    "speed, and needed a host CPU with Intel VT or AMD-V. Linux on t1.micro could not use HVM at all. {reach}"
)
_NOW_HVM = Message(
    "HVM: its guests reach disk and network through drivers of their own instead of emulated devices, so the "
    "old speed reason is gone, and every type but a few of the first generations takes nothing else. {reach}"
)
_NOW_MAC = Message("HVM, as EC2 marks every AMI of macOS. {reach}")
_NOW_PV = Message(
    "Paravirtual, because the types that remain run it and not HVM with this operating system. Moving to a "
    "current type with an HVM AMI is the better way. {reach}"
)
_CONTESTED = Message(
    "The article's advice was contested when it appeared: by July 2014 AWS's own page recommended current types "
    "with HVM AMIs. Today only C1, C3, M1, M2, M3 and T1 still take paravirtual AMIs."
)
_SAME = Message("For these answers the advice is the same today.")
_NEITHER = Message("Nothing fits these answers, so there is no advice of either year to compare.")
_NO_MACS = Message("There was nothing to advise on then.")

Reached = tuple[VirtualizationType | None, int]
"""What was chosen, and how many types of today's data it reaches."""


def then_and_now(rulebook: Rulebook, kind: OsKind | None, then: Reached, now: Reached) -> ThenAndNow:
    """Puts the two years' decisions, made elsewhere by the same rulebook, into words with their sources."""
    cite = rulebook.sources.__getitem__
    if kind is OsKind.MACOS and now[0] is not None:
        source = (cite("ug-mac"),)
        return ThenAndNow(
            YearAnswer(Edition.YEAR_2014, None, 0, _THEN_MAC, source),
            _answer(Edition.CURRENT, now, _NOW_MAC, source),
            _NO_MACS,
            (),
        )
    hvm = _THEN_WINDOWS if kind is OsKind.WINDOWS else _THEN_HVM
    then_text = hvm if then[0] is _HVM else _THEN_PV
    same = then[0] is now[0]
    return ThenAndNow(
        then=_answer(Edition.YEAR_2014, then, then_text, (cite("computerweekly-2014"),)),
        now=_answer(
            Edition.CURRENT,
            now,
            _NOW_HVM if now[0] is _HVM else _NOW_PV,
            (cite("ug-components-amis"), cite("data")),
        ),
        changed=_CONTESTED if not same else _SAME if now[0] else _NEITHER,
        sources=() if same else (cite("minops-2014"), cite("ug-components-amis")),
    )


def _answer(edition: Edition, reached: Reached, text: Message, sources: tuple[Source, ...]) -> YearAnswer:
    chosen, types = reached
    if chosen is None:
        return YearAnswer(edition, None, 0, _NOTHING, sources)
    reach = Message(
        "It reaches {types} type of today.",
        {"types": counted(types)},
        "It reaches {types} types of today.",
        types,
    )
    return YearAnswer(edition, chosen, types, replace(text, values={"reach": reach}), sources)
