"""Why the first type comes first, in a few words: what `rank` goes by for these answers."""

from __future__ import annotations

from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.operating_system import OsKind
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.purpose_of import TRAINING_GPUS, wants_any_metal
from wizard.model.systems.cluster_node import with_driver
from wizard.model.systems.driver import drives, has_driver

_SMALLEST = Message("the smallest that is enough, newest first")
_WITH_MEMORY = Message("the nearest to that many vCPUs with the usual memory for them, newest first")
_WITH_VCPUS = Message("the nearest to that much memory with the usual vCPUs for it, newest first")
_USUAL = Message("the nearest to what you asked for, of a usual size otherwise, newest first")
_BOUGHT = Message("the nearest to what you asked for, of the largest usual size for that price, newest first")
_FOR_THE_PURPOSE = Message("types for that purpose first, then the nearest in size, newest first")
_FOR_THE_PURPOSE_AND_SIZE = Message(
    "of about the size you asked for, types for that purpose first, newest first"
)
_FOR_TRAINING = Message(
    "with so many GPUs, types to train on come first, then the nearest in size, newest first"
)
_FOR_THE_DRIVER = Message(
    "types with accelerators that the image has the driver of come first, then the nearest in size, newest first"
)
_FOR_HPC = Message("with EFA, types for HPC come first, then the nearest in size, newest first")


def order_said(needs: Needs, *, made_for: bool = False) -> Message:
    """What decides among the types that meet the answers of a new workload.

    made_for: the newest come after those for whose network the system's kernel is new enough.
    """
    said = _order(needs)
    return (
        Message("{order} of those that its kernel is new enough for", {"order": said}) if made_for else said
    )


def _order(needs: Needs) -> Message:
    vcpus, memory = needs.vcpus.minimum is not None, needs.memory_gib.minimum is not None
    if needs.purpose is not None:
        return _FOR_THE_PURPOSE_AND_SIZE if vcpus and memory else _FOR_THE_PURPOSE
    if needs.gpus >= TRAINING_GPUS:
        return _FOR_TRAINING
    if has_driver(needs.system):
        return _FOR_THE_DRIVER
    if not needs.gpus and Feature.EFA in needs.features:
        return _FOR_HPC
    if vcpus and memory:
        return _SMALLEST
    if vcpus or memory:
        return _WITH_MEMORY if vcpus else _WITH_VCPUS
    return _USUAL if needs.max_price is None else _BOUGHT


_BEGIN = {
    Purpose.HPC: Message("the newest type for HPC"),
    Purpose.TRAINING: Message("the newest type to train on"),
    Purpose.TINY: Message("the cheapest small type with enough memory for the system"),
}
_BEGIN_FOR_THE_PURPOSE = Message(
    "the nearest to the size that one begins with for that purpose, newest first"
)
_BEGIN_WITH_THE_FREE_PLAN = Message("the cheapest of the Free Plan with enough memory for the system")
_BEGIN_WITH_A_MAC = Message("the smallest Mac that is known to run it")
_BEGIN_WITH_METAL = Message("the smallest bare metal of the plain general purpose families, newest first")
_BEGIN_WITH_CHEAP_METAL = Message("the cheapest bare metal with enough memory for the system")
_BEGIN_WITH_THE_DRIVER = Message(
    "the nearest to a usual size for inference, with an accelerator that the image has the driver of"
)
_BEGIN_IN_A_FAMILY = Message("the nearest to a small usual size in what you named, newest first")
_BEGIN_WITH_THE_NEWEST = Message("of what you named the newest generation first, then the smallest")
_BEGIN_ABLE = Message("the nearest to a small usual size that has what you need, newest first")


def begin_said(needs: Needs, first: InstanceType) -> Message:
    """Why the first type is the one to begin with, where nobody named a size."""
    if needs.system.kind is OsKind.MACOS:
        return _BEGIN_WITH_A_MAC
    if wants_any_metal(needs) and first.family.startswith("m"):
        return _BEGIN_WITH_METAL
    if needs.purpose is Purpose.TINY and Feature.BARE_METAL in needs.features:
        return _BEGIN_WITH_CHEAP_METAL
    if needs.purpose is not None:
        return _BEGIN.get(needs.purpose, _BEGIN_FOR_THE_PURPOSE)
    if has_driver(needs.system) and (drives(needs.system, first) or with_driver(needs.system, first)):
        return _BEGIN_WITH_THE_DRIVER
    if Feature.EFA in needs.features:
        return _BEGIN[Purpose.HPC]
    if needs.request.free_plan:
        return _BEGIN_WITH_THE_FREE_PLAN
    if needs.families and not needs.features:
        return _BEGIN_WITH_THE_NEWEST if first.accelerators else _BEGIN_IN_A_FAMILY
    return _BEGIN_ABLE
