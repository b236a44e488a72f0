from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.model.ec2.finding import Evidence, Outcome
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Launch
from wizard.model.frozen import replace
from wizard.model.judging.judge import judge
from wizard.model.knowledge import Knowledge
from wizard.model.systems.os_guess import guess_os, guessed_system

NAMES = [
    ("al2023-ami-2023.12.20260930.0-kernel-6.12-arm64", "Amazon Linux 2023"),
    ("al2022-ami-2022.0.20220728.1-kernel-5.15-x86_64", "Amazon Linux 2022"),
    ("al2027-preview-ami-2027.0.20260914.0-kernel-7.1-x86_64", "Amazon Linux 2027"),
    ("amzn2-ami-kernel-5.10-hvm-2.0.20260930.0-x86_64-gp2", "Amazon Linux 2"),
    ("amzn-ami-pv-2018.03.0.20181129-x86_64-ebs", "Amazon Linux 2018.03"),
    ("amzn-ami-hvm-2017.09.1.20171103-x86_64-gp2", "Amazon Linux 2017.09"),
    ("amazon-eks-node-al2023-x86_64-standard-1.30-v20240807", "Amazon Linux 2023"),
    ("Deep Learning AMI (Amazon Linux 2) Version 50", "Amazon Linux 2"),
    ("Deep Learning AMI Amazon Linux - 3.3_Oct2017", "Amazon Linux"),
    ("ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20240801", "Ubuntu 24.04"),
    ("starcluster-base-ubuntu-13.04-x86_64-hvm", "Ubuntu 13.04"),
    ("my-ubuntu-on-jammy", "Ubuntu 22.04"),
    ("debian-12-amd64-20240101-1234", "Debian 12"),
    ("k8s-1.8-debian-jessie-amd64-hvm-ebs-2018-02-08", "Debian 8"),
    ("RHEL-9.4.0_HVM-20240605-x86_64-82-Hourly2-GP3", "Red Hat Enterprise Linux 9.4.0"),
    ("CentOS Linux 7 x86_64 HVM EBS ENA 1804_2", "CentOS Linux 7"),
    ("CentOS Stream 9 x86_64 20240819", "CentOS Stream 9"),
    ("Rocky-9-EC2-Base-9.2-20230513.0.x86_64", "Rocky Linux 9"),
    ("AlmaLinux OS 9.4.20240513 x86_64", "AlmaLinux 9.4"),
    ("OL8.9-x86_64-HVM-2024-02-02", "Oracle Linux 8.9"),
    ("suse-sles-15-sp6-v20240808-hvm-ssd-x86_64", "SUSE Linux Enterprise Server 15 SP6"),
    ("suse-sles-sap-15-sp5-byos-v20230608-hvm", "SUSE Linux Enterprise Server 15 SP5"),
    ("openSUSE-Leap-15-5-v20230608-hvm-ssd-x86_64", "openSUSE 15.5"),
    ("openSUSE-Tumbleweed-v20211203-HVM-x86_64", "openSUSE tumbleweed"),
    ("Fedora-Cloud-Base-39-1.5.x86_64-hvm-us-east-1-gp3", "Fedora 39"),
    ("Fedora-Cloud-Base-AmazonEC2.x86_64-42-1.1", "Fedora 42"),
    ("fedora-coreos-39.20240104.3.0-x86_64", "Fedora CoreOS 39"),
    ("Flatcar-stable-3510.2.8-hvm", "Flatcar Container Linux 3510.2.8"),
    ("CoreOS-stable-1576.5.0-hvm", "CoreOS Container Linux 1576.5.0"),
    ("bottlerocket-aws-k8s-1.28-x86_64-v1.16.1", "Bottlerocket"),
    ("alpine-3.19.1-x86_64-bios-cloudinit-r0", "Alpine Linux 3.19.1"),
    ("FreeBSD 14.1-RELEASE-amd64 UEFI", "FreeBSD 14.1"),
    ("OpenBSD-7.5-amd64", "OpenBSD 7.5"),
    ("nixos/24.05.3974", "NixOS 24.05"),
    ("talos-v1.7.5-us-east-1-amd64", "Talos Linux 1.7"),
    ("ubuntu1804", "Ubuntu 18.04"),
    ("ubuntu-20-04", "Ubuntu 20.04"),
    ("golden_ubuntu2204_2024-01", "Ubuntu 22.04"),
    ("ubuntu22-base", "Ubuntu 22.04"),
    ("Cloud9Ubuntu22-2024-08-01T10-00", "Ubuntu 22.04"),
    ("aws-parallelcluster-3.9.1-ubuntu-2204-lts-hvm-x86_64-202404", "Ubuntu 22.04"),
    ("aws-parallelcluster-2.11.7-centos7-hvm-x86_64-202205", "CentOS Linux 7"),
    ("Deep Learning AMI Ubuntu Linux - 1.5_June2017", "Ubuntu"),
    ("ubuntu-20231104-build", "Ubuntu"),
    ("centos7", "CentOS Linux 7"),
    ("web-centos79-v3", "CentOS Linux 7.9"),
    ("centos8stream", "CentOS Stream 8"),
    ("debian10", "Debian 10"),
    ("rocky8", "Rocky Linux 8"),
    ("rocky95-hardened", "Rocky Linux 9.5"),
    ("alma9-base", "AlmaLinux 9"),
    ("sles12sp5", "SUSE Linux Enterprise Server 12 SP5"),
    ("rhel85-base", "Red Hat Enterprise Linux 8.5"),
    ("rhel_96_gold", "Red Hat Enterprise Linux 9.6"),
    ("rhel810", "Red Hat Enterprise Linux 8.10"),
    ("rhel10", "Red Hat Enterprise Linux 10"),
    ("redhat-8-golden", "Red Hat Enterprise Linux 8"),
    ("rhcos-49.84.202110081407-0-x86_64", "Red Hat Enterprise Linux 8.4"),
    ("fedora39", "Fedora 39"),
    ("ol8-base", "Oracle Linux 8"),
    ("FreeBSD/EC2 10.3-RELEASE", "FreeBSD 10.3"),
    ("alpine-ami-3.9.4-x86_64-r0", "Alpine Linux 3.9.4"),
    ("amazon-eks-node-1.29-v20240807", "Amazon Linux 2"),
    ("team-al2-golden", "Amazon Linux 2"),
    ("amazon_linux_2_hardened", "Amazon Linux 2"),
    ("search-debian-7-days-retention", None),
    ("leap-24-7-service", None),
    ("rocky-12-app", None),
    ("fedora-30-day-trial", None),
    ("debian-4x-cluster", None),
    ("rocky-9-nodes", None),
    ("centos-99", None),
    ("my application, build 2023", None),
    ("", None),
]
WINDOWS = [
    ("Windows_Server-2022-English-Full-Base-2024.08.14", "Windows Server 2022"),
    ("TPM-Windows_Server-2019-English-Full-Base-2024.08.14", "Windows Server 2019"),
    ("Windows_Server-2012-R2_RTM-English-64Bit-Base-2017.10.13", "Windows Server 2012 R2"),
    ("Windows_Server-2008-SP2-English-64Bit-Base-2017.10.13", "Windows Server 2008"),
    ("ubuntu-22.04", "Windows Server"),
    ("win2016", "Windows Server 2016"),
    ("WIN2012R2", "Windows Server 2012 R2"),
    ("windows2019", "Windows Server 2019"),
    ("Win-2022-golden", "Windows Server 2022"),
    ("w2k19-base", "Windows Server 2019"),
    ("win2k8r2", "Windows Server 2008 R2"),
    ("Windows 10 Enterprise migrated", None),
    ("windows11-vdi", None),
    ("Windows AMI of ours", "Windows Server"),
]


