from __future__ import annotations

from collections.abc import Mapping
from gettext import NullTranslations
from typing import Any

import pytest

from tests.report.conftest import Recommend
from tests.report.sample import NOTHING_LEFT
from wizard.flow.kind import Value
from wizard.model.images.describe_images import image_from
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.found_image import FoundImage, judged
from wizard.model.recommend.needs import Needs
from wizard.report.launch.commands import commands
from wizard.report.launch.image_to_take import image_to_take, said, which_image
from wizard.report.launch.image_to_take_json import image_to_take_json
from wizard.report.launch.templates import templates
from wizard.report.report_writer import ReportWriter
from wizard.store.languages import translations

NOBLE: dict[str, Value] = {"os": "ubuntu", "os-version": "24.04", "region": "eu-west-1"}
RHEL: dict[str, Value] = {"os": "rhel", "os-version": "9"}
MAC: dict[str, Value] = {"os": "macos", "os-version": "15"}


def as_json(
    recommend: Recommend,
    knowledge: Knowledge,
    answers: Mapping[str, Value],
    found: FoundImage | None = None,
) -> dict[str, Any]:
    made = image_to_take_json(recommend(answers), knowledge, found, NullTranslations())
    assert made
    return made


def sentence(recommend: Recommend, knowledge: Knowledge, answers: Mapping[str, Value]) -> str:
    image = image_to_take(recommend(answers), knowledge)
    assert image
    return said(image, knowledge).render(NullTranslations())


def test_json_of_the_contract(recommend: Recommend, knowledge: Knowledge) -> None:
    made = as_json(recommend, knowledge, NOBLE)
    assert made["publisher"] == "Canonical"
    assert made["owner_id"] == "099720109477"
    assert "noble-24.04" in made["name_pattern"]
    assert made["ssm_parameter"].startswith("/aws/service/canonical/ubuntu/server/24.04/")
    assert made["found"] is None
    assert made["sources"][0]["url"].startswith("https://documentation.ubuntu.com")
    tools = [command["for"] for command in made["commands"]]
    assert tools == ["aws-cli", "aws-cli", "aws-cli", "terraform", "cloudformation", "packer"]
    operations = [command["text"].split()[2] for command in made["commands"][:3]]
    assert operations == ["get-parameters", "describe-images", "run-instances"]


def test_the_very_image_is_judged_like_any_other(recommend: Recommend, knowledge: Knowledge) -> None:
    recommendation = recommend(NOBLE)
    fields = {
        "ImageId": "ami-0123456789abcdef0",
        "Name": "ubuntu-noble",
        "CreationDate": "2026-09-23T07:00:00.000Z",
        "DeprecationTime": "2028-09-23T07:00:00.000Z",
        "State": "available",
        "ImageType": "machine",
        "Architecture": "x86_64",
        "VirtualizationType": "hvm",
        "RootDeviceType": "ebs",
        "RootDeviceName": "/dev/sda1",
        "BootMode": "uefi-preferred",
        "EnaSupport": True,
    }
    good = judged(knowledge, recommendation, image_from(fields, "test"))
    written = as_json(recommend, knowledge, NOBLE, good)["found"]
    assert written["image_id"] == "ami-0123456789abcdef0"
    assert written["creation_date"] == "2026-09-23T07:00:00.000Z"
    assert written["deprecation_time"] == "2028-09-23"
    assert written["outcome"] == "works"
    assert written["runs_on"] == good.of == len(recommendation.ranked)
    assert "runs on" in written["text"]
    bad = judged(knowledge, recommendation, image_from({**fields, "Architecture": "arm64"}, "test"))
    assert (bad.outcome.value, bad.runs_on) == ("refused", 0)
    plain = judged(knowledge, recommendation, image_from({**fields, "DeprecationTime": None}, "test"))
    assert plain.deprecation_date is None
    german = translations("de")
    assert "vom 23.09.2026" in good.text.render(german)
    dated = judged(knowledge, recommendation, image_from({**fields, "CreationDate": "once"}, "test"))
    assert "vom once" in dated.text.render(german)


