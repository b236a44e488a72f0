from __future__ import annotations

import datetime
import gzip
import importlib.util
import json
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest

from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.ec2.partition import Partition, partition_of
from wizard.model.knowledge import Knowledge
from wizard.model.prices.billing import operation_of
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile
from wizard.model.systems.published_image import PublishedImage
from wizard.model.systems.publishers_file import PublisherError, read_publishers

_DATA = Path(__file__).parents[2] / "data"
_NAMES = tomllib.loads((_DATA / "published_names.toml").read_text())["image"]
_MOTO = Path(str(importlib.util.find_spec("moto").origin)).parent  # type: ignore[union-attr]  # installed
_HVM, _PV = VirtualizationType.HVM, VirtualizationType.PARAVIRTUAL


def kind(
    architecture: Architecture = Architecture.X86_64,
    virtualization_type: VirtualizationType = _HVM,
    boot_mode: BootMode = BootMode.LEGACY_BIOS,
    root_device_type: RootDeviceType = RootDeviceType.EBS,
    tpm: bool = False,
) -> ImageProfile:
    return ImageProfile(virtualization_type, architecture, boot_mode, True, root_device_type, tpm)


def newest(
    knowledge: Knowledge,
    family: str,
    version: str = "",
    like: ImageProfile | None = None,
    region: str = "eu-west-1",
) -> PublishedImage:
    system = knowledge.os_catalog.resolve(family, version or None)
    found = knowledge.publishers.newest(system, like or kind(), region)
    assert found
    return found


def every_kind() -> Iterator[ImageProfile]:
    for architecture in Architecture:
        for virtualization_type in VirtualizationType:
            for root_device_type in RootDeviceType:
                for boot_mode in (BootMode.LEGACY_BIOS, BootMode.UEFI):
                    yield kind(architecture, virtualization_type, boot_mode, root_device_type)


@pytest.fixture(scope="module")
def every_image(knowledge: Knowledge) -> tuple[PublishedImage, ...]:
    return tuple(_every_image(knowledge))


def _every_image(knowledge: Knowledge) -> Iterator[PublishedImage]:
    for family in knowledge.os_catalog.families:
        said = [f"{version} {flavour}" for version in family.versions for flavour in family.flavours]
        for version in (*family.versions, *said) or ("",):
            for like in every_kind():
                system = knowledge.os_catalog.resolve(family.key, version or None)
                if found := knowledge.publishers.newest(system, like, "eu-west-1"):
                    yield found


def test_every_family_has_a_publisher_or_is_nobodys(knowledge: Knowledge) -> None:
    families = {family.key: family for family in knowledge.os_catalog.families}
    without = {
        family
        for family in families
        if knowledge.publishers.newest(OperatingSystem(family=family), kind(), None) is None
    }
    assert {family for family in without if families[family].parent is None} == {
        "custom",
        "gentoo",
        "netbsd",
        "openbsd",
    }


def test_every_version_says_where_its_image_is_or_what_to_do(every_image: tuple[PublishedImage, ...]) -> None:
    assert len({image.name_pattern for image in every_image if image.can_be_found}) > 150
    for image in every_image:
        assert image.can_be_found or (image.note and image.note.render(NullTranslations()))
        assert image.sources
        assert all(source.url.startswith("https://") for source in image.sources)
        assert all(source.checked <= datetime.date(2026, 11, 29) for source in image.sources)


def test_nothing_is_left_unfilled(every_image: tuple[PublishedImage, ...]) -> None:
    for image in every_image:
        texts = [
            image.name_pattern,
            image.ssm_parameter,
            image.note and image.note.render(NullTranslations()),
        ]
        assert not [text for text in texts if text and re.search(r"[{}]", text)]
        assert not re.search(r"//|/$", image.ssm_parameter or "")
        # A shell command may put the name between apostrophes; EC2's own filters know no comma in a value.
        assert not re.search(r"[',]", image.name_pattern or "")


