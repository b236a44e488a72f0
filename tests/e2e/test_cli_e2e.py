from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.display import PROGRAM, ROOT

SAMPLE = ROOT / "resources" / "sample" / "sample.amiwizard"
HVM = {"ImageId": "ami-größe", "Architecture": "x86_64", "VirtualizationType": "hvm", "EnaSupport": True}
QUESTION = {"id": "größe 💾", "image": HVM, "instance_type": "m5.large"}

Start = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def start() -> Start:
    """Runs the program as a process of its own, as a person or a script does."""

    def call(*arguments: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
        words = [*PROGRAM, *map(str, arguments)]
        return subprocess.run(words, cwd=ROOT, capture_output=True, timeout=60, check=False, **options)

    return call


def environment(**changes: str) -> dict[str, str]:
    return {**os.environ, **changes}


def test_a_recommendation_is_one_json_document(start: Start) -> None:
    done = start(
        "recommend", "--arch", "x86_64", "--vcpus", 4, "--memory-gib", 16, "--hypervisor", "nitro", "--json"
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["types"]["count"] == 685


def test_the_sample_becomes_a_report_and_the_same_one_each_time(start: Start, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        done = start("recommend", "--answers", SAMPLE, "--pdf", tmp_path / name)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_saved_answers_give_the_same_decision_as_the_options(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "größe.amiwizard"
    options = ("--os", "linux", "--family", "m1", "--region", "us-east-1")
    said = json.loads(start("recommend", *options, "--json", "--save-answers", path).stdout)
    read = json.loads(start("recommend", "--answers", path, "--json").stdout)
    assert said == read
    assert said["decision"]["virtualization"] == "paravirtual"


@pytest.mark.parametrize(
    "changes", [{"LANG": "C", "PYTHONIOENCODING": "ascii"}, {"LANG": "tr_TR.ISO-8859-9"}]
)
def test_utf_8_goes_in_and_out_whatever_the_locale(start: Start, changes: dict[str, str]) -> None:
    line = json.dumps(QUESTION, ensure_ascii=False).encode()
    done = start("check", "--batch", "-", input=line, env=environment(PYTHONUTF8="0", **changes))
    assert (done.returncode, done.stderr) == (0, b"")
    assert "größe 💾".encode() in done.stdout
    assert json.loads(done.stdout)["image_id"] == "ami-größe"


def test_a_refused_launch_ends_with_1(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "image.json"
    path.write_text(json.dumps({"Images": [{**HVM, "Architecture": "arm64"}]}))
    done = start("check", "--image", path, "--type", "m5.large", "--json")
    assert (done.returncode, done.stderr) == (1, b"")
    assert json.loads(done.stdout)["outcome"] == "refused"


@pytest.mark.parametrize(
    "arguments",
    [
        ("recommend", "--vcpus", "8..2"),
        ("recommend", "--pdf", "missing/report.pdf", "--json"),
    ],
)
def test_a_mistake_is_one_line_and_status_2(start: Start, arguments: tuple[str, ...]) -> None:
    done = start(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(b"ami-wizard: ")
    assert done.stderr.count(b"\n") == 1
    assert (done.stdout == b"") == ("--json" not in arguments)


def test_a_batch_answers_each_line_before_the_next_one_comes() -> None:
    with subprocess.Popen(
        [*PROGRAM, "check", "--batch", "-"], cwd=ROOT, stdin=-1, stdout=-1, stderr=-1
    ) as running:
        assert running.stdin
        assert running.stdout
        for id in range(3):
            running.stdin.write(json.dumps({**QUESTION, "id": id}).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == id
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (0, b"", b"")


@pytest.mark.parametrize("arguments", [("recommend", "--json"), ("check", "--batch", "-")])
def test_a_reader_that_stops_reading_is_no_trouble(arguments: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [*PROGRAM, *arguments],
            cwd=ROOT,
            input=(json.dumps(QUESTION).encode() + b"\n") * 5,
            stdout=writer,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_ctrl_c_leaves_without_a_traceback() -> None:
    with subprocess.Popen(
        [*PROGRAM, "check", "--batch", "-"], cwd=ROOT, stdin=-1, stdout=-1, stderr=-1
    ) as running:
        assert running.stdin
        assert running.stdout
        running.stdin.write(json.dumps(QUESTION).encode() + b"\n")
        running.stdin.flush()
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize(
    ("arguments", "slow"),
    [
        (["--json"], {"botocore", "typst", "PySide6"}),
        # What compiles classes and sums files takes a tenth of the time, and an answer needs none of it.
        ([], {"botocore", "typst", "PySide6", "dataclasses", "inspect", "hashlib", "logging", "csv"}),
    ],
)
def test_what_is_not_needed_is_not_loaded(start: Start, arguments: list[str], slow: set[str]) -> None:
    script = (
        f"import sys; sys.argv[1:] = ['recommend', '--os', 'linux', *{arguments}]; from wizard.__main__ import main; main(); "
        f"print(*sorted({slow} & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, timeout=60, check=True
    )
    assert done.stderr.strip() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without a full disk to try")
def test_a_full_disk_is_one_line(start: Start) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "recommend", "--json"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"ami-wizard: standard output: not read or written: the disk is full\n"


@pytest.mark.parametrize(
    ("redirection", "status", "said"),
    [
        ("check --batch - <&-", 2, b"ami-wizard: standard input: closed; expected something to read\n"),
        (
            "catalog show >&-",
            2,
            b"ami-wizard: standard output: closed; expected somewhere to write\n",
        ),
        ("recommend --nonsense 2>&-", 2, b""),
    ],
)
def test_a_closed_stream_is_no_crash(redirection: str, status: int, said: bytes) -> None:
    done = subprocess.run(
        f"{shlex.join(PROGRAM)} {redirection}",
        shell=True,
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, b"", said)
