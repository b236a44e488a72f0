"""A move asked for by options: what runs today, what shall run afterwards, and how large."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from wizard.model.knowledge import Knowledge
from wizard.store.answers_file import load_answers


def test_the_type_of_today_says_that_an_instance_moves(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "move.amiwizard"
    options = "--os amazon-linux:2 --current-type r4.16xlarge --os-after amazon-linux:2023 --purpose database"
    result = run("recommend", "--json", "--save-answers", path, *options.split())
    assert (result.status, result.err) == (0, "")
    assert load_answers(path) == {
        "os": "amazon-linux",
        "os-version": "2",
        "start": "instance",
        "current-type": "r4.16xlarge",
        "os-after": "amazon-linux",
        "os-version-after": "2023",
        "purpose": "database",
    }
    top = result.json["types"]["ranked"][0]
    assert (top["vcpus"], top["memory_gib"] >= 488) == (64, True)


def test_an_option_may_say_less(run: Run) -> None:
    result = run(
        "recommend", "--json", *["--current-type", "r4.16xlarge", "--vcpus", "8..8", "--memory-gib", "64..64"]
    )
    assert result.json["types"]["ranked"][0]["vcpus"] == 8


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            "--os-after ubuntu:24.04",
            "--os-after: belongs to a move; expected --current-type and --os as well",
        ),
        ("--same-size no", "--same-size: belongs to a move; expected --current-type as well"),
        (
            "--os ubuntu --current-type m4.large --os-after same:1",
            "--os-after: no versions of this family are known; expected --os-after FAMILY alone",
        ),
        ("--os ubuntu --current-type m4.large --os-after ubuntu:99", "--os-after: '99' is not known"),
        (
            "--os ubuntu --current-type m4.large --os-after solaris",
            "--os-after: 'solaris' is not listed; expected one of the 55 systems",
        ),
        ("--current-type m4.lrge", "--current-type: 'm4.lrge' is not known"),
        ("--purpose gaming", "--purpose: 'gaming' is not known; expected one of any, general, web"),
    ],
)
def test_an_option_that_cannot_be(run: Run, options: str, said: str) -> None:
    assert run("recommend", *options.split()).refused().startswith(said)


def test_another_system_of_the_options_drops_the_version_of_the_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "move.amiwizard"
    first = "--os ubuntu:20.04 --current-type m4.large --os-after ubuntu:24.04"
    run("recommend", "--json", "--save-answers", path, *first.split())
    again = run("recommend", "--json", "--answers", path, "--os-after", "debian")
    assert again.json["answers"]["os-after"] == "debian"
    assert "os-version-after" not in again.json["answers"]


def test_no_type_is_named_for_a_move_from_one_of_unknown_size(run: Run, tmp_path: Path) -> None:
    """cc1.4xlarge had 16 vCPUs; whoever is not told so must not be sent to two."""
    said = run("recommend", "--current-type", "cc1.4xlarge", "--os", "centos:6", "--json").out
    assert json.loads(said)["migration"] is None
    report = tmp_path / "r.md"
    run("recommend", "--current-type", "cc1.4xlarge", "--os", "centos:6", "--markdown", str(report))
    said = report.read_text(encoding="utf-8")
    assert "run-instances" not in said
    assert "Say how many vCPUs and how much memory" in said


@pytest.mark.parametrize(
    ("current", "vcpus", "gib", "disks", "gpus"),
    [
        ("cc2.8xlarge", 32, 60.5, 0, 0),
        ("g2.2xlarge", 8, 15, 60, 1),
        ("hs1.8xlarge", 16, 117, 48000, 0),
        ("cr1.8xlarge", 32, 244, 240, 0),
    ],
)
def test_a_type_that_was_gone_before_any_answer_keeps_its_size_too(
    run: Run, knowledge: Knowledge, current: str, vcpus: int, gib: float, disks: int, gpus: int
) -> None:
    said = run("recommend", "--current-type", current, "--os", "ubuntu:24.04", "--json").json
    best = knowledge.instance_type(said["types"]["ranked"][0]["instance_type"])
    assert best is not None
    assert (best.vcpus >= vcpus, best.memory_gib >= gib, best.gpus >= gpus) == (True, True, True)
    assert best.local_storage_gb >= disks
    assert f"{current} exists" in said["summary"]
    assert "as it was in 2018" in said["summary"]


def test_hibernation_without_encryption_is_a_contradiction_to_take_back(run: Run) -> None:
    words = (
        "recommend",
        "--os",
        "amazon-linux:2023",
        "--need",
        "hibernation",
        "--encrypted-root",
        "no",
        "--json",
    )
    said = run(*words).out
    answer = json.loads(said)
    assert answer["decision"]["virtualization"] is None
    assert {"need", "encrypted-root"} <= {way["answer"] for way in answer["relax"]}


def test_who_stays_on_an_old_system_is_told_that_it_is_staying(run: Run) -> None:
    words = ("recommend", "--current-type", "mac1.metal", "--os", "macos:12", "--region", "us-east-1")
    said = run(*words, "--os-after", "same").out
    assert "Move to macOS 26." in said
    assert "To stay on macOS 12: Take the newest macOS 12 image" in said
    moved = run(*words).out
    assert "To stay on" not in moved
    # 15 is the last macOS for mac1, so the way leads to another Mac.
    assert "Take the newest macOS 26 image for arm64_mac" in moved
    assert "mac2-m2pro.metal (12 vCPUs, 32 GiB) replaces mac1.metal" in moved


def test_a_launch_in_a_local_zone_asks_for_the_volumes_that_it_has(run: Run, tmp_path: Path) -> None:
    zone = ("--region", "us-west-2", "--zone", "us-west-2-lax-1a")
    report = tmp_path / "r.md"
    run("recommend", "--os", "ubuntu:24.04", *zone, "--vcpus", "4", "--markdown", str(report))
    said = report.read_text(encoding="utf-8")
    assert "VolumeType=gp2" in said
