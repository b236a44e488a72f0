from __future__ import annotations

import pytest

from wizard.model.ec2.image import NEVER, BlockDevice, Image, ImageState, ImageType, Platform

ROOT = BlockDevice("/dev/xvda", "gp3", 8, encrypted=False)
DATA = BlockDevice("/dev/sdb", "st1", 500, encrypted=True)


def test_the_root_volume_is_the_one_at_the_root_devices_name() -> None:
    image = Image(root_device_name="/dev/xvda", block_devices=(DATA, ROOT))
    assert image.root_volume is ROOT
    assert (image.root_volume_type, image.root_volume_gib, image.volumes) == ("gp3", 8, 2)


def test_a_mapping_need_not_list_the_root_volume() -> None:
    image = Image(root_device_name="/dev/xvda", block_devices=(DATA,))
    assert image.root_volume is None
    assert (image.root_volume_type, image.root_volume_gib, image.volumes) == ("", None, 1)


def test_a_root_volume_of_which_little_is_known() -> None:
    image = Image(root_device_name="/dev/xvda", block_devices=(BlockDevice("/dev/xvda"),))
    assert (image.root_volume_type, image.root_volume_gib) == ("", None)


def test_an_image_nobody_described_is_one_that_could_be_launched() -> None:
    image = Image()
    assert image.state is ImageState.AVAILABLE
    assert image.image_type is ImageType.MACHINE
    assert image.deprecation_time is NEVER
    assert image.image_allowed
    assert (image.architecture, image.boot_mode, image.ena_support) == (None, None, None)


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("ami-0123456789abcdef0", "ami-0123456789abcdef0"),
        ("ami-12345678", "ami-12345678"),
        ("ami-1; rm -rf /", ""),
        ("ami-12345678\n", ""),
        ("AMI-12345678", ""),
        ("", ""),
    ],
)
def test_an_id_that_ec2_could_not_have_given_is_none(said: str, id: str) -> None:
    assert Image(image_id=said).id_of_ec2 == id


@pytest.mark.parametrize(
    ("image", "keys"),
    [
        (Image(name="TPM-Windows_Server-2022-English-Full-Base-2026.09.10"), True),
        # A golden image may have been made of AWS's: nobody can tell by what EC2 says of it.
        (Image(name="erp", platform=Platform.WINDOWS, tpm_support=True), None),
        (Image(name="erp", platform=Platform.WINDOWS, tpm_support=False), False),
        (Image(name="erp", platform=Platform.LINUX_UNIX, tpm_support=True), False),
    ],
)
def test_a_windows_image_with_nitrotpm_may_bring_secure_boot_keys(image: Image, keys: bool | None) -> None:
    assert image.secure_boot_keys is keys


@pytest.mark.parametrize(
    ("variant", "keys"),
    [
        ("k8s-1.36", True),
        ("k8s-1.28", True),
        ("k8s-1.27", False),
        ("ecs-2", True),
        ("ecs-1", False),
        ("dev", False),
    ],
)
def test_bottlerocket_brings_its_keys_since_kubernetes_1_28_and_ecs_2(variant: str, keys: bool) -> None:
    assert Image(name=f"bottlerocket-aws-{variant}-x86_64-v1.50.0-00d5e8a8").secure_boot_keys is keys


@pytest.mark.parametrize(
    ("image", "drivers"),
    [
        (Image(owner_id="801119661308", creation_date="2026-09-10T00:00:00.000Z"), True),
        (Image(owner_id="801119661308", name="Windows_Server-2016-English-Full-Base-2018.08.15"), True),
        (Image(owner_id="801119661308", name="Windows_Server-2016-English-Full-Base-2018.03.24"), None),
        (Image(owner_id="801119661308", name="Windows_Server-2016-English-Full-Base-2016.12.14"), False),
        (Image(owner_id="077303321853"), True),
        (Image(owner_id="111122223333", creation_date="2026-09-10T00:00:00.000Z"), None),
        # Of one that nobody has yet it is AWS's that one takes.
        (Image(), True),
    ],
)
def test_awss_windows_images_have_the_drivers_for_nitro_types_since_august_2018(
    image: Image, drivers: bool | None
) -> None:
    """A golden image of M4 ends on M5 in a blue screen, and nothing that EC2 says of it tells so."""
    assert image.nitro_drivers is drivers
