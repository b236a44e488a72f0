"""What differs between two catalogues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.instance_type import COLUMNS, InstanceType
from wizard.model.frozen import frozen
from wizard.model.message import Message, joined

_FIELDS = tuple(name for name in COLUMNS if name not in ("name", "regions"))
_NAMED = 12
_SAID = {
    "current_generation": Message("Generation by AWS"),
    "bare_metal": Message("Hypervisor"),
    "hypervisor": Message("Hypervisor"),
    "architectures": Message("Architecture"),
    "processor_manufacturer": Message("Processor"),
    "processor_features": Message("Processor"),
    "virtualization_types": Message("Takes AMIs"),
    "boot_modes": Message("Boot modes"),
    "root_device_types": Message("Root device"),
    "usage_classes": Message("To be had as"),
    "vcpus": Message("vCPUs"),
    "cores": Message("Cores"),
    "threads_per_core": Message("Cores"),
    "clock_ghz": Message("Processor"),
    "memory_mib": Message("Memory"),
    "accelerators": Message("Accelerators"),
    "ena": Message("ENA"),
    "ena_express": Message("ENA Express"),
    "efa": Message("Elastic Fabric Adapter"),
    "ebs_nvme": Message("EBS as NVMe"),
    "tpm": Message("NitroTPM"),
    "enclaves": Message("Nitro Enclaves"),
    "hibernation": Message("Hibernation"),
    "burstable": Message("Burstable"),
    "dedicated_hosts": Message("Dedicated Hosts"),
    "placement_strategies": Message("Placement groups"),
}
_SAID_BY_START = {
    "local": Message("Local storage"),
    "network": Message("Network"),
    "ebs": Message("EBS"),
}
"""For all fields that begin so and have no name of their own."""


@frozen
class CatalogChange:
    """Names of types. changed: type -> the fields that differ. offered, withdrawn: Region -> types."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: Mapping[str, tuple[str, ...]]
    offered: Mapping[str, tuple[str, ...]]
    withdrawn: Mapping[str, tuple[str, ...]]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.offered or self.withdrawn)

    def told(self) -> Iterator[Message]:
        """The change in sentences, one for each kind of it."""
        if not self:
            yield Message("Nothing has changed.")
        if self.added:
            yield _types(Message("New types ({count}): {names}"), self.added)
        if self.removed:
            yield _types(Message("Types that are gone ({count}): {names}"), self.removed)
        for name, fields in self.changed.items():
            yield Message("{name} differs: {fields}", {"name": name, "fields": _said(fields)})
        for region, names in self.offered.items():
            yield _types(Message("Now offered in {region} ({count}): {names}", {"region": region}), names)
        for region, names in self.withdrawn.items():
            yield _types(
                Message("No longer offered in {region} ({count}): {names}", {"region": region}), names
            )


def compare(before: Catalog, after: Catalog) -> CatalogChange:
    """What one would have to know who knew `before`."""
    old, new = ({t.name: t for t in catalog.types} for catalog in (before, after))
    changed = {
        name: fields
        for name in sorted(old.keys() & new.keys())
        if (fields := tuple(f for f in _FIELDS if getattr(old[name], f) != getattr(new[name], f)))
    }
    return CatalogChange(
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
        changed=changed,
        offered=_offered(old, new, sorted({*before.regions, *after.regions})),
        withdrawn=_offered(new, old, sorted({*before.regions, *after.regions})),
    )


def _offered(
    old: Mapping[str, InstanceType], new: Mapping[str, InstanceType], regions: list[str]
) -> dict[str, tuple[str, ...]]:
    """Region -> the types of both that `new` offers there and `old` does not."""
    both = sorted(old.keys() & new.keys())
    found = {
        region: tuple(n for n in both if region in new[n].regions and region not in old[n].regions)
        for region in regions
    }
    return {region: names for region, names in found.items() if names}


def _said(fields: Sequence[str]) -> Message:
    """The fields in words, each once."""
    words = [_SAID.get(field) or _SAID_BY_START[field.partition("_")[0]] for field in fields]
    return joined(list(dict.fromkeys(words)), ", ")


def _types(message: Message, names: tuple[str, ...]) -> Message:
    shown = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    return Message(message.template, {**message.values, "count": len(names), "names": shown})
