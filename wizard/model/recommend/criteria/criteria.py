"""What each answer asks of an instance type, and what the needs are without that answer."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import (
    MACS,
    BootMode,
    RootDeviceType,
    Support,
    UsageClass,
    gib,
)
from wizard.model.ec2.operating_system import OsKind
from wizard.model.frozen import replace
from wizard.model.message import Figure, Message, figure
from wizard.model.recommend.costs.costs import NO_COSTS, Costs
from wizard.model.recommend.criteria.criterion import Criterion, Fits
from wizard.model.recommend.criteria.same_size import ALMOST, same_size, usable_storage_gb
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.size_of_today import SizeOfToday

OFFERS: dict[Feature, tuple[Fits, Message]] = {
    Feature.EFA: (lambda t: t.efa, Message("Elastic Fabric Adapter")),
    Feature.ENA: (lambda t: t.ena is not Support.UNSUPPORTED, Message("Elastic Network Adapter")),
    Feature.SECURE_BOOT: (
        lambda t: BootMode.UEFI in t.boot_modes and not t.bare_metal,
        Message("UEFI Secure Boot"),
    ),
    Feature.TPM: (lambda t: t.tpm, Message("NitroTPM")),
    Feature.ENCLAVES: (lambda t: t.enclaves, Message("Nitro Enclaves")),
    Feature.HIBERNATION: (lambda t: t.hibernation, Message("hibernation")),
    Feature.BARE_METAL: (lambda t: t.bare_metal, Message("bare metal")),
    # Bare metal runs virtual machines without asking.
    Feature.NESTED_VIRTUALIZATION: (
        lambda t: t.nested_virtualization or t.bare_metal,
        Message("nested virtualization"),
    ),
    Feature.SEV_SNP: (lambda t: t.sev_snp, Message("AMD SEV-SNP")),
    Feature.SPOT: (lambda t: UsageClass.SPOT in t.usage_classes, Message("Spot Instances")),
    Feature.BURSTABLE: (lambda t: t.burstable, Message("burstable performance")),
    Feature.INSTANCE_STORE_ROOT: (
        lambda t: RootDeviceType.INSTANCE_STORE in t.root_device_types,
        Message("an instance-store root volume"),
    ),
}
"""Each feature: how DescribeInstanceTypes tells that a type has it, and what it is called."""


def criteria(needs: Needs, costs: Costs = NO_COSTS) -> Iterator[Criterion]:
    """What the needs ask of a type, in the order in which reasons are given.

    costs: what types cost; where nothing is known of that, no limit of the price can be held against any.
    """
    if needs.types:
        wanted = frozenset(needs.types)
        yield Criterion(
            "type",
            lambda t: t.name in wanted,
            Message("Not one of the types you named"),
            lambda n: replace(n, types=()),
        )
    if needs.families:
        families = frozenset(needs.families)
        text = Message("Not of the families {families}", {"families": ", ".join(needs.families)})
        yield Criterion("family", lambda t: t.family in families, text, lambda n: replace(n, families=()))
    if (region := needs.region) is not None:
        text = Message("Not offered in {region}", {"region": region})
        yield Criterion("region", lambda t: region in t.regions, text, lambda n: replace(n, region=None))
    if (architecture := needs.architecture) is not None:
        text = Message("Does not run {architecture} AMIs", {"architecture": architecture})
        yield Criterion(
            "arch", lambda t: architecture in t.architectures, text, lambda n: replace(n, architecture=None)
        )
        if (needs.system.kind is OsKind.MACOS) is not (
            architecture in MACS
        ) and needs.system.kind is not None:
            text = Message(
                "{system} does not exist for {architecture}",
                {"system": needs.system.title or "", "architecture": architecture},
            )
            yield Criterion("arch", lambda _: False, text, lambda n: replace(n, architecture=None))
    yield from _sizes(needs)
    if needs.max_price is not None and costs.known:
        yield _affordable(needs.max_price, costs, spot=Feature.SPOT in needs.features)
    if needs.today is not None:
        yield from same_size(needs.today, needs.system.nvme_driver)
    yield from _features(needs)
    if (hypervisor := needs.hypervisor) is not None:
        text = Message("The hypervisor is not {hypervisor}", {"hypervisor": hypervisor})
        yield Criterion(
            "hypervisor", lambda t: t.hypervisor is hypervisor, text, lambda n: replace(n, hypervisor=None)
        )
    if needs.current_generation_only:
        text = Message("Not marked as current generation")
        yield Criterion(
            "generation",
            lambda t: t.current_generation,
            text,
            lambda n: replace(n, current_generation_only=False),
        )


def _affordable(limit: Decimal, costs: Costs, *, spot: bool) -> Criterion:
    """spot: what Spot capacity costs changes by the hour, so that the limit is held against On-Demand all the same."""
    said = {"limit": Figure(f"{limit:f}")}
    dearer = (
        Message(
            "Dearer than {limit} USD an hour On-Demand, which as Spot may be less (aws ec2 describe-spot-price-history "
            "tells), or of a price that is not known",
            said,
        )
        if spot
        else Message("Dearer than {limit} USD an hour, or of a price that is not known", said)
    )
    return Criterion(
        "max-price",
        lambda t: (price := costs.price(t.name)) is not None and price.hourly_usd <= limit,
        dearer,
        lambda n: replace(n, max_price=None),
    )


def _sizes(needs: Needs) -> Iterator[Criterion]:
    if needs.vcpus != Range():
        text = _outside(needs.vcpus, *_VCPUS)
        yield Criterion(
            "vcpus",
            lambda t: t.vcpus in needs.vcpus,
            text,
            lambda n: replace(n, vcpus=Range(), today=_again(n.today, "vcpus")),
        )
    if needs.memory_gib != Range():
        text = _outside(needs.memory_gib, *_MEMORY)
        yield Criterion(
            "memory-gib",
            lambda t: t.memory_gib in needs.memory_gib or round(t.memory_gib, 2) in needs.memory_gib,
            text,
            lambda n: replace(n, memory_gib=Range(), today=_again(n.today, "memory-gib")),
        )
    if needs.gpus:
        text = Message("Fewer than {number} whole GPUs", {"number": needs.gpus})
        yield Criterion(
            "gpu",
            lambda t: t.gpus >= needs.gpus,
            text,
            lambda n: replace(n, gpus=0, today=_again(n.today, "gpu")),
        )
    if needs.local_storage_gb:
        again = needs.today is not None and needs.today.local_storage_gb == needs.local_storage_gb
        least = needs.local_storage_gb * (ALMOST if again else 1)
        usable: dict[str, object] = {
            "number": needs.local_storage_gb,
            "nvme": needs.system.nvme_driver,
            "least": least,
        }
        text = Message("Less than {number} GB of local storage", usable)
        yield Criterion(
            "local-storage-gb",
            lambda t: usable_storage_gb(t, needs.system.nvme_driver) >= least,
            text,
            lambda n: replace(n, local_storage_gb=0, today=_again(n.today, "local-storage-gb")),
        )
    if needs.network_gbps:
        text = Message("Less than {number} Gbps of sustained network", {"number": figure(needs.network_gbps)})
        yield Criterion(
            "network-gbps",
            lambda t: t.network_gbps >= needs.network_gbps,
            text,
            lambda n: replace(n, network_gbps=0),
        )


def _again(today: SizeOfToday | None, answer: str) -> SizeOfToday | None:
    """Today's size, of which a measure counts again that no answer takes the place of any more."""
    return replace(today, answered=today.answered - {answer}) if today else None


