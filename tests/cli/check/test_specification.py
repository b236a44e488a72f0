from __future__ import annotations

import json
import random
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from wizard.model.catalog.specification import NoSpecification, Specification
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message

PV = {
    "ImageId": "ami-0123456789abcdef0",
    "VirtualizationType": "paravirtual",
    "Architecture": "x86_64",
    "RootDeviceType": "ebs",
}


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "image.json"
    path.write_text(json.dumps(PV), encoding="utf-8")
    return path


def test_the_lists_allow_what_works(run: Run, image: Path, knowledge: Knowledge) -> None:
    found = run("specification", "--image", str(image), "--os", "ubuntu:14.04", "--json").json
    lists = Specification(tuple(found["supported"]), tuple(found["unsupported"]))
    allowed = [t for t in knowledge.catalog.types if lists.allows(t.name)]
    assert len(allowed) == found["types"] == 19


def test_the_command_carries_the_same_lists(run: Run, image: Path) -> None:
    found = run("specification", "--image", str(image), "--region", "eu-central-1", "--json").json
    words = shlex.split(found["command"].replace("\\\n", " "))
    assert words[:3] == ["aws", "ec2", "replace-image-instance-type-specification"]
    assert words[words.index("--image-id") + 1] == "ami-0123456789abcdef0"
    assert words[words.index("--region") + 1] == "eu-central-1"
    value = json.loads(words[words.index("--instance-type-specification") + 1])
    assert value["SupportedInstanceTypes"] == found["supported"] == ["c3.*", "m3.*"]


def test_what_it_allows_today_does_not_decide(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "image.json"
    limits = {"InstanceTypeSpecification": {"SupportedInstanceTypes": ["m3.medium"]}}
    path.write_text(json.dumps(PV | limits), encoding="utf-8")
    assert run("specification", "--image", str(path), "--json").json["types"] == 19


def test_in_words(run: Run, image: Path) -> None:
    out = run("specification", "--image", str(image)).out
    assert out.startswith("19 types work: ")
    assert "replace-image-instance-type-specification" in out


def printed(run: Run, path: Path, *more: str) -> list[str]:
    out = run("specification", "--image", str(path), *more).out
    return shlex.split(out[out.index("aws ec2") :].replace("\\\n", " "))


def test_the_printed_command_is_what_a_shell_reads(run: Run, image: Path) -> None:
    words = printed(run, image, "--region", "eu-central-1")
    found = run("specification", "--image", str(image), "--region", "eu-central-1", "--json").json
    assert words == shlex.split(found["command"].replace("\\\n", " "))
    assert len(words) == 9


@pytest.mark.parametrize(
    "id", ["--endpoint-url=http://x", "file:///etc/hostname", "ami-1; true", "x" * 5000, "ami-1"]
)
def test_only_an_id_as_ec2_gives_them_gets_into_a_command(run: Run, tmp_path: Path, id: str) -> None:
    path = tmp_path / "image.json"
    path.write_text(json.dumps(PV | {"ImageId": id}))
    words = printed(run, path)
    assert words[words.index("--image-id") + 1] == "AMI_ID"
    assert json.loads(words[-1])


def test_lists_of_any_length_are_printed_whole(
    run: Run, image: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tuple(f"m{n}.24xlarge" for n in range(400))
    monkeypatch.setattr(
        "wizard.model.catalog.specification.Specifier.specify", lambda *_: Specification(many, ())
    )
    assert json.loads(printed(run, image)[-1]) == {"SupportedInstanceTypes": list(many)}


@pytest.mark.parametrize(
    ("fragment", "missing"),
    [
        ({"Architecture": "x86_64"}, "VirtualizationType, RootDeviceType, BootMode, EnaSupport"),
        (
            {"Architecture": "x86_64", "VirtualizationType": "hvm", "EnaSupport": True},
            "RootDeviceType, BootMode",
        ),
    ],
)
def test_a_fragment_gets_no_lists(
    run: Run, tmp_path: Path, fragment: dict[str, object], missing: str
) -> None:
    path = tmp_path / "image.json"
    path.write_text(json.dumps({"ImageId": "ami-0123456789abcdef0"} | fragment))
    said = run("specification", "--image", str(path)).refused()
    assert f"{missing} not known" in said
    assert "aws ec2 describe-images --image-ids ami-0123456789abcdef0" in said


def test_a_marketplace_image_is_warned_of(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "image.json"
    codes = {"ProductCodes": [{"ProductCodeId": "x", "ProductCodeType": "marketplace"}]}
    path.write_text(json.dumps(PV | codes), encoding="utf-8")
    result = run("specification", "--image", str(path), "--json")
    assert result.status == 0
    assert "Marketplace" in result.err


def test_a_strange_region_is_named(run: Run, image: Path) -> None:
    result = run("specification", "--image", str(image), "--region", "eu-nowhere-1")
    assert result.status == 2
    assert "--region" in result.err


def test_what_no_list_can_say(run: Run, image: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def scattered(*_: object) -> Specification:
        fewest = random.Random(1).randint(101, 900)
        raise NoSpecification(Message(f"{fewest} entries are needed, 100 a list are allowed"))

    monkeypatch.setattr("wizard.model.catalog.specification.Specifier.specify", scattered)
    result = run("specification", "--image", str(image))
    assert result.status == 2
    assert "entries are needed" in result.err