@pytest.mark.parametrize("entry", _NAMES, ids=lambda entry: "-".join(entry["os"]))
def test_patterns_find_the_plain_image_and_no_other(knowledge: Knowledge, entry: dict[str, Any]) -> None:
    like = kind(Architecture(entry["arch"]), boot_mode=BootMode(entry.get("boot", "legacy-bios")))
    family, version = entry["os"]
    pattern = newest(knowledge, family, version, like).name_pattern
    assert pattern
    assert [name for name in entry["plain"] if not fnmatchcase(name, pattern)] == []
    assert [name for name in entry["other"] if fnmatchcase(name, pattern)] == []


def _moto(*path: str) -> Any:
    return json.loads(gzip.decompress(_MOTO.joinpath(*path).read_bytes()))


def test_amazons_parameters_are_those_that_aws_has(every_image: tuple[PublishedImage, ...]) -> None:
    """moto ships what AWS answered in every Region."""
    folder = _MOTO / "ssm" / "resources" / "ami-amazon-linux-latest"
    of_region = {
        file.name.partition(".")[0]: {
            parameter["Name"] for parameter in _moto(*file.relative_to(_MOTO).parts)
        }
        for file in folder.glob("*.json.gz")
    }
    assert len(of_region) > 25
    asked = {i.ssm_parameter for i in every_image if "ami-amazon-linux" in (i.ssm_parameter or "")}
    assert len(asked) >= 9
    new = {name for name in asked if name and "/al2023" in name}
    assert new < asked
    for names in of_region.values():
        assert new <= names
    assert asked <= of_region["us-east-1"]


def test_amazons_patterns_find_the_image_that_the_parameter_leads_to(
    every_image: tuple[PublishedImage, ...],
) -> None:
    parameters = {
        parameter["Name"]: parameter["Value"]
        for parameter in _moto("ssm", "resources", "ami-amazon-linux-latest", "us-east-1.json.gz")
    }
    images = {
        image["ami_id"]: image for image in _moto("ec2", "resources", "latest_amis", "us-east-1.json.gz")
    }
    checked = 0
    for image in every_image:
        target = images.get(parameters.get(image.ssm_parameter or "", ""))
        if target:
            assert image.name_pattern
            matching = [
                each["name"] for each in images.values() if fnmatchcase(each["name"], image.name_pattern)
            ]
            assert matching == [target["name"]]
            assert target["owner_id"] == image.owner
            assert target["architecture"] == image.architecture.value
            assert target["virtualization_type"] == image.virtualization_type.value
            assert target["root_device_name"] == image.root_device_name or "amzn-ami-pv" in target["name"]
            checked += 1
    assert checked >= 12


@pytest.mark.parametrize(
    ("region", "owner"),
    [
        (None, "099720109477"),
        ("eu-west-1", "099720109477"),
        ("us-gov-west-1", "513442679011"),
        ("cn-north-1", "837727238323"),
    ],
)
def test_the_owner_is_that_of_the_partition(knowledge: Knowledge, region: str, owner: str) -> None:
    image = newest(knowledge, "ubuntu", "24.04", region=region)
    assert image.owner == image.owner_id == owner
    assert image.ssm_parameter


def test_an_owner_that_is_not_known_is_not_guessed(knowledge: Knowledge) -> None:
    image = newest(knowledge, "rocky", "9", region="cn-north-1")
    assert (image.owner, image.ssm_parameter, image.can_be_found) == (None, None, False)
    assert image.note
    assert "Amazon Web Services in China" in image.note.render(NullTranslations())


def test_aliases_are_no_accounts(knowledge: Knowledge) -> None:
    image = newest(knowledge, "bottlerocket")
    assert (image.owner, image.owner_id) == ("amazon", None)


