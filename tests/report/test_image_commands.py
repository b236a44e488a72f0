from __future__ import annotations

from dataclasses import replace
from typing import Any

import jmespath
import pytest

from tests.report.aws_model import options
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Profile
from wizard.report.image_commands import can_be_registered, find_image, register_image, show_image
from wizard.report.scribe import Scribe

PROFILE = Profile(
    VirtualizationType.HVM, Architecture.ARM64, BootMode.UEFI_PREFERRED, True, RootDeviceType.EBS
)
PV = replace(PROFILE, virtualization_type=VirtualizationType.PARAVIRTUAL, boot_mode=BootMode.UNSET, ena=False)
UBUNTU = Needs(os=OperatingSystem("ubuntu", kind=OsKind.LINUX), region="eu-west-1")


def image(id: str, day: int, **fields: Any) -> dict[str, Any]:
    return {"ImageId": id, "CreationDate": f"2026-01-{day:02}T00:00:00.000Z", "Name": f"name {id}", **fields}


def test_show_image(scribe: Scribe) -> None:
    read = options(show_image("ami-12345678", UBUNTU, scribe))
    assert read == {"operation": ["describe-images"], "region": ["eu-west-1"], "image-ids": ["ami-12345678"]}


def test_filters_match_the_decision(scribe: Scribe) -> None:
    command = find_image(PROFILE, UBUNTU, scribe)
    read = options(command)
    assert read["owners"] == ["099720109477"]
    assert read["filters"] == [
        "Name=state,Values=available",
        "Name=virtualization-type,Values=hvm",
        "Name=architecture,Values=arm64",
        "Name=root-device-type,Values=ebs",
        "Name=ena-support,Values=true",
    ]
    assert "099720109477 (Ubuntu)" in command.note
    assert command.sources == (1,)
    assert scribe.references[0].url == "https://github.com/Cyclenerd/aws-ami"


def test_query_picks_boot_mode_and_sorts_newest_first(scribe: Scribe) -> None:
    query = options(find_image(PROFILE, UBUNTU, scribe))["query"][0]
    images = [
        image("old", 1, BootMode="uefi-preferred"),
        image("new", 3, BootMode="uefi-preferred"),
        image("bios", 2, BootMode="legacy-bios"),
        image("unset", 2),
    ]
    found = jmespath.search(query, {"Images": images})
    assert found == [
        [name, f"2026-01-0{day}T00:00:00.000Z", f"name {name}"] for name, day in (("new", 3), ("old", 1))
    ]


def test_query_picks_images_with_tpm(scribe: Scribe) -> None:
    profile = replace(PROFILE, boot_mode=BootMode.UEFI, tpm=True)
    query = options(find_image(profile, UBUNTU, scribe))["query"][0]
    images = [image("plain", 1, BootMode="uefi"), image("tpm", 1, BootMode="uefi", TpmSupport="v2.0")]
    assert [row[0] for row in jmespath.search(query, {"Images": images})] == ["tpm"]


def test_paravirtual_images_have_no_boot_mode_and_may_be_deprecated(scribe: Scribe) -> None:
    read = options(find_image(PV, UBUNTU, scribe))
    assert read["include-deprecated"] == []
    assert not [word for word in read["filters"] if "ena-support" in word]
    images = [image("pv", 1), image("odd", 1, BootMode="uefi")]
    assert [row[0] for row in jmespath.search(read["query"][0], {"Images": images})] == ["pv"]


def test_windows_is_filtered_by_platform(scribe: Scribe) -> None:
    needs = Needs(os=OperatingSystem("windows", kind=OsKind.WINDOWS))
    read = options(find_image(PROFILE, needs, scribe))
    assert "Name=platform,Values=windows" in read["filters"]
    assert read["owners"] == ["801119661308"]


def test_an_owner_is_always_named(scribe: Scribe) -> None:
    command = find_image(PROFILE, Needs(), scribe)
    assert options(command)["owners"] == ["self"]
    assert "self" in command.note
    assert command.sources == ()


def test_register_image(scribe: Scribe) -> None:
    command = register_image(replace(PROFILE, boot_mode=BootMode.UEFI, tpm=True), UBUNTU, scribe)
    read = options(command)
    assert read["virtualization-type"] == ["hvm"]
    assert read["architecture"] == ["arm64"]
    assert read["boot-mode"] == ["uefi"]
    assert read["tpm-support"] == ["v2.0"]
    assert read["ena-support"] == []
    assert "SNAPSHOT_ID" in command.note
    assert command.sources == (1,)


def test_register_image_leaves_out_what_is_not_set(scribe: Scribe) -> None:
    read = options(register_image(replace(PROFILE, boot_mode=BootMode.UNSET, ena=False), UBUNTU, scribe))
    assert not read.keys() & {"boot-mode", "tpm-support", "ena-support"}


@pytest.mark.parametrize(
    ("profile", "can"),
    [(PROFILE, True), (PV, False), (replace(PROFILE, root_device_type=RootDeviceType.INSTANCE_STORE), False)],
)
def test_only_hvm_on_ebs_can_be_registered_from_a_snapshot(profile: Profile, can: bool) -> None:
    assert can_be_registered(profile) is can
