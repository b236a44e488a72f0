"""A lone "-" is standard output for what is text, and what is not text stays off a screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("option", "begin"), [("--markdown", "# Use an HVM AMI"), ("--save-answers", '{\n  "schema": 1')]
)
def test_text_goes_to_standard_output(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str, begin: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("recommend", "--os", "ubuntu:24.04", option, "-")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(begin)
    assert not list(tmp_path.iterdir())


def test_tables_go_there_as_well(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    table = run("images", "--sample", "--csv", "-").out
    assert table.lstrip("\ufeff").startswith("name,limitations,")
    assert "images" not in table.splitlines()[-1]
    (tmp_path / "rows.jsonl").write_text('{"image_id": "ami-1", "architecture": "x86_64"}\n')
    judged = run("judge-table", "rows.jsonl", "-o", "-")
    assert judged.lines[0]["outcome"] == "unknown"
    assert [path.name for path in tmp_path.iterdir()] == ["rows.jsonl"]


def test_answers_are_read_from_standard_input(run: Run) -> None:
    answers = b'{"schema": 1, "answers": {"os": "windows", "os-version": "2022"}}'
    document = run("recommend", "--answers", "-", "--json", stdin=answers).json
    assert document["answers"]["os"] == "windows"
    assert run("recommend", "--answers", "-", stdin=b"{").refused().startswith("standard input: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("recommend", "--json", "--markdown", "-"),
            "--markdown: --json writes to standard output already; expected the name of a file",
        ),
        (
            ("recommend", "--pdf", "-", "--save-answers", "-"),
            "--save-answers: --pdf writes to standard output already; expected the name of a file",
        ),
        (
            ("images", "--sample", "--json", "--csv", "-"),
            "--csv: --json writes to standard output already; expected the name of a file",
        ),
    ],
)
def test_two_documents_do_not_mix(run: Run, arguments: tuple[str, ...], said: str) -> None:
    assert run(*arguments).refused() == said


def test_a_pdf_stays_off_a_screen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    assert run("recommend", "--pdf", "-").refused() == (
        "--pdf -: not text, and standard output is a terminal; expected the name of a file, or a pipe"
    )