def test_an_account_of_one_system_tells_the_system_of_its_images(knowledge: Knowledge) -> None:
    """The Fedora Project's account publishes CentOS, too, and tells nothing."""
    families: dict[str, set[str]] = {}
    for family, publisher in knowledge.publishers.by_family.items():
        known = knowledge.os_catalog.family(family)
        assert known is not None
        for account in filter(str.isdigit, publisher.owners):
            # An edition is the same system.
            families.setdefault(account, set()).add(known.edition_of or family)
    alone = {a: found.copy().pop() for a, found in families.items() if len(found) == 1}
    assert alone == knowledge.os_catalog.words.accounts


def test_regions_lie_in_partitions() -> None:
    assert partition_of(None) is Partition.COMMERCIAL
    assert partition_of("us-east-1") is Partition.COMMERCIAL
    assert partition_of("cn-northwest-1") is Partition.CHINA
    assert partition_of("us-gov-east-1") is Partition.GOVCLOUD
    assert partition_of("eusc-de-east-1") is Partition.SOVEREIGN
    assert partition_of("us-iso-east-1") is partition_of("us-isob-east-1") is Partition.ISOLATED


def test_a_version_that_nobody_named_is_the_current_one(knowledge: Knowledge) -> None:
    image = newest(knowledge, "ubuntu")
    assert (image.version, image.chosen_version) == ("26.04", True)
    assert not newest(knowledge, "ubuntu", "24.04").chosen_version
    assert knowledge.publishers.current_version("debian") == "13"
    assert knowledge.publishers.current_version("flatcar") is None
    assert knowledge.publishers.current_version("custom") is None
    assert knowledge.publishers.current_version(None) is None


def test_a_point_release_keeps_the_image_of_its_version(knowledge: Knowledge) -> None:
    assert newest(knowledge, "ubuntu", "22.04.3") == newest(knowledge, "ubuntu", "22.04")


def test_a_minor_release_with_images_of_its_own_is_named(knowledge: Knowledge) -> None:
    assert (newest(knowledge, "rhel", "9").version, newest(knowledge, "rhel", "9.6").version) == ("9", "9.6")


@pytest.mark.parametrize(
    ("family", "version", "found", "not_found", "minor"),
    [
        (
            "rhel",
            "8",
            "RHEL-8.10.0_HVM-20250728-x86_64-0-Hourly2-GP3",
            "RHEL-8.8.0_HVM-20250801-x86_64-0-Hourly2-GP3",
            "8.10",
        ),
        (
            "rhel",
            "7",
            "RHEL-7.9_HVM-20240930-x86_64-0-Hourly2-GP3",
            "RHEL-7.7_HVM-20250101-x86_64-0-Hourly2-GP2",
            "7.9",
        ),
        (
            "rhel",
            "9.1",
            "RHEL-9.1.0_HVM-20221101-x86_64-2-Hourly2-GP2",
            "RHEL-9.10.0_HVM-20270501-x86_64-0-Hourly2-GP3",
            "",
        ),
        (
            "rhel",
            "9.6.0",
            "RHEL-9.6.0_HVM-20260811-x86_64-0-Hourly2-GP3",
            "RHEL-9.8.0_HVM-20260728-x86_64-0-Hourly2-GP3",
            "",
        ),
        (
            "rhel-ha",
            "9",
            "RHEL_HA-9.8.0_HVM-20260728-x86_64-0-Hourly2-GP3",
            "RHEL_HA-9.6.0_HVM-20260811-x86_64-0-Hourly2-GP3",
            "9.8",
        ),
    ],
)
def test_red_hat_s_image_is_of_the_minor_release_that_is_meant(
    knowledge: Knowledge, family: str, version: str, found: str, not_found: str, minor: str
) -> None:
    """The newest by date may be an older release published again, and as a text 8.10 is less than 8.8."""
    image = newest(knowledge, family, version)
    pattern = image.name_pattern or ""
    assert (fnmatchcase(found, pattern), fnmatchcase(not_found, pattern)) == (True, False)
    assert image.minor == minor
    said = image.minor_note.render(NullTranslations()) if image.minor_note else ""
    assert (minor in said, bool(said)) == (True, bool(minor))


