from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from tests.cli.conftest import Run

AL2023 = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
ONE = "ami-0123456789abcdef0"
DATA = Path(__file__).parents[2] / "data"
X86 = {
    "ImageId": ONE,
    "Name": "al2023-ami-2023.9.20260101.0-kernel-6.1-x86_64",
    "OwnerId": "137112412989",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "State": "available",
    "EnaSupport": True,
    "BootMode": "uefi-preferred",
}


def template(*instances: tuple[str, str]) -> str:
    rows = ["Resources:"]
    for number, (image, kind) in enumerate(instances):
        rows += [f"  I{number}:", "    Type: AWS::EC2::Instance", "    Properties:"]
        rows += [f"      ImageId: '{image}'", f"      InstanceType: {kind}"]
    return "\n".join(rows) + "\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "stack.yaml"
    path.write_text(
        template(
            (f"{{{{resolve:ssm:{AL2023}}}}}", "t3.micro"),
            (f"{{{{resolve:ssm:{AL2023}}}}}", "m6g.large"),
            (ONE, "m5.large"),
        )
    )
    return path


def outcomes(document: Any) -> list[str]:
    return [place["outcome"] for place in document["places"]]


def test_places_are_works_refused_or_not_known(run: Run, file: Path) -> None:
    ran = run("check", file, "--json")
    assert (ran.status, ran.err) == (1, "")
    assert outcomes(ran.json) == ["works", "refused", "unknown"]
    first, second, third = ran.json["places"]
    assert (first["file"], first["line"], first["address"]) == (str(file), 6, "I0")
    assert first["image"] == f"{{{{resolve:ssm:{AL2023}}}}}"
    assert {source["url"].partition("/")[0] for source in first["image_sources"]} == {"https:"}
    assert second["findings"][0]["reason"] == "architecture"
    assert (third["image"], third["image_id"], third["findings"]) == (ONE, ONE, [])
    facts = {unknown["fact"] for unknown in third["unknowns"]}
    assert {"image.architecture", "image.virtualization_type", "image.ena_support"} <= facts
    (image,) = [unknown for unknown in third["unknowns"] if unknown["fact"] == "image.architecture"]
    assert f"--image-ids {ONE}" in image["how_to_supply"]
    assert ran.json["unread"] == []
    assert run("check", file, "--format", "json").json == ran.json


def test_saved_images_lend_their_facts(run: Run, file: Path, tmp_path: Path) -> None:
    lent = tmp_path / "images.json"
    lent.write_text(json.dumps({"eu-west-1": {"Images": [X86]}}))
    ran = run("check", file, "--images", lent, "--json")
    assert outcomes(ran.json) == ["works", "refused", "works"]
    assert ran.json["places"][2]["region"] == "eu-west-1"
    lent.write_text(json.dumps([X86 | {"Architecture": "arm64", "BootMode": "uefi"}]))
    assert outcomes(run("check", file, "--images", lent, "--json").json)[2] == "refused"
    assert run("check", file, "--images", lent).out.count("image.") == 0
    lent.write_text("{}")
    assert "an object without any key" in run("check", file, "--images", lent).refused()


@pytest.mark.parametrize(
    ("instances", "arguments", "status"),
    [
        ([(AL2023, "t3.micro")], [], 0),
        ([(AL2023, "m6g.large")], [], 1),
        ([(ONE, "m5.large")], [], 0),
        ([(ONE, "m5.large")], ["--strict"], 1),
        ([(AL2023, "t3.micro")], ["--strict"], 0),
        ([(AL2023, "z9.large")], [], 0),
        ([], [], 0),
    ],
)
def test_exit_status(
    run: Run, tmp_path: Path, instances: list[tuple[str, str]], arguments: list[str], status: int
) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(template(*instances))
    for form in ("text", "json", "sarif", "junit"):
        assert run("check", file, *arguments, "--format", form).status == status


