from __future__ import annotations

import pytest

from tests.report.aws_calls import options
from tests.report.conftest import Recommend
from tests.report.sample import NOTHING_LEFT, OLD_IMAGE, OLD_TYPE, TPM, UBUNTU
from wizard.flow.kind import Value
from wizard.model.knowledge import Knowledge
from wizard.report.launch.commands import commands
from wizard.report.report_writer import ReportWriter

HVM_IMAGE: dict[str, Value] = {
    "start": "image",
    "os": "linux",
    "image": {
        "ImageId": "ami-0123456789abcdef0",
        "VirtualizationType": "hvm",
        "Architecture": "x86_64",
        "EnaSupport": True,
        "BootMode": "uefi-preferred",
        "RootDeviceType": "ebs",
        "State": "available",
    },
}


@pytest.mark.parametrize(
    ("answers", "operations"),
    [
        (
            UBUNTU,
            [
                "get-parameters",
                "describe-images",
                "describe-instance-types",
                "describe-instance-type-offerings",
                "run-instances",
            ],
        ),
        (
            {"os": "custom"},
            [
                "describe-images",
                "register-image",
                "describe-instance-types",
                "describe-instance-type-offerings",
                "run-instances",
            ],
        ),
        (
            OLD_IMAGE,
            [
                "describe-images",
                "get-parameters",
                "describe-images",
                "describe-instance-types",
                "describe-instance-type-offerings",
                "run-instances",
            ],
        ),
        (NOTHING_LEFT, ["describe-instance-type-offerings"]),
    ],
)
def test_what_to_run_next(
    recommend: Recommend,
    knowledge: Knowledge,
    writer: ReportWriter,
    answers: dict[str, Value],
    operations: list[str],
) -> None:
    made = list(commands(recommend(answers), knowledge, writer))
    assert [options(command)["operation"][0] for command in made] == operations


def test_an_image_that_runs_on_the_best_type_is_tried(
    recommend: Recommend, knowledge: Knowledge, writer: ReportWriter
) -> None:
    made = [options(command) for command in commands(recommend(HVM_IMAGE), knowledge, writer)]
    assert made[0]["image-ids"] == ["ami-0123456789abcdef0"]
    assert made[-1]["image-id"] == ["ami-0123456789abcdef0"]
    assert not [read for read in made if "owners" in read]


def test_an_image_without_an_id_is_not_asked_for(
    recommend: Recommend, knowledge: Knowledge, writer: ReportWriter
) -> None:
    unnamed: dict[str, Value] = {"start": "image", "os": "linux", "image": {"ImageId": "ami-$(reboot)"}}
    made = list(commands(recommend(unnamed), knowledge, writer))
    assert "reboot" not in str(made)
    assert not [read for read in map(options, made) if "image-ids" in read]


@pytest.mark.parametrize("answers", [UBUNTU, OLD_IMAGE, OLD_TYPE, TPM, NOTHING_LEFT, {"os": "custom"}])
def test_lines_fit_on_the_page(
    recommend: Recommend, knowledge: Knowledge, writer: ReportWriter, answers: dict[str, Value]
) -> None:
    lines = [line for command in commands(recommend(answers), knowledge, writer) for line in command.lines]
    # A hundred letters stand on a line of the report; only the longest parameters need them.
    assert max(map(len, lines)) <= 100
    assert max(len(line) for line in lines if "/aws/service/" not in line) <= 92
    assert all(line.isascii() for line in lines)


@pytest.mark.parametrize("answers", [UBUNTU, OLD_IMAGE, OLD_TYPE, TPM])
def test_images_are_never_looked_for_without_an_owner(
    recommend: Recommend, knowledge: Knowledge, writer: ReportWriter, answers: dict[str, Value]
) -> None:
    made = [options(command) for command in commands(recommend(answers), knowledge, writer)]
    searches = [read for read in made if read["operation"] == ["describe-images"]]
    assert searches
    assert all(read.get("owners") or read.get("image-ids") for read in searches)
    assert made[-1]["operation"] == ["run-instances"]
    assert "dry-run" in made[-1]
