"""Which image has the driver of a type's accelerators in it already."""

from __future__ import annotations

import re
from gettext import NullTranslations

import pytest

from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.report.launch.image_to_take import image_to_take

BASE = "/aws/service/deeplearning/ami/{}/base-oss-nvidia-driver-gpu-{}/latest/ami-id"
NEURON = "/aws/service/neuron/dlami/base/{}/latest/image_id"


def note(knowledge: Knowledge, os: str, version: str | None, **answers: Value) -> str:
    given = {
        "os": os,
        "os-version": version,
        **{key.replace("_", "-"): value for key, value in answers.items()},
    }
    needs = needs_of({key: value for key, value in given.items() if value is not None}, knowledge)
    image = image_to_take(advise(knowledge, needs), knowledge)
    assert image is not None
    return image.note.render(NullTranslations()) if image.note else ""


@pytest.mark.parametrize(
    ("os", "version", "family", "parameter"),
    [
        ("ubuntu", "24.04", "g6", BASE.format("x86_64", "ubuntu-24.04")),
        ("ubuntu", "22.04", "p5", BASE.format("x86_64", "ubuntu-22.04")),
        ("amazon-linux", "2023", "g5g", BASE.format("arm64", "amazon-linux-2023")),
        # Of a system or a version without one, the nearest that has one.
        ("ubuntu", "20.04", "g5", BASE.format("x86_64", "ubuntu-22.04")),
        ("ubuntu", "26.04", "g6", BASE.format("x86_64", "ubuntu-24.04")),
        ("debian", "13", "g6", BASE.format("x86_64", "ubuntu-24.04")),
        ("amazon-linux", "2", "g5", BASE.format("x86_64", "amazon-linux-2023")),
        ("ubuntu", "24.04", "inf2", NEURON.format("ubuntu-24.04")),
        ("ubuntu", "22.04", "trn1", NEURON.format("ubuntu-22.04")),
    ],
)
def test_aws_image_with_the_driver_is_named(
    knowledge: Knowledge, os: str, version: str, family: str, parameter: str
) -> None:
    said = note(knowledge, os, version, family=[family])
    assert f"SSM parameter {parameter}." in said
    assert not re.search(r"[{}]", said)


@pytest.mark.parametrize(
    ("os", "version", "answers"),
    [
        ("ubuntu", "24.04", {"family": ["m8i"]}),
        ("ubuntu", "24.04", {"family": ["inf1"]}),
        ("ubuntu", "24.04", {"family": ["p3dn"]}),
        ("ubuntu", "24.04", {"family": ["vt1"]}),
        ("windows", "2022", {"family": ["g6"]}),
        ("ubuntu", "24.04", {"family": ["g4dn"], "region": "us-gov-west-1"}),
    ],
)
def test_none_is_named_where_aws_names_none(
    knowledge: Knowledge, os: str, version: str, answers: dict[str, Value]
) -> None:
    assert "driver" not in note(knowledge, os, version, **answers)


def test_who_has_no_publisher_is_told_of_none(knowledge: Knowledge) -> None:
    advice = advise(knowledge, needs_of({"os": "gentoo", "family": ["g6"]}, knowledge))
    assert image_to_take(advice, knowledge) is None


def test_every_family_of_it_is_one_of_the_catalogue_or_of_the_types_that_it_lacks(
    knowledge: Knowledge,
) -> None:
    absent = {name.partition(".")[0] for name in knowledge.catalog.supplement.absent}
    known = {*knowledge.catalog.families, *absent, "p6e-gb300"}
    for line in knowledge.publishers.ready_made:
        assert frozenset().union(*line.families.values()) <= known
        assert line.sources