def test_a_file_that_cannot_be_read_does_not_hide_the_others(run: Run, file: Path, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "aws_instance" "x" {\n  ami = \n}\n')
    for bad, says in (
        (tmp_path / "none.yaml", "no such file"),
        (tmp_path / "main.tf", "terraform show -json"),
    ):
        ran = run("check", bad, file, "--json")
        assert (ran.status, len(ran.json["places"])) == (2, 3)
        (unread,) = ran.json["unread"]
        assert unread["file"] == str(bad)
        assert says in unread["problem"]
        assert says in run("check", bad, file).out
        assert says in run("check", bad, file, "--format", "junit").out
        sarif = run("check", bad, file, "--format", "sarif").json
        (notice,) = sarif["runs"][0]["invocations"][0]["toolExecutionNotifications"]
        assert says in notice["message"]["text"]


def test_a_line_for_each_place_as_compilers_write_theirs(run: Run, file: Path) -> None:
    ran = run("check", file)
    lines = ran.out.splitlines()
    assert lines[0].startswith(f"{file}:6: I0: ")
    assert lines[0].endswith("on t3.micro: works")
    assert lines[1].endswith("on m6g.large: refused by EC2")
    assert "A1 (documented by AWS): m6g.large runs arm64" in lines[2]
    assert "What this image is cannot be seen here." in ran.out
    assert lines[-1] == "3 places: 1 cannot be used, 1 not known"


def test_a_type_that_nobody_knows_is_not_known(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(template((AL2023, "z9.large")))
    (place,) = run("check", file, "--json").json["places"]
    assert (place["outcome"], place["unknowns"][0]["fact"]) == ("unknown", "instance_type")
    assert "catalog refresh" in place["unknowns"][0]["how_to_supply"]


def test_a_publishers_filter_says_the_architecture_and_anybodys_does_not(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.pkr.hcl"
    text = (
        'source "amazon-ebs" "web" {\n  instance_type = "m5.large"\n  source_ami_filter {\n'
        '    filters = { name = "al2023-ami-*-arm64" }\n    owners = ["OWNER"]\n  }\n}\n'
    )
    for owner, outcome in (("amazon", "refused"), ("099720109477", "refused"), ("self", "unknown")):
        file.write_text(text.replace("OWNER", owner))
        assert outcomes(run("check", file, "--json").json) == [outcome]


def test_a_word_that_no_image_has_is_no_fact(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    filters = {"architecture": "riscv64"}
    builder = {"type": "amazon-ebs", "instance_type": "m5.large", "source_ami_filter": {"filters": filters}}
    file.write_text(json.dumps({"builders": [builder]}))
    assert outcomes(run("check", file, "--json").json) == ["unknown"]


def test_a_region_that_is_none_costs_only_itself(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    launch = {"ImageId": AL2023, "InstanceType": "m6g.large", "Region": "nowhere"}
    file.write_text(json.dumps(launch))
    assert outcomes(run("check", file, "--json").json) == ["refused"]


def test_the_region_that_is_asked_for_counts_where_the_file_names_none(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "web.json"
    web = {"ImageId": "ami-0123456789abcdef0", "InstanceType": "p5.48xlarge"}
    file.write_text(json.dumps({"Resources": {"Web": {"Type": "AWS::EC2::Instance", "Properties": web}}}))
    there, elsewhere = (run("check", file, "--region", name) for name in ("us-east-1", "eu-south-1"))
    assert (there.status, elsewhere.status) == (0, 1)
    assert "p5.48xlarge is not offered in eu-south-1." in elsewhere.out


def test_standard_input(run: Run) -> None:
    text = template((AL2023, "m6g.large")).encode()
    ran = run("check", "-", "--json", stdin=text)
    assert (ran.status, ran.json["places"][0]["file"]) == (1, "standard input")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--type", "m5.large"], "FILE: a template says this itself; expected no --type"),
        (["--image", "x"], "expected no --image"),
        (["--batch", "x"], "--batch: each line names its own"),
        (["--spot"], "expected no --spot"),
    ],
)
def test_options_of_a_single_question_do_not_go_with_files(
    run: Run, file: Path, arguments: list[str], says: str
) -> None:
    assert says in run("check", file, *arguments).refused()


def test_sarif_as_code_scanning_takes_it(run: Run, file: Path) -> None:
    ran = run("check", file, "--format", "sarif")
    document = ran.json
    assert document["version"] == "2.1.0"
    assert document["$schema"].endswith("sarif-schema-2.1.0.json")
    (sarif,) = document["runs"]
    driver = sarif["tool"]["driver"]
    assert driver["name"] == "AMI Wizard"
    assert {rule["id"] for rule in driver["rules"]} == {"A1", "unknown-fact"}
    refused, unknown = sarif["results"]
    assert (refused["level"], unknown["level"]) == ("error", "note")
    for result in sarif["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert re.fullmatch("[0-9a-f]{32}", result["partialFingerprints"]["place/v1"])
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"].endswith("stack.yaml")
        assert location["physicalLocation"]["region"]["startLine"] in (11, 16)
    assert sarif["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    file.write_text("\n\n" + file.read_text())
    again = run("check", file, "--format", "sarif").json["runs"][0]["results"]
    assert [r["partialFingerprints"] for r in again] == [r["partialFingerprints"] for r in sarif["results"]]


def test_sarif_is_what_its_schema_says(run: Run, file: Path, tmp_path: Path) -> None:
    schema = json.loads((DATA / "sarif" / "sarif-schema-2.1.0.json").read_text())
    check = jsonschema.validators.validator_for(schema)(schema)
    good = sorted(path for path in (DATA / "in_hand").glob("*/*") if path.suffix not in (".gz", ".png"))
    broken = tmp_path / "ümlaut & blank.yaml"
    broken.write_text("Resources: [\n")
    for files in ([file], good, [broken], [tmp_path / "absent.yaml"]):
        check.validate(run("check", *files, "--format", "sarif").json)


def test_sarif_shows_a_limitation_as_a_warning(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    lent = tmp_path / "images.json"
    lent.write_text(json.dumps([X86 | {"EnaSupport": False}]))
    file.write_text(json.dumps({"ImageId": ONE, "InstanceType": "r4.large"}))
    ran = run("check", file, "--images", lent, "--format", "sarif")
    assert [result["level"] for result in ran.json["runs"][0]["results"]] == ["warning"]
    assert ran.status == 0
    (case,) = ET.fromstring(run("check", file, "--images", lent, "--format", "junit").out).iter("testcase")
    assert case.findtext("system-out")


def test_junit_as_ci_servers_take_it(run: Run, file: Path) -> None:
    root = ET.fromstring(run("check", file, "--format", "junit").out)
    (suite,) = root
    counts = {key: suite.get(key) for key in ("tests", "failures", "errors", "skipped")}
    assert counts == {"tests": "3", "failures": "1", "errors": "0", "skipped": "1"}
    assert [[child.tag for child in case] for case in suite] == [[], ["failure"], ["skipped"]]


def test_hostile_texts_are_plain_data(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    name = "<b>&\x00\x1b[31m\u202e'\"{x}"
    file.write_text(json.dumps({"a": {"ImageId": name, "InstanceType": "m5.large"}}))
    assert run("check", file, "--json").json["places"][0]["image"] == name
    assert "\x1b" not in run("check", file).out
    ET.fromstring(run("check", file, "--format", "junit").out)
    assert run("check", file, "--format", "sarif").json["runs"][0]["results"]


def test_what_is_still_open_of_an_image_is_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "images.json"
    request = tmp_path / "x.json"
    request.write_text(json.dumps({"ImageId": ONE, "InstanceType": "m5.large"}))
    known = {key: value for key, value in X86.items() if key != "State"}
    for missing, says in (
        (
            ("EnaSupport", "BootMode"),
            "which boot mode the AMI has",
        ),
        (("EnaSupport",), "whether the AMI is marked for ENA"),
    ):
        fields = {key: value for key, value in known.items() if key not in missing} | {"TpmSupport": "v2.0"}
        fields |= {"BootMode": "uefi"} if "BootMode" in fields else {}
        file.write_text(json.dumps([fields]))
        assert says in run("check", request, "--images", file).out


def test_files_without_any_place_are_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "values.json"
    file.write_text(json.dumps({"replicas": [1]}))
    ran = run("check", file, "--json")
    assert (ran.status, ran.json["places"]) == (0, [])
    assert "no place where an image and an instance type stand together" in ran.err


@pytest.mark.parametrize(
    "text",
    [
        "kind: ClusterConfig\nnodeGroups:\n- name: a\n  instanceType: m5.xlarge\n  amiFamily: Bottlerocket\n",
        "apiVersion: karpenter.k8s.aws/v1\nkind: EC2NodeClass\nspec:\n  amiSelectorTerms:\n  - alias: al2023@latest\n",
    ],
)
def test_a_cluster_that_takes_its_own_image_is_told(run: Run, tmp_path: Path, text: str) -> None:
    file = tmp_path / "cluster.yaml"
    file.write_text(text)
    ran = run("check", file)
    assert ran.status == 0
    assert "no image is named, so that eksctl or Karpenter takes the one for each type's" in ran.err
    file.write_text(f"{text}# ami-0123456789abcdef0\n")
    assert "no image is named" not in run("check", file).err


@pytest.mark.parametrize("written", ["${kind}", "{{ kind }}", "!Ref Kind", "m5"])
def test_a_word_in_place_of_a_type_is_called_that(run: Run, tmp_path: Path, written: str) -> None:
    file = tmp_path / "request.json"
    file.write_text(json.dumps({"ImageId": ONE, "InstanceType": written}))
    (place,) = run("check", file, "--json").json["places"]
    assert f"{written} in place of an instance type" in place["unknowns"][0]["matters_because"]
    assert "such as a plan" in place["unknowns"][0]["how_to_supply"]


def test_a_file_of_images_gets_the_way_on(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "my images.json"
    file.write_text(json.dumps({"Images": [X86]}))
    ran = run("check", file, "--json")
    assert (ran.status, ran.json["places"]) == (0, [])
    assert f"check --image '{file}' --type TYPE" in ran.err
    assert run("check", "--image", file, "--type", "m5.large").status == 0
    assert run("images", "--from", file).status == 0


def test_a_vendors_boot_mode_is_known_with_its_source(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    amzn2 = "/aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2"
    file.write_text(template((amzn2, "t2.micro"), (amzn2, "m4.large"), (AL2023, "t2.micro")))
    document = run("check", file, "--json").json
    assert outcomes(document) == ["works", "works", "works"]
    titles = [source["title"] for source in document["places"][0]["image_sources"]]
    assert any("UEFI boot mode" in title for title in titles)


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("a: [", "line 2: no valid YAML", "Zeile 2: kein gültiges YAML"),
        ('{"a": 1,', "; expected a template, a plan or a request", "; erwartet wird eine Vorlage, ein Plan"),
        ('resource "aws_instance" "x" {', "Terraform's plan has the values", "der Plan von Terraform"),
    ],
)
def test_what_is_wrong_with_a_file_names_it_once_in_the_readers_language(
    run: Run, tmp_path: Path, text: str, english: str, german: str
) -> None:
    file = tmp_path / "x.txt"
    file.write_text(text)
    for language, said in (("en", english), ("de", german)):
        first = run("check", file, "--lang", language).out.splitlines()[0]
        assert first.startswith(f"{file}: ")
        assert first.count(str(file)) == 1
        assert said in first


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("q.yaml", "queue: {instanceTypes: [m5.large, c6g.large]}", "recommend --type m5.large,c6g.large"),
        ("i.yaml", "images: [ami-0123456789abcdef0]", "check --image images.json --type TYPE"),
        (
            "b.yaml",
            "images: [ami-0123456789abcdef0]\nkinds: {a: m5.large}",
            "not which of them belong together",
        ),
        ("db.yaml", "db: {instanceType: db.m5.large}", "no place where an image and an instance type"),
        (
            "main.tf",
            'variable "region" {\n}\nprovider "aws" {\n}\n',
            "its plan has the values: terraform plan",
        ),
    ],
)
def test_what_a_file_without_any_place_names_is_told_with_the_next_step(
    run: Run, tmp_path: Path, name: str, text: str, says: str
) -> None:
    file = tmp_path / name
    file.write_text(text)
    ran = run("check", file)
    assert (ran.status, says in ran.err) == (0, True), ran.err


def test_settings_that_name_types_only_say_so_and_not_that_they_are_no_yaml(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "nextflow.config"
    file.write_text("aws.region = 'eu-west-1'\nprocess { label: gpu { machineType = 'g5.xlarge' } }\n")
    ran = run("check", file)
    assert (ran.status, "instance types and no image: g5.xlarge" in ran.out) == (2, True), ran.out


def test_files_of_terraform_take_variables_and_images_from_each_other(run: Run, tmp_path: Path) -> None:
    texts = {
        "main.tf": 'resource "aws_instance" "x" {\n  ami = data.aws_ami.arm.id\n  instance_type = var.size\n}\n',
        "data.tf": 'data "aws_ami" "arm" {\n  owners = ["099720109477"]\n  filter {\n    name = "architecture"\n'
        '    values = ["arm64"]\n  }\n}\n',
        "variables.tf": 'variable "size" {\n  default = "m6g.large"\n}\n',
        "prod.tfvars": 'size = "m5.large"\n',
    }
    files = [tmp_path / name for name in texts]
    for file in files:
        file.write_text(texts[file.name])
    (place,) = run("check", *files[:3], "--json").json["places"]
    assert (place["instance_type"], place["outcome"]) == ("m6g.large", "unknown")
    (place,) = run("check", *files, "--json").json["places"]
    assert (place["instance_type"], place["outcome"]) == ("m5.large", "refused")
    (alone,) = run("check", files[0], "--json").json["places"]
    assert alone["instance_type"] == "${var.size}"
