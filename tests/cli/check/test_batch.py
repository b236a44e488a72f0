from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.check.test_check import HVM, PV
from tests.cli.conftest import Run


def lines(*questions: object) -> bytes:
    return b"".join(json.dumps(question).encode() + b"\n" for question in questions)


def test_each_line_gets_its_verdict_in_order(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes(
        lines(
            {
                "id": 1,
                "image": HVM,
                "instance_type": "m5.large",
                "os": {"family": "ubuntu", "version": "22.04"},
            },
            {"id": {"any": ["json"]}, "image": PV, "instance_type": "m5.large"},
            {
                "image": HVM,
                "instance_type": "t3.micro",
                "id": None,
                "title": "other keys are nobody's business",
            },
        )
    )
    result = run("check", "--batch", path)
    assert (result.status, result.err) == (1, "")
    assert [line["id"] for line in result.lines] == [1, {"any": ["json"]}, None]
    assert [line["outcome"] for line in result.lines] == ["works", "refused", "unknown"]
    assert list(result.lines[0]) == [
        "id",
        "schema",
        "image_id",
        "instance_type",
        "outcome",
        "findings",
        "unknowns",
    ]


def test_a_line_says_the_same_as_a_single_check(run: Run) -> None:
    question = {
        "image": HVM,
        "instance_type": "m5.large",
        "os": {"family": "ubuntu", "version": "22.04"},
        "region": "eu-west-1",
        "options": {"spot": True, "tenancy": "host", "root_encrypted": True, "amd_sev_snp": True},
    }
    line = run("check", "--batch", "-", stdin=lines(question)).lines[0]
    options = "--spot --tenancy host --encrypted-root --sev-snp --os ubuntu:22.04 --region eu-west-1 --type m5.large"
    single = run("check", "--image", "-", *options.split(), "--json", stdin=json.dumps(HVM).encode()).json
    assert line == {"id": None, **single}


def test_null_is_the_same_as_left_out(run: Run) -> None:
    bare = {"image": HVM, "instance_type": "m5.large"}
    null = {
        **bare,
        "id": None,
        "os": {"family": None, "version": None},
        "region": None,
        "options": {"spot": None, "tenancy": None, "root_encrypted": None},
    }
    nothing = {**bare, "os": None, "options": None}
    result = run("check", "--batch", "-", stdin=lines(bare, null, nothing))
    assert result.lines[0] == result.lines[1] == result.lines[2]


@pytest.mark.parametrize(
    "os", [{"family": "templeos"}, {"family": "ubuntu", "version": "99"}, {"version": "7"}, {}]
)
def test_an_unknown_system_is_no_mistake(run: Run, os: dict[str, str]) -> None:
    result = run("check", "--batch", "-", stdin=lines({"image": HVM, "instance_type": "m5.large", "os": os}))
    assert result.status == 0
    # Of a version still to come what the family's newest versions have is taken for granted.
    assert result.lines[0]["outcome"] == ("works" if os.get("version") == "99" else "unknown")


@pytest.mark.parametrize("region", ["us-gov-west-1", "cn-north-1", "mx-central-1", "ap-southeast-7"])
def test_a_region_that_only_a_list_knows_is_judged_by_the_list(run: Run, region: str) -> None:
    question = {"image": HVM, "region": region, "os": {"family": "amazon-linux", "version": "2"}}
    offered, not_offered = run(
        "check",
        "--batch",
        "-",
        stdin=lines(question | {"instance_type": "c6i.large"}, question | {"instance_type": "m2.xlarge"}),
    ).lines
    assert [offered["outcome"], not_offered["outcome"]] == ["works", "refused"]
    told = next(finding for finding in offered["findings"] if finding["rule"] == "G2c")
    assert "cfn-lint of October 2026" in told["text"]
    assert f"catalog refresh --profile NAME --region {region}" in told["remedy"]
    assert any("cfn-lint of October 2026" in finding["text"] for finding in not_offered["findings"])


@pytest.mark.parametrize(
    "name", ["p3.8xlarge", "g3.4xlarge", "i3.metal", "hs1.8xlarge", "p6e-gb200.36xlarge"]
)
def test_a_type_that_only_the_api_knows_is_no_mistake(run: Run, name: str) -> None:
    (verdict,) = run("check", "--batch", "-", stdin=lines({"image": HVM, "instance_type": name})).lines
    assert verdict["instance_type"] == name
    unknown = next(one for one in verdict["unknowns"] if one["fact"] == "type.still_offered")
    assert "catalog refresh" in unknown["how_to_supply"]


def test_an_earlier_answer_still_tells_what_a_type_refuses(run: Run) -> None:
    arm = {"image": HVM | {"Architecture": "arm64"}, "instance_type": "p3.8xlarge"}
    (verdict,) = run("check", "--batch", "-", stdin=lines(arm)).lines
    assert (verdict["outcome"], verdict["findings"][0]["reason"]) == ("refused", "architecture")


@pytest.mark.parametrize("region", ["eusc-de-east-1", "ap-southeast-99", "us-isob-east-1"])
def test_an_unknown_region_is_no_mistake(run: Run, region: str) -> None:
    question = {"image": HVM, "instance_type": "m5.large", "region": region}
    result = run("check", "--batch", "-", stdin=lines(question))
    assert (result.status, result.lines[0]["outcome"]) == (0, "unknown")
    unknown = next(one for one in result.lines[0]["unknowns"] if one["fact"] == "launch.region")
    assert unknown["how_to_supply"].startswith(f"The catalogue has no offerings of {region}: ")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"instance_type": "m5.large"}, "image: expected one image in DescribeImages' JSON"),
        ({"image": "ami-1", "instance_type": "m5.large"}, "image: expected one image"),
        (
            {"image": {"Architecture": "vax"}, "instance_type": "m5.large"},
            "image: Architecture: 'vax' is not one of",
        ),
        ({"image": HVM}, "instance_type: null does not fit; expected the name of an instance type"),
        ({"image": HVM, "instance_type": "m5.largee"}, "instance_type: 'm5.largee' is not known"),
        ({"image": HVM, "instance_type": "m5.large", "region": "mars-1"}, "region: 'mars-1' is not known"),
        ({"image": HVM, "instance_type": "m5.large", "region": "us-east-1a"}, "region: 'us-east-1a' is not"),
        (
            {"image": HVM, "instance_type": "m5.large", "region": "eu-cental-1"},
            "region: 'eu-cental-1' is not",
        ),
        (
            {"image": HVM, "instance_type": "m5.large", "region": 1},
            "region: 1 does not fit; expected the name of",
        ),
        (
            {"image": HVM, "instance_type": "m5.large", "os": "ubuntu"},
            "os: 'ubuntu' does not fit; expected an object",
        ),
        ({"image": HVM, "instance_type": "m5.large", "os": {"version": 7}}, "os.version: 7 does not fit"),
        ({"image": HVM, "instance_type": "m5.large", "os": {"name": "x"}}, "os.name: 'x' does not fit"),
        (
            {"image": HVM, "instance_type": "m5.large", "options": []},
            "options: [] does not fit; expected an object",
        ),
        (
            {"image": HVM, "instance_type": "m5.large", "options": {"sport": True}},
            "options: 'sport' is not known",
        ),
        (
            {"image": HVM, "instance_type": "m5.large", "options": {"spot": "yes"}},
            "options.spot: 'yes' does not fit",
        ),
        (
            {"image": HVM, "instance_type": "m5.large", "options": {"tenancy": "x"}},
            "options.tenancy: 'x' does not",
        ),
        (
            {"image": HVM, "instance_type": "m5.large", "options": {"tenancy": ["host"]}},
            "options.tenancy: ['host']",
        ),
        ([], "line 1: not an object"),
    ],
)
def test_a_line_that_cannot_be_goes_by_its_id_and_the_rest_goes_on(
    run: Run, question: object, said: str
) -> None:
    asked = {"id": "a", **question} if isinstance(question, dict) else question
    good = {"id": "b", "image": HVM, "instance_type": "m5.large"}
    result = run("check", "--batch", "-", stdin=lines(asked, good))
    assert (result.status, result.err) == (2, "")
    wrong, right = result.lines
    assert wrong["id"] == ("a" if isinstance(question, dict) else None)
    assert wrong["error"].startswith(said)
    assert (right["id"], right["outcome"]) == ("b", "unknown")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"id": 1, "image"', "line 3: not JSON; expected one question"),
        (b"\xff\xfe", "line 3: not UTF-8"),
        (b'{"id": NaN}', "line 3: NaN is no number"),
        (b'{"id": 1e999}', "line 3: 1e999 is no number"),
        (b'{"id": 1, "id": 2}', "line 3: 'id' is given twice"),
        (b"[" * 100_000, "line 3: a value in it cannot be read"),
        (b'{"id": ' + b"[" * 200 + b"]" * 200 + b"}", "line 3: a value in it is nested too deeply"),
    ],
)
def test_a_line_that_is_no_json(run: Run, line: bytes, said: str) -> None:
    good = lines({"image": HVM, "instance_type": "m5.large"})
    result = run("check", "--batch", "-", stdin=b"\n  \r\n" + line + b"\n" + good)
    assert result.status == 2
    wrong, right = result.lines
    assert wrong["id"] is None
    assert wrong["error"].startswith(said)
    assert right["outcome"] == "unknown"