@pytest.mark.parametrize(
    ("os", "version", "none"),
    [
        ("ubuntu", "24.04", None),
        ("ubuntu", "24.04.3", None),
        ("ubuntu", None, None),
        ("linux", None, None),
        ("ubuntu", "20.04", "Ubuntu 20.04"),
        ("ubuntu", "26.04", "Ubuntu 26.04"),
        ("debian", "13", "Debian 13"),
        ("debian", None, "Debian"),
    ],
)
def test_where_aws_has_none_of_the_system_that_is_said(
    knowledge: Knowledge, os: str, version: str | None, none: str | None
) -> None:
    said = note(knowledge, os, version, family=["g6"])
    start = f"AWS has no image of {none} with" if none else "With the driver of NVIDIA in it already:"
    assert start in said
    assert ("install the driver there" in said) is (none is not None)


def taken(knowledge: Knowledge, os: str, **answers: Value) -> tuple[str, str]:
    """The parameter of the image to take, and its note."""
    given = {"os": os, **{key.replace("_", "-"): value for key, value in answers.items()}}
    advice = advise(knowledge, needs_of(given, knowledge))
    image = image_to_take(advice, knowledge)
    assert image is not None
    assert image.ssm_parameter is not None
    return image.ssm_parameter, image.note.render(NullTranslations()) if image.note else ""


@pytest.mark.parametrize(
    ("os", "answers", "parameter"),
    [
        ("bottlerocket", {"gpu": 1}, "/aws/service/bottlerocket/aws-k8s-1.36-nvidia/x86_64/"),
        (
            "bottlerocket",
            {"gpu": 1, "arch": "arm64"},
            "/aws/service/bottlerocket/aws-k8s-1.36-nvidia/arm64/",
        ),
        ("bottlerocket-ecs", {"gpu": 1}, "/aws/service/bottlerocket/aws-ecs-2-nvidia/x86_64/"),
        (
            "bottlerocket-ecs",
            {"gpu": 1, "arch": "arm64"},
            "/aws/service/bottlerocket/aws-ecs-2-nvidia/arm64/",
        ),
        ("bottlerocket-ecs-nvidia", {}, "/aws/service/bottlerocket/aws-ecs-2-nvidia/x86_64/"),
        ("eks", {"gpu": 1}, "/aws/service/eks/optimized-ami/1.36/amazon-linux-2023/x86_64/nvidia/"),
        ("eks", {"family": ["trn1"]}, "/aws/service/eks/optimized-ami/1.36/amazon-linux-2023/x86_64/neuron/"),
        ("ecs", {"gpu": 1}, "/aws/service/ecs/optimized-ami/amazon-linux-2023/gpu/"),
        ("ecs", {"family": ["inf2"]}, "/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/"),
        ("ecs-gpu", {"gpu": 1}, "/aws/service/ecs/optimized-ami/amazon-linux-2023/gpu/"),
    ],
)
def test_a_node_with_gpus_is_the_one_with_their_driver(
    knowledge: Knowledge, os: str, answers: dict[str, Value], parameter: str
) -> None:
    found, said = taken(knowledge, os, **answers)
    assert found.startswith(parameter)
    assert "Deep Learning" not in said
    assert "install the driver" not in said


@pytest.mark.parametrize(
    ("os", "answers"),
    [
        ("bottlerocket", {"family": ["inf2"]}),
        ("ecs", {"gpu": 1, "arch": "arm64"}),
        ("ubuntu-eks", {"gpu": 1}),
    ],
)
def test_where_no_node_with_the_driver_is_known_a_deep_learning_image_is_none_either(
    knowledge: Knowledge, os: str, answers: dict[str, Value]
) -> None:
    found, said = taken(knowledge, os, **answers)
    assert "deeplearning" not in found
    assert (
        "in it is known here. AWS's Deep Learning AMIs can't take its place: they lack what joins a cluster."
        in said
    )
    assert "/aws/service/deeplearning" not in said


def test_a_node_without_accelerators_is_the_plain_one(knowledge: Knowledge) -> None:
    assert "standard" in taken(knowledge, "eks", family=["m8i"])[0]
    # The first Inferentia has no driver in AWS's images any more.
    assert "standard" in taken(knowledge, "eks", family=["inf1"])[0]