def test_every_key_is_there_for_a_system_that_nobody_publishes(
    recommend: Recommend, knowledge: Knowledge
) -> None:
    made = as_json(recommend, knowledge, {"os": "custom"})
    assert made.keys() == as_json(recommend, knowledge, NOBLE).keys()
    assert [made[key] for key in ("publisher", "owner_id", "name_pattern", "ssm_parameter")] == [None] * 4
    assert "--owners self" in made["commands"][0]["text"]


@pytest.mark.parametrize(
    ("answers", "registered"),
    [
        (NOBLE | {"need": ["tpm"]}, True),
        (NOBLE | {"need": ["secure-boot"]}, True),
        (NOBLE | {"need": ["tpm", "secure-boot"]}, True),
        ({"os": "bottlerocket", "need": ["secure-boot"]}, False),
        ({"os": "bottlerocket", "os-version": "1.34", "need": ["secure-boot"]}, False),
        (NOBLE, False),
        ({"os": "windows", "os-version": "2022", "need": ["tpm", "secure-boot"]}, False),
    ],
)
def test_what_the_published_image_lacks_is_registered_and_not_left_out_of_the_launch(
    recommend: Recommend, knowledge: Knowledge, answers: dict[str, Value], registered: bool
) -> None:
    """Canonical's image has no NitroTPM and no keys: launched as it is, it is not what was asked for."""
    made = as_json(recommend, knowledge, answers)
    texts = {c["for"]: c["text"] for c in made["commands"]}
    registering = [c["text"] for c in made["commands"] if " register-image" in c["text"]]
    assert bool(registering) is registered
    assert ("register an image of your own" in made["text"]) is registered
    assert ("IMAGE_ID" in texts["aws-cli"]) is registered
    assert (made["ssm_parameter"] in texts["cloudformation"]) is not registered
    asked = str(answers.get("need"))
    # Who asked for one of the two is not told that he asked for both.
    assert ("keys that you asked for" in made["text"]) is (registered and "secure-boot" in asked)
    assert ("come with the NitroTPM" in made["text"]) is (registered and "tpm" in asked)
    assert all(("tpm-support" in text) == ("tpm" in asked) for text in registering)
    assert all(("uefi-data" in text) == ("secure-boot" in asked) for text in registering)


@pytest.mark.parametrize(("system", "own"), [("windows", True), ("ubuntu", False)])
def test_who_brings_a_windows_licence_to_a_host_brings_the_image_too(
    recommend: Recommend, knowledge: Knowledge, system: str, own: bool
) -> None:
    """Amazon License Manager User Guide, Eligible license types for Windows and SQL Server."""
    made = recommend({"os": system, "tenancy": "host"})
    *_, trial = commands(made, knowledge, ReportWriter(NullTranslations()))
    assert ("(BYOL) import an image of your own" in trial.note) is own


def test_without_a_type_there_is_no_image(recommend: Recommend, knowledge: Knowledge) -> None:
    made = recommend(NOTHING_LEFT)
    assert image_to_take_json(made, knowledge, None, NullTranslations()) is None
    assert image_to_take(made, knowledge) is None
    assert list(templates(made, knowledge, ReportWriter(NullTranslations()))) == []


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            NOBLE,
            "Take the newest Ubuntu 24.04 image for x86_64 that Canonical publishes: SSM parameter /aws/service/",
        ),
        (
            RHEL,
            "owner 309956199498, named RHEL-9.8.*_HVM-*-x86_64-*-Hourly2-GP*. The name says 9.8, the newest minor release",
        ),
        (
            {"os": "rhel", "os-version": "9.6"},
            "Red Hat Enterprise Linux 9.6 image for x86_64 that Red Hat publishes",
        ),
        ({"os": "kali"}, "named *kali-last-snapshot-amd64-*-804fcc46"),
        ({"os": "ubuntu"}, "You named no version. Take the newest Ubuntu 26.04 image"),
        ({"os": "linux"}, "You named no version. Take the newest Amazon Linux 2023 image"),
        ({"os": "centos", "os-version": "6"}, "It needs a subscription on the AWS Marketplace: https://aws."),
        (
            {"os": "windows", "os-version": "2012"},
            "Windows Server 2012, x86_64: AWS publishes Windows AMIs for 2016",
        ),
        (
            {"os": "flatcar"},
            "Take the newest Flatcar Container Linux image for x86_64 that Flatcar publishes",
        ),
    ],
)
def test_one_sentence(
    recommend: Recommend, knowledge: Knowledge, answers: dict[str, Value], words: str
) -> None:
    assert words in sentence(recommend, knowledge, answers)


