"""The answer in a few sentences."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from tests.model.recommend.advised import advised
from wizard.flow.interpret import needs_of
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs

TR = NullTranslations()


def headline(knowledge: Knowledge, **answers: Any) -> str:
    return advised(knowledge, **answers).summary.render(TR)


def test_without_a_wish_there_is_no_best(knowledge: Knowledge) -> None:
    said = headline(knowledge, os="linux")
    assert said.startswith("Use an HVM AMI for x86_64")
    assert said.endswith(
        "958 of 1,395 instance types take it (arm64: 418). Say how many vCPUs and how much memory you "
        "need, and the answer names one."
    )
    assert "best" not in said


MACS = "Macs run on Dedicated Hosts only, each for at least 24 hours: allocate one first."


def test_with_a_wish_the_closest_is_named_with_its_size(knowledge: Knowledge) -> None:
    said = headline(knowledge, os="linux", vcpus={"minimum": 4})
    assert "types meet your answers; the closest is " in said
    assert (
        "(4 vCPUs, 16 GiB): the nearest to that many vCPUs with the usual memory for them, newest first."
        in said
    )
    assert headline(knowledge, os="linux", type=["m5.large"]).endswith(
        "One type meets your answers: m5.large (2 vCPUs, 8 GiB)."
    )
    assert headline(knowledge, os="macos", family=["mac1"]).endswith(
        "one takes it: mac1.metal (12 vCPUs, 32 GiB). " + MACS
    )


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            {"vcpus": {"minimum": 2}, "memory-gib": {"minimum": 4}},
            "the smallest that is enough, newest first",
        ),
        ({"memory-gib": {"minimum": 16}}, "the nearest to that much memory with the usual vCPUs for it"),
        # A purpose orders families before sizes: t3a.large comes before the smaller t8i.medium.
        (
            {"vcpus": {"minimum": 2}, "purpose": "web"},
            "types for that purpose first, then the nearest in size",
        ),
        ({"gpu": 8}, "with so many GPUs, types to train on come first"),
        ({"gpu": 8, "purpose": "training"}, "types for that purpose first"),
        ({"need": ["efa"], "vcpus": {"minimum": 96}}, "with EFA, types for HPC come first"),
        ({"gpu": 1, "need": ["efa"]}, "the nearest to what you asked for, of a usual size otherwise"),
        ({"network-gbps": 50}, "the nearest to what you asked for, of a usual size otherwise"),
        ({"gpu": 1, "max-price": 5}, "of the largest usual size for that price, newest first"),
    ],
)
def test_why_the_first_is_the_closest_is_what_it_was_ordered_by(
    knowledge: Knowledge, answers: dict[str, Any], words: str
) -> None:
    said = advise(knowledge, needs_of({"os": "ubuntu", "os-version": "24.04"} | answers, knowledge))
    assert words in said.summary.render(NullTranslations())


def test_the_end_of_support_comes_first(knowledge: Knowledge) -> None:
    assert headline(knowledge, os="windows", os_version="2012").startswith(
        "Support for Windows Server 2012 ended on 2026-10-13"
    )
    assert headline(knowledge, os="ubuntu", os_version="20.04").startswith(
        "Regular support for Ubuntu 20.04 ended"
    )
    assert "support" not in headline(knowledge, os="ubuntu", os_version="24.04")


def test_2014_is_said_to_be_history(knowledge: Knowledge) -> None:
    said = headline(knowledge, os="linux", edition="2014")
    assert said.startswith(
        "Historical, by what was known in June 2014; do not launch by this. Use a paravirtual"
    )


def test_a_move_speaks_of_what_one_has_first(knowledge: Knowledge) -> None:
    said = headline(
        knowledge,
        start="instance",
        os="ubuntu",
        os_version="24.04",
        current_type="m3.medium",
        image_virtualization="paravirtual",
        image_architecture="x86_64",
    )
    assert said.startswith(
        "Your paravirtual AMI runs on 19 of the 1,395 instance types, all of previous generations."
    )
    assert "It cannot be converted: rebuild it as HVM. " in said
    assert said.endswith(" replaces m3.medium (1 vCPU, 3.75 GiB).")


def test_an_image_without_a_type_asks_for_a_size(knowledge: Knowledge) -> None:
    image = {
        "ImageId": "ami-1",
        "Architecture": "i386",
        "VirtualizationType": "hvm",
        "RootDeviceType": "ebs",
        "State": "available",
    }
    said = headline(knowledge, start="image", image=image, os="ubuntu", os_version="24.04")
    assert "It cannot be converted: rebuild it for x86_64." in said
    assert said.endswith("Say how many vCPUs and how much memory you need, and the answer names one.")
    sized = headline(
        knowledge, start="image", image=image, os="ubuntu", os_version="24.04", vcpus={"minimum": 2}
    )
    assert "The closest of " in sized


def test_a_type_that_is_the_closest_already(knowledge: Knowledge) -> None:
    said = headline(
        knowledge,
        start="instance",
        os="ubuntu",
        os_version="24.04",
        current_type="m5.large",
        type=["m5.large"],
    )
    assert said.endswith("there is no need to move.")


def test_a_type_that_stays_for_another_system_is_no_reason_not_to_move(knowledge: Knowledge) -> None:
    old = {"start": "instance", "os": "macos", "os_version": "10.15", "current_type": "mac1.metal"}
    said = headline(knowledge, **old, os_after="macos", os_version_after="15")
    assert "Move to macOS 15." in said
    assert "mac1.metal (12 vCPUs, 32 GiB) stays the type for macOS 15, the only one that fits." in said
    assert "no need to move" not in said


def test_a_mac_of_intel_is_no_end_of_the_way(knowledge: Knowledge) -> None:
    """No macOS after 15 runs on it, so who moves goes to Apple's own processor, and builds anew."""
    old = {"start": "instance", "os": "macos", "os_version": "12", "current_type": "mac1.metal"}
    said = headline(knowledge, **old)
    assert "Move to macOS 26. It cannot be converted: rebuild it for arm64_mac, on macOS 26." in said
    assert "mac2-m2pro.metal (12 vCPUs, 32 GiB) replaces mac1.metal" in said