def linux(**fields: Any) -> Image:
    return Image(platform=Platform.LINUX_UNIX, **fields)


@pytest.mark.parametrize(("name", "title"), NAMES)
def test_by_name(knowledge: Knowledge, name: str, title: str | None) -> None:
    assert guess_os(linux(name=name), knowledge.os_catalog).title == title


@pytest.mark.parametrize(("name", "title"), WINDOWS)
def test_windows_by_name(knowledge: Knowledge, name: str, title: str | None) -> None:
    assert guess_os(Image(name=name, platform=Platform.WINDOWS), knowledge.os_catalog).title == title


@pytest.mark.parametrize(
    ("image", "title", "ground"),
    [
        (linux(name="debian-12"), "Debian 12", "Guessed from the AMI's name, debian-12."),
        (
            linux(name="mine", description="RHEL-8.6 golden"),
            "Red Hat Enterprise Linux 8.6",
            "Guessed from the AMI's description: RHEL-8.6 golden.",
        ),
        (linux(owner_id="136693071363"), "Debian", "Guessed from the AMI's owner, account 136693071363."),
        (
            linux(platform_details="Red Hat Enterprise Linux with HA"),
            "Red Hat Enterprise Linux",
            "Guessed from the AMI's platform details, Red Hat Enterprise Linux with HA.",
        ),
        (
            linux(usage_operation="RunInstances:000g"),
            "SUSE Linux Enterprise Server",
            "Guessed from the AMI's billing code, RunInstances:000g.",
        ),
        (
            Image(platform=Platform.WINDOWS),
            "Windows Server",
            "DescribeImages says that its platform is Windows.",
        ),
        (
            Image(platform=Platform.LINUX_UNIX, architecture=Architecture.ARM64_MAC),
            "macOS",
            "Its architecture is a Mac's.",
        ),
        (
            Image(
                name="amzn-ec2-macos-14.5-20240613-234750-arm64",
                platform=Platform.LINUX_UNIX,
                architecture=Architecture.ARM64_MAC,
            ),
            "macOS 14.5",
            "Guessed from the AMI's name, amzn-ec2-macos-14.5-20240613-234750-arm64.",
        ),
    ],
)
def test_a_guess_says_its_ground(knowledge: Knowledge, image: Image, title: str, ground: str) -> None:
    system = guess_os(image, knowledge.os_catalog)
    assert system.title == title
    assert system.guess is not None
    assert system.guess.render(NullTranslations()) == ground