def test_of_a_version_that_is_not_known_nobody_says_that_there_is_an_image(knowledge: Knowledge) -> None:
    system = knowledge.os_catalog.resolve("macos", "26.9")
    assert system.newest_known
    which = which_image(advise(knowledge, Needs(os=system)), knowledge)
    assert which
    assert which.render(NullTranslations()).startswith("If there is one: Take the newest macOS 26")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            {"start": "instance", "current-type": "m4.large", "os": "ubuntu", "os-version": "18.04"},
            [
                "To stay on Ubuntu 18.04: Take the newest Ubuntu 18.04 image",
                " To move to Ubuntu 26.04: Take the newest Ubuntu 26.04 image for x86_64",
                "--os-after ubuntu:26.04.",
            ],
        ),
        (
            {"os": "sles", "os-version": "12"},
            ["For SUSE Linux Enterprise Server 15 SP7: Take", "--os sles:15-SP7."],
        ),
        # Of what nobody is known to publish, that is said.
        (
            {"os": "openbsd", "os-version": "7.8"},
            [
                "For OpenBSD 7.9: Nobody is known here who publishes such an image of OpenBSD 7.9",
                "--os openbsd:7.9.",
            ],
        ),
        # The disk of an old Windows boots by BIOS, that of a new one need not.
        ({"os": "windows", "os-version": "2012 R2"}, ["/ami-windows-latest/Windows_Server-2025-English"]),
    ],
)
def test_the_system_to_move_to_is_named_with_its_image_and_the_way(
    recommend: Recommend, knowledge: Knowledge, answers: dict[str, Value], words: list[str]
) -> None:
    which = which_image(recommend(answers), knowledge)
    assert which
    text = which.render(NullTranslations())
    assert all(each in text for each in words), text
    assert as_json(recommend, knowledge, answers)["text"] == text


def test_of_a_system_that_nothing_follows_only_its_own_image_is_named(
    recommend: Recommend, knowledge: Knowledge
) -> None:
    which = which_image(recommend({"os": "netbsd", "os-version": "9"}), knowledge)
    assert which is None or "--os" not in which.render(NullTranslations())


def test_beside_an_upgrade_in_place_the_image_is_that_of_a_fresh_instance(
    recommend: Recommend, knowledge: Knowledge
) -> None:
    windows: dict[str, Value] = {"start": "instance", "os": "windows", "os-version": "2016"}
    after: dict[str, Value] = {"current-type": "m5.large", "os-after": "windows", "os-version-after": "2025"}
    which = which_image(recommend(windows | after), knowledge)
    assert which
    said = which.render(NullTranslations())
    assert said.startswith(
        "For a fresh instance in place of the upgrade: Take the newest Windows Server 2025"
    )


