from __future__ import annotations

import datetime
from typing import Any

import jmespath
import pytest

from tests.report.aws_calls import options
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile
from wizard.report.document import Command
from wizard.report.launch.image_commands import (
    can_be_registered,
    find_own,
    find_published,
    register_image,
    show_image,
)
from wizard.report.report_writer import ReportWriter

PROFILE = ImageProfile(
    VirtualizationType.HVM, Architecture.ARM64, BootMode.UEFI_PREFERRED, True, RootDeviceType.EBS
)
X86 = replace(PROFILE, architecture=Architecture.X86_64, boot_mode=BootMode.LEGACY_BIOS)
PV = replace(X86, virtualization_type=VirtualizationType.PARAVIRTUAL, boot_mode=BootMode.UNSET, ena=False)
CUSTOM = Needs(os=OperatingSystem("custom"), region="eu-west-1")


def image(id: str, day: int, **fields: Any) -> dict[str, Any]:
    created = f"2026-01-{day:02}T00:00:00.000Z"
    return {
        "ImageId": id,
        "CreationDate": created,
        "Name": f"name {id}",
        **fields,
    }


def found(
    knowledge: Knowledge,
    writer: ReportWriter,
    family: str,
    version: str | None,
    kind: ImageProfile = X86,
    region: str = "eu-west-1",
) -> list[Command]:
    system = knowledge.os_catalog.resolve(family, version)
    published = knowledge.publishers.newest(system, kind, region)
    assert published
    return list(find_published(published, Needs(os=system, region=region), writer))


def test_show_image(writer: ReportWriter) -> None:
    read = options(show_image("ami-12345678", CUSTOM, writer))
    assert read == {"operation": ["describe-images"], "region": ["eu-west-1"], "image-ids": ["ami-12345678"]}


def test_the_newest_image_is_asked_for_by_its_parameter(knowledge: Knowledge, writer: ReportWriter) -> None:
    by_parameter, _ = found(knowledge, writer, "ubuntu", "24.04", PROFILE)
    read = options(by_parameter)
    assert read["operation"] == ["get-parameters"]
    assert read["region"] == ["eu-west-1"]
    assert read["names"] == [
        "/aws/service/canonical/ubuntu/server/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id"
    ]
    reply = {"Parameters": [{"Name": "n", "Value": "ami-1"}], "InvalidParameters": []}
    assert jmespath.search(read["query"][0], reply) == ["ami-1"]


def test_the_newest_image_is_found_by_its_name(knowledge: Knowledge, writer: ReportWriter) -> None:
    *_, by_name = found(knowledge, writer, "ubuntu", "24.04", PROFILE)
    read = options(by_name)
    assert read["owners"] == ["099720109477"]
    assert read["filters"] == [
        "Name=name,Values=ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-arm64-server-*",
        "Name=architecture,Values=arm64",
        "Name=virtualization-type,Values=hvm",
        "Name=root-device-type,Values=ebs",
        "Name=state,Values=available",
    ]
    newest = jmespath.search(
        read["query"][0],
        {"Images": [image("old", 1), image("new", 3, BootMode="uefi-preferred"), image("mid", 2)]},
    )
    assert newest == {
        "Id": "new",
        "Name": "name new",
        "Created": "2026-01-03T00:00:00.000Z",
        "Deprecated": None,
        "Boot": "uefi-preferred",
    }
    assert jmespath.search(read["query"][0], {"Images": []}) is None
    assert "no stranger's image comes up: 099720109477, Canonical" in by_name.note
    assert by_name.sources
    assert writer.references[by_name.sources[0] - 1].url.startswith("https://documentation.ubuntu.com")


def test_the_region_s_partition_names_the_owner(knowledge: Knowledge, writer: ReportWriter) -> None:
    *_, by_name = found(knowledge, writer, "rhel", "9", region="us-gov-west-1")
    assert options(by_name)["owners"] == ["219670896067"]


def test_red_hat_s_newest_is_of_the_newest_minor_release_by_date(
    knowledge: Knowledge, writer: ReportWriter
) -> None:
    """The image of 7.9 that came out in 2020 is named _GA, which as a text is more than the newest one's name."""
    (by_name,) = found(knowledge, writer, "rhel", "7")
    images = [
        {
            "ImageId": "2024",
            "Name": "RHEL-7.9_HVM-20240930-x86_64-0-Hourly2-GP3",
            "CreationDate": "2024-09-30",
        },
        {
            "ImageId": "2020",
            "Name": "RHEL-7.9_HVM_GA-20200917-x86_64-0-Hourly2-GP2",
            "CreationDate": "2020-09-17",
        },
    ]
    read = options(by_name)
    assert "Name=name,Values=RHEL-7.9_HVM*-x86_64-*-Hourly2-GP*" in read["filters"]
    assert jmespath.search(read["query"][0], {"Images": images})["Id"] == "2024"
    assert "The name says 7.9" in by_name.note
    assert "Hourly2" in by_name.note


