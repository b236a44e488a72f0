"""The local disks that every type of an old line had are a need where they are used, and both ways are said."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from tests.model.recommend.advised import moved
from wizard.flow.kind import Value
from wizard.model.knowledge import Knowledge


def said(knowledge: Knowledge, current: str, **more: Value) -> str:
    return moved(knowledge, current, **more).summary.render(NullTranslations())


@pytest.mark.parametrize(
    ("current", "keeping", "without", "disks"),
    [
        ("m3.xlarge", "m8id.xlarge", "m8i.xlarge (4 vCPUs, 16 GiB)", "80"),
        ("r3.4xlarge", "r8id.4xlarge", "r8i.4xlarge (16 vCPUs, 128 GiB)", "320"),
    ],
)
def test_what_keeps_them_is_named_and_what_does_without(
    knowledge: Knowledge, current: str, keeping: str, without: str, disks: str
) -> None:
    text = said(knowledge, current)
    assert text.startswith(f"{keeping} (")
    told = f"If you keep nothing on the {disks} GB of local disks of {current}, {without} is enough: --local-storage-gb 0."
    assert told in text
    assert said(knowledge, current, **{"local-storage-gb": 0}).startswith(f"{without} replaces {current}")


@pytest.mark.parametrize(
    ("current", "without", "keeping"),
    [
        ("m1.small", "c8a.medium", "c8id.xlarge"),
        ("m1.medium", "m8a.medium", "i7i.large"),
        ("m1.large", "m8i.large", "i7ie.large"),
        ("m1.xlarge", "m8i.xlarge", "i7ie.xlarge"),
        # As large, but built for storage.
        ("m2.2xlarge", "x8i.xlarge", "i7i.2xlarge"),
    ],
)
def test_those_that_nobody_asked_for_are_no_reason_for_a_larger_machine(
    knowledge: Knowledge, current: str, without: str, keeping: str
) -> None:
    text = said(knowledge, current)
    # Before it may stand what has a little less.
    assert f"{without} (" in text.partition(" GB of local disks of ")[0]
    assert "as every type of that line has some: what you keep there goes on an EBS volume." in text
    disks = {"m1.small": 160, "m1.medium": 410, "m1.large": 840, "m1.xlarge": 1680, "m2.2xlarge": 850}[
        current
    ]
    assert f"{keeping} (" in text
    assert f"--local-storage-gb {disks}." in text
    assert (
        f"{keeping} (" in said(knowledge, current, **{"local-storage-gb": disks}).partition(" Who can do")[0]
    )
    # Of a system that nobody described every type is in doubt alike.
    assert f" {without} (" in f" {said(knowledge, current, os='custom', **{'os-version': 'unknown'})}"


OLD = {"os-version": "12.04", "os-after": "same"}


def test_disks_that_the_system_has_no_driver_for_are_none(knowledge: Knowledge) -> None:
    text = said(knowledge, "m1.large", **OLD)
    assert "To stay on Ubuntu 12.04: t2.large (2 vCPUs, 8 GiB) replaces m1.large" in text
    assert "The nearest type with as much is i2.2xlarge (8 vCPUs, 61 GiB): --local-storage-gb 840." in text
    assert "i3" not in said(knowledge, "m1.large", **OLD, **{"local-storage-gb": 840})


def test_where_no_type_has_any_the_answer_goes_on_without(knowledge: Knowledge) -> None:
    text = said(knowledge, "m1.large", family=["m8i"])
    assert text.startswith("m8i.large (")
    assert (
        "No type that fits has the 840 GB of local disks of m1.large so that Ubuntu 24.04 can use them"
        in text
    )


@pytest.mark.parametrize(
    "current", ["hs1.8xlarge", "h1.16xlarge", "hi1.4xlarge", "i3.large", "m5d.large", "m3.medium"]
)
def test_who_took_a_type_for_its_disks_is_not_moved_off_them(knowledge: Knowledge, current: str) -> None:
    assert "local disks of" not in said(knowledge, current)


def test_what_stays_needs_no_word_on_its_disks(knowledge: Knowledge) -> None:
    text = said(knowledge, "m3.large", **OLD)
    assert "m3.large (2 vCPUs, 7.5 GiB) may as well stay" in text
    assert "local disks of" not in text


def test_a_family_that_is_named_for_its_disks_keeps_them(knowledge: Knowledge) -> None:
    """X2gd was never sold without, and its D says what it was taken for: a type twice as large keeps them."""
    text = said(knowledge, "x2gd.4xlarge", arch="arm64")
    assert "is enough: --local-storage-gb 0." in text
    assert "goes on an EBS volume" not in text


def test_who_had_the_clock_of_z1d_is_led_to_no_machine_for_storage(knowledge: Knowledge) -> None:
    text = said(knowledge, "z1d.3xlarge")
    assert text.startswith("r8id.4xlarge (16 vCPUs, 128 GiB) replaces z1d.3xlarge")
    assert "r7iz.4xlarge (16 vCPUs, 128 GiB) is enough: --local-storage-gb 0." in text