def test_an_image_that_may_stay_is_told_where_to_move_too(recommend: Recommend, knowledge: Knowledge) -> None:
    image = {"image-virtualization": "hvm", "image-architecture": "x86_64", "image-boot-mode": "legacy-bios"}
    old: dict[str, Value] = {"start": "image", "os": "rhel", "os-version": "7", **image}
    which = which_image(recommend(old), knowledge)
    assert which
    said = which.render(NullTranslations())
    assert said.startswith("To move to Red Hat Enterprise Linux 10: Take the newest")
    assert "To stay" not in said
    assert which_image(recommend(old | {"os-after": "rhel", "os-version-after": "10"}), knowledge) != which
    assert which_image(recommend(old | {"os-version": "9"}), knowledge) is None


def test_a_system_that_nobody_is_known_to_publish(recommend: Recommend, knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {"os": "gentoo"}
    which = which_image(recommend(answers), knowledge)
    assert which
    assert "publishes such an image of Gentoo" in which.render(NullTranslations())
    assert as_json(recommend, knowledge, answers)["text"] == which.render(NullTranslations())
    assert which_image(recommend({"os": "custom"}), knowledge) is None
    assert which_image(recommend(NOTHING_LEFT), knowledge) is None


@pytest.mark.parametrize("system", ["bottlerocket", "talos"])
def test_nothing_is_built_with_packer_where_nobody_logs_in(
    recommend: Recommend, knowledge: Knowledge, system: str
) -> None:
    answers: dict[str, Value] = {"os": system}
    assert "packer" not in [c["for"] for c in as_json(recommend, knowledge, answers)["commands"]]
    assert len(list(templates(recommend(answers), knowledge, ReportWriter(NullTranslations())))) == 2


def test_templates_tell_what_to_watch(recommend: Recommend, knowledge: Knowledge) -> None:
    by_tool = list(templates(recommend(RHEL), knowledge, ReportWriter(NullTranslations())))
    assert [command.language for command in by_tool] == ["hcl", "yaml", "hcl"]
    assert ["minor release" in command.note for command in by_tool] == [True, False, True]
    on_a_mac = list(templates(recommend(MAC), knowledge, ReportWriter(NullTranslations())))
    assert all("Dedicated Host" in command.note for command in on_a_mac)


@pytest.mark.parametrize(("after", "own"), [("24.04", False), ("20.04", True)])
def test_another_system_starts_from_its_own_image(
    recommend: Recommend, knowledge: Knowledge, after: str, own: bool
) -> None:
    answers: dict[str, Value] = {
        "start": "instance",
        "os": "ubuntu",
        "os-version": "20.04",
        "current-type": "m5.large",
        "os-after": "ubuntu",
        "os-version-after": after,
        "image": {
            "ImageId": "ami-0123456789abcdef0",
            "VirtualizationType": "hvm",
            "Architecture": "x86_64",
            "EnaSupport": True,
            "RootDeviceType": "ebs",
            "State": "available",
            "ImageType": "machine",
        },
    }
    commands = as_json(recommend, knowledge, answers)["commands"]
    launch = next(command["text"] for command in commands if "run-instances" in command["text"])
    assert ("ami-0123456789abcdef0" in launch) is own
    assert ("/ubuntu/server/24.04/" in launch) is not own


@pytest.mark.parametrize("name", ["dlami", "neuron"])
def test_an_image_with_the_driver_in_it_names_no_second_one(
    recommend: Recommend, knowledge: Knowledge, name: str
) -> None:
    image = image_to_take(recommend({"os": name}), knowledge)
    assert image
    assert image.note
    assert "With the driver of" not in image.note.render(NullTranslations())


def test_the_successor_is_named_with_the_root_that_its_images_have(
    recommend: Recommend, knowledge: Knowledge
) -> None:
    """Amazon Linux 1 has images with an instance store, Amazon Linux 2023 has none: one moves to those with EBS."""
    old = {"os": "amazon-linux", "os-version": "2018.03", "need": ["instance-store-root"]}
    taken = which_image(recommend(old), knowledge)
    assert taken
    words = taken.render(NullTranslations())
    assert "amzn-ami-hvm-x86_64-s3" in words
    assert "al2023-ami-kernel-default" in words
