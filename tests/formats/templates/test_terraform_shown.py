"""A plan as Terraform prints it for people."""

from __future__ import annotations

import pytest

from wizard.formats.templates.place import NotATemplate
from wizard.formats.templates.template import places_in

HEAD = "Terraform will perform the following actions:\n\n"
ID, OLD = "ami-0123456789abcdef0", "ami-1a2b3c4d"


def shown(fate: str, *lines: str, address: str = "aws_instance.web") -> str:
    body = "".join(f"      {line}\n" for line in lines)
    return f'  # {address} {fate}\n  + resource "aws_instance" "web" {{\n{body}    }}\n\n'


def places(text: str) -> list[tuple[str, str, str, bool]]:
    found = places_in(HEAD + text)
    return [(p.address, p.image.written, p.instance_type, bool(p.options)) for p in found]


AMI, TYPE = f'+ ami = "{ID}"', '+ instance_type = "m5.large"'


def test_what_will_be_created() -> None:
    assert places(shown("will be created", AMI, TYPE, "+ ebs_optimized = true")) == [
        ("aws_instance.web", ID, "m5.large", False)
    ]
    assert places_in(HEAD + shown("will be created", AMI, TYPE))[0].line == 3


def test_the_value_after_the_arrow_counts() -> None:
    lines = (f'~ ami = "{OLD}" -> "{ID}" # forces replacement', '~ instance_type = "t2.micro" -> "m5.large"')
    assert places(shown("must be replaced", *lines)) == [("aws_instance.web", ID, "m5.large", False)]


def test_what_goes_is_no_place() -> None:
    kept = shown("will be created", AMI, TYPE, address="module.a.aws_instance.b[0]")
    assert places(shown("will be destroyed", f'- ami = "{OLD}" -> null', TYPE) + kept) == [
        ("module.a.aws_instance.b[0]", ID, "m5.large", False)
    ]


def test_a_block_within_says_nothing_of_the_resource() -> None:
    inner = ("+ launch {", f'    + ami = "{OLD}"', "  }")
    assert places(shown("will be created", AMI, TYPE, *inner)) == [
        ("aws_instance.web", ID, "m5.large", False)
    ]


@pytest.mark.parametrize("lines", [(TYPE,), ("+ ami = (known after apply)", TYPE)])
def test_a_plan_that_hides_the_image_is_told(lines: tuple[str, ...]) -> None:
    with pytest.raises(NotATemplate, match="no resource shows both image and type"):
        places_in(HEAD + shown("will be updated in-place", *lines))


def test_colours_are_no_words() -> None:
    text = HEAD + shown("will be created", AMI, TYPE)
    coloured = text.replace("Terraform will", "\x1b[1mTerraform will").replace("  # aws", "  \x1b[1m# aws")
    assert [place.image.written for place in places_in(coloured.replace("+ ", "\x1b[32m+\x1b[0m "))] == [ID]
