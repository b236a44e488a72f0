from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from tests.flow.examples import some_answers
from wizard.flow.answer_error import AnswerError
from wizard.flow.effective_answers import effective_answers
from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import (
    Architecture,
    BootMode,
    Hypervisor,
    RootDeviceType,
    VirtualizationType,
)
from wizard.model.ec2.launch import Edition
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs, Range


def test_no_answer_needs_nothing(knowledge: Knowledge) -> None:
    assert needs_of({}, knowledge) == Needs()


def test_an_answer_that_leaves_it_open_is_no_answer(knowledge: Knowledge) -> None:
    words = ("os", "arch", "hypervisor", "generation", "virtualization", "region")
    answers: dict[str, Value] = {
        "start": "new",
        "edition": "current",
        "need": [],
        "without": [],
        "family": [],
        "type": [],
    }
    assert needs_of(answers | dict.fromkeys(words, "any"), knowledge) == Needs()


def test_every_answer_is_said_in_the_models_words(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {
        "os": "ubuntu",
        "os-version": "22.04",
        "arch": "x86_64",
        "vcpus": {"minimum": 4, "maximum": 8},
        "memory-gib": {"minimum": 16.5},
        "gpu": 1,
        "local-storage-gb": 100,
        "network-gbps": 12.5,
        "need": ["ena", "tpm"],
        "without": ["burstable"],
        "hypervisor": "nitro",
        "generation": "current",
        "virtualization": "hvm",
        "region": "eu-central-1",
        "family": ["m5", "c5"],
        "type": ["m5.xlarge"],
        "edition": "2014",
    }
    assert needs_of(answers, knowledge) == Needs(
        os=knowledge.os_catalog.find("ubuntu", "22.04"),
        architecture=Architecture.X86_64,
        vcpus=Range(4, 8),
        memory_gib=Range(16.5, None),
        gpus=1,
        local_storage_gb=100,
        network_gbps=12.5,
        features=frozenset({Feature.ENA, Feature.TPM}),
        without=frozenset({Feature.BURSTABLE}),
        hypervisor=Hypervisor.NITRO,
        current_generation_only=True,
        region="eu-central-1",
        families=("m5", "c5"),
        types=("m5.xlarge",),
        virtualization_type=VirtualizationType.HVM,
        edition=Edition.YEAR_2014,
    )


def test_a_custom_system_can_do_what_was_said(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {
        "os": "custom",
        "guest-xen-pv-kernel": "no",
        "guest-pv-drivers": "yes",
        "guest-ena-driver": "unknown",
        "guest-host-vt": "no",
    }
    system = needs_of(answers, knowledge).os
    assert (system.family, system.xen_pv_kernel, system.pv_drivers, system.host_vt) == (
        "custom",
        False,
        True,
        False,
    )
    assert system.ena_driver is knowledge.os_catalog.find("custom").ena_driver


def test_what_a_listed_system_can_do_is_not_for_the_person_to_say(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {"os": "ubuntu", "guest-ena-driver": "no"}
    assert needs_of(answers, knowledge).os.ena_driver is None


def test_an_image_by_its_facts(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {
        "start": "instance",
        "current-type": "m3.large",
        "image-virtualization": "paravirtual",
        "image-architecture": "x86_64",
        "image-boot-mode": "unset",
        "image-ena": "no",
        "image-root-device": "instance-store",
        "image-tpm": "unknown",
        "image-platform": "linux-unix",
    }
    needs = needs_of(answers, knowledge)
    assert needs.current_type == "m3.large"
    assert needs.image == Image(
        virtualization_type=VirtualizationType.PARAVIRTUAL,
        architecture=Architecture.X86_64,
        boot_mode=BootMode.UNSET,
        ena_support=False,
        root_device_type=RootDeviceType.INSTANCE_STORE,
        platform=Platform.LINUX_UNIX,
    )


def test_an_image_of_which_nothing_is_known_is_an_image(knowledge: Knowledge) -> None:
    assert needs_of({"start": "image"}, knowledge).image == Image()


def test_an_image_from_a_file_goes_before_single_facts(knowledge: Knowledge) -> None:
    record = {
        "ImageId": "ami-1",
        "Architecture": "arm64",
        "VirtualizationType": "hvm",
        "RootDeviceType": "ebs",
    }
    image = needs_of({"start": "image", "image": record, "image-architecture": "i386"}, knowledge).image
    assert image is not None
    assert (image.image_id, image.architecture, image.ena_support) == ("ami-1", Architecture.ARM64, False)


def test_an_image_kept_from_before_does_not_count_for_a_new_workload(knowledge: Knowledge) -> None:
    assert needs_of({"start": "new", "image": {"ImageId": "ami-1"}}, knowledge) == Needs()


def test_what_cannot_be_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(AnswerError, match="region: 'mars-north-1' is not known"):
        needs_of({"region": "mars-north-1"}, knowledge)


@given(answers=some_answers())
def test_answers_that_count_always_make_needs(answers: dict[str, Value], knowledge: Knowledge) -> None:
    counting = effective_answers(answers, knowledge)
    needs = needs_of(counting, knowledge)
    named = counting.get("os", "any") != "any"
    assert (needs.os != OperatingSystem() and needs.os.guess is None) == named
    assert (needs.image is None) == (counting.get("start", "new") == "new")


UBUNTU_IMAGE = {
    "ImageId": "ami-1",
    "Name": "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240101",
    "OwnerId": "099720109477",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "State": "available",
}


def test_the_system_of_an_image_is_guessed_where_nobody_names_it(knowledge: Knowledge) -> None:
    needs = needs_of({"start": "image", "image": UBUNTU_IMAGE}, knowledge)
    assert (needs.os.family, needs.os.version) == ("ubuntu", "22.04")
    assert needs.os.guess is not None


def test_a_named_system_counts_before_the_guess(knowledge: Knowledge) -> None:
    needs = needs_of({"start": "image", "image": UBUNTU_IMAGE, "os": "debian"}, knowledge)
    assert needs.os.family == "debian"
    assert needs.os.guess is None


def test_a_move_takes_todays_size_and_a_system_with_a_future(knowledge: Knowledge) -> None:
    answers = {"start": "instance", "current-type": "r4.16xlarge", "os": "amazon-linux", "os-version": "2"}
    needs = needs_of(answers, knowledge)
    assert needs.today
    assert (needs.today.vcpus, needs.today.memory_gib) == (64, 488)
    assert needs.os.title == "Amazon Linux 2"
    assert needs.system.title == "Amazon Linux 2023"
    assert needs_of(answers | {"vcpus": {"minimum": 8}}, knowledge).today.vcpus == 0  # type: ignore[union-attr]  # there
    assert needs_of(answers | {"same-size": "no"}, knowledge).today is None


@pytest.mark.parametrize(
    ("more", "title"),
    [
        ({"os-after": "same"}, "Amazon Linux 2"),
        ({"os-after": "current"}, "Amazon Linux 2023"),
        ({"os-after": "debian"}, "Debian"),
        ({"os-after": "debian", "os-version-after": "13"}, "Debian 13"),
        ({"start": "image"}, "Amazon Linux 2"),
    ],
)
def test_what_shall_run_after_the_move(knowledge: Knowledge, more: dict[str, str], title: str) -> None:
    answers = {"start": "instance", "current-type": "m4.large", "os": "amazon-linux", "os-version": "2"}
    assert needs_of(answers | more, knowledge).system.title == title


def test_a_type_of_an_older_answer_has_a_size_too(knowledge: Knowledge) -> None:
    needs = needs_of({"start": "instance", "current-type": "p3.2xlarge"}, knowledge)
    assert needs.today
    assert needs.today.gpus == 1


def test_a_new_workload_takes_the_newest_image_of_its_version(knowledge: Knowledge) -> None:
    answers = {"os": "centos", "os-version": "7"}
    assert needs_of(answers, knowledge).os.ena_driver is True
    assert needs_of(answers | {"start": "image"}, knowledge).os.ena_driver is None


@pytest.mark.parametrize(
    ("family", "version", "asks", "after"),
    [
        ("amazon-linux", "2014.03", {"virtualization": "paravirtual"}, None),
        ("amazon-linux", "2014.03", {"virtualization": "hvm"}, "amazon-linux"),
        ("amazon-linux", "2014.03", {}, "amazon-linux"),
        ("debian", "9", {"virtualization": "paravirtual"}, "debian"),
    ],
)
def test_who_insists_on_paravirtual_keeps_a_system_that_has_such_images(
    knowledge: Knowledge, family: str, version: str, asks: dict[str, Value], after: str | None
) -> None:
    today: dict[str, Value] = {"start": "instance", "os": family, "os-version": version}
    found = needs_of(today | {"current-type": "m1.small"} | asks, knowledge).os_after
    assert (found and found.family) == after


@pytest.mark.parametrize(
    ("family", "boot_mode"),
    [
        ("windows", BootMode.UEFI),
        ("windows-client", BootMode.UEFI),
        ("amazon-linux", BootMode.UEFI_PREFERRED),
        ("ubuntu", BootMode.UEFI_PREFERRED),
        ("rocky", BootMode.UEFI_PREFERRED),
        ("debian", BootMode.LEGACY_BIOS),
    ],
)
def test_without_a_version_it_boots_as_the_image_that_is_named(
    knowledge: Knowledge, family: str, boot_mode: BootMode
) -> None:
    """The image that one is told to take is that of the current version; what it boots by is no secret."""
    current = knowledge.publishers.current_version(family)
    for version in ("any", current or ""):
        decision = advise(knowledge, needs_of({"os": family, "os-version": version}, knowledge)).decision
        assert decision
        assert decision.boot_mode is boot_mode
    # Of what runs already nobody knows that.
    moved = needs_of({"os": family, "start": "instance", "current-type": "m4.large"}, knowledge)
    assert moved.os.version is None
    assert moved.os.vendor_boot_mode is None


def test_windows_11_takes_a_tpm_along_and_windows_10_does_not(knowledge: Knowledge) -> None:
    for version, tpm in (("any", True), ("11", True), ("10", False)):
        needs = needs_of({"os": "windows-client", "os-version": version}, knowledge)
        decision = advise(knowledge, needs).decision
        assert decision
        assert decision.tpm is tpm
    ten = advise(knowledge, needs_of({"os": "windows-client", "os-version": "10"}, knowledge))
    assert {a.profile.boot_mode for a in ten.alternatives} >= {BootMode.UEFI}


@pytest.mark.parametrize(
    ("system", "word", "meant"),
    [
        ("macos", "arm64", Architecture.ARM64_MAC),
        ("macos", "x86_64", Architecture.X86_64_MAC),
        ("macos", "arm64_mac", Architecture.ARM64_MAC),
        ("macos", "any", None),
        ("ubuntu", "arm64", Architecture.ARM64),
    ],
)
def test_the_architecture_of_a_mac_is_meant_by_who_asks_for_macos(
    knowledge: Knowledge, system: str, word: str, meant: Architecture | None
) -> None:
    assert needs_of({"os": system, "arch": word}, knowledge).architecture is meant


@pytest.mark.parametrize(
    ("here", "answer", "counts"),
    [
        ("g3.4xlarge", {"gpu": 1}, True),
        # More of them are still to be of that kind; none at all are not.
        ("g3.4xlarge", {"gpu": 2}, True),
        ("g3.8xlarge", {"gpu": 1}, False),
        ("g3.4xlarge", {"gpu": 0}, False),
        ("g3.4xlarge", {"vcpus": {"minimum": 16}}, True),
        ("g3.4xlarge", {"vcpus": {"minimum": 8}}, False),
        ("g3.4xlarge", {"vcpus": {"minimum": 16, "maximum": 32}}, False),
        ("g3.4xlarge", {"vcpus": {"maximum": 16}}, False),
        ("g3.4xlarge", {"memory-gib": {"minimum": 122}}, True),
        ("m1.small", {"memory-gib": {"minimum": 1.7}}, True),
        ("i2.xlarge", {"local-storage-gb": 800}, True),
        ("i2.xlarge", {"local-storage-gb": 0}, False),
        ("m5.large", {"local-storage-gb": 0}, False),
    ],
)
def test_what_is_asked_again_takes_nothing_of_todays_size_back(
    knowledge: Knowledge, here: str, answer: dict[str, Any], counts: bool
) -> None:
    today = needs_of({"start": "instance", "current-type": here} | answer, knowledge).today
    assert today
    assert today.answered == frozenset(() if counts else answer)


@pytest.mark.parametrize(
    ("os", "title"), [("rhel", "BYOS"), ("sles", "BYOS"), ("windows-sql", "BYOL"), ("windows", None)]
)
def test_on_a_dedicated_host_the_licence_is_one_s_own_where_aws_brings_none(
    knowledge: Knowledge, os: str, title: str | None
) -> None:
    assert needs_of({"os": os, "tenancy": "host"}, knowledge).os.flavour_title == title
    assert needs_of({"os": os}, knowledge).os.flavour_title is None