def test_images_of_what_is_out_of_support_may_be_deprecated(
    knowledge: Knowledge, writer: ReportWriter
) -> None:
    *_, old = found(knowledge, writer, "ubuntu", "14.04")
    *_, paravirtual = found(knowledge, writer, "amazon-linux", "2018.03", PV)
    *_, new = found(knowledge, writer, "ubuntu", "26.04")
    assert [options(command).get("include-deprecated") for command in (old, paravirtual, new)] == [
        [],
        [],
        None,
    ]


def test_a_marketplace_image_needs_a_subscription(knowledge: Knowledge, writer: ReportWriter) -> None:
    (by_name,) = found(knowledge, writer, "centos", "6")
    read = options(by_name)
    assert read["owners"] == ["aws-marketplace"]
    assert "Name=product-code,Values=6x5jmcajty9edm3f211pqjfn2" in read["filters"]
    assert "subscribe at https://aws.amazon.com/marketplace" in by_name.note


def test_what_users_report_is_to_be_compared(knowledge: Knowledge, writer: ReportWriter) -> None:
    (reported,) = found(knowledge, writer, "oracle-linux", "9")
    *_, documented = found(knowledge, writer, "amazon-linux", "2023")
    assert "Users report" in reported.note
    assert "Users report" not in documented.note


def test_one_s_own_images_are_filtered_by_the_decision(writer: ReportWriter) -> None:
    command = find_own(PROFILE, CUSTOM, writer)
    read = options(command)
    assert read["owners"] == ["self"]
    assert read["filters"] == [
        "Name=state,Values=available",
        "Name=virtualization-type,Values=hvm",
        "Name=architecture,Values=arm64",
        "Name=root-device-type,Values=ebs",
        "Name=ena-support,Values=true",
    ]
    images = [
        image("old", 1, BootMode="uefi-preferred"),
        image("new", 3, BootMode="uefi-preferred"),
        image("bios", 2, BootMode="legacy-bios"),
        image("unset", 2),
    ]
    assert [row[0] for row in jmespath.search(read["query"][0], {"Images": images})] == ["new", "old"]
    assert "never leave the owner open" in command.note


def test_query_picks_images_with_tpm(writer: ReportWriter) -> None:
    profile = replace(PROFILE, boot_mode=BootMode.UEFI, tpm=True)
    query = options(find_own(profile, CUSTOM, writer))["query"][0]
    images = [image("plain", 1, BootMode="uefi"), image("tpm", 1, BootMode="uefi", TpmSupport="v2.0")]
    assert [row[0] for row in jmespath.search(query, {"Images": images})] == ["tpm"]


def test_paravirtual_images_have_no_boot_mode(writer: ReportWriter) -> None:
    read = options(find_own(PV, CUSTOM, writer))
    assert not [word for word in read["filters"] if "ena-support" in word]
    images = [image("pv", 1), image("odd", 1, BootMode="uefi")]
    assert [row[0] for row in jmespath.search(read["query"][0], {"Images": images})] == ["pv"]


def test_one_s_own_windows_is_filtered_by_platform(writer: ReportWriter) -> None:
    needs = Needs(os=OperatingSystem("windows", "2012", kind=OsKind.WINDOWS))
    assert "Name=platform,Values=windows" in options(find_own(PROFILE, needs, writer))["filters"]


def test_register_image(writer: ReportWriter) -> None:
    command = register_image(replace(PROFILE, boot_mode=BootMode.UEFI, tpm=True), CUSTOM, writer)
    read = options(command)
    assert read["virtualization-type"] == ["hvm"]
    assert read["architecture"] == ["arm64"]
    assert read["boot-mode"] == ["uefi"]
    assert read["tpm-support"] == ["v2.0"]
    assert read["ena-support"] == []
    assert "SNAPSHOT_ID" in command.note
    assert "PlatformDetails" in command.note
    assert command.sources == (1,)


def test_register_image_leaves_out_what_is_not_set(writer: ReportWriter) -> None:
    read = options(register_image(replace(PROFILE, boot_mode=BootMode.UNSET, ena=False), CUSTOM, writer))
    assert not read.keys() & {"boot-mode", "tpm-support", "ena-support"}


@pytest.mark.parametrize(
    ("profile", "can"),
    [(PROFILE, True), (PV, False), (replace(PROFILE, root_device_type=RootDeviceType.INSTANCE_STORE), False)],
)
def test_only_hvm_on_ebs_can_be_registered_from_a_snapshot(profile: ImageProfile, can: bool) -> None:
    assert can_be_registered(profile) is can


def test_support_is_counted_from_the_day_the_facts_were_read(
    knowledge: Knowledge, writer: ReportWriter
) -> None:
    published = knowledge.publishers.newest(OperatingSystem("debian", "12"), X86, None)
    assert published
    for ends, deprecated in ((datetime.date(2026, 11, 27), True), (datetime.date(2026, 11, 29), False)):
        needs = Needs(os=OperatingSystem("debian", "12", end_of_life=ends))
        *_, by_name = find_published(published, needs, writer)
        assert ("include-deprecated" in options(by_name)) is deprecated
