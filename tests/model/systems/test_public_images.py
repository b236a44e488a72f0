"""What people call the public images of AWS is understood, with the publisher's name for each, or answered with what to name."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from wizard.flow.answer_error import AnswerError
from wizard.flow.interpret import needs_of
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.lifecycle.successors import successors_of
from wizard.model.systems.published_image import PublishedImage

DLAMI = "/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu"
NEURON = "/aws/service/neuron/dlami/base"
ECS = "/aws/service/ecs/optimized-ami/amazon-linux-2023"
EKS = "/aws/service/eks/optimized-ami/1.36/amazon-linux-2023/x86_64"


def image_of(knowledge: Knowledge, name: str, region: str | None = None) -> PublishedImage:
    family, _, version = name.partition(":")
    system = knowledge.os_catalog.find(family, version or None)
    answers = {"os": family, "arch": "x86_64"} | ({"os-version": version} if version else {})
    decision = advise(knowledge, needs_of(answers, knowledge)).decision
    assert decision
    found = knowledge.publishers.newest(system, decision, region)
    assert found
    return found


@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("ecs", "Amazon Linux for ECS", f"{ECS}/recommended/image_id"),
        ("ecs-gpu", "Amazon Linux for ECS with GPUs", f"{ECS}/gpu/recommended/image_id"),
        (
            "amazon-linux:2023-ecs-neuron",
            "Amazon Linux 2023 for ECS with AWS Neuron",
            f"{ECS}/neuron/recommended/image_id",
        ),
        ("eks", "Amazon Linux for EKS", f"{EKS}/standard/recommended/image_id"),
        ("eks-nvidia", "Amazon Linux for EKS with GPUs", f"{EKS}/nvidia/recommended/image_id"),
        ("eks-neuron", "Amazon Linux for EKS with AWS Neuron", f"{EKS}/neuron/recommended/image_id"),
        ("dlami", "Ubuntu for deep learning", f"{DLAMI}-ubuntu-24.04/latest/ami-id"),
        ("deep learning ami", "Ubuntu for deep learning", f"{DLAMI}-ubuntu-24.04/latest/ami-id"),
        ("dlami:22.04", "Ubuntu 22.04 for deep learning", f"{DLAMI}-ubuntu-22.04/latest/ami-id"),
        ("nvidia", "Ubuntu for deep learning", f"{DLAMI}-ubuntu-24.04/latest/ami-id"),
        ("al2023-nvidia", "Amazon Linux 2023 for deep learning", f"{DLAMI}-amazon-linux-2023/latest/ami-id"),
        ("neuron", "Ubuntu with AWS Neuron", "/aws/service/neuron/dlami/base/ubuntu-24.04/latest/image_id"),
        # AWS's own titles of these images, and what people make of them.
        (
            "Deep Learning AMI Neuron (Ubuntu 22.04)",
            "Ubuntu 22.04 with AWS Neuron",
            f"{NEURON}/ubuntu-22.04/",
        ),
        (
            "Deep Learning Base Neuron AMI (Amazon Linux 2023) 20261101",
            "Amazon Linux 2023 with AWS Neuron",
            f"{NEURON}/amazon-linux-2023/",
        ),
        (
            "Deep Learning Base OSS Nvidia Driver GPU AMI (Ubuntu 22.04)",
            "Ubuntu 22.04 for deep learning",
            f"{DLAMI}-ubuntu-22.04/",
        ),
        ("deep-learning-neuron", "Ubuntu with AWS Neuron", f"{NEURON}/ubuntu-24.04/"),
        ("dlami-neuron:22.04", "Ubuntu 22.04 with AWS Neuron", f"{NEURON}/ubuntu-22.04/"),
        ("bottlerocket-nvidia", "Bottlerocket with GPUs", "bottlerocket/aws-k8s-1.36-nvidia/x86_64/"),
        ("bottlerocket-ecs-gpu", "Bottlerocket for ECS with GPUs", "bottlerocket/aws-ecs-2-nvidia/x86_64/"),
        ("ubuntu-eks", "Ubuntu for EKS", "/aws/service/canonical/ubuntu/eks/24.04/1.35/stable/current/amd64"),
        ("ubuntu desktop", "Ubuntu", "/aws/service/canonical/ubuntu/server/26.04"),
        (
            "windows-sql:2017",
            "Windows Server 2022 with SQL Server Standard 2017",
            "2022-English-Full-SQL_2017_Standard",
        ),
        (
            "windows-sql-web:2017",
            "Windows Server 2022 with SQL Server Web 2017",
            "2022-English-Full-SQL_2017_Web",
        ),
        (
            "windows 2022 sql 2019",
            "Windows Server 2022 with SQL Server Standard 2019",
            "2022-English-Full-SQL_2019_Standard",
        ),
        (
            "sql server 2017 windows 2019",
            "Windows Server 2019 with SQL Server Standard 2017",
            "2019-English-Full-SQL_2017_Standard",
        ),
        (
            "sql server 2019",
            "Windows Server 2019 with SQL Server Standard 2019",
            "2019-English-Full-SQL_2019_Standard",
        ),
        (
            "windows-sql:2019",
            "Windows Server 2019 with SQL Server Standard 2019",
            "2019-English-Full-SQL_2019_Standard",
        ),
        (
            "sql server 2022 enterprise",
            "Windows Server 2022 with SQL Server Enterprise 2022",
            "2022-English-Full-SQL_2022_Enterprise",
        ),
        (
            "windows 2025 sql 2022 enterprise",
            "Windows Server 2025 with SQL Server Enterprise 2022",
            "2025-English-Full-SQL_2022",
        ),
        (
            "windows server 2016 sql 2016",
            "Windows Server 2016 with SQL Server Standard 2016",
            "2016-English-Full-SQL_2016_SP*_Standard",
        ),
        (
            "windows-sql:2022-2019",
            "Windows Server 2022 with SQL Server Standard 2019",
            "2022-English-Full-SQL_2019_Standard",
        ),
        (
            "windows-sql-web:2019-2016",
            "Windows Server 2019 with SQL Server Web 2016",
            "2019-English-Full-SQL_2016_SP*_Web",
        ),
        (
            "windows-sql:2016",
            "Windows Server 2016 with SQL Server Standard 2016",
            "2016-English-Full-SQL_2016_SP*_Standard",
        ),
        (
            "windows-sql:2025",
            "Windows Server 2025 with SQL Server Standard 2025",
            "2025-English-Full-SQL_2025_Standard",
        ),
        (
            "Windows_Server-2022-English-Full-SQL_2019_Enterprise-2026.11.12",
            "Windows Server 2022 with SQL Server Enterprise 2019",
            "2022-English-Full-SQL_2019_Enterprise",
        ),
        (
            "eks:1.34",
            "Amazon Linux for EKS (Kubernetes 1.34)",
            "/aws/service/eks/optimized-ami/1.34/amazon-linux-2023/x86_64/standard/",
        ),
        (
            "amazon-linux:2023-eks-gpu-1.33",
            "Amazon Linux 2023 for EKS with GPUs (Kubernetes 1.33)",
            "1.33/amazon-linux-2023/x86_64/nvidia/",
        ),
        (
            "windows:2022-eks-1.34",
            "Windows Server 2022 for EKS (Kubernetes 1.34)",
            "2022-English-Core-EKS_Optimized-1.34/",
        ),
        (
            "windows-eks:2025-1.35",
            "Windows Server 2025 for EKS (Kubernetes 1.35)",
            "2025-English-Core-EKS_Optimized-1.35/",
        ),
        (
            "bottlerocket:1.34",
            "Bottlerocket (Kubernetes 1.34)",
            "/aws/service/bottlerocket/aws-k8s-1.34/x86_64/",
        ),
        (
            "bottlerocket-nvidia:k8s-1.35",
            "Bottlerocket with GPUs (Kubernetes 1.35)",
            "aws-k8s-1.35-nvidia/x86_64/",
        ),
        ("ubuntu:24.04-eks-1.33", "Ubuntu 24.04 for EKS (Kubernetes 1.33)", "ubuntu/eks/24.04/1.33/"),
        (
            "Windows_Server-2022-English-Full-EKS_Optimized-1.34",
            "Windows Server 2022 Full for EKS (Kubernetes 1.34)",
            "Full-EKS_Optimized-1.34/",
        ),
        ("windows:2019-core-eks", "Windows Server 2019 for EKS", "2019-English-Core-EKS_Optimized-"),
        ("windows-eks:2022", "Windows Server 2022 for EKS", "2022-English-Core-EKS_Optimized-"),
        ("windows-eks", "Windows Server for EKS", "2025-English-Core-EKS_Optimized-"),
        ("windows:2022-full-eks", "Windows Server 2022 Full for EKS", "2022-English-Full-EKS_Optimized-"),
        ("windows-ecs:2019-core", "Windows Server 2019 Core for ECS", "2019-English-Core-ECS_Optimized/"),
        ("windows:2025-ecs", "Windows Server 2025 for ECS", "2025-English-Full-ECS_Optimized/"),
        ("Windows_Server-2016-English-Core-Base", "Windows Server 2016 Core", "2016-English-Core-Base"),
    ],
)
def test_what_people_call_it_is_understood(knowledge: Knowledge, name: str, title: str, words: str) -> None:
    family, _, version = name.partition(":")
    system = knowledge.os_catalog.find(family, version or None)
    assert system.title == title
    image = image_of(knowledge, name)
    assert words in f"{image.ssm_parameter} {image.name_pattern}"
    # As the answer spells it, it is the same again.
    family, _, version = system.spelled.partition(":")
    assert knowledge.os_catalog.find(family, version or None).title == title


def test_who_publishes_it_is_said_though_the_system_is_another_ones(knowledge: Knowledge) -> None:
    assert image_of(knowledge, "dlami").publisher == "Amazon"
    assert image_of(knowledge, "ubuntu:24.04").publisher == "Canonical"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("docker", "'docker' is no operating system. Containers run on a system: name ecs or eks"),
        ("elastic beanstalk", "It is a service that brings or builds images of its own"),
        ("PyTorch", "name dlami for AWS's Deep Learning AMI"),
        ("pfsense", "judge such an image by ami-wizard check"),
        ("minimal", "name both, as amazon-linux:2023-minimal"),
        ("windows 2019 with containers", "not understood: containers; without that it is windows:2019."),
        ("ubuntu fips", "not understood: fips; without that it is ubuntu."),
        (
            "windows 2050 with containers",
            "not understood: containers; expected a system and its version alone",
        ),
        ("dockerish", "is not listed; expected one of the"),
    ],
)
def test_what_is_no_system_is_answered_with_what_to_name(knowledge: Knowledge, name: str, words: str) -> None:
    with pytest.raises(AnswerError) as refused:
        needs_of({"os": name}, knowledge)
    assert words in refused.value.message.render(NullTranslations())


def test_what_stands_beside_a_version_and_is_not_understood_says_what_is(knowledge: Knowledge) -> None:
    with pytest.raises(AnswerError) as refused:
        needs_of({"os": "windows", "os-version": "2019-containers"}, knowledge)
    assert "without that it is windows:2019." in refused.value.message.render(NullTranslations())
    with pytest.raises(AnswerError) as refused:
        needs_of({"os": "windows", "os-version": "containers of ours"}, knowledge)
    assert "not understood: containers" in refused.value.message.render(NullTranslations())


@pytest.mark.parametrize("region", ["us-gov-west-1", "cn-north-1"])
def test_where_a_publisher_is_not_known_in_a_partition_the_way_to_know_is_said(
    knowledge: Knowledge, region: str
) -> None:
    for name in ("debian:13", "rocky:9", "almalinux:9"):
        image = image_of(knowledge, name, region)
        assert image.owner is None
        assert image.note
        text = image.note.render(NullTranslations())
        assert "under which account, is not known here" in text
        assert f"--filters 'Name=name,Values={image.name_pattern}'" in text
        assert f"--region {region}" in text
        assert "take one only of an account that https://" in text
    coreos = image_of(knowledge, "fedora-coreos", region)
    assert coreos.name_pattern is None
    assert coreos.note
    assert "in AWS's commercial Regions only" in coreos.note.render(NullTranslations())
    for name in ("ubuntu:24.04", "rhel:9", "amazon-linux:2023", "windows:2022"):
        assert image_of(knowledge, name, region).owner_id


@pytest.mark.parametrize(
    ("answers", "first", "words"),
    [
        ({"os": "dlami"}, "g6.xlarge", "with an accelerator that the image has the driver of"),
        ({"os": "neuron"}, "inf2.xlarge", "with an accelerator that the image has the driver of"),
        ({"os": "ecs-neuron", "purpose": "inference"}, "inf2.xlarge", "for that purpose"),
        (
            {"os": "eks-nvidia", "vcpus": {"minimum": 16}, "memory-gib": {"minimum": 64}},
            "g7.4xlarge",
            "types with accelerators that the image has the driver of come first",
        ),
        ({"os": "dlami", "gpu": 8}, "p6-b200.48xlarge", "types to train on come first"),
    ],
)
def test_an_image_with_a_driver_is_for_types_with_what_it_drives(
    knowledge: Knowledge, answers: dict[str, Any], first: str, words: str
) -> None:
    found = advise(knowledge, needs_of(answers, knowledge))
    assert found.ranked[0].instance_type.name == first
    assert words in found.headline.first.render(NullTranslations())
    # The images of Neuron have no driver of the first Inferentia.
    assert not any(each.instance_type.family == "inf1" for each in found.cheaper)


@pytest.mark.parametrize(
    ("system", "family", "parameter", "begins"),
    [
        ("dlami", "inf2", f"{NEURON}/ubuntu-24.04/latest/image_id", True),
        ("amazon-linux:2023-deep-learning", "trn1", f"{NEURON}/amazon-linux-2023/latest/image_id", True),
        ("dlami", "g6", f"{DLAMI}-ubuntu-24.04/latest/ami-id", True),
        # Whoever names NVIDIA has that driver, and there is none that it is for; Inf1 is in none of these images.
        ("ubuntu:24.04-nvidia", "trn1", f"{DLAMI}-ubuntu-24.04/latest/ami-id", False),
        ("dlami", "inf1", f"{DLAMI}-ubuntu-24.04/latest/ami-id", False),
    ],
)
def test_a_deep_learning_ami_is_the_one_for_the_accelerators_of_the_type(
    knowledge: Knowledge, system: str, family: str, parameter: str, begins: bool
) -> None:
    name, _, version = system.partition(":")
    answers = {"os": name, "family": [family]} | ({"os-version": version} if version else {})
    found = advise(knowledge, needs_of(answers, knowledge))
    assert found.decision
    image = knowledge.publishers.newest(
        found.needs.system, found.decision, None, found.ranked[0].instance_type
    )
    assert image
    assert image.ssm_parameter == parameter
    words = "with an accelerator that the image has the driver of"
    assert (words in found.headline.first.render(NullTranslations())) is begins


def test_it_moves_to_a_version_of_which_there_is_such_an_image(knowledge: Knowledge) -> None:
    for name, titles in (
        ("dlami:22.04", ["Ubuntu 24.04 for deep learning"]),
        ("dlami:24.04", ["Ubuntu 26.04"]),
        ("ubuntu:22.04-pro", ["Ubuntu 26.04 Pro"]),
        ("ubuntu:22.04", ["Ubuntu 26.04"]),
        ("rhel:8-byos", ["Red Hat Enterprise Linux 10 BYOS"]),
    ):
        family, _, version = name.partition(":")
        system = knowledge.os_catalog.find(family, version)
        assert [to.title for to in successors_of(system, knowledge)] == titles, name
