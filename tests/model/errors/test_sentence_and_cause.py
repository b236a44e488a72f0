"""Each sentence of an error that has several causes is told the one that it speaks of, not the first one listed."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.knowledge import Knowledge


def cause_of(knowledge: Knowledge, text: str) -> tuple[str, str]:
    """The error that is read in the text, and its likeliest cause."""
    found = knowledge.errors.read(text)
    assert found is not None, text
    return found.error, found.causes[0].cause.render(NullTranslations())


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
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
    ],
)
def test_a_cause_that_wants_words_which_are_not_there_is_none_of_the_likeliest(
    knowledge: Knowledge, text: str, error: str, words: str
) -> None:
    found, said = cause_of(knowledge, text)
    assert found == error
    assert words in said


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
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
def test_each_sentence_has_the_cause_that_it_speaks_of(
    knowledge: Knowledge, text: str, error: str, words: str
) -> None:
    found, said = cause_of(knowledge, text)
    assert found == error
    assert words in said
