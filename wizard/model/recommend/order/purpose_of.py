"""The order that a purpose, or what speaks for one, gives the families."""

from __future__ import annotations

from wizard.model.catalog.families import Families, PurposeOrder
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.operating_system import OsKind
from wizard.model.frozen import replace
from wizard.model.recommend.needs import Needs
from wizard.model.systems.driver import has_driver

# Eight GPUs in one instance are bought to train on; fewer serve or draw.
TRAINING_GPUS = 8
# R8id has 59: what wants more is kept on local disks and not beside them.
_ROOMY_GB_PER_VCPU = 60
_ORDER = PurposeOrder()
# No T8i has 8 GiB, and few who want burstable types want large ones.
_BURSTABLE = PurposeOrder(size=(2, 4))
PLAIN_ORDERS = (_ORDER, _BURSTABLE)
"""Those that no purpose gives."""
# By AWS's page on burstable types Windows might need a t3.micro or larger; with 2 GiB its desktop starts.
_TINY_WINDOWS = (2, 2)


def purpose_order(needs: Needs, families: Families) -> PurposeOrder:
    """The order of the purpose that was named, or that eight GPUs, a driver in the image, EFA, bare metal or the Free Plan speak for."""
    if needs.purpose is Purpose.TINY:
        return _tiny(needs, families)
    if wants_any_metal(needs):
        return families.purposes[Purpose.GENERAL]
    if needs.purpose is not None:
        order = families.purposes[needs.purpose]
        roomy = order.on_local_disks and storage_of(needs) > _ROOMY_GB_PER_VCPU * (
            vcpus_said(needs) or order.size[0]
        )
        return replace(order, families=order.on_local_disks) if roomy else order
    if needs.today is None and needs.gpus >= TRAINING_GPUS:
        return families.purposes[Purpose.TRAINING]
    if needs.today is None and has_driver(needs.system):
        return families.purposes[Purpose.INFERENCE]
    if needs.today is None and not needs.gpus and Feature.EFA in needs.features:
        return families.purposes[Purpose.HPC]
    if needs.today is None and needs.request.free_plan:
        return _tiny(needs, families)
    return _BURSTABLE if Feature.BURSTABLE in needs.features else _ORDER


def wants_any_metal(needs: Needs) -> bool:
    """Whether bare metal is asked for, and nothing by which one of them would be nearer than another."""
    return (
        Feature.BARE_METAL in needs.features
        and needs.today is None
        and not (needs.gpus or needs.families or needs.types)
        and needs.vcpus.minimum is None
        and needs.memory_gib.minimum is None
        and (
            needs.purpose is Purpose.VIRTUAL_MACHINES
            or (needs.purpose is None and Feature.EFA not in needs.features)
        )
    )


def _tiny(needs: Needs, families: Families) -> PurposeOrder:
    order = families.purposes[Purpose.TINY]
    return replace(order, size=_TINY_WINDOWS) if needs.system.kind is OsKind.WINDOWS else order


def storage_of(needs: Needs) -> float:
    """The local storage that is asked for, or that today's is used for."""
    return needs.local_storage_gb or (needs.today.local_storage_gb if needs.today else 0)


def vcpus_said(needs: Needs) -> float:
    """The vCPUs that are asked for, or that today's type has; 0 where neither is known."""
    return needs.vcpus.minimum or (needs.today.vcpus if needs.today else 0)
