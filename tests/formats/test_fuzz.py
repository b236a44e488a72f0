"""Whatever comes, a reader ends with its own error or with images that have an id."""

from __future__ import annotations

import json
import os
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.shapes import WHOLE, shapes
from tests.formats.templates.test_cloudformation import LAUNCH_TEMPLATE, MAPS, instance, template
from tests.formats.templates.test_packer import FILTER, HEAD, source
from wizard.formats.image_text import ImageText
from wizard.formats.templates.place import NotATemplate
from wizard.formats.templates.template import places_in
from wizard.formats.text_encoding import NotText, text_of
from wizard.model.ec2.image import Image
from wizard.model.images.describe_images import ImageError, image_from
from wizard.model.images.image_row import RowReader

# A long run by hand: FORMATS_EXAMPLES=100000 python -m pytest tests/formats/test_fuzz.py
LONG = settings(max_examples=int(os.environ.get("FORMATS_EXAMPLES", "60")), deadline=None)
TEXTS = [text for _, text, _ in shapes(WHOLE)]
TEMPLATES = [
    instance("!FindInMap [Amis, !Ref 'AWS::Region', !FindInMap [Arch, !Ref Kind, Word]]", "!Ref Kind", MAPS),
    template(LAUNCH_TEMPLATE),
    source(FILTER, head=HEAD),
    json.dumps(
        {"builders": [{"type": "amazon-ebs", "source_ami": "{{user `a`}}", "instance_type": "m5.large"}]}
    ),
]
KEYS = st.sampled_from(
    [
        "ImageId",
        "imageId",
        "image_id",
        "id",
        "Images",
        "images",
        "Architecture",
        "architecture",
        "VirtualizationType",
        "State",
        "EnaSupport",
        "BlockDeviceMappings",
        "Ebs",
        "VolumeSize",
        "NextToken",
        "Region",
        "InstanceId",
        "InstanceType",
        "Resources",
        "Type",
        "Properties",
        "Ref",
        "Fn::FindInMap",
        "Parameters",
        "Default",
        "AllowedValues",
        "Mappings",
        "values",
        "root_module",
        "resources",
        "attributes",
        "ami",
        "planned_values",
        "format_version",
        "version",
        "terraform_version",
        "builders",
        "amiType",
        "instanceTypes",
        "noderole",
        "Value",
    ]
)
WORDS = st.sampled_from(
    [
        "ami-0123456789abcdef0",
        "x86_64",
        "hvm",
        "ebs",
        "available",
        "true",
        "8",
        "",
        "AWS::EC2::Instance",
        "eu-west-1",
    ]
)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=4), inner, max_size=6)
    ),
    max_leaves=25,
)


@st.composite
def damaged(draw: st.DrawFn, texts: list[str]) -> str:
    """A good text with something cut out of it, put into it, or said twice."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 30)))
        put = draw(
            st.sampled_from(
                [
                    "",
                    "{",
                    "}",
                    "[",
                    "]",
                    '"',
                    ",",
                    ":",
                    "\n",
                    "\x00",
                    "\\",
                    "null",
                    "9" * 40,
                    text[start:end] * 2,
                ]
            )
        )
        text = text[:start] + put + text[end:]
    return text


def read_images(text: str) -> list[Image]:
    found = []
    try:
        images = ImageText(text, "f")
        reader = RowReader()
        for record in images.records():
            assert record.fields.get("ImageId")
            if images.row(record, "", reader):
                found.append(image_from(record.fields, record.where, record.silent))
    except ImageError as problem:
        is_one_line(problem)
    return found


def is_one_line(problem: Exception) -> None:
    assert "\n" not in str(problem)
    assert len(str(problem)) < 2000


def read_places(text: str) -> None:
    try:
        for place in places_in(text):
            assert place.line >= 1
            assert isinstance(place.instance_type, str)
            assert isinstance(place.image.written, str)
    except NotATemplate as problem:
        is_one_line(problem)


@LONG
@given(JSON)
def test_any_json(value: Any) -> None:
    text = json.dumps(value)
    for image in read_images(text):
        assert image.image_id
    read_places(text)
    read_places(text.replace('"', "'"))


@LONG
@given(damaged(TEXTS))
def test_damaged_images(text: str) -> None:
    read_images(text)
    read_places(text)


@LONG
@given(damaged(TEMPLATES))
def test_damaged_templates(text: str) -> None:
    read_places(text)
    read_images(text)


@LONG
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-16", "replace")))
def test_any_bytes(data: bytes) -> None:
    try:
        text = text_of(data)
    except NotText as problem:
        is_one_line(problem)
        return
    read_images(text)
    read_places(text)