@pytest.mark.parametrize(
    ("details", "family"),
    [
        ("Red Hat Enterprise Linux", "rhel"),
        ("Red Hat BYOL Linux", "rhel"),
        ("SUSE Linux", "sles"),
        ("Ubuntu Pro", "ubuntu"),
        ("SQL Server Standard", None),
        ("Linux/UNIX", None),
    ],
)
def test_platform_details_name_who_is_paid(knowledge: Knowledge, details: str, family: str | None) -> None:
    """https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/billing-info-fields.html"""
    assert guess_os(linux(platform_details=details), knowledge.os_catalog).family == family


@pytest.mark.parametrize(
    ("operation", "family"),
    [
        ("RunInstances:0010", "rhel"),
        ("RunInstances:00g0", "rhel"),
        ("RunInstances:1010", "rhel"),
        ("RunInstances:000g", "sles"),
        ("RunInstances:0g00", "ubuntu"),
        ("RunInstances:0002", "windows"),
        ("RunInstances:0800", "windows"),
        ("RunInstances", None),
        ("RunInstances:0004", None),
    ],
)
def test_the_billing_code_names_who_is_paid(knowledge: Knowledge, operation: str, family: str | None) -> None:
    platform = Platform.WINDOWS if family == "windows" else Platform.LINUX_UNIX
    system = guess_os(Image(platform=platform, usage_operation=operation), knowledge.os_catalog)
    assert system.family == family
    if family:
        assert system.guess is not None
        assert operation in system.guess.render(NullTranslations())


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("ubuntu-{:02}.04", 8, 30),
        ("debian-{}", 4, 15),
        ("rhel-{}.1", 4, 11),
        ("centos-{}", 4, 8),
        ("centos-stream-{}", 8, 11),
        ("rocky-{}", 8, 11),
        ("almalinux-{}", 8, 11),
        ("oracle-linux-{}", 4, 11),
        ("sles-{}", 10, 17),
        ("fedora-{:02}", 8, 59),
        ("freebsd-{}.1", 7, 19),
    ],
)
def test_a_number_that_no_version_has_is_none(knowledge: Knowledge, name: str, first: int, last: int) -> None:
    """web-debian-99 is the ninety-ninth image of a web server, or whatever; it is no Debian 99."""
    versions = {
        number
        for number in range(1, 70)
        if guess_os(linux(name=name.format(number)), knowledge.os_catalog).version
    }
    assert set(range(first, last + 1)) <= versions
    assert not {first - 1, last + 1} & versions


@pytest.mark.parametrize(
    "image",
    [
        linux(name="Windows_Server-2022-English"),
        linux(name="macos-14"),
        linux(usage_operation="RunInstances:0002"),
        Image(name="ubuntu-22.04"),
    ],
)
def test_a_guess_does_not_contradict_the_image(knowledge: Knowledge, image: Image) -> None:
    assert guess_os(image, knowledge.os_catalog).family is None


def test_the_name_may_be_a_megabyte(knowledge: Knowledge) -> None:
    image = linux(name="x" * 1_000_000 + "debian-12", description="rhel-" * 200_000 + "7")
    assert guess_os(image, knowledge.os_catalog).family is None


