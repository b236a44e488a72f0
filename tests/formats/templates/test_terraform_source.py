from __future__ import annotations

import pytest

from tests.formats.templates.places import found, short

ONE = "ami-0123456789abcdef0"


def launched(ami: str, more: str = "") -> list[tuple[str, str, str]]:
    return short(f'resource "aws_instance" "x" {{\n  ami = {ami}\n  instance_type = "t3.micro"\n}}\n{more}')


@pytest.mark.parametrize(
    ("ami", "more", "image"),
    [
        (f'"{ONE}"', "", ONE),
        ("var.ami", f'variable "ami" {{\n  default = "{ONE}"\n}}\n', ONE),
        ("var.ami", 'variable "ami" {\n}\n', "var.ami"),
        (
            "local.amis[var.where]",
            f'locals {{\n  amis = {{ a = "{ONE}" }}\n}}\nvariable "where" {{\n  default = "a"\n}}\n',
            ONE,
        ),
        (
            "coalesce(var.ami, data.aws_ami.u.id)",
            'variable "ami" {\n  default = null\n}\ndata "aws_ami" "u" {\n}\n',
            "data.aws_ami.u",
        ),
        (
            "coalesce(var.ami, data.aws_ami.u.id)",
            'variable "ami" {\n}\ndata "aws_ami" "u" {\n}\n',
            "coalesce(var.ami, data.aws_ami.u.id)",
        ),
        (
            'var.ami == "" ? data.aws_ami.u.id : var.ami',
            'variable "ami" {\n  default = ""\n}\ndata "aws_ami" "u" {\n}\n',
            "data.aws_ami.u",
        ),
        (
            "var.arm ? data.aws_ami.a.id : data.aws_ami.b.id",
            'data "aws_ami" "a" {\n}\ndata "aws_ami" "b" {\n}\n',
            "var.arm ? data.aws_ami.a.id : data.aws_ami.b.id",
        ),
        ("data.aws_ami.u[0].image_id", 'data "aws_ami" "u" {\n  count = 1\n}\n', "data.aws_ami.u"),
        ("module.image.id", "", "module.image.id"),
    ],
)
def test_what_the_image_of_an_instance_is(ami: str, more: str, image: str) -> None:
    assert launched(ami, more) == [("aws_instance.x", image, "t3.micro")]


def test_a_search_says_of_the_image_what_it_asks_for() -> None:
    data = (
        'data "aws_ami" "u" {\n  owners = ["099720109477"]\n  filter {\n    name = "architecture"\n    values = ["arm64"]\n  }\n'
        '  filter {\n    name = "name"\n    values = ["ubuntu/${var.release}-*"]\n  }\n}\n'
        'resource "aws_instance" "x" {\n  ami = data.aws_ami.u.id\n  instance_type = "m5.large"\n}\n'
    )
    (place,) = found(data)
    assert place.image.fields == {"Architecture": "arm64"}
    assert (list(place.image.names), list(place.image.owners)) == (["ubuntu/*-*"], ["099720109477"])
    assert place.line == 12


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        ("^al2023-ami-2023.*-arm64$", ["al2023-ami-2023*-arm64"]),
        ("amzn2-[0-9.]+-x86_64", ["*amzn2-*-x86_64*"]),
        ("^(a|b)$", []),
        (".*", []),
    ],
)
def test_a_regular_expression_is_a_name_as_far_as_a_pattern_can_say_it(
    expression: str, names: list[str]
) -> None:
    data = f'data "aws_ami" "u" {{\n  owners = ["amazon"]\n  name_regex = "{expression}"\n}}\n'
    (place,) = found(
        f'{data}resource "aws_instance" "x" {{\n  ami = data.aws_ami.u.id\n  instance_type = "m5.large"\n}}\n'
    )
    assert list(place.image.names) == names


def test_each_key_of_a_map_is_a_place() -> None:
    text = 'resource "aws_instance" "x" {\n  for_each = { a = "t3.micro", b = "t4g.micro" }\n  ami = "ami-0123456789abcdef0"\n'
    assert short(f"{text}  instance_type = each.value\n}}\n") == [
        ('aws_instance.x["a"]', ONE, "t3.micro"),
        ('aws_instance.x["b"]', ONE, "t4g.micro"),
    ]
    of_names = text.replace('{ a = "t3.micro", b = "t4g.micro" }', "var.kinds")
    kinds = 'variable "kinds" {\n  default = ["t3.micro"]\n}\n'
    assert short(f"{of_names}  instance_type = each.value\n}}\n{kinds}") == [
        ('aws_instance.x["t3.micro"]', ONE, "t3.micro")
    ]
    assert short(f"{of_names}  instance_type = each.value\n}}\n") == [
        ("aws_instance.x", ONE, "${each.value}")
    ]


def test_the_region_of_the_one_provider_counts() -> None:
    text = f'resource "aws_instance" "x" {{\n  ami = "{ONE}"\n  instance_type = "t3.micro"\n}}\n'
    one = 'provider "aws" {\n  region = "eu-west-1"\n}\n'
    assert [place.region for place in found(f"{one}{text}")] == ["eu-west-1"]
    assert [place.region for place in found(f"{one}{one}{text}")] == [""]
    assert [place.region for place in found(one.replace('"eu-west-1"', "var.r") + text)] == [""]


def test_a_module_that_is_called_with_image_and_type_is_a_place() -> None:
    text = 'module "m" {\n  source = "./m"\n  ami_id = data.aws_ami.u.id\n  instance_type = "m5.large"\n}\n'
    assert short(text) == [("module.m", "data.aws_ami.u.id", "m5.large")]
    assert short(f'{text}data "aws_ami" "u" {{\n}}\n') == [("module.m", "data.aws_ami.u", "m5.large")]
    named = text.replace("data.aws_ami.u.id", f'"{ONE}"')
    assert short(named) == [("module.m", ONE, "m5.large")]
    groups = 'module "eks" {\n  groups = { a = { ami_type = "AL2023_x86_64_STANDARD", instance_types = ["m6g.large"] } }\n}\n'
    assert short(groups) == [("module.eks.groups.a", "AL2023_x86_64_STANDARD", "m6g.large")]
