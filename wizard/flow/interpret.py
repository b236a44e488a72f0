"""From answers to needs: the words of the conversation become the words of the model."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from wizard.flow.effective_answers import check_answers
from wizard.flow.question import Answers
from wizard.flow.where import place_of
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import (
    Architecture,
    BootMode,
    Hypervisor,
    InstanceType,
    RootDeviceType,
    VirtualizationType,
)
from wizard.model.ec2.launch import Edition, Launch, Tenancy
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import replace
from wizard.model.images.describe_images import image_from
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.size_of_today import MEASURES, SizeOfToday, is_asked_again
from wizard.model.systems.system_after import current_version, system_after

_OPEN = ("any", "unknown")
# What of each flavour one takes instead, with a subscription or licence of one's own.
_OF_ONES_OWN = {None: "byos", "pro": "token"} | dict.fromkeys(
    (f"sql{year}" for year in (2012, 2014, 2016, 2017, 2019, 2022, 2025)), "byos"
)
_OF_A_MAC = {Architecture.ARM64: Architecture.ARM64_MAC, Architecture.X86_64: Architecture.X86_64_MAC}

_Word = TypeVar("_Word", bound=StrEnum)


def needs_of(answers: Answers, knowledge: Knowledge) -> Needs:
    """What the answers ask for. Raises AnswerError for the first that cannot be."""
    # Checked above all: from here on every value has the shape its question promises.
    given: dict[str, Any] = dict(check_answers(answers, knowledge))
    image = _image(given)
    system = _on_its_host(_operating_system(given, image, knowledge), given, knowledge)
    updated = knowledge.os_catalog.newest(system)
    if given.get("start", "new") == "new":
        system = updated = _booting_as_published(updated, knowledge)
    place = _place(given, knowledge)
    after = _after(given, system, knowledge)
    return Needs(
        os=system,
        os_after=after and _on_its_host(after, given, knowledge),
        os_updated=updated if updated != system else None,
        architecture=_architecture(given, system),
        vcpus=Range(**given.get("vcpus", {})),
        memory_gib=Range(**given.get("memory-gib", {})),
        gpus=int(given.get("gpu", 0)),
        local_storage_gb=int(given.get("local-storage-gb", 0)),
        network_gbps=given.get("network-gbps", 0),
        max_price=Decimal(str(given["max-price"])) if "max-price" in given else None,
        features=frozenset(map(Feature, given.get("need", ()))),
        without=frozenset(map(Feature, given.get("without", ()))),
        hypervisor=_word(Hypervisor, given.get("hypervisor")),
        current_generation_only=given.get("generation") == "current",
        region=place.get("region"),
        families=tuple(given.get("family", ())),
        types=tuple(given.get("type", ())),
        virtualization_type=_word(VirtualizationType, given.get("virtualization")),
        edition=Edition(given.get("edition", Edition.CURRENT)),
        image=image,
        current_type=given.get("current-type"),
        today=_today(given, knowledge),
        purpose=_word(Purpose, given.get("purpose")),
        request=_request(given, place),
    )


def _architecture(given: dict[str, Any], system: OperatingSystem) -> Architecture | None:
    """Macs have names of their own for their architectures in EC2; who asks for macOS means those."""
    named = _word(Architecture, given.get("arch"))
    return _OF_A_MAC.get(named, named) if named and system.kind is OsKind.MACOS else named


def _place(given: dict[str, Any], knowledge: Knowledge) -> dict[str, Any]:
    """The Region, or the other Region, and the zone, which tells its Region."""
    return place_of(_open(given.get("region")), given.get("zone") or None, knowledge)


def _request(given: dict[str, Any], place: dict[str, Any]) -> Launch:
    """The options of the launch, as far as they were answered."""
    return Launch(
        other_region=place.get("other_region"),
        zone=place.get("zone"),
        zone_offers=_fact(given.get("zone-offers")),
        tenancy=Tenancy(given.get("tenancy", Tenancy.DEFAULT)),
        ebs_optimized=given.get("ebs-optimized", False),
        cpu_options=given.get("cpu-options", False),
        root_encrypted=_fact(given.get("encrypted-root")),
        http_tokens=_open(given.get("http-tokens")),
        free_plan=given.get("free-plan", False),
        subscribed=_fact(given.get("subscribed")),
        seller_allows=_fact(given.get("seller-allows")),
    )


def _after(given: dict[str, Any], today: OperatingSystem, knowledge: Knowledge) -> OperatingSystem | None:
    """Another system than today's for after the move; None where it stays.

    Without a word on it an image is kept as it is, and an instance moves with a system that has a future.
    """
    match given.get("os-after", "advised"):
        case "same":
            return None
        case "current":
            current = knowledge.publishers.current_version(today.family)
            return current_version(today, knowledge.os_catalog, knowledge.date, current)
        case "advised":
            moves = given.get("start") == "instance"
            current = knowledge.publishers.current_version(today.family)
            after = system_after(today, knowledge.os_catalog, knowledge.date, current) if moves else None
            # Who insists on a paravirtual AMI cannot be moved to a system of which there is none.
            stays = (
                given.get("virtualization") == VirtualizationType.PARAVIRTUAL and today.pv_images is not False
            )
            return None if after and stays and after.pv_images is False else after
        case family:
            system = knowledge.os_catalog.find(family, _open(given.get("os-version-after")))
            return knowledge.os_catalog.newest(system)


def _on_its_host(system: OperatingSystem, given: dict[str, Any], knowledge: Knowledge) -> OperatingSystem:
    """On a Dedicated Host AWS brings the licence of Windows only: of RHEL, SLES, SQL Server and Ubuntu Pro take images
    for a subscription or licence of one's own (rules L7a and L7c).
    """
    family = knowledge.os_catalog.family(system.family or "")
    flavour = _OF_ONES_OWN.get(system.flavour, "")
    title = family.flavours.get(flavour) if family else None
    if given.get("tenancy") != Tenancy.HOST or "image" in given or title is None:
        return system
    return replace(system, flavour=flavour, flavour_title=title)


def _booting_as_published(system: OperatingSystem, knowledge: Knowledge) -> OperatingSystem:
    """Of a system without a version how the images boot that one takes today, those of the current version."""
    current = knowledge.publishers.current_version(system.family) if not system.version else None
    return knowledge.os_catalog.booting_as(system, current) if current else system


def _today(given: dict[str, Any], knowledge: Knowledge) -> SizeOfToday | None:
    """The size of today's type, unless a person takes it back. None for a type that the data lacks."""
    instance_type = knowledge.instance_type(given.get("current-type"))
    if instance_type is None or given.get("same-size") == "no":
        return None
    return SizeOfToday.of(
        instance_type,
        [id for id in given.keys() & MEASURES if not _is_asked_again(instance_type, id, given[id])],
    )


