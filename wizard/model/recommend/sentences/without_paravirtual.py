"""That nobody publishes the paravirtual AMI that was asked for."""

from __future__ import annotations

from wizard.model.ec2.instance_type import VirtualizationType
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.lifecycle.successors import successors_of
from wizard.model.recommend.lifecycle.support import support_of
from wizard.model.recommend.needs import Needs


def without_paravirtual(needs: Needs, knowledge: Knowledge) -> Message | None:
    """That a paravirtual AMI, which was asked for, exists of no system to go on with; None where it may."""
    if needs.virtualization_type is not VirtualizationType.PARAVIRTUAL:
        return None
    system = needs.system
    if system.pv_images is False and system.xen_pv_kernel is not True:
        return Message(
            "Nobody is known to publish a paravirtual AMI of {os}: take HVM, --virtualization any, or build one.",
            {"os": system.title or ""},
        )
    support = support_of(system, knowledge)
    newer = next(iter(successors_of(system, knowledge)), None)
    if support is None or not support.regular_ended or newer is None or newer.pv_images is not False:
        return None
    return Message(
        "Nobody is known to publish a paravirtual AMI of {newer}: to move there take HVM, --virtualization "
        "any.",
        {"newer": newer.title or ""},
    )
