from __future__ import annotations

import re
from pathlib import Path

import pytest

from wizard.formats.public_images import PublicImages, PublicImagesError, read_public_images
from wizard.model.knowledge import Knowledge
from wizard.store.resources import load_public_images, resources

FILE = resources() / "formats" / "public_images.toml"
AMAZON = "/aws/service/ami-amazon-linux-latest"
WINDOWS = "/aws/service/ami-windows-latest"
NAMES = [
    (f"{AMAZON}/al2023-ami-kernel-default-x86_64", "amazon-linux", "2023", "x86_64"),
    (f"{AMAZON}/al2023-ami-minimal-kernel-6.12-arm64", "amazon-linux", "2023", "arm64"),
    (f"{AMAZON}/amzn2-ami-hvm-x86_64-gp2", "amazon-linux", "2", "x86_64"),
    (f"{AMAZON}/amzn2-ami-kernel-5.10-hvm-arm64-gp2", "amazon-linux", "2", "arm64"),
    (f"{AMAZON}/amzn2-ami-minimal-hvm-arm64-ebs", "amazon-linux", "2", "arm64"),
    (f"{AMAZON}/amzn-ami-hvm-x86_64-gp2", "amazon-linux", "2018.03", "x86_64"),
    (f"{AMAZON}/amzn-ami-pv-x86_64-ebs", "amazon-linux", "2018.03", "x86_64"),
    (f"{WINDOWS}/Windows_Server-2022-English-Full-Base", "windows", "2022", "x86_64"),
    (f"{WINDOWS}/Windows_Server-2012-R2_RTM-English-64Bit-Base", "windows", "2012 R2", "x86_64"),
    (f"{WINDOWS}/TPM-Windows_Server-2019-English-Core-Base", "windows", "2019", "x86_64"),
    (f"{WINDOWS}/BIOS-Windows_Server-2025-English-Full-Base", "windows", "2025", "x86_64"),
    (f"{WINDOWS}/Windows_Server-2022-English-Full-ECS_Optimized/image_id", "windows", "2022", "x86_64"),
    ("/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id", "amazon-linux", "2", "x86_64"),
    ("/aws/service/ecs/optimized-ami/amazon-linux-2/arm64/recommended/image_id", "amazon-linux", "2", "arm64"),
    ("/aws/service/ecs/optimized-ami/amazon-linux-2/gpu/recommended/image_id", "amazon-linux", "2", "x86_64"),
    ("/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended", "amazon-linux", "2023", "arm64"),
    ("/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id", "amazon-linux", "2023", "x86_64"),
    ("/aws/service/eks/optimized-ami/1.31/amazon-linux-2023/arm64/standard/recommended/image_id", "amazon-linux", "2023", "arm64"),
    ("/aws/service/eks/optimized-ami/1.29/amazon-linux-2/recommended/image_id", "amazon-linux", "2", "x86_64"),
    ("/aws/service/eks/optimized-ami/1.29/amazon-linux-2-arm64/recommended/image_id", "amazon-linux", "2", "arm64"),
    ("/aws/service/bottlerocket/aws-k8s-1.31/arm64/latest/image_id", "bottlerocket", "", "arm64"),
    ("/aws/service/canonical/ubuntu/server/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id", "ubuntu", "22.04", "x86_64"),
    ("/aws/service/canonical/ubuntu/server/noble/stable/current/arm64/hvm/ebs-gp3/ami-id", "ubuntu", "noble", "arm64"),
    ("/aws/service/canonical/ubuntu/eks-pro/22.04/1.29/stable/current/amd64/hvm/ebs-gp2/ami-id", "ubuntu", "22.04", "x86_64"),
    ("/aws/service/debian/release/12/latest/arm64", "debian", "12", "arm64"),
    ("/aws/service/debian/daily/bookworm/latest/amd64", "debian", "bookworm", "x86_64"),
    ("/aws/service/ec2-macos/sonoma/arm64_mac/latest/image_id", "macos", "sonoma", "arm64_mac"),
    ("/aws/service/freebsd/arm64/base/ufs/14.1/RELEASE", "freebsd", "14.1", "arm64"),
    ("/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-ubuntu-22.04/latest/ami-id", "", "", "x86_64"),
    ("/aws/service/suse/sles/15-sp6/arm64/latest", "", "", "arm64"),
    ("eks/AL2_x86_64", "amazon-linux", "2", "x86_64"),
    ("eks/AL2_x86_64_GPU", "amazon-linux", "2", "x86_64"),
    ("eks/AL2023_ARM_64_NVIDIA", "amazon-linux", "2023", "arm64"),
    ("eks/BOTTLEROCKET_ARM_64_FIPS", "bottlerocket", "", "arm64"),
    ("eks/WINDOWS_CORE_2022_x86_64", "windows", "2022", "x86_64"),
]  # fmt: skip


@pytest.fixture(scope="module")
def public() -> PublicImages:
    return load_public_images()


@pytest.mark.parametrize(("name", "family", "version", "architecture"), NAMES)
def test_each_public_name(
    public: PublicImages, name: str, family: str, version: str, architecture: str
) -> None:
    known = public.called(name)
    assert known is not None
    assert (known.family, known.version) == (family, version)
    assert known.fields["Architecture"] == architecture
    assert known.sources


def test_every_family_and_version_is_in_the_catalogue(public: PublicImages, knowledge: Knowledge) -> None:
    for _, family, version, _ in NAMES:
        system = knowledge.os_catalog.resolve(family or None, version or None)
        assert not family or system.kind is not None
        assert not version or re.search(r"\d", system.version or "") or system.version == version


def test_what_is_not_public_is_not_known(public: PublicImages) -> None:
    for name in ("/golden/ami", "/aws/service/global-infrastructure/regions", "", "eks/CUSTOM"):
        assert public.called(name) is None


@pytest.mark.parametrize(
    ("names", "owners", "fields"),
    [
        (["al2023-ami-2023*-x86_64"], ["amazon"], {"Architecture": "x86_64"}),
        (
            ["ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*"],
            ["amazon"],
            {"Architecture": "x86_64", "VirtualizationType": "hvm", "RootDeviceType": "ebs"},
        ),
        (["amzn-ami-pv-*-i386-ebs"], ["amazon"], {"Architecture": "i386", "VirtualizationType": "paravirtual", "RootDeviceType": "ebs"}),
        (["x-arm64-amd64"], ["amazon"], {}),
        (["al2023-ami-2023*-x86_64"], ["self"], {}),
        (["al2023-ami-2023*-x86_64"], [], {}),
        (["a-x86_64", "b-x86_64"], ["amazon"], {}),
    ],
)  # fmt: skip
def test_a_publishers_name_says_what_its_words_say(
    names: list[str], owners: list[str], fields: dict[str, str]
) -> None:
    assert PublicImages.named(names, owners, frozenset({"amazon"})) == fields


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("[source.ena]", "[source.ena"),
        ('sources = ["eks"', 'sources = ["nowhere"'),
        ("fields = {", "field = {"),
    ],
)
def test_a_damaged_table_is_one_line(was: str, becomes: str) -> None:
    text = Path(FILE).read_text(encoding="utf-8")
    assert was in text
    with pytest.raises(PublicImagesError, match=r"^x\.toml: "):
        read_public_images(text.replace(was, becomes), "x.toml")
