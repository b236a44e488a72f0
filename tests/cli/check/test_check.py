from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PV = {
    "ImageId": "ami-1",
    "Architecture": "x86_64",
    "VirtualizationType": "paravirtual",
    "RootDeviceType": "ebs",
}
HVM = {
    "ImageId": "ami-2",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "EnaSupport": True,
}


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "image.json"
    path.write_text(json.dumps({"Images": [HVM | {"State": "available"}]}))
    return path


def test_an_image_that_ec2_refuses(run: Run) -> None:
    result = run("check", "--image", "-", "--type", "m5.large", "--json", stdin=json.dumps(PV).encode())
    assert (result.status, result.err) == (1, "")
    document = result.json
    assert (document["schema"], document["image_id"], document["instance_type"]) == (1, "ami-1", "m5.large")
    assert document["outcome"] == "refused"
    finding = next(finding for finding in document["findings"] if finding["reason"] == "virtualization")
    assert finding["ec2_error"].startswith(
        "Virtualization type 'hvm' is required for instances of type 'm5.large'."
    )
    assert finding["ec2_error_code"] == "InvalidParameterCombination"
    assert finding["sources"][0]["url"].startswith("https://")


def test_an_image_that_works(run: Run, image: Path) -> None:
    result = run("check", "--image", image, "--type", "m5.large", "--os", "ubuntu:22.04", "--json")
    assert (result.status, result.json["outcome"]) == (0, "works")


def test_the_verdict_in_words(run: Run, image: Path) -> None:
    result = run("check", "--image", "-", "--type", "m5.large", stdin=json.dumps(PV).encode())
    assert result.status == 1
    assert result.out.startswith("ami-1 on m5.large: refused by EC2\n")
    assert "  EC2 answers InvalidParameterCombination: Virtualization type 'hvm' is required" in result.out
    assert "  What to do: " in result.out
    assert "https://docs.aws.amazon.com/" in result.out
    open_still = run("check", "--image", image, "--type", "m5.large")
    assert open_still.status == 0
    assert open_still.out.startswith("ami-2 on m5.large: depends on which operating system the AMI has\n")
    assert "\nNot known: " in open_still.out
    nameless = json.dumps({"Architecture": "x86_64"}).encode()
    assert run("check", "--image", "-", "--type", "m5.large", stdin=nameless).out.startswith(
        "This image on m5.large"
    )


def test_no_sentence_of_the_verdict_ends_with_two_full_stops(run: Run) -> None:
    named = json.dumps(HVM | {"Name": "al2023-ami-2023.9.20261001.0-kernel-6.12-x86_64"}).encode()
    for type_name in ("t3.nano", "m5.large", "c5.large", "g5.xlarge"):
        out = run("check", "--image", "-", "--type", type_name, stdin=named).out
        assert ".. " not in out
        assert "..\n" not in out
        assert "this rule: " in out


def test_what_ec2_does_not_refuse_has_no_words_of_ec2(run: Run, image: Path) -> None:
    result = run("check", "--image", image, "--type", "m5.large", "--os", "debian:7")
    assert result.status == 1
    assert "does not boot (" in result.out
    assert "EC2 answers" not in result.out


def test_a_system_that_is_not_listed_is_no_mistake(run: Run, image: Path) -> None:
    result = run("check", "--image", image, "--type", "m5.large", "--os", "templeos:5.03", "--json")
    assert (result.status, result.err) == (0, "")
    assert result.json["unknowns"]


def test_the_region_is_judged(run: Run, image: Path) -> None:
    arguments = ("check", "--image", image, "--type", "m1.small", "--json", "--region")
    assert [f["reason"] for f in run(*arguments, "eu-central-1").json["findings"]].count("region") == 1
    assert "region" not in [finding["reason"] for finding in run(*arguments, "us-east-1").json["findings"]]


