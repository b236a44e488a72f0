"""What the catalogue knows of the type and the place that an error names."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.fact import wording
from wizard.model.ec2.instance_type import MACS, Hypervisor, InstanceType
from wizard.model.message import Message

_UNDER: Mapping[Hypervisor, Message] = {
    Hypervisor.NITRO: Message("is built on the Nitro System"),
    Hypervisor.XEN: Message("is built on Xen"),
    Hypervisor.NONE: Message("is bare metal"),
}


def about(catalog: Catalog, values: Mapping[str, str]) -> tuple[Message, ...]:
    """Sentences on the type and the Region in these values; none where no type is named."""
    name = values.get("type.name")
    if not name:
        return ()
    instance_type = catalog.get(name)
    if instance_type is None:
        return (_unknown(catalog, name),)
    return tuple(_known(catalog, instance_type, values.get("launch.region")))


def _known(catalog: Catalog, instance_type: InstanceType, region: str | None) -> Iterator[Message]:
    yield Message(
        "By the catalogue of {date}, {type} has {vcpus} and {memory} GiB, {under}, runs {architectures} and {boots}.",
        {
            "date": catalog.provenance.date,
            "type": instance_type.name,
            "vcpus": Message(
                "{count} vCPU", {"count": instance_type.vcpus}, "{count} vCPUs", instance_type.vcpus
            ),
            "memory": wording(instance_type.memory_gib),
            "under": _UNDER[instance_type.hypervisor],
            "architectures": ", ".join(instance_type.architectures),
            "boots": _boots(instance_type),
        },
    )
    if region in catalog.regions:
        values = {"type": instance_type.name, "region": region}
        if region in instance_type.regions:
            yield Message("It is offered in {region}, though perhaps not in every zone there.", values)
        else:
            yield Message("It is not offered in {region}.", values)


def _boots(instance_type: InstanceType) -> Message:
    """AWS's data give Macs a boot mode, though they start by their own firmware."""
    if any(architecture in MACS for architecture in instance_type.architectures):
        return Message("starts by a Mac's own firmware")
    return Message("boots by {boot_modes}", {"boot_modes": ", ".join(instance_type.boot_modes)})


def _unknown(catalog: Catalog, name: str) -> Message:
    values = {"date": catalog.provenance.date, "type": name}
    if name in catalog.supplement.absent:
        return Message("EC2's API knows {type}, but the catalogue of {date} does not have it.", values)
    near = difflib.get_close_matches(name, [t.name for t in catalog.types], n=3, cutoff=0.75)
    if not near:
        return Message("The catalogue of {date} has no type {type}.", values)
    return Message(
        "The catalogue of {date} has no type {type}; names like it are {near}.",
        values | {"near": ", ".join(near)},
    )