def test_any_linux_is_shown_amazons(knowledge: Knowledge) -> None:
    assert knowledge.publishers.newest(OperatingSystem("linux"), kind(Architecture.I386), None) is None
    image = newest(knowledge, "linux")
    assert (image.system, image.version, image.chosen_version) == ("amazon-linux", "2023", True)


def test_paravirtual_and_instance_store_have_names_of_their_own(knowledge: Knowledge) -> None:
    pv = newest(knowledge, "amazon-linux", "2018.03", kind(virtualization_type=_PV))
    assert pv.name_pattern == "amzn-ami-pv-2018.03.*-x86_64-ebs"
    on_disk = kind(virtualization_type=_PV, root_device_type=RootDeviceType.INSTANCE_STORE)
    stored = newest(knowledge, "amazon-linux", "2018.03", on_disk)
    assert stored.ssm_parameter == "/aws/service/ami-amazon-linux-latest/amzn-ami-pv-x86_64-s3"
    assert newest(knowledge, "ubuntu", "24.04", kind(virtualization_type=_PV)).name_pattern is None


def test_what_is_built_for_no_such_processor_is_not_named(knowledge: Knowledge) -> None:
    assert newest(knowledge, "windows", "2022", kind(Architecture.ARM64)).name_pattern is None
    assert newest(knowledge, "ubuntu", "14.04", kind(Architecture.I386)).name_pattern is None


@pytest.mark.parametrize(
    ("version", "boot_mode", "tpm", "prefix"),
    [
        ("2025", BootMode.UEFI, False, "Windows_Server-2025-"),
        ("2025", BootMode.UEFI, True, "TPM-Windows_Server-2025-"),
        ("2025", BootMode.LEGACY_BIOS, False, "BIOS-Windows_Server-2025-"),
        ("2022", BootMode.UEFI, True, "TPM-Windows_Server-2022-"),
        ("2022", BootMode.LEGACY_BIOS, False, "Windows_Server-2022-"),
    ],
)
def test_windows_is_named_by_how_it_boots(
    knowledge: Knowledge, version: str, boot_mode: BootMode, tpm: bool, prefix: str
) -> None:
    image = newest(knowledge, "windows", version, kind(boot_mode=boot_mode, tpm=tpm))
    assert image.name_pattern == f"{prefix}English-Full-Base-*"
    assert image.ssm_parameter == f"/aws/service/ami-windows-latest/{prefix}English-Full-Base"


def test_what_aws_publishes_no_more_is_said(knowledge: Knowledge) -> None:
    image = newest(knowledge, "windows", "2012 R2")
    assert image.name_pattern is None
    assert image.note
    assert "2016 and later" in image.note.render(NullTranslations())


def test_marketplace_has_a_page_and_a_product_code(knowledge: Knowledge) -> None:
    image = newest(knowledge, "centos", "6")
    assert image.owner == "aws-marketplace"
    assert image.product_code == "6x5jmcajty9edm3f211pqjfn2"
    assert image.marketplace
    assert image.marketplace.startswith("https://aws.amazon.com/marketplace/")


def test_freebsd_names_the_minor_release(knowledge: Knowledge) -> None:
    assert (
        newest(knowledge, "freebsd", "14.3").ssm_parameter
        == "/aws/service/freebsd/amd64/base/ufs/14.3/RELEASE"
    )
    assert (
        newest(knowledge, "freebsd", "15").ssm_parameter == "/aws/service/freebsd/amd64/base/ufs/15.1/RELEASE"
    )