def _features(needs: Needs) -> Iterator[Criterion]:
    for feature in Feature:
        if feature in needs.features:
            yield _needed(feature, needs.features)
        if feature in needs.without:
            yield _unwanted(feature, needs.without)


def _needed(feature: Feature, asked: frozenset[Feature]) -> Criterion:
    fits, name = OFFERS[feature]
    text = Message("Without {feature}", {"feature": name})
    return Criterion(
        "need", fits, text, lambda n: replace(n, features=n.features - {feature}), _rest(asked, feature)
    )


def _unwanted(feature: Feature, asked: frozenset[Feature]) -> Criterion:
    fits, name = OFFERS[feature]
    text = Message("With {feature}", {"feature": name})
    relax = _rest(asked, feature)
    return Criterion(
        "without", lambda t: not fits(t), text, lambda n: replace(n, without=n.without - {feature}), relax
    )


def _rest(asked: frozenset[Feature], feature: Feature) -> str:
    return ",".join(sorted(asked - {feature})) or "any"


def _outside(span: Range, below: Message, above: Message, beside: Message) -> Message:
    """Why a number outside the range is left out."""
    values: dict[str, object] = {"minimum": gib(span.minimum or 0), "maximum": gib(span.maximum or 0)}
    text = beside if None not in (span.minimum, span.maximum) else above if span.minimum is None else below
    return replace(text, values=values)


_VCPUS = (
    Message("Fewer than {minimum} vCPUs"),
    Message("More than {maximum} vCPUs"),
    Message("Not {minimum} to {maximum} vCPUs"),
)
_MEMORY = (
    Message("Less than {minimum} GiB of memory"),
    Message("More than {maximum} GiB of memory"),
    Message("Not {minimum} to {maximum} GiB of memory"),
)
