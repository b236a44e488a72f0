from __future__ import annotations

from typing import Any

import pytest

from tests.formats.templates.places import found, short
from wizard.formats.templates.place import NotATemplate

ONE = "ami-0123456789abcdef0"


def source(body: str, kind: str = "amazon-ebs", head: str = "") -> str:
    return f'{head}\nsource "{kind}" "web" {{\n{body}\n}}\nbuild {{\n  sources = ["source.{kind}.web"]\n}}\n'


def test_a_source_with_its_line() -> None:
    (place,) = found(source(f'  source_ami = "{ONE}"\n  instance_type = "m5.large"\n  region = "eu-west-1"'))
    assert (place.address, place.line, place.region) == ("source.amazon-ebs.web", 2, "eu-west-1")
    assert (place.instance_type, list(place.image.ids)) == ("m5.large", [("", ONE)])


@pytest.mark.parametrize("kind", ["amazon-ebs", "amazon-ebssurrogate", "amazon-ebsvolume", "amazon-instance"])
def test_every_builder(kind: str) -> None:
    assert short(source(f'source_ami = "{ONE}"\ninstance_type = "m5.large"', kind)) == [
        (f"source.{kind}.web", ONE, "m5.large")
    ]
    assert short(source(f'source_ami = "{ONE}"\ninstance_type = "m5.large"', "qemu")) == []


HEAD = f"""
variable "kind" {{
  type    = string
  default = "m6g.large"
}}
variables {{
  size = "large"
}}
variable "none" {{}}
locals {{
  ami  = "{ONE}"
  type = "c5.${{var.size}}"
  same = local.ami
}}
local "own" {{
  expression = "t3.micro"
}}
"""


@pytest.mark.parametrize(
    ("image", "kind", "expected"),
    [
        ("local.ami", "var.kind", (ONE, "m6g.large")),
        ("local.same", "local.type", (ONE, "c5.large")),
        ('"${local.ami}"', '"m5.${var.size}"', (ONE, "m5.large")),
        ("var.none", "var.none", ("${var.none}", "${var.none}")),
        (f'"{ONE}"', "local.own", (ONE, "t3.micro")),
        (f'"{ONE}"', 'var.x == "" ? "a" : "b"', (ONE, '${var.x == "" ? "a" : "b"}')),
    ],
)
def test_variables_and_locals(image: str, kind: str, expected: tuple[str, str]) -> None:
    text = source(f"source_ami = {image}\ninstance_type = {kind}", head=HEAD)
    assert [each[1:] for each in short(text)] == [expected]


FILTER = """
  source_ami_filter {
    filters = {
      name                = "amzn2-ami-hvm-*-x86_64-gp2"
      virtualization-type = "hvm"
      "root-device-type"  = "ebs"
      "ena-support"       = true
      architecture        = "x86_*"
    }
    owners      = ["amazon"]
    most_recent = true
  }
  instance_type = "m5.large"
"""


def test_a_filter_says_what_the_image_has() -> None:
    (place,) = found(source(FILTER))
    assert place.image.fields == {"VirtualizationType": "hvm", "RootDeviceType": "ebs", "EnaSupport": True}
    assert (list(place.image.names), list(place.image.owners)) == (["amzn2-ami-hvm-*-x86_64-gp2"], ["amazon"])
    assert place.image.written == "amzn2-ami-hvm-*-x86_64-gp2"


def test_data_sources() -> None:
    head = """
    data "amazon-ami" "u" {
      filters = { architecture = "arm64" }
      owners  = ["self"]
    }
    data "amazon-parameterstore" "p" {
      name = "/aws/service/debian/release/12/latest/arm64"
    }
    """
    body = 'source_ami = data.amazon-ami.u.id\ninstance_type = "m5.large"'
    (place,) = found(source(body, head=head))
    assert place.image.fields == {"Architecture": "arm64"}
    (place,) = found(source(body.replace("amazon-ami.u.id", "amazon-parameterstore.p.value"), head=head))
    assert place.image.public_name == "/aws/service/debian/release/12/latest/arm64"


def test_spot_types_and_options() -> None:
    body = f'source_ami = "{ONE}"\nspot_instance_types = ["m5.large", "c5.large"]\nebs_optimized = true'
    body += '\nlaunch_block_device_mappings {\n device_name = "/dev/xvda"\n encrypted = true\n}'
    first, second = found(source(body))
    assert (first.instance_type, second.instance_type) == ("m5.large", "c5.large")
    assert first.options == {"spot": True, "ebs_optimized": True, "root_encrypted": True}


def test_the_older_json() -> None:
    builder: Any = {
        "type": "amazon-ebs",
        "source_ami": "{{user `ami`}}",
        "instance_type": "{{ user `type` }}",
    }
    value = {"variables": {"ami": ONE, "type": None}, "builders": [builder, {"type": "docker"}]}
    assert short(value) == [("builders.amazon-ebs.0", ONE, "{{ user `type` }}")]
    filtered = {
        "type": "amazon-ebs",
        "instance_type": "m5.large",
        "source_ami_filter": {"filters": {"image-id": ONE}},
    }
    (place,) = found({"builders": [filtered]})
    assert list(place.image.ids) == [("", ONE)]


@pytest.mark.parametrize(
    "text", ['source "amazon-ebs" "web" {\n  instance_type = \n}', 'source "a" "b" {', 'build {\n "']
)
def test_damaged_hcl_is_one_line(text: str) -> None:
    with pytest.raises(NotATemplate, match="no valid HCL"):
        found(text)


@pytest.mark.parametrize("line", [1, 2, 9])
def test_damage_is_told_with_its_line(line: int) -> None:
    blank = "\n" * (line - 1)
    with pytest.raises(NotATemplate, match=rf"^line {line}: no valid HCL$"):
        found(f'{blank}source "amazon-ebs" "web" {{ }} }}\n')


def test_a_block_whose_line_is_not_found_stands_on_the_first() -> None:
    quoted = source(f'source_ami = "{ONE}"\ninstance_type = "m5.large"')
    assert [place.line for place in found(quoted.replace('"amazon-ebs" "web"', "amazon-ebs web"))] == [1]


def test_a_script_within_does_no_harm() -> None:
    body = f'source_ami = "{ONE}"\ninstance_type = "m5.large"\nuser_data = <<EOF\n#!/bin/sh\necho "}}"\nEOF'
    assert len(found(source(body))) == 1


def test_a_builder_without_an_image_is_a_place_of_an_unknown_one() -> None:
    (place,) = found(source('instance_type = "m5.large"'))
    assert place.image.written == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('source "a" "b" {\n  x = "' + "x" * 3_000_000 + '"\n}', "too large"),
        ('source "a" "b" {\n  x = ' + "[" * 5000 + "]" * 5000 + "\n}", "nested too deeply|no valid HCL"),
    ],
)
def test_hcl_without_measure_is_one_line(text: str, says: str) -> None:
    with pytest.raises(NotATemplate, match=says):
        found(text)


def test_locals_that_name_each_other_end() -> None:
    head = "locals {\n  a = local.b\n  b = local.a\n}"
    (place,) = found(source(f'source_ami = "{ONE}"\ninstance_type = local.a', head=head))
    assert place.instance_type.startswith("${local.")