def test_a_part_of_a_parameter_that_is_not_known_leaves_it_out(knowledge: Knowledge) -> None:
    text = """
[source.s]
title = "t"
url = "https://example.com"
checked = 2026-11-28
[publisher.netbsd]
name = "NetBSD"
owners = { aws = "123456789012" }
architectures = { x86_64 = "amd64" }
evidence = "vendor"
sources = ["s"]
[[publisher.netbsd.images]]
name = "netbsd-{codename}-{arch}"
parameter = "/aws/service/netbsd/{codename}"
"""
    publishers = read_publishers(text, "x.toml", knowledge.os_catalog)
    image = publishers.newest(OperatingSystem("netbsd", "10"), kind(), None)
    assert image
    assert (image.name_pattern, image.ssm_parameter) == ("netbsd-*-amd64", None)
    assert publishers.by_family["netbsd"].owners == {"123456789012"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[", "x.toml: not TOML"),
        ("", "'source': expected"),
        ("[source]\n[publisher.nobody]\nname = 'N'", "publisher.nobody: no such family"),
        (
            "[source]\n[publisher.ubuntu]\nname = 'N'\nevidence = 'vendor'\nsources = ['lost']",
            "'lost': expected",
        ),
        (
            "[source]\n[publisher.ubuntu]\nname = 'N'\nevidence = 'sure'\nsources = []",
            "'sure' is not a valid",
        ),
        (
            "[source]\n[publisher.ubuntu]\nname = 'N'\nevidence = 'vendor'\nsources = []\nimages = [{}]",
            "images: expected a name, or none",
        ),
        ("source = 1\npublisher = 2", "x.toml: "),
    ],
)
def test_a_damaged_file_says_where(knowledge: Knowledge, text: str, says: str) -> None:
    with pytest.raises(PublisherError, match=re.escape(says)):
        read_publishers(text, "x.toml", knowledge.os_catalog)


@pytest.mark.parametrize(
    ("family", "version", "name", "billed"),
    [
        ("rhel-sap", "9.4", "RHEL-SAP-9.4.*_HVM-*-x86_64-*-Hourly2-GP*", None),
        ("rhel-ha", "9", "RHEL_HA-9.8.*_HVM-*-x86_64-*-Hourly2-GP*", "RunInstances:1010"),
        (
            "windows",
            "2022-sql-standard",
            "Windows_Server-2022-English-Full-SQL_2022_Standard-*",
            "RunInstances:0006",
        ),
        (
            "windows",
            "Server 2019 with SQL Server 2019 Enterprise",
            "Windows_Server-2019-English-Full-SQL_2019_Enterprise-*",
            "RunInstances:0102",
        ),
        ("windows sql web", "2025", "Windows_Server-2025-English-Full-SQL_*_Web-*", "RunInstances:0202"),
        (
            "windows",
            "2022 SQL Express",
            "Windows_Server-2022-English-Full-SQL_2022_Express-*",
            "RunInstances:0002",
        ),
        ("rhel", "9.4 for SAP", "RHEL-SAP-9.4.*_HVM-*-x86_64-*-Hourly2-GP*", None),
        ("sles-sap", "15 SP6", "suse-sles-sap-15-sp6-v????????-hvm-ssd-x86_64*", None),
        ("rhel", "9", "RHEL-9.8.*_HVM-*-x86_64-*-Hourly2-GP*", "RunInstances:0010"),
    ],
)
def test_an_edition_is_its_system_with_images_and_a_price_of_its_own(
    knowledge: Knowledge, family: str, version: str, name: str, billed: str | None
) -> None:
    like = kind(boot_mode=BootMode.UEFI if version == "2025" else BootMode.LEGACY_BIOS)
    image = newest(knowledge, family, version, like)
    assert image.name_pattern == name
    system, of = knowledge.os_catalog.find(family, version), family.replace(" ", "-").partition("-")[0]
    plain = knowledge.os_catalog.find(of, version)
    assert (system.end_of_life, system.x86_level, system.uefi_boot, system.sev_snp) == (
        plain.end_of_life,
        plain.x86_level,
        plain.uefi_boot,
        plain.sev_snp,
    )
    assert operation_of(system) == billed
    costs = Costs.of(knowledge.prices, Needs(os=system))
    assert ("prices of their own" in costs.why_none().template) is (billed is None)