@given(
    name=st.text(max_size=40) | st.from_regex(r"(rhel|sles|fedora|ubuntu|windows_server)[-_ a-z0-9.]{0,30}")
)
def test_any_name_can_be_read(knowledge: Knowledge, name: str) -> None:
    guess_os(linux(name=name), knowledge.os_catalog)


SOME_NAMES = st.sampled_from([name for name, _ in [*NAMES, *WINDOWS]])


@given(
    name=SOME_NAMES | st.text(max_size=20),
    description=SOME_NAMES | st.just(""),
    kind=st.builds(
        Image,
        owner_id=st.sampled_from(["", "136693071363", "123456789012"]),
        architecture=st.sampled_from([None, Architecture.X86_64, Architecture.ARM64_MAC]),
        platform=st.sampled_from([None, *Platform]),
        platform_details=st.sampled_from(["", "Red Hat Enterprise Linux", "Windows"]),
        usage_operation=st.sampled_from(["", "RunInstances:000g", "RunInstances:0002"]),
    ),
)
def test_the_title_alone_is_the_whole_guesses(
    knowledge: Knowledge, name: str, description: str, kind: Image
) -> None:
    catalog = knowledge.os_catalog
    whole = guess_os(replace(kind, name=name, description=description), catalog)
    system = guessed_system(kind, name, description, catalog)
    assert (system.title if system else None) == whole.title


CENTOS_6 = Image(
    name="CentOS-6-x86_64",
    architecture=Architecture.X86_64,
    virtualization_type=VirtualizationType.HVM,
    boot_mode=BootMode.UNSET,
    root_device_type=RootDeviceType.EBS,
    ena_support=True,
    sriov_net_support=True,
    tpm_support=False,
    imds_v2=False,
    platform=Platform.LINUX_UNIX,
)


def test_a_guess_never_lets_a_launch_fail(knowledge: Knowledge) -> None:
    instance_type = knowledge.catalog.get("m5.large")
    assert instance_type is not None
    stated = Launch(image=CENTOS_6, os=knowledge.os_catalog.find("centos", "6"))
    guessed = Launch(image=CENTOS_6, os=guess_os(CENTOS_6, knowledge.os_catalog))

    assert judge(knowledge.rulebook, stated, instance_type).outcome is Outcome.UNREACHABLE
    verdict = judge(knowledge.rulebook, guessed, instance_type)
    assert verdict.outcome is Outcome.UNKNOWN
    (doubt,) = (unknown for unknown in verdict.unknowns if unknown.fact == "os.family")
    because = doubt.matters_because.render(NullTranslations())
    assert because.startswith("If it is CentOS Linux 6, as it seems: ")
    assert doubt.how_to_supply.render(NullTranslations()) == (
        "Guessed from the AMI's name, CentOS-6-x86_64. Confirm it, or name the operating system and its version."
    )
    advice = [finding for finding in verdict.findings if finding.rule == "O1"]
    assert all(finding.evidence is Evidence.INFERRED for finding in advice)

    survey = knowledge.judge.survey(guessed)
    bit = 1 << knowledge.catalog.types.index(instance_type)
    assert survey.open & bit
    assert "os.family" in {unknown.fact for unknown in survey.unknowns(bit)}
    assert knowledge.judge.survey(stated).outcomes[Outcome.UNREACHABLE] & bit


@given(st.sampled_from(NAMES), st.sampled_from(["m5.large", "t2.micro", "a1.large", "c3.large", "m8g.large"]))
def test_a_guess_is_never_worse_than_to_know_nothing(
    knowledge: Knowledge, name: tuple[str, str | None], type_name: str
) -> None:
    instance_type = knowledge.catalog.get(type_name)
    assert instance_type is not None
    image = linux(name=name[0])
    blind = judge(knowledge.rulebook, Launch(image=image), instance_type)
    guessed = judge(
        knowledge.rulebook, Launch(image=image, os=guess_os(image, knowledge.os_catalog)), instance_type
    )
    assert guessed.outcome.severity <= blind.outcome.severity


def test_a_name_of_a_windows_that_no_publisher_has_ends_the_guessing(knowledge: Knowledge) -> None:
    kind = Image(image_id="ami-1", platform=Platform.WINDOWS)
    assert guessed_system(kind, "windows11-vdi", "", knowledge.os_catalog) is None
