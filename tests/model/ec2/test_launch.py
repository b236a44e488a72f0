from __future__ import annotations

from typing import Any

import pytest

from wizard.model.ec2.image import BlockDevice, Image, Platform
from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.ec2.operating_system import OperatingSystem, OsKind

WINDOWS, LINUX = Platform.WINDOWS, Platform.LINUX_UNIX


@pytest.mark.parametrize(
    ("image", "system", "platform"),
    [
        (WINDOWS, None, WINDOWS),
        (WINDOWS, OsKind.LINUX, WINDOWS),
        (LINUX, OsKind.WINDOWS, WINDOWS),
        (None, OsKind.WINDOWS, WINDOWS),
        (LINUX, None, LINUX),
        (LINUX, OsKind.OTHER, LINUX),
        (None, OsKind.LINUX, LINUX),
        (None, OsKind.BSD, LINUX),
        (None, OsKind.MACOS, LINUX),
        (None, OsKind.OTHER, None),
        (None, None, None),
    ],
)
def test_platform_of_image_and_system(
    image: Platform | None, system: OsKind | None, platform: Platform | None
) -> None:
    assert Launch(image=Image(platform=image), os=OperatingSystem(kind=system)).platform is platform


@pytest.mark.parametrize(
    ("volume", "said", "encrypted"),
    [
        (True, None, True),
        (True, False, True),
        (False, True, True),
        (False, None, None),
        (None, False, False),
        (None, None, None),
    ],
)
def test_root_volume_that_is_encrypted_or_will_be(
    volume: bool | None, said: bool | None, encrypted: bool | None
) -> None:
    image = Image(root_device_name="/dev/xvda", block_devices=(BlockDevice("/dev/xvda", encrypted=volume),))
    assert Launch(image=image, root_encrypted=said).encrypted_root is encrypted
    assert Launch(root_encrypted=said).encrypted_root is said


def test_nothing_is_asked_for_by_default() -> None:
    launch = Launch()
    assert launch.tenancy is Tenancy.DEFAULT
    options = (launch.spot, launch.hibernation, launch.enclave, launch.ebs_optimized, launch.efa)
    assert not any(options)
    unsaid = (launch.region, launch.today, launch.http_tokens, launch.subscribed)
    assert unsaid == (None, None, None, None)


@pytest.mark.parametrize(
    ("name", "system", "makers"),
    [
        ("Deep Learning Base OSS Nvidia Driver GPU AMI (Ubuntu 24.04) 20261101", {}, ("NVIDIA",)),
        ("Deep Learning Base Neuron AMI (Ubuntu 24.04) 20261101", {"flavour": "deep-learning"}, ("AWS",)),
        ("al2023-ami-ecs-gpu-hvm-2023.0.20261101-kernel-6.1-x86_64-ebs", {}, ("NVIDIA",)),
        ("amazon-eks-gpu-node-1.30-v20240807", {}, ("NVIDIA", "AWS")),
        ("amazon-eks-node-al2023-x86_64-standard-1.33-v20261101", {"flavour": "eks"}, ()),
        ("", {"flavour": "eks"}, ("NVIDIA", "AWS")),
        ("", {"flavour": "dlami"}, ("NVIDIA", "AWS")),
        ("", {"flavour": "cuda"}, ("NVIDIA",)),
        ("", {"family": "bottlerocket"}, ("NVIDIA",)),
        ("bottlerocket-aws-k8s-1.33-x86_64-v1.50.0-00d5e8a8", {"family": "bottlerocket"}, ()),
        ("erp", {"family": "ubuntu"}, ()),
    ],
)
def test_an_image_has_the_driver_that_its_name_or_its_flavour_tells(
    name: str, system: dict[str, Any], makers: tuple[str, ...]
) -> None:
    assert Launch(image=Image(name=name), os=OperatingSystem(**system)).drivers == makers