def test_a_note_names_what_one_takes_with_a_subscription_of_ones_own(knowledge: Knowledge) -> None:
    image = newest(knowledge, "sles", "15 SP7")
    assert image.note is not None
    assert "name the system sles:15-sp7-byos" in image.note.render(NullTranslations())
    own = newest(knowledge, "sles", "15 SP7-byos")
    assert own.name_pattern == "suse-sles-15-sp7-byos-v????????-hvm-ssd-x86_64"


@pytest.mark.parametrize(
    ("family", "version", "name", "parameter", "flavour"),
    [
        ("windows", "2022 core", "Windows_Server-2022-English-Core-Base-*", "2022-English-Core-Base", "Core"),
        ("windows", "2022", "Windows_Server-2022-English-Full-Base-*", "2022-English-Full-Base", ""),
        ("ubuntu", "22.04-pro", "*-amd64-pro-server-*", "/pro-server/22.04/", "Pro"),
        ("ubuntu", "24.04 minimal", "ubuntu-minimal/*-amd64-minimal-*", "/server-minimal/24.04/", "Minimal"),
        (
            "amazon-linux",
            "2023 minimal",
            "al2023-ami-minimal-2023.*",
            "al2023-ami-minimal-kernel-default",
            "minimal",
        ),
        (
            "amazon-linux",
            "2023 ecs",
            "al2023-ami-ecs-hvm-*",
            "ecs/optimized-ami/amazon-linux-2023/rec",
            "for ECS",
        ),
        (
            "amazon-linux",
            "2023 eks",
            "amazon-eks-node-al2023-x86_64-standard-*",
            "/amazon-linux-2023/x86_64/",
            "for EKS",
        ),
        ("rhel", "9-byos", "RHEL-9.8.*_HVM-*-Access2-GP*", None, "BYOS"),
        ("rhel", "9.6 byol", "RHEL-9.6.*_HVM-*-Access2-GP*", None, "BYOS"),
    ],
)
def test_other_images_of_the_same_system_are_named_by_a_word_beside_the_version(
    knowledge: Knowledge, family: str, version: str, name: str, parameter: str | None, flavour: str
) -> None:
    image = newest(knowledge, family, version)
    assert image.name_pattern
    assert fnmatchcase(image.name_pattern, name.replace("*", "[*]") if "[" in name else name)
    assert (parameter is None) is (image.ssm_parameter is None)
    assert (parameter or "") in (image.ssm_parameter or "")
    assert image.flavour == flavour


def test_a_flavour_of_a_version_without_such_an_image_is_not_guessed(knowledge: Knowledge) -> None:
    for family, version in (("ubuntu", "14.04 pro"), ("amazon-linux", "2 eks"), ("windows", "2012 R2 core")):
        assert not newest(knowledge, family, version).can_be_found


@pytest.mark.parametrize(
    ("family", "version", "operation"),
    [
        ("ubuntu", "22.04", "RunInstances"),
        ("ubuntu", "22.04 pro", "RunInstances:0g00"),
        ("rhel", "9 byos", "RunInstances:00g0"),
        ("sles", "15 SP7 byos", "RunInstances"),
        ("windows", "2022 core", "RunInstances:0002"),
        ("windows-sql", "2022", "RunInstances:0006"),
        ("windows-sql", "2022 byol", "RunInstances:0002"),
        ("ubuntu", "24.04 token", "RunInstances"),
    ],
)
def test_a_flavour_is_billed_as_its_images_are(
    knowledge: Knowledge, family: str, version: str, operation: str
) -> None:
    assert operation_of(knowledge.os_catalog.find(family, version)) == operation


