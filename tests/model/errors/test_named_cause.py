"""An error that names its own cause is told that cause first, not what is likely for errors of its kind."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.errors.known_error import Cause
from wizard.model.knowledge import Knowledge


def cause_of(knowledge: Knowledge, text: str) -> tuple[str, str]:
    """The error that is read in the text, and its likeliest cause with the cure."""
    found = knowledge.errors.read(text)
    assert found is not None, text
    first = found.causes[0]
    said = (message.render(NullTranslations()) for message in (first.cause, first.message))
    return found.error, " ".join(said)


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        # Errors that name their own cause.
        (
            "ClientError: BLSC-style GRUB found, but unable to detect default kernel",
            "import-kernel",
            "BLSCFG",
        ),
        ('"StatusMessage": "ClientError: BLSC-style GRUB found"', "import-kernel", "BLSCFG"),
        ("ClientError: Multiple different grub/menu.lst files found.", "import-kernel", "several GRUB"),
        ("ClientError: GRUB doesn't contain linux kernel image path", "import-kernel", "by UUID"),
        ("User data was not in the MIME multipart format.", "user-data-encoding", "MIME multipart"),
        (
            "CLIENT_ERROR - Launch Template UserData is not MIME multipart format",
            "user-data-encoding",
            "Batch",
        ),
        ("InvalidUserData.Malformed: Invalid BASE64 encoding of user data", "user-data-encoding", "Base64"),
        # What Karpenter makes of EC2's refusals.
        (
            (
                '"message":"AMI used for instance launch either does not exist or you don\'t have permissions to use it",'
                '"reason":"AMINotFound"'
            ),
            "image-not-found",
            "deregistered",
        ),
        (
            "Launched=Unknown AMINotFound: AMI used for instance launch either does not exist",
            "image-not-found",
            "deregistered",
        ),
        (
            'reason: AMINotFound, message: "AMISelector did not match any AMIs"',
            "no-image-by-search",
            "another Region",
        ),
        ("InvalidAMIID: AMI used for instance launch is invalid", "image-id-malformed", "ami-"),
        (
            "no instance types satisfy requirements of amis ami-0abc12345, ami-0def12345",
            "karpenter-image-types",
            "processor architecture",
        ),
        (
            (
                "launching nodeclaim, creating instance, getting launch template configs, getting launch templates, "
                "no instance types satisfy requirements of amis [ami-06d9bcac32f727ddb]"
            ),
            "karpenter-image-types",
            "--image-ids ami-06d9bcac32f727ddb",
        ),
        (
            (
                "no instance types satisfy requirements of amis map[{amazon-eks-gpu-node-1.26 ami-0123abcd}:"
                "[karpenter.k8s.aws/instance-gpu-count Exists]]"
            ),
            "karpenter-image-types",
            "accelerator",
        ),
        (
            "Instance profile name used from EC2NodeClass status does not exist",
            "instance-profile",
            "instance profile",
        ),
        (
            "FleetQuotaExceeded: A fleet launch was requested but this would exceed your fleet request quota",
            "fleet-quota",
            "quotas",
        ),
        ("An instance was requested that would exceed your VCPU quota", "vcpu-quota", "quota"),
        (
            "A spot instance launch was requested but this would exceed your spot instance quota",
            "spot-quota",
            "quota",
        ),
        (
            "There are not enough free IP addresses to launch an instance in this subnet",
            "subnet-full",
            "small or full",
        ),
        (
            "User does not hae sufficient permission to create the Spot ServiceLinkedRole to launch spot instances",
            "spot-role",
            "role",
        ),
        (
            "User is not authorized to perform this operation due to a service control policy",
            "denied-by-policy",
            "service control policy",
        ),
        # What the text says of the system, the type and the call.
        ("Invalid machineArchitecture value 'arm64' for tpmSupport", "tpm-architecture", "in 2023"),
        ("Invalid machineArchitecture value 'i386' for tpmSupport", "tpm-architecture", "32-bit"),
        ("Invalid bootMode value 'uefi-preferred' for tpmSupport", "tpm-architecture", "boot mode uefi only"),
        ("Invalid value '2.0' for tpmSupport", "tpm-architecture", "v2.0"),
        (
            (
                "(InvalidParameterValue) when calling the RunInstances operation: Invalid value 'uefi' for bootMode. "
                "The instance type t2.micro does not support boot mode uefi"
            ),
            "boot-mode-uefi",
            "BIOS only",
        ),
        (
            "(InvalidParameterValue) when calling the RegisterImage operation: Invalid value 'legacy' for bootMode",
            "boot-mode-of-image",
            "UEFI",
        ),
        (
            "STOP 0x0000007B after the change to m5.large, windows server 2012 r2",
            "windows-boot-device",
            "8.4.3",
        ),
        (
            "INACCESSIBLE_BOOT_DEVICE on Windows Server 2019 after c4 to c5",
            "windows-boot-device",
            "UpgradeWindowsAWSDrivers",
        ),
        ("InsufficientHostCapacity: Insufficient capacity for mac2.metal", "host-capacity", "4.5 hours"),
        (
            "An error occurred (InsufficientHostCapacity) when calling the AllocateHosts operation: mac1.metal",
            "host-capacity",
            "no free host",
        ),
        ("The Mac Dedicated Host is in pending state after terminate", "host-not-available", "4.5 hours"),
        ("Password not available yet.", "windows-password", "a moment ago"),
        (
            "Password is not available. The instance was launched from a custom AMI, or the default password has changed.",
            "windows-password",
            "one's own",
        ),
        (
            (
                "User: arn:aws:iam::123456789012:user/a is not authorized to perform: ec2:RunInstances on resource: "
                "arn:aws:ec2:eu-west-1::image/ami-0abc12345 with an explicit deny in a service control policy"
            ),
            "denied-by-policy",
            "service control policy",
        ),
        # A cause that wants words which are not there is none of the likeliest.
        (
            "RegisterImage of the AMI: Invalid value 'amd64' for architecture",
            "register-parameter",
            "words are fixed",
        ),
        (
            "Value () for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name",
            "parameter-empty",
            "A variable",
        ),
        (
            "Error finding available device: available device could not be found",
            "packer-chroot-device",
            "left their disks",
        ),
        ("failed to fetch config: resource requires networking", "ignition-fetch", "no network"),
        # Each sentence has the cause that it speaks of.
        ("Snapshot snap-0abc12345 in invalid state - pending", "snapshot-state", "not complete yet"),
        ("NVRM: No NVIDIA GPU found.", "gpu-driver", "no NVIDIA GPU"),
        ("network device eth0 has different MAC address than expected, ignoring", "no-network", "ties eth0"),
        ("The AMI does not support hibernation", "hibernation-unsupported", "system is not one"),
        (
            "nodeadm: could not run: couldn't find a NodeConfig in user data",
            "eks-nodes-not-joined",
            "EKS image",
        ),
        (
            "The IAM Instance Profile 'web' has no associated IAM Roles",
            "instance-profile",
            "no role is in it",
        ),
        ("m7i.large is not available on Outpost", "type-not-in-region", "Outpost"),
        ("Capacity Blocks are not supported for m7i.large", "capacity-block", "sells no Capacity Blocks"),
        (
            "InvalidBlockDeviceMapping: Could not create volume with size 50GiB and iops 32000 from snapshot",
            "root-device-mapping",
            "50 for each GiB",
        ),
        (
            "Could not create volume with size 8GiB and iops 24 from snapshot",
            "root-device-mapping",
            "100 or more",
        ),
        (
            "The targeted Capacity Reservation does not have enough available instance capacity",
            "reservation-capacity",
            "used up",
        ),
        ("EC2 status: System reachability check failed at 10:15", "status-checks", "the machine under it"),
        (
            "Each network interface requires a unique device index.",
            "network-interface",
            "same device index",
        ),
        ("Failed to connect AWS Replication Agent to Replication Server", "replication-agent-unseen", "1500"),
        ("modprobe: FATAL: Module nitro_enclaves not found", "enclave-driver", "no module"),
        ("My mac host stays in pending after I terminated the instance", "host-not-available", "cleaned"),
        (
            "InvalidParameterCombination: boot mode uefi-preferred is not supported with TpmSupport v2.0",
            "tpm-architecture",
            "uefi only",
        ),
        (
            "==> amazon-ebs: Error waiting for password: RequestCanceled: request context canceled",
            "packer-password",
            "broken off",
        ),
        (
            "ignition[512]: failed to parse config: not a config (empty)",
            "ignition-empty",
            "no user data",
        ),
        ("ignition[512]: not a config (found coreos-cloudconfig)", "ignition-config", "a cloud-config"),
        ("no subnets exist given constraints, karpenter", "karpenter-requirements", "selector"),
    ],
)
def test_the_likeliest_cause_is_the_one_that_the_text_speaks_of(
    knowledge: Knowledge, text: str, error: str, words: str
) -> None:
    found, said = cause_of(knowledge, text)
    assert found == error
    assert words in said


@pytest.mark.parametrize(
    "text",
    [
        "==> amazon-ebs: Waiting for auto-generated password for instance... Timeout waiting for password.",
        "Timeout waiting for password.",
        "Build 'windows.amazon-ebs.firstrun' errored after 20 minutes: Timeout waiting for password.",
        "amazon-ebs: It is normal for this process to take up to 15 minutes, but it usually takes around 5. Please wait.",
    ],
)
def test_a_windows_password_that_is_awaited_is_no_matter_of_the_network(
    knowledge: Knowledge, text: str
) -> None:
    found, said = cause_of(knowledge, text)
    assert found == "packer-password"
    assert "EC2Launch" in said
    assert "security group" not in said


def test_the_longest_words_of_a_cause_tell_most(knowledge: Knowledge) -> None:
    error = knowledge.errors.book.get("import-kernel")
    assert error is not None
    first: tuple[Cause, ...] = error.causes_in("grub: several disks, default kernel", known_type=False)
    assert "BLS" in first[0].cause