def test_a_line_without_end_is_one_mistake(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wizard.cli.batch._LONGEST_LINE", 1000)
    good = lines({"image": HVM, "instance_type": "m5.large"})
    result = run("check", "--batch", "-", stdin=b"x" * 5500 + b"\n" + good + b"y" * 1500)
    assert result.status == 2
    assert result.lines[1]["outcome"] == "unknown"
    assert [answer.get("error") for answer in result.lines] == [
        "line 1: too long; expected at most 1000 bytes",
        None,
        "line 3: too long; expected at most 1000 bytes",
    ]


def test_no_line_is_no_answer(run: Run) -> None:
    result = run("check", "--batch", "-")
    assert (result.status, result.out, result.err) == (0, "", "")


def test_a_batch_file_that_is_not_there(run: Run) -> None:
    assert run("check", "--batch", "/nowhere").refused().startswith("'/nowhere': not read: no such file")
    assert "embedded null byte" in run("check", "--batch", "a\0b").refused()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.binary(max_size=200))
def test_any_bytes_get_an_answer_for_each_line(run: Run, data: bytes) -> None:
    result = run("check", "--batch", "-", stdin=data)
    asked = [line for line in data.split(b"\n") if line.strip()]
    assert len(result.lines) == len(asked)
    assert result.status == (2 if asked else 0)