def test_images_with_secure_boot_keys_are_not_named_in_china(knowledge: Knowledge) -> None:
    """AWS says that such AMIs are not available there."""
    like = kind(boot_mode=BootMode.UEFI, tpm=True)
    assert newest(knowledge, "windows", "2022", like).can_be_found
    assert not newest(knowledge, "windows", "2022", like, "cn-north-1").can_be_found
    assert newest(knowledge, "windows", "2025", like, "cn-north-1").name_pattern == (
        "Windows_Server-2025-English-Full-Base-*"
    )
    assert newest(knowledge, "windows", "2022", region="cn-north-1").owner == "016951021795"


def test_what_is_published_as_the_newest_alone_names_no_version(knowledge: Knowledge) -> None:
    image = newest(knowledge, "kali", "2024")
    assert (image.version, image.can_be_found) == ("", True)
    assert newest(knowledge, "fedora-coreos", "44").name_pattern == "fedora-coreos-44.*.3.*-x86_64"
    assert newest(knowledge, "fedora-coreos").name_pattern == "fedora-coreos-*.*.3.*-x86_64"


def test_ubuntu_pro_is_of_lts_versions(knowledge: Knowledge) -> None:
    image = newest(knowledge, "ubuntu", "25.10 pro")
    assert not image.can_be_found
    assert image.note
    assert "LTS versions only" in image.note.render(NullTranslations())
    assert newest(knowledge, "ubuntu", "25.10 minimal").can_be_found


def test_the_image_of_a_version_that_nobody_named_boots_as_was_decided(knowledge: Knowledge) -> None:
    """Windows Server 2025 with SQL Server boots by UEFI: who moves a BIOS machine is told of 2022."""
    bios = newest(knowledge, "windows-sql")
    assert (bios.version, bios.chosen_version, bios.can_be_found) == ("2022", True, True)
    assert newest(knowledge, "windows-sql", like=kind(boot_mode=BootMode.UEFI)).version == "2025"
    assert not newest(knowledge, "windows-sql", "2025").can_be_found
    assert not newest(knowledge, "ubuntu", like=kind(Architecture.I386)).can_be_found
    assert not newest(knowledge, "fedora", like=kind(virtualization_type=_PV)).can_be_found


@pytest.mark.parametrize(
    ("os", "version", "by"), [("dlami", "ubuntu-20.04", "Amazon"), ("ubuntu", "4.10", "Canonical")]
)
def test_who_has_no_such_image_is_named_as_who_publishes_the_others(
    knowledge: Knowledge, os: str, version: str, by: str
) -> None:
    """Deep Learning AMIs of Ubuntu are Amazon's."""
    image = knowledge.publishers.newest(knowledge.os_catalog.resolve(os, version), kind(), None)
    assert image is not None
    assert image.note is not None
    assert (
        image.note.render(NullTranslations()) == f"No image of this kind that {by} publishes is known here."
    )


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("7", "The name says 7.9, the last minor release."),
        ("8", "The name says 8.10, the last minor release."),
        (
            "9",
            "The name says 9.8, the newest minor release that is known here: put in the number of a newer one",
        ),
    ],
)
def test_of_a_version_that_gets_no_minor_release_any_more_no_newer_one_is_looked_for(
    knowledge: Knowledge, version: str, words: str
) -> None:
    image = knowledge.publishers.newest(knowledge.os_catalog.find("rhel", version), kind(), None)
    assert image is not None
    assert image.minor_note is not None
    assert image.minor_note.render(NullTranslations()).startswith(words)


@pytest.mark.parametrize(("type_name", "word"), [("g6.xlarge", "gpu"), ("inf2.xlarge", "inf")])
def test_amazon_linux_2_for_ecs_has_images_with_the_drivers_as_well(
    knowledge: Knowledge, type_name: str, word: str
) -> None:
    system = knowledge.os_catalog.find("amazon-linux", "2-ecs")
    image = knowledge.publishers.newest(system, kind(), None, knowledge.catalog.get(type_name))
    assert image is not None
    assert image.ssm_parameter is not None
    assert f"/amazon-linux-2/kernel-5.10/{word}/recommended" in image.ssm_parameter
