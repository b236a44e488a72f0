"""Images of the nodes of a cluster, which brings along what joins it: no other image takes their place."""

from __future__ import annotations

from wizard.model.ec2.accelerator_driver import for_any_maker
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.systems.driver import driver_for, drives

_SERVICES = frozenset({"ecs", "eks"})
_NODES_ONLY = frozenset({"bottlerocket", "talos"})


def is_node(system: OperatingSystem) -> bool:
    """Whether the image is that of a node."""
    return system.family in _NODES_ONLY or (system.flavour or "").partition("-")[0] in _SERVICES


def with_driver(system: OperatingSystem, instance_type: InstanceType | None) -> str | None:
    """The flavour of the image that has the driver of the type's accelerators; None where nothing speaks for one.

    Of a cluster's node, and of the Deep Learning AMI, which has NVIDIA's where nobody says another.
    """
    driver = driver_for(instance_type) if instance_type else None
    if instance_type is None or driver is None or driver in (words := (system.flavour or "").split("-")):
        return None
    if is_node(system):
        services = [word for word in words if word in _SERVICES]
        return "-".join([*services, driver])
    return driver if for_any_maker(system) and not drives(system, instance_type) else None
