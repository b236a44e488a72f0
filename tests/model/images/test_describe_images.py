from __future__ import annotations

import contextlib
import datetime
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.model.ec2.image import NEVER, BlockDevice, ImageState, ImageType, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.images.describe_images import SILENT, ImageError, image_from, no_image
from wizard.model.message import ENGLISH

WHOLE: dict[str, Any] = {
    "ImageId": "ami-0abc",
    "Name": "al2023-ami-2023.5",
    "Description": "Amazon Linux 2023",
    "OwnerId": "137112412989",
    "CreationDate": "2026-01-02T03:04:05.000Z",
    "Architecture": "arm64",
    "VirtualizationType": "hvm",
    "Hypervisor": "xen",
    "BootMode": "uefi-preferred",
    "EnaSupport": True,
    "SriovNetSupport": "simple",
    "TpmSupport": "v2.0",
    "ImdsSupport": "v2.0",
    "PlatformDetails": "Linux/UNIX",
    "UsageOperation": "RunInstances",
    "RootDeviceType": "ebs",
    "RootDeviceName": "/dev/xvda",
    "BlockDeviceMappings": [
        {"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 8, "VolumeType": "gp3", "Encrypted": True}},
        {"DeviceName": "/dev/sdb", "VirtualName": "ephemeral0"},
        {"DeviceName": "/dev/sdc", "Ebs": {}},
    ],
    "KernelId": "aki-1",
    "RamdiskId": "ari-1",
    "ImageType": "machine",
    "State": "available",
    "DeprecationTime": "2028-01-02T03:04:05.000Z",
    "ImageAllowed": False,
    "Public": True,
    "ProductCodes": [{"ProductCodeId": "x", "ProductCodeType": "marketplace"}],
    "InstanceTypeSpecification": {
        "SupportedInstanceTypes": ["t3.*"],
        "UnsupportedInstanceTypes": ["t3.nano"],
    },
    "Tags": [{"Key": "a", "Value": "b"}],
}


def test_allowed_types_are_texts_or_as_describe_images_wraps_them() -> None:
    lists = {"SupportedInstanceTypes": [{"InstanceType": "t3.*"}, "m5.*"], "UnsupportedInstanceTypes": [{}]}
    image = image_from({"Name": "a", "InstanceTypeSpecification": lists}, "reply.json")
    assert image.supported_types == ("t3.*", "m5.*")
    assert image.unsupported_types == ("",)


def read(**fields: Any) -> Any:
    return image_from(fields, "reply.json")


def test_every_field() -> None:
    image = image_from(WHOLE, "reply.json")
    assert (image.image_id, image.name, image.description) == (
        "ami-0abc",
        "al2023-ami-2023.5",
        "Amazon Linux 2023",
    )
    assert image.owner_id == "137112412989"
    assert image.creation_date == "2026-01-02T03:04:05.000Z"
    assert image.architecture is Architecture.ARM64
    assert image.virtualization_type is VirtualizationType.HVM
    assert image.boot_mode is BootMode.UEFI_PREFERRED
    assert image.ena_support is image.sriov_net_support is image.tpm_support is image.imds_v2 is True
    assert image.platform is Platform.LINUX_UNIX
    assert (image.platform_details, image.usage_operation) == ("Linux/UNIX", "RunInstances")
    assert image.root_device_type is RootDeviceType.EBS
    assert image.root_volume == BlockDevice("/dev/xvda", "gp3", 8, True)
    assert image.block_devices[1:] == (BlockDevice("/dev/sdc", None, None, False),)
    assert (image.kernel_id, image.ramdisk_id) == ("aki-1", "ari-1")
    assert image.image_type is ImageType.MACHINE
    assert image.state is ImageState.AVAILABLE
    assert image.deprecation_time == datetime.date(2028, 1, 2)
    assert image.image_allowed is False
    assert image.public is image.marketplace is True
    assert (image.supported_types, image.unsupported_types) == (("t3.*",), ("t3.nano",))


ESSENTIAL = {"Architecture": "x86_64", "VirtualizationType": "hvm", "RootDeviceType": "ebs"}


@pytest.mark.parametrize("absent", [{}, dict.fromkeys(WHOLE)])
def test_what_a_field_left_out_of_a_whole_record_means(absent: dict[str, Any]) -> None:
    image = image_from(absent | ESSENTIAL | {"State": "available"}, "reply.json")
    assert image.boot_mode is BootMode.UNSET
    assert image.ena_support is image.tpm_support is image.imds_v2 is image.sriov_net_support is False
    assert image.platform is Platform.LINUX_UNIX
    assert image.state is ImageState.AVAILABLE
    assert image.deprecation_time == NEVER
    assert image.image_allowed is True
    assert image.public is image.marketplace is False


@pytest.mark.parametrize(
    "fragment",
    [{}, dict.fromkeys(WHOLE), {"ImageId": "ami-1", "State": "available"}]
    + [{k: v for k, v in ESSENTIAL.items() if k != left_out} for left_out in ESSENTIAL],
)
def test_a_fragment_says_nothing_by_silence(fragment: dict[str, Any]) -> None:
    image = image_from(fragment, "fragment.json")
    unsaid = (image.boot_mode, image.ena_support, image.tpm_support, image.imds_v2)
    assert unsaid == (None, None, None, None)
    assert (image.platform, image.sriov_net_support) == (None, None)


def test_a_launch_written_down_says_no_by_silence_but_not_of_sriov() -> None:
    image = image_from(ESSENTIAL, "case.json")
    assert image.ena_support is image.tpm_support is image.imds_v2 is False
    assert (image.boot_mode, image.platform) == (BootMode.UNSET, Platform.LINUX_UNIX)
    assert image.sriov_net_support is None
    assert image_from({"SriovNetSupport": "simple"}, "case.json").sriov_net_support is True
    pv = ESSENTIAL | {"VirtualizationType": "paravirtual"}
    assert image_from(pv, "case.json").sriov_net_support is False


def test_who_knows_better_says_which_silence_counts() -> None:
    image = image_from(ESSENTIAL, "table", frozenset({"EnaSupport"}))
    assert (image.ena_support, image.boot_mode) == (False, None)
    assert image_from({}, "table", SILENT).sriov_net_support is False


@pytest.mark.parametrize(
    ("fields", "platform"),
    [
        ({"Platform": "windows"}, Platform.WINDOWS),
        ({"Platform": "Windows"}, Platform.WINDOWS),
        ({"PlatformDetails": "Windows with SQL Server Web"}, Platform.WINDOWS),
        ({"Platform": "Linux/UNIX"}, Platform.LINUX_UNIX),
        ({"PlatformDetails": "SQL Server Web"}, Platform.LINUX_UNIX),
    ],
)
def test_platform_in_any_case(fields: dict[str, Any], platform: Platform) -> None:
    assert read(**fields).platform is platform


@pytest.mark.parametrize(
    "fields",
    [
        {"ProductCodes": [{"ProductCodeId": "x", "ProductCodeType": "devpay"}]},
        {"ProductCodes": [{}]},
        {"ImageOwnerAlias": "aws-marketplace"},
    ],
)
def test_any_product_code_is_a_marketplace_image(fields: dict[str, Any]) -> None:
    assert read(**fields).marketplace


@pytest.mark.parametrize(
    "value", ["*bold* <b>&amp; #import $x$", "\x00\x1b[31m", "\u202eabc", "🐧", "x" * 1_000_000]
)
def test_texts_are_plain_data(value: str) -> None:
    assert read(Name=value, Description=value).name == value


def test_half_a_character_can_be_written() -> None:
    image = image_from(json.loads(r'{"Name": "a\ud800b"}'), "reply.json")
    assert image.name.encode() == b"a?b"


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            {"Architecture": "x87"},
            "Architecture: 'x87' is not one of i386, x86_64, arm64, x86_64_mac, arm64_mac",
        ),
        ({"Architecture": 64}, "Architecture: 64 is not a text"),
        ({"ImageId": {"a": []}}, "ImageId: a list or an object is not a text"),
        ({"BootMode": "unset"}, "BootMode: 'unset' is not one of legacy-bios, uefi"),
        ({"EnaSupport": "true"}, "EnaSupport: 'true' is not true or false"),
        (
            {"BlockDeviceMappings": [{"Ebs": {"VolumeSize": True}}]},
            "BlockDeviceMappings[0].Ebs.VolumeSize: True is not a whole number",
        ),
        ({"ProductCodes": {}}, "ProductCodes: a list or an object is not a list"),
        ({"ProductCodes": [3]}, "ProductCodes[0]: 3 is not an object"),
        (
            {"InstanceTypeSpecification": {"SupportedInstanceTypes": [3]}},
            "InstanceTypeSpecification.SupportedInstanceTypes[0]: 3 is not a text",
        ),
        ({"DeprecationTime": "soon"}, "DeprecationTime: 'soon' is not a time such as"),
        ({"Platform": "plan9"}, "Platform: 'plan9' is not windows"),
        ({"Platform": "x" * 58}, f"Platform: '{'x' * 58}' is not windows"),
        ({"Platform": "x" * 1000}, f"Platform: '{'x' * 58}… is not windows"),
    ],
)
def test_a_bad_field_gets_one_line(fields: dict[str, Any], problem: str) -> None:
    with pytest.raises(ImageError) as error:
        image_from(fields, "reply.json: Images[0]")
    assert str(error.value).startswith(f"reply.json: Images[0]: {problem}")
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 200


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(sorted(WHOLE)) | st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(sorted(WHOLE)), _JSON))
def test_no_other_error_whatever_comes(fields: dict[str, Any]) -> None:
    with contextlib.suppress(ImageError):
        image_from(fields, "reply.json")


def test_a_reply_without_an_image_says_where_one_was_expected() -> None:
    said = no_image("a.json").render(ENGLISH)
    assert said == "a.json: Images: the list is empty; expected at least one image"
