"""From the image or instance one has to the recommendation, as ordered legs of ordered steps."""

from __future__ import annotations

import shlex
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from wizard.model.finding import Source
from wizard.model.image import Image, Platform
from wizard.model.instance_type import (
    Architecture,
    BootMode,
    Hypervisor,
    InstanceType,
    RootDeviceType,
    VirtualizationType,
)
from wizard.model.message import Message
from wizard.model.recommendation import Profile, Recommendation


class MigrationError(ValueError):
    """A leg cannot be used; the text names file, key and what was expected."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. command: to review, words in capitals to be replaced. tool: AWS's own that does it."""

    text: Message
    command: str | None = None
    tool: str | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """One change, such as PV to HVM, with what must be so before it, its dangers and the way back."""

    id: str
    title: Message
    why: Message
    preconditions: tuple[Message, ...]
    steps: tuple[Step, ...]
    cautions: tuple[Message, ...]
    way_back: Message
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Where one is and where the recommendation leads. here: the type in use today, where known."""

    image: Image
    here: InstanceType | None
    profile: Profile
    there: InstanceType


@dataclass(frozen=True, slots=True)
class Plan:
    """The legs in the order to take them; none where the image can go on as it is."""

    move: Move
    legs: tuple[Leg, ...] = field(default=())


def plan(legs: Mapping[str, Leg], recommendation: Recommendation, here: InstanceType | None) -> Plan | None:
    """The way from the image one has to the decision; None without an image or a decision."""
    image, profile = recommendation.needs.image, recommendation.decision
    if image is None or profile is None:
        return None
    move = Move(image, here, profile, recommendation.ranked[0].instance_type)
    return Plan(move, tuple(_filled(legs[id], move) for id, applies in _APPLIES.items() if applies(move)))


def _x86(move: Move) -> bool:
    return move.image.architecture in (Architecture.X86_64, Architecture.I386)


def _stays_on_x86(move: Move) -> bool:
    return _x86(move) and move.profile.architecture is not Architecture.ARM64


def _to_nitro(move: Move) -> bool:
    """HVM images only: the way from paravirtual leads to a fresh image, which knows Nitro."""
    if (
        move.image.virtualization_type is not VirtualizationType.HVM
        or move.there.hypervisor is Hypervisor.XEN
    ):
        return False
    if move.here is not None:
        return move.here.hypervisor is Hypervisor.XEN and _stays_on_x86(move)
    return move.image.ena_support is False and _stays_on_x86(move)


def _windows(move: Move) -> bool:
    return move.image.platform is Platform.WINDOWS


# In the order in which a person would do them.
_APPLIES: Mapping[str, Callable[[Move], bool]] = {
    "instance-store-to-ebs": lambda m: (
        m.image.root_device_type is RootDeviceType.INSTANCE_STORE
        and m.profile.root_device_type is RootDeviceType.EBS
    ),
    "pv-to-hvm": lambda m: (
        m.image.virtualization_type is VirtualizationType.PARAVIRTUAL
        and m.profile.virtualization_type is VirtualizationType.HVM
    ),
    "xen-to-nitro-linux": lambda m: _to_nitro(m) and not _windows(m),
    "xen-to-nitro-windows": lambda m: _to_nitro(m) and _windows(m),
    "bios-to-uefi": lambda m: (
        m.profile.boot_mode is BootMode.UEFI
        and m.image.boot_mode in (BootMode.LEGACY_BIOS, BootMode.UNSET)
        and m.image.virtualization_type is VirtualizationType.HVM
        and _stays_on_x86(m)
    ),
    "x86-to-arm": lambda m: _x86(m) and m.profile.architecture is Architecture.ARM64,
}


def _filled(leg: Leg, move: Move) -> Leg:
    values = {
        "image": shlex.quote(move.image.image_id) if move.image.image_id else "AMI_ID",
        "target": move.there.name,
        "virtualization": move.profile.virtualization_type,
        "architecture": move.profile.architecture,
        "boot_mode": move.profile.boot_mode,
    }
    steps = tuple(Step(s.text, s.command and _fill(s.command, values), s.tool) for s in leg.steps)
    return Leg(leg.id, leg.title, leg.why, leg.preconditions, steps, leg.cautions, leg.way_back, leg.sources)


def _fill(command: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        command = command.replace("{" + name + "}", value)
    return command


def read_legs(files: Mapping[str, str], sources: Mapping[str, Source]) -> dict[str, Leg]:
    """Legs by id from TOML texts by file name.

    Raises MigrationError for a missing key, an unknown source, and a leg nobody knows when to take.
    """
    legs = dict(_read(files, sources))
    if odd := legs.keys() ^ _APPLIES.keys():
        raise MigrationError(
            f"migrations: expected exactly {', '.join(_APPLIES)}; odd: {', '.join(sorted(odd))}"
        )
    return legs


def _read(files: Mapping[str, str], sources: Mapping[str, Source]) -> Iterator[tuple[str, Leg]]:
    for name, text in sorted(files.items()):
        try:
            table = tomllib.loads(text)
            yield (
                table["id"],
                Leg(
                    id=table["id"],
                    title=Message(table["title"]),
                    why=Message(table["why"]),
                    preconditions=tuple(map(Message, table["preconditions"])),
                    steps=tuple(
                        Step(Message(s["text"]), s.get("command"), s.get("tool")) for s in table["step"]
                    ),
                    cautions=tuple(map(Message, table["cautions"])),
                    way_back=Message(table["way_back"]),
                    sources=tuple(sources[key] for key in table["sources"]),
                ),
            )
        except KeyError as missing:
            raise MigrationError(f"{name}: {missing}: expected, but missing") from None
        except tomllib.TOMLDecodeError as problem:
            raise MigrationError(f"{name}: not TOML: {problem}") from None
