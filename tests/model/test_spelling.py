from __future__ import annotations

import pytest

from wizard.model.spelling import nearest

KNOWN = [
    "m5.large",
    "m5.xlarge",
    "eu-central-1",
    "us-west-1",
    "us-west-2",
    "ubuntu",
    "debian",
    "enclaves",
    "efa",
    "nitro",
]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("m5.lrage", "m5.large"),
        ("M5.Large", "m5.large"),
        ("enclave", "enclaves"),
        ("encl", "enclaves"),
        ("ubunto", "ubuntu"),
        ("eu-centrl-1", "eu-central-1"),
        ("fea", "efa"),
        ("nirto", "nitro"),
        # Letters swapped in two places of a short word are no slip.
        ("intor", None),
        # Another place is no slip of the keyboard.
        ("us-gov-west-1", None),
        ("cn-north-1", None),
        ("kali", None),
        ("", None),
    ],
)
def test_only_a_plausible_slip_is_taken_for_one(word: str, meant: str | None) -> None:
    assert nearest(word, KNOWN) == meant


def test_letters_swapped_are_a_slip_though_other_names_look_as_alike() -> None:
    assert nearest("ci6", ["c6i", "c7i", "c8i"]) == "c6i"


def test_a_name_with_capitals_is_found_from_small_letters() -> None:
    assert nearest("v1", ["V1", "V4", "BIOS"]) == "V1"
    assert nearest("biso", ["V1", "BIOS"]) == "BIOS"