def _is_asked_again(instance_type: InstanceType, id: str, answer: Any) -> bool:
    """Whether the answer asks for what the type has anyway. A range with an end says what the type may have at most."""
    if isinstance(answer, dict):
        least = answer.get("minimum") if answer.get("maximum") is None else None
        return least is not None and is_asked_again(instance_type, id, least)
    return is_asked_again(instance_type, id, answer)


def _operating_system(given: dict[str, Any], image: Image | None, knowledge: Knowledge) -> OperatingSystem:
    """The one that is named; of an image whose system nobody names, the guess with its ground."""
    family = _open(given.get("os"))
    if family is None:
        if image is None:
            return OperatingSystem()
        from wizard.model.systems.os_guess import guess_os  # nobody else waits for its patterns

        return guess_os(image, knowledge.os_catalog)
    system = knowledge.os_catalog.find(family, _open(given.get("os-version")))
    facts: dict[str, Any] = {
        id.removeprefix("guest-").replace("-", "_"): _fact(v)
        for id, v in given.items()
        if id.startswith("guest-")
    }
    return system.told(**{name: fact for name, fact in facts.items() if fact is not None})


def _image(given: dict[str, Any]) -> Image | None:
    """The image that one has; None for a new workload."""
    if "image" in given:
        return image_from(given["image"], "image")
    if given.get("start") not in ("image", "instance"):
        return None
    return Image(
        architecture=_word(Architecture, given.get("image-architecture")),
        virtualization_type=_word(VirtualizationType, given.get("image-virtualization")),
        boot_mode=_word(BootMode, given.get("image-boot-mode")),
        ena_support=_fact(given.get("image-ena")),
        root_device_type=_word(RootDeviceType, given.get("image-root-device")),
        tpm_support=_fact(given.get("image-tpm")),
        platform=_word(Platform, given.get("image-platform")),
    )


def _open(word: str | None) -> str | None:
    """The word, or None for the one that leaves it open."""
    return None if word in _OPEN else word


def _word(kind: type[_Word], word: str | None) -> _Word | None:
    word = _open(word)
    return None if word is None else kind(word)


def _fact(word: str | None) -> bool | None:
    return {"yes": True, "no": False}.get(word or "")
