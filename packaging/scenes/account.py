"""An account that is made up: its profiles, Regions, machines and images, and what goes wrong with it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import TypeVar

from wizard.gui.aws_service import (
    KnownLogin,
    Task,
)
from wizard.model.account.listing_events import Answered, Regions, Started
from wizard.model.account.machine import Machine, MachineEvent, MachineKind, Machines
from wizard.model.account.problem import Kind, Problem
from wizard.model.catalog.change import CatalogChange
from wizard.model.images.describe_images import image_from
from wizard.model.message import Message

Event = TypeVar("Event")

LOGINS = (
    KnownLogin(
        "dev", "123456789012", "Reader", "eu-west-1", Message("Logged in until {time}", {"time": "14:30"})
    ),
    KnownLogin("prod", "210987654321", "Auditor", "eu-central-1", Message("Asks for an MFA code")),
)
REGIONS = (
    "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2",
    "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1",
    "us-east-1", "us-east-2", "us-west-1", "us-west-2",
)  # fmt: skip
ENDED = Problem(
    Kind.LOGIN,
    Message("The login of profile {profile} has expired or is not valid.", {"profile": "dev"}),
    Message("IAM Identity Center logins end after some hours."),
    Message("Log in again; this profile is then asked again by itself."),
    "aws sso login --profile dev",
    "UnauthorizedSSOTokenError: The SSO session associated with this profile has expired.",
)
DENIED = Problem(
    Kind.RIGHTS,
    Message(
        "Profile {profile} may not do what this needs: {right}.",
        {"profile": "dev", "right": "ec2:DescribeInstanceTypeOfferings"},
    ),
    Message("No policy of this user or role allows {right}.", {"right": "ec2:DescribeInstanceTypeOfferings"}),
    Message(
        "Ask whoever keeps the account for this right; the policy to copy is shown by the command below."
    ),
    "ami-wizard policy --part catalog",
    "ec2:DescribeInstanceTypeOfferings: UnauthorizedOperation (403)",
)
FOUND = image_from(
    {
        "ImageId": "ami-0abc0abc0abc0abc0",
        "Name": "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20261101",
        "Architecture": "x86_64",
        "VirtualizationType": "hvm",
        "RootDeviceType": "ebs",
        "EnaSupport": True,
        "State": "available",
        "PlatformDetails": "Linux/UNIX",
        "CreationDate": "2026-11-01T00:00:00.000Z",
        "OwnerId": "099720109477",
    },
    "eu-west-1",
)
CHANGE = CatalogChange(
    added=tuple(f"m9g.{size}" for size in ("medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge")),
    removed=("t1.micro",),
    changed={"m5.xlarge": ("ebs_maximum_iops",), "c8gn.48xlarge": ("network_gbps", "network_peak_gbps")},
    offered={"eu-south-2": ("r8g.large", "r8g.xlarge"), "sa-east-1": ("c8g.large",)},
    withdrawn={"us-west-1": ("m3.medium",)},
)


def _machine(kind: MachineKind, id: str, *texts: str, region: str = "eu-west-1") -> Machine:
    name, instance_type, image_id, platform, detail = texts
    return Machine("dev", region, kind, id, name, instance_type, image_id, platform, detail)


MACHINES: tuple[MachineEvent, ...] = (
    Regions("dev", ("eu-west-1", "eu-central-1")),
    Started("dev", "eu-west-1"),
    Machines(
        "dev",
        "eu-west-1",
        (
            _machine(
                MachineKind.INSTANCE, "i-0f3a9c2b7d1e84a56", "billing-db", "r4.16xlarge", "ami-0b1f2c3d4e5f60718",
                "Red Hat Enterprise Linux", "running",
            ),
            _machine(
                MachineKind.INSTANCE, "i-0a1b2c3d4e5f67890", "web-1", "m4.large", "ami-0123456789abcdef0",
                "Linux/UNIX", "running",
            ),
            _machine(
                MachineKind.INSTANCE, "i-0c2d3e4f5a6b7c8d9", "", "t2.micro", "ami-0fedcba9876543210", "Windows",
                "stopped",
            ),
            _machine(
                MachineKind.LAUNCH_TEMPLATE, "lt-0a9b8c7d6e5f43210", "batch-workers", "c5.2xlarge",
                "ami-0123456789abcdef0", "Linux/UNIX", "12",
            ),
        ),
    ),
    Answered("dev", "eu-west-1", 4),
    Machines(
        "dev",
        "eu-central-1",
        (
            _machine(
                MachineKind.LAUNCH_TEMPLATE, "lt-0d1c2b3a4f5e67890", "runner", "", "resolve:ssm:/golden/image", "", "3",
                region="eu-central-1",
            ),
        ),
    ),
    Answered("dev", "eu-central-1", 1),
)  # fmt: skip


def answering(events: Sequence[Event], *, ends: bool = True) -> Task[Event]:
    """A question that is answered with these events, and then goes on until it is cancelled if it does not end."""
    gone = threading.Event()

    def run() -> Iterator[Event]:
        yield from events
        if not ends:
            gone.wait(20)

    return Task(run, gone.set)