@pytest.mark.parametrize(
    ("image", "says"),
    [
        ({}, "image: an object without any key"),
        ({"ImageId": "ami-0123456789abcdef0"}, "aws ec2 describe-images --image-ids ami-0123456789abcdef0"),
        ({"InstanceId": "i-0", "ImageId": "ami-0123456789abcdef0"}, "this is describe-instances"),
    ],
)
def test_what_is_no_image_is_called_what_it_is(run: Run, image: object, says: str) -> None:
    line = json.dumps({"id": 1, "image": image, "instance_type": "m5.large"})
    ran = run("check", "--batch", "-", stdin=line.encode())
    (answer,) = ran.lines
    assert (ran.status, answer["id"]) == (2, 1)
    assert says in answer["error"]


def test_an_image_in_another_tools_spelling(run: Run) -> None:
    image = {
        "architecture": "arm64",
        "virtualization_type": "hvm",
        "root_device_type": "ebs",
        "ena_support": True,
    }
    line = json.dumps({"image": image, "instance_type": "m5.large"})
    (answer,) = run("check", "--batch", "-", stdin=line.encode()).lines
    assert (answer["outcome"], answer["findings"][0]["reason"]) == ("refused", "architecture")


@pytest.mark.parametrize(
    ("slip", "meant"), [("regoin", "region"), ("Region", "region"), ("option", "options")]
)
def test_a_slip_in_a_key_is_told_and_not_passed_over(run: Run, slip: str, meant: str) -> None:
    question = {"id": 7, "image": HVM, "instance_type": "m5.large"}
    result = run(
        "check", "--batch", "-", stdin=lines(question | {slip: "eu-west-1"}, question | {"instance": 1})
    )
    assert result.status == 2
    wrong, right = result.lines
    assert wrong["error"].startswith(f"question: '{slip}' is not known")
    assert wrong["error"].endswith(f"the nearest is {meant}")
    assert right["outcome"]  # whatever else stands beside a question is its owner's