def test_launch_options_are_taken(run: Run, image: Path) -> None:
    options = (
        "--spot --tenancy dedicated --hibernation --enclave --ebs-optimized --cpu-options --sev-snp "
        "--nested-virtualization --http-tokens required --encrypted-root --secure-boot --efa --zone us-east-1a --free-plan "
        "--zone-offers yes --subscribed no --seller-allows yes --edition 2014"
    )
    assert run("check", "--image", image, "--type", "m5.large", *options.split(), "--json").status in (0, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            "--type m5.largee",
            "--type: 'm5.largee' is not known; expected one of the 1,395 in the catalogue; the nearest",
        ),
        ("--type m5.large --region mars-1", "--region: 'mars-1' is not known"),
        ("", "--type: not given; expected an instance type such as m5.large"),
    ],
)
def test_a_question_that_cannot_be(run: Run, image: Path, arguments: str, said: str) -> None:
    assert run("check", "--image", image, *arguments.split()).refused().startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "standard input: "),
        (b'{"Images": [{"ImageId": "ami-1", "Arch', "standard input: "),
        (b'{"Images": []}', "standard input: 0 images; expected one"),
        (
            json.dumps({"Images": [PV, HVM]}).encode(),
            "standard input: 2 images; expected one: pick it with --image-id, ami-1, ami-2",
        ),
        (b"\xff", "standard input: no JSON in it"),
        (b"\x1f\x8b", "'standard input': compressed with gzip; unpack it first"),
        (b'{"ImageId": "ami-1", "Architecture": "vax"}', "standard input: Architecture: 'vax' is not one of"),
    ],
)
def test_an_image_that_cannot_be_read(run: Run, text: bytes, said: str) -> None:
    assert run("check", "--image", "-", "--type", "m5.large", stdin=text).refused().startswith(said)


def test_an_image_file_that_is_not_there(run: Run) -> None:
    assert (
        "'/nowhere.json': not read"
        in run("check", "--image", "/nowhere.json", "--type", "m5.large").refused()
    )


def test_a_batch_takes_everything_from_its_lines(run: Run) -> None:
    said = run("check", "--batch", "-", "--type", "m5.large", "--spot", "--encrypted-root").refused()
    assert said.endswith("expected no --type, --spot, --encrypted-root")


ID = "ami-0123456789abcdef0"


@pytest.mark.parametrize(
    "text", [{"ImageId": ID}, [{"ImageId": ID, "State": "available"}], {"Images": [{"ImageId": ID}]}]
)
def test_an_id_alone_is_no_image(run: Run, text: object) -> None:
    said = run("check", "--image", "-", "--type", "m5.large", stdin=json.dumps(text).encode()).refused()
    assert f"aws ec2 describe-images --image-ids {ID}" in said


def test_a_fragment_is_judged_by_what_it_says_and_the_rest_is_open(run: Run) -> None:
    fragment = {"ImageId": ID, "Architecture": "x86_64", "VirtualizationType": "hvm"}
    ran = run("check", "--image", "-", "--type", "m5.large", "--json", stdin=json.dumps(fragment).encode())
    assert (ran.status, ran.json["outcome"]) == (0, "unknown")
    facts = {unknown["fact"] for unknown in ran.json["unknowns"]}
    assert {"image.ena_support", "image.root_device_type", "image.boot_mode"} <= facts
    ran = run("check", "--image", "-", "--type", "m6g.large", "--json", stdin=json.dumps(fragment).encode())
    assert (ran.status, ran.json["findings"][0]["reason"]) == (1, "architecture")


def test_one_of_several_images_is_picked_by_its_id(run: Run) -> None:
    reply = json.dumps({"Images": [PV, HVM]}).encode()
    for image in (PV, HVM):
        ran = run(
            "check",
            "--image",
            "-",
            "--image-id",
            image["ImageId"],
            "--type",
            "m5.large",
            "--json",
            stdin=reply,
        )
        assert ran.json["image_id"] == image["ImageId"]
    none = run("check", "--image", "-", "--image-id", "ami-9", "--type", "m5.large", stdin=reply)
    assert "0 images with the ID ami-9; expected one" in none.refused()


def test_windows_powershell_writes_utf_16(run: Run) -> None:
    reply = json.dumps({"Images": [HVM | {"Name": "größe"}]})
    for encoding in ("utf-16", "utf-16-le", "utf-8-sig", "cp1252"):
        ran = run("check", "--image", "-", "--type", "m5.large", "--json", stdin=reply.encode(encoding))
        assert ran.json["image_id"] == HVM["ImageId"]
