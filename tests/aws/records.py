"""Records of DescribeImages for tests."""

from __future__ import annotations

from typing import Any


def image(number: int = 1, **fields: Any) -> dict[str, Any]:
    return {
        "ImageId": f"ami-{number:017x}",
        "Name": f"web-{number}",
        "OwnerId": "123456789012",
        "CreationDate": "2025-03-01T10:00:00.000Z",
        "Architecture": "x86_64",
        "VirtualizationType": "hvm",
        "Hypervisor": "xen",
        "EnaSupport": True,
        "State": "available",
        "ImageType": "machine",
        "Public": False,
        "RootDeviceType": "ebs",
        "RootDeviceName": "/dev/xvda",
        "PlatformDetails": "Linux/UNIX",
        "UsageOperation": "RunInstances",
        "BlockDeviceMappings": [
            {
                "DeviceName": "/dev/xvda",
                "Ebs": {
                    "VolumeSize": 8,
                    "VolumeType": "gp3",
                    "Encrypted": False,
                    "DeleteOnTermination": True,
                },
            }
        ],
        **fields,
    }


def images(count: int, **fields: Any) -> list[dict[str, Any]]:
    return [image(number, **fields) for number in range(1, count + 1)]


EVERYTHING = image(
    99,
    BootMode="uefi",
    TpmSupport="v2.0",
    ImdsSupport="v2.0",
    SriovNetSupport="simple",
    DeprecationTime="2027-01-01T00:00:00.000Z",
    ImageAllowed=True,
    Description="<b>everything</b> & more",
    ImageLocation="123456789012/web",
    ImageOwnerAlias="aws-marketplace",
    KernelId="aki-1",
    RamdiskId="ari-1",
    ProductCodes=[{"ProductCodeId": "abc", "ProductCodeType": "marketplace"}],
    InstanceTypeSpecification={
        "SupportedInstanceTypes": [{"InstanceType": "m5.*"}],
        "UnsupportedInstanceTypes": [{"InstanceType": "m5.metal"}],
    },
    LastLaunchedTime="2026-01-01T00:00:00.000Z",
    DeregistrationProtection="disabled",
    SourceImageId="ami-1",
    SourceImageRegion="eu-west-1",
    Tags=[{"Key": "team", "Value": "web"}],
    StateReason={"Code": "x", "Message": "y"},
)
