"""Whatever comes, a reader ends with its own error or with images that have an id."""

from __future__ import annotations

import codecs
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from tests.formats.damaged import inputs
from tests.formats.fuzz import main, read_by_all, read_table
from tests.formats.seeds import seeds

TEXTS = [text for text in seeds() if 'source "' not in text]
HCL = [text for text in seeds() if 'source "' in text]


@pytest.mark.parametrize("seed", range(8))
def test_damaged_and_invented_inputs(seed: int, tmp_path: Path) -> None:
    for number, data in enumerate(islice(inputs(Random(seed), TEXTS), 60)):
        read_by_all(data)
        if number % 10 == 0:
            read_table(data, tmp_path, (".csv", ".jsonl")[number // 10 % 2])


def test_damaged_sources_of_packer() -> None:
    for data in islice(inputs(Random(1), HCL), 15):
        read_by_all(data)


def test_the_long_run_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["5", "--seed", "3"]) == 0
    assert "Traceback" not in capsys.readouterr().out


# What the long run found once.
@pytest.mark.parametrize(
    "data",
    [
        b'{"ImageId": "ami-0123456789abcdef0", "Architecture": "x86_64", "OwnerId": ["123456789012"]}',
        b"a,b\n" + b"x" * 2**18,
        b"ImageId,Architecture\nami-0123456789abcdef0," + b"x" * 2**18,
        codecs.BOM_UTF16_LE,
        b"- " * 200_000,
        b"Resources:\n  L:\n    Type: AWS::EC2::LaunchTemplate\n    Properties: {LaunchTemplateData: x}\n",
        b'{"TemplateBody": "\\ud800x", "StagesAvailable": ["Original"]}',
        b'[{"Namespace": ["aws:ec2:instances"], "OptionName": "InstanceTypes", "Value": "t4g.small"}]',
        b"""{"apiVersion": "v1", "kind": "List", "items": [
            {"apiVersion": "karpenter.sh/v1", "kind": "NodePool",
             "spec": {"template": {"spec": {"nodeClassRef": {"name": ["x"]}}}}},
            {"apiVersion": "karpenter.k8s.aws/v1", "kind": "EC2NodeClass", "metadata": {"name": {"x": 1}}}
        ]}""",
        b'{"imageId": 0, "ImageId": "ami-0123456789abcdef0", "Architecture": {"Value": "x86_64"}}',
        b'{"ImageId": {"Value": ""}, "Architecture": {"Value": "x86_64"}}',
        b'{"ImageId": "Array", "Architecture": {"Value": "x86_64"}}',
    ],
    ids=[
        "an owner that is a list",
        "a long line",
        "a long field",
        "only a mark",
        "deep YAML",
        "a launch template that is a text",
        "half of a character in a template within a reply",
        "an option whose namespace is a list",
        "a pool and its class whose names are no texts",
        "an id that stands there twice, once as a number",
        "an id that is empty within",
        "an id of which only the class was written",
    ],
)
def test_what_broke_a_reader_once(data: bytes, tmp_path: Path) -> None:
    read_by_all(data)
    read_table(data, tmp_path, ".csv")
