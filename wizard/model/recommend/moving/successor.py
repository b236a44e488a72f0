"""The other plan: the system that follows one out of support, where what was decided stays with today's."""

from __future__ import annotations

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import frozen, replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.decide import decide
from wizard.model.recommend.lifecycle.successors import successors_of
from wizard.model.recommend.lifecycle.support import support_of
from wizard.model.recommend.lifecycle.system_support import SystemSupport
from wizard.model.recommend.moving.disks import Weighed
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.decided import ranked_by
from wizard.model.recommend.ranked import sized
from wizard.model.recommend.recommendation import ImageProfile


@frozen
class Successor:
    """needs: today's answers with that system; word: the answer that names it, such as "ubuntu:26.04"."""

    system: OperatingSystem
    needs: Needs
    word: str


_OF_32_BITS = ImageProfile(
    VirtualizationType.HVM, Architecture.I386, BootMode.LEGACY_BIOS, False, RootDeviceType.EBS
)


def without_i386(knowledge: Knowledge, needs: Needs) -> Needs:
    """The needs of who has a system of 32 bits out of support, and moves on to one of which no image for i386 is known.

    What was said of the architecture is then true of today's image, and the next one is free.
    """
    here, support = knowledge.instance_type(needs.current_type or ""), support_of(needs.os, knowledge)
    runs = here is not None and needs.architecture is Architecture.I386 in here.architectures
    if needs.image is None or support is None or not (runs and support.regular_ended):
        return needs
    # Else nobody would say that the wish for i386 is left aside.
    said = needs.other_system and support.successors[:1] == (needs.system.title,)
    if not said or _may_be_i386(knowledge, needs):
        return needs
    built_for = needs.image.architecture or Architecture.I386
    return replace(needs, architecture=None, image=replace(needs.image, architecture=built_for))


def _may_be_i386(knowledge: Knowledge, needs: Needs) -> bool:
    """Whether the publisher of the system has images of 32 bits, or nobody knows."""
    image = knowledge.publishers.newest(needs.system, _OF_32_BITS, None)
    return image is None or image.can_be_found


def stays_on_the_old(needs: Needs, support: SystemSupport | None) -> bool:
    """Whether the decision is for a system whose regular support has ended, and another is advised."""
    return (
        support is not None and support.regular_ended and bool(support.successors) and not needs.other_system
    )


def successor_plan(knowledge: Knowledge, needs: Needs, support: SystemSupport | None) -> Successor | None:
    """None where today's system may stay, or where what was decided is for another system already."""
    if support is None or not stays_on_the_old(needs, support):
        return None
    newer = next(iter(successors_of(needs.os, knowledge, needs.architecture)), None)
    if newer is None:
        return None
    insisted = None if newer.pv_images is False else needs.virtualization_type
    # Nobody publishes images of a current system with an instance-store root any more.
    left = needs.features - {Feature.INSTANCE_STORE_ROOT}
    needs = replace(needs, virtualization_type=insisted, features=left)
    there = replace(needs, os=newer) if needs.image is None else replace(needs, os_after=newer)
    word = newer.spelled
    if support.left_i386:
        there, word = replace(there, architecture=Architecture.X86_64), f"{word} --arch x86_64"
    return Successor(newer, there, word)


def type_on_the_successor(
    knowledge: Knowledge, best: Weighed, support: SystemSupport | None, costs: Costs
) -> Message | None:
    """Which type a move to the newer system leads to; None where no type is named. best: the plan that stays."""
    needs = best.needs
    plan = successor_plan(knowledge, needs, support)
    if plan is None or needs.current_type is None or needs.today is None:
        return None
    ranked = ranked_by(knowledge, decide(knowledge, plan.needs), plan.needs, costs)
    if not ranked:
        return None
    values: dict[str, object] = {"system": plan.system.title, "type": sized(ranked[0].instance_type)}
    return Message("After a move to {system} it is {type}.", values)
