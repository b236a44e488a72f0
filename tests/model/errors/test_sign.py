"""Words that tell an error when they stand near each other."""

from __future__ import annotations

import pytest

from wizard.model.errors.sign import Sign
from wizard.model.knowledge import Knowledge

SIGN = Sign("boot mode | uefi + doesn't like | unsupport* + instance")

# Each in words that no known error has: a tool's, a colleague's, the next version's.
IN_OTHER_WORDS = {
    "architecture-differs": "plan failed: arm64 image ami-0abc1234 is incompatible with machine type m6i.large",
    "boot-mode-uefi": "instance type t2.micro is unsupported by a uefi disk",
    "tpm-not-on-type": "our check says: NitroTPM unsupported for m4.large in this stack",
    "ena-required": "c5.large: enhanced networking must be enabled for this ami before launch",
    "hvm-required": "pv instances are not compatible with m5.large here",
    "enclave-refused": "cannot turn enclaves on for t3.micro",
    "efa-not-on-type": "Elastic Fabric Adapter cannot be attached, type c5.large",
    "insufficient-capacity": "ec2 has not enough capacity for 3 more p4d.24xlarge instances",
    "vcpu-quota": "on-demand instances: quota of 32 vCPUs would be exceeded by c6i.16xlarge",
    "type-not-in-zone": "zone eu-west-1c unsupported for machine type m7a.large",
    "image-not-found": "could not find ami-0abc1234, is it in this account?",
    "key-pair": "keypair deployer: no such thing, ec2 launch stopped",
    "volume-smaller-than-snapshot": "root volume 8 GiB less than the ami's 30 GiB",
    "kms-key": "volume of i-0123456789abcdef0: kms says permission missing",
    "launch-template": "cannot find launch template web-v3 for node group",
}


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("the uefi of this instance is unsupported", len("uefi" + "instance" + "unsupport")),
        ("unsupported by the boot mode, and the instance stops", len("unsupport" + "boot mode" + "instance")),
        ("the instance doesnt like uefi", len("instance" + "doesnt like" + "uefi")),
        ("the instance likes uefi", 0),
        ("the instances have unsupported uefi", len("instance" + "unsupport" + "uefi")),
        ("the instancestore has unsupported uefi", 0),
        ("the instance of xuefi is unsupported", 0),
        (f"uefi {'x' * 200} instance unsupported", 0),
        ("", 0),
    ],
)
def test_its_words_stand_together_in_any_order(text: str, letters: int) -> None:
    assert SIGN.find(text) == letters


@pytest.mark.parametrize(("error", "text"), IN_OTHER_WORDS.items(), ids=list(IN_OTHER_WORDS))
def test_an_error_in_words_that_nobody_knows_is_told_by_its_signs(
    knowledge: Knowledge, error: str, text: str
) -> None:
    found = knowledge.errors.read(text)
    assert found is not None
    assert found.error == error


@pytest.mark.parametrize(
    "text",
    [
        "azurerm_linux_virtual_machine: machine type not available in zone 1, instance type unsupported",
        "gcloud: machine type n2-standard-4 is not available in zone us-east1-b",
        "RDS: instance type db.m5.large is not supported in the region",
        "An error occurred (X) when calling the CreateFunction operation: architecture arm64 does not match image",
        "the image architecture does not match this machine",
        "kms: permission missing",
    ],
)
def test_what_is_not_about_ec2_has_no_sign(knowledge: Knowledge, text: str) -> None:
    assert knowledge.errors.read(text) is None


def test_words_of_which_a_sign_is_only_a_part_are_looked_at_a_few_times_only() -> None:
    """A paste of a megabyte is answered at once; what is said after that many others is not found."""
    told = "uefi instance unsupported"
    assert SIGN.find(f"{'xuefi ' * 7}{told}")
    assert not SIGN.find(f"{'xuefi ' * 8}{told}")


@pytest.mark.parametrize(("between", "letters"), [(156, len("uefi" + "never")), (157, 0)])
def test_its_words_stand_within_a_hundred_and_sixty_letters(between: int, letters: int) -> None:
    """The last of them ends within."""
    text = f"uefi{' ' * (between - 5)}never"
    assert Sign("uefi + never").find(text) == letters


@pytest.mark.parametrize(("places", "letters"), [(7, len("uefi" + "never")), (8, 0)])
def test_the_first_of_its_words_is_looked_at_eight_times(places: int, letters: int) -> None:
    text = f"uefi{' ' * 400}" * places + "uefi never"
    assert Sign("uefi + never").find(text) == letters
