"""Plans lead from what one has to what is recommended, and only through the legs that are needed."""

from __future__ import annotations

import pytest

from wizard.model.advise import advise
from wizard.model.feature import Feature
from wizard.model.image import Image, Platform
from wizard.model.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.knowledge import Knowledge
from wizard.model.migration import MigrationError, plan, read_legs
from wizard.model.needs import Needs, Range
from wizard.model.operating_system import OperatingSystem, OsKind

HVM = Image(
    image_id="ami-1",
    architecture=Architecture.X86_64,
    virtualization_type=VirtualizationType.HVM,
    boot_mode=BootMode.LEGACY_BIOS,
    ena_support=True,
    platform=Platform.LINUX_UNIX,
    root_device_type=RootDeviceType.EBS,
)
LINUX = OperatingSystem(family="linux", kind=OsKind.LINUX)
WINDOWS = OperatingSystem(family="windows", kind=OsKind.WINDOWS)


def having(**changes: object) -> Image:
    return Image(**{name: changes.get(name, getattr(HVM, name)) for name in Image.__slots__})  # type: ignore[arg-type]  # slots are the fields


PV = having(virtualization_type=VirtualizationType.PARAVIRTUAL, boot_mode=BootMode.UNSET, ena_support=False)


@pytest.mark.parametrize(
    ("needs", "here", "legs"),
    [
        (Needs(os=LINUX, image=HVM), None, []),
        (Needs(os=LINUX, image=HVM), "m5.large", []),
        (Needs(os=LINUX, image=HVM), "m4.large", ["xen-to-nitro-linux"]),
        (Needs(os=LINUX, image=having(ena_support=False)), None, ["xen-to-nitro-linux"]),
        (Needs(os=WINDOWS, image=having(platform=Platform.WINDOWS)), "m4.large", ["xen-to-nitro-windows"]),
        (Needs(os=LINUX, image=HVM, families=("m4",)), "t2.micro", []),
        (Needs(os=LINUX, image=PV), "m1.small", ["pv-to-hvm"]),
        (
            Needs(os=LINUX, image=having(root_device_type=RootDeviceType.INSTANCE_STORE)),
            None,
            ["instance-store-to-ebs"],
        ),
        (Needs(os=LINUX, image=HVM, features=frozenset({Feature.TPM})), None, ["bios-to-uefi"]),
        (Needs(os=LINUX, image=HVM, architecture=Architecture.ARM64), "m4.large", ["x86-to-arm"]),
    ],
)
def test_legs(knowledge: Knowledge, needs: Needs, here: str | None, legs: list[str]) -> None:
    found = plan(knowledge.legs, advise(knowledge, needs), knowledge.catalog.get(here) if here else None)
    assert found is not None
    assert [leg.id for leg in found.legs] == legs


@pytest.mark.parametrize("needs", [Needs(os=LINUX), Needs(os=LINUX, image=HVM, vcpus=Range(9999))])
def test_no_plan_without_an_image_or_a_decision(knowledge: Knowledge, needs: Needs) -> None:
    assert plan(knowledge.legs, advise(knowledge, needs), None) is None


def test_commands_carry_the_values_and_quote_them(knowledge: Knowledge) -> None:
    image = having(image_id="ami-1; rm -rf /")
    found = plan(
        knowledge.legs,
        advise(knowledge, Needs(os=LINUX, image=image, features=frozenset({Feature.TPM}))),
        None,
    )
    assert found is not None
    commands = "\n".join(step.command or "" for step in found.legs[0].steps)
    assert "--image-id 'ami-1; rm -rf /' " in commands
    assert "--architecture x86_64" in commands
    assert f"--instance-type {found.move.there.name}" in commands


def test_an_image_without_an_id_is_a_word_to_replace(knowledge: Knowledge) -> None:
    needs = Needs(os=LINUX, image=having(image_id=""), features=frozenset({Feature.TPM}))
    found = plan(knowledge.legs, advise(knowledge, needs), None)
    assert found is not None
    assert "--image-id AMI_ID" in (found.legs[0].steps[0].command or "")


def test_every_leg_says_when_what_and_how_back(knowledge: Knowledge) -> None:
    for leg in knowledge.legs.values():
        assert all((leg.preconditions, leg.cautions, leg.steps, leg.sources))
        assert leg.way_back.template


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"a.toml": "id ="}, "a.toml: not TOML"),
        ({"a.toml": "id = 'x'"}, "a.toml: 'title'"),
        ({}, "expected exactly"),
    ],
)
def test_damaged_legs_are_named(files: dict[str, str], words: str) -> None:
    with pytest.raises(MigrationError, match=words):
        read_legs(files, {})
