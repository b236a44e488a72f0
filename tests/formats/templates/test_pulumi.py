"""Pulumi's programs in YAML."""

from __future__ import annotations

import pytest

from wizard.formats.templates.place import Place
from wizard.formats.templates.template import places_in

ID = "ami-0123456789abcdef0"


def program(ami: str, kind: str = "m5.large", rest: str = "") -> list[Place]:
    return places_in(
        f"name: web\nruntime: yaml\n{rest}resources:\n  web:\n    type: aws:ec2:Instance\n    properties:\n"
        f"      ami: {ami}\n      instanceType: {kind}\n      tenancy: dedicated\n"
    )


@pytest.mark.parametrize("key", ["config", "configuration"])
@pytest.mark.parametrize("said", ["{type: string, default: t4g.micro}", "t4g.micro"])
def test_a_value_of_the_configuration_counts_with_its_default(key: str, said: str) -> None:
    (place,) = program(ID, "${kind}", f"{key}:\n  kind: {said}\n")
    assert (place.address, place.image.ids, place.instance_type) == (
        "resources.web",
        (("", ID),),
        "t4g.micro",
    )
    assert (place.line, dict(place.options)) == (11 - 1, {"tenancy": "dedicated"})


def test_a_value_that_nobody_gave_stays_as_it_is_written() -> None:
    (place,) = program(ID, "${kind}", "config:\n  kind: {type: string}\n")
    assert place.instance_type == "${kind}"


@pytest.mark.parametrize("function", ["aws:ec2:getAmi", "aws:ec2/getAmi:getAmi"])
@pytest.mark.parametrize("word", ["${found}", "${found.id}"])
def test_an_image_that_is_searched_for_is_what_the_search_asks(function: str, word: str) -> None:
    search = (
        f"variables:\n  found:\n    fn::invoke:\n      function: {function}\n      arguments:\n"
        "        owners: ['099720109477']\n        filters:\n"
        "        - {name: name, values: [ubuntu-*]}\n        - {name: architecture, values: [arm64]}\n"
        "        - {name: virtualization-type, values: [hvm, paravirtual]}\n"
    )
    (place,) = program(word, rest=search)
    assert (place.image.names, place.image.owners) == (["ubuntu-*"], ["099720109477"])
    assert place.image.fields == {"Architecture": "arm64"}


def test_a_public_parameter() -> None:
    name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"
    search = (
        "variables:\n  found:\n    fn::invoke:\n      function: aws:ssm:getParameter\n      arguments:\n"
        f"        name: {name}\n"
    )
    (place,) = program("${found.value}", rest=search)
    assert place.image.public_name == name


def test_what_is_not_of_aws_is_no_place() -> None:
    assert (
        places_in(
            "runtime: yaml\nresources:\n  a:\n    type: gcp:x\n    properties: {ami: a, instanceType: b}\n"
        )
        == []
    )
    assert places_in("runtime: yaml\nresources:\n  a: 1\n  b: {type: aws:ec2:Instance}\n") == []