def test_a_type_of_a_previous_generation_where_all_that_fits_is_no_better(knowledge: Knowledge) -> None:
    old = {"start": "instance", "os": "ubuntu", "os_version": "12.04", "current_type": "m3.large"}
    said = headline(knowledge, **old, os_after="same")
    assert (
        "To stay on Ubuntu 12.04: m3.large (2 vCPUs, 7.5 GiB) may as well stay: no type that fits is worth the move."
        in said
    )
    assert said.endswith(" After a move to Ubuntu 26.04 it is m8id.large (2 vCPUs, 8 GiB).")
    assert "may as well stay" not in headline(knowledge, **old)


def test_the_only_type_of_a_previous_generation_is_no_reason_to_rest(knowledge: Knowledge) -> None:
    old = {"start": "instance", "os": "custom", "current_type": "c1.medium", "region": "us-east-1"}
    said = headline(knowledge, **old, arch="i386", guest_xen_pv_kernel="yes")
    assert "may stay for now, the only type that fits; AWS lists it as a previous generation." in said
    assert said.endswith(
        "Nothing newer than T2 runs i386: to take a newer type, install the system anew for x86_64."
    )
    assert "no need to move" not in said


def test_the_only_type_is_named_though_no_size_is(knowledge: Knowledge) -> None:
    said = headline(knowledge, os="ubuntu", os_version="24.04", need=["ena"], family=["m4"])
    assert said.endswith("Of 1,395 instance types one takes it: m4.16xlarge (64 vCPUs, 256 GiB).")
    either = headline(knowledge, os="macos", os_version="15", family=["mac1", "mac2"])
    assert either.endswith("one takes it (x86_64_mac: 1): mac2.metal (8 vCPUs, 16 GiB). " + MACS)


def test_nothing_left(knowledge: Knowledge) -> None:
    said = headline(knowledge, os="windows", arch="arm64")
    assert said == "No instance type meets every answer; take one back to go on."
    image = {
        "ImageId": "ami-1",
        "Architecture": "arm64",
        "VirtualizationType": "hvm",
        "RootDeviceType": "ebs",
        "State": "available",
    }
    own = headline(knowledge, start="image", image=image, os="ubuntu", vcpus={"minimum": 2000})
    assert own.startswith("Your AMI runs on none of the 1,395 instance types. No instance type meets")


def test_a_type_alone_is_replaced(knowledge: Knowledge) -> None:
    needs = Needs(
        os=knowledge.os_catalog.find("ubuntu", "24.04"), current_type="m4.large", types=("m6i.large",)
    )
    assert advise(knowledge, needs).summary.render(TR) == (
        "m6i.large (2 vCPUs, 8 GiB) replaces m4.large (2 vCPUs, 8 GiB)."
    )


def test_an_image_of_which_nothing_is_known(knowledge: Knowledge) -> None:
    assert headline(knowledge, start="image").startswith("Of your AMI nothing is known yet that decides")


IMAGE = {
    "ImageId": "ami-1",
    "Architecture": "x86_64",
    "VirtualizationType": "paravirtual",
    "RootDeviceType": "ebs",
    "State": "available",
}


@pytest.mark.parametrize(
    ("system", "version", "rebuild"),
    [
        ("ubuntu", "12.04", "rebuild it as HVM, on Ubuntu 26.04."),
        # Still supported, if not for a year any more.
        ("ubuntu", "22.04", "rebuild it as HVM."),
        # Out of support, and its successor is not known.
        ("netbsd", "9", "rebuild it as HVM."),
    ],
)
def test_a_system_out_of_support_is_rebuilt_on_its_successor(
    knowledge: Knowledge, system: str, version: str, rebuild: str
) -> None:
    said = headline(knowledge, start="image", image=IMAGE, os=system, os_version=version)
    assert f"It cannot be converted: {rebuild}" in said


def test_a_32_bit_system_out_of_support_is_rebuilt_on_its_successor_too(knowledge: Knowledge) -> None:
    image = {**IMAGE, "VirtualizationType": "hvm", "Architecture": "i386"}
    said = headline(knowledge, start="image", image=image, os="ubuntu", os_version="12.04")
    assert "rebuild it for x86_64, on Ubuntu 26.04." in said
