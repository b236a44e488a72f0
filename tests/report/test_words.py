from __future__ import annotations

from enum import Enum
from gettext import NullTranslations

import pytest

from wizard.model.ec2.finding import Evidence, Outcome
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.message import Message
from wizard.model.recommend.recommendation import ImageProfile
from wizard.report import words


@pytest.mark.parametrize(
    ("said", "values"),
    [
        (words.OUTCOMES, Outcome),
        (words.EVIDENCE, Evidence),
        (words.EVIDENCE_EXPLAINED, Evidence),
        (words.VIRTUALIZATION, VirtualizationType),
        (words.BOOT_MODES, BootMode),
        (words.ROOT_DEVICES, RootDeviceType),
    ],
)
def test_every_value_has_words_of_its_own(said: dict[Enum, Message], values: type[Enum]) -> None:
    assert set(said) == set(values)
    assert len({str(word) for word in said.values()}) == len(said)


def test_reported_is_worded_as_reported() -> None:
    assert "reported" in words.EVIDENCE[Evidence.REPORTED].template


@pytest.mark.parametrize(
    ("ena", "boot", "tpm", "line"),
    [
        (True, BootMode.UEFI, True, "HVM · x86_64 · uefi · ENA · EBS volume · NitroTPM"),
        (True, BootMode.UEFI_PREFERRED, False, "HVM · x86_64 · uefi-preferred · ENA · EBS volume"),
        (False, BootMode.UNSET, False, "HVM · x86_64 · boot mode not set · no ENA · EBS volume"),
    ],
)
def test_profile_in_one_line(ena: bool, boot: BootMode, tpm: bool, line: str) -> None:
    profile = ImageProfile(VirtualizationType.HVM, Architecture.X86_64, boot, ena, RootDeviceType.EBS, tpm)
    assert words.profile(profile).render(NullTranslations()) == line
