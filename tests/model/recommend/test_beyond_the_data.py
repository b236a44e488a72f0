"""What exists and is not in the data is said, and never taken for a slip."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.flow.interpret import needs_of
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.beyond_the_data import beyond_the_data
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.size_of_today import SizeOfToday


def said(knowledge: Knowledge, needs: Needs) -> str:
    return " ".join(message.render(NullTranslations()) for message in beyond_the_data(needs, knowledge))


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        (
            Needs(types=("p3.8xlarge",)),
            [
                "32 vCPUs, 244 GiB and 4 NVIDIA V100",
                "not known",
                "catalog refresh",
                "What takes the place of p3.8xlarge today: ami-wizard recommend --current-type p3.8xlarge.",
            ],
        ),
        (Needs(current_type="p3.2xlarge"), ["p3.2xlarge exists", "8 vCPUs, 61 GiB", "catalog refresh"]),
        (Needs(types=("i3.metal",)), ["72 vCPUs, 512 GiB and no accelerators", "catalog refresh"]),
        (
            Needs(types=("cc1.4xlarge",)),
            ["cc1.4xlarge exists", "nor is anything else known", "catalog refresh"],
        ),
        (Needs(current_type="cc1.4xlarge"), ["cc1.4xlarge exists", "catalog refresh", "say how many vCPUs"]),
        (
            Needs(types=("hs1.8xlarge",)),
            ["as it was in 2018", "16 vCPUs, 117 GiB, 48,000 GB of local disks and no accelerators"],
        ),
        (
            Needs(os=OperatingSystem("custom", name="Asahi", like="fedora")),
            [
                "Asahi is judged by fedora, the system that it is built from: of its own nothing is known here."
            ],
        ),
        (
            Needs(families=("g4ad",), os=OperatingSystem("ubuntu", version="24.04")),
            ["g4ad.xlarge", "catalog refresh", "--current-type g4ad.xlarge --os ubuntu:24.04."],
        ),
        (Needs(region="mx-central-1"), ["is taken from cfn-lint 1.58.0. Refresh", "--region mx-central-1"]),
        (Needs(region="us-gov-west-1"), ["AWS GovCloud (US), a partition of its own (aws-us-gov)"]),
        (Needs(region="cn-north-1"), ["in China, a partition of its own (aws-cn)"]),
        (
            Needs(request=Launch(other_region="eusc-de-east-1")),
            [
                "nothing is in the data",
                "European Sovereign Cloud, a partition of its own (aws-eusc)",
                "--region eusc-de-east-1",
            ],
        ),
    ],
)
def test_what_the_data_lacks_is_named_with_the_way_to_know_it(
    knowledge: Knowledge, needs: Needs, words: list[str]
) -> None:
    text = said(knowledge, needs)
    assert [word for word in words if word not in text] == []
    assert text in advise(knowledge, needs).summary.render(NullTranslations())


def test_a_size_that_is_known_is_not_asked_for(knowledge: Knowledge) -> None:
    earlier = knowledge.instance_type("p3.2xlarge")
    assert earlier
    text = said(knowledge, Needs(current_type="p3.2xlarge", today=SizeOfToday.of(earlier, ())))
    assert "p3.2xlarge exists" in text
    assert "say how many" not in text


@pytest.mark.parametrize(("word", "parent"), [("kali", "Debian"), ("linuxmint", "Ubuntu")])
def test_a_system_judged_by_its_parent_says_so(knowledge: Knowledge, word: str, parent: str) -> None:
    family = knowledge.os_catalog.family(word)
    assert family
    text = said(knowledge, Needs(os=knowledge.os_catalog.find(family.key, None)))
    assert f"judged by {parent}" in text


@pytest.mark.parametrize(
    "needs",
    [
        Needs(),
        Needs(types=("m5.large",), region="eu-west-1"),
        Needs(current_type="m5.large"),
        # Of i3 only the metal size is missing.
        Needs(families=("i3",)),
        Needs(request=Launch(other_region="xx-north-1")),
    ],
)
def test_what_the_data_has_needs_no_word(knowledge: Knowledge, needs: Needs) -> None:
    text = said(knowledge, needs)
    assert "partition" not in text
    assert text == "" or "xx-north-1" in text


def test_where_todays_size_is_not_known_no_type_is_named_in_its_place(knowledge: Knowledge) -> None:
    answers = {"start": "instance", "current-type": "u7inh-32tb.480xlarge", "os": "sles", "os-version": "15"}
    said = advise(knowledge, needs_of(answers, knowledge)).summary.render(NullTranslations())
    assert "m8i.large" not in said
    assert "Say how many vCPUs and how much memory you need" in said


def test_a_high_memory_type_has_what_the_user_guide_says(knowledge: Knowledge) -> None:
    for name, memory, words in (
        ("u-6tb1.metal", 6144, "448 vCPUs, 6,144 GiB, 100 Gbit/s"),
        ("u-24tb1.metal", 24576, "448 vCPUs, 24,576 GiB, 100 Gbit/s"),
    ):
        instance_type = knowledge.instance_type(name)
        assert instance_type
        assert (instance_type.vcpus, instance_type.memory_gib) == (448, memory)
        assert instance_type.bare_metal
        assert words in said(knowledge, Needs(types=(name,)))
        assert "User Guide of May 2023" in said(knowledge, Needs(current_type=name))
    answers = {"start": "instance", "current-type": "u-6tb1.metal", "os": "sles", "os-version": "15"}
    first = advise(knowledge, needs_of(answers, knowledge)).ranked[0].instance_type
    assert first.name == "u7i-6tb.112xlarge"
