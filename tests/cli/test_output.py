"""A lone "-" is standard output for what is text, and what is not text stays off a screen."""

from __future__ import annotations

import os
import stat
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


def test_no_file_is_written_twice_nor_over_what_is_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("recommend", "--os", "ubuntu", "--save-answers", "mine.amiwizard").status == 0
    (tmp_path / "link").symlink_to("mine.amiwizard")
    (tmp_path / "folder").mkdir()
    images = tmp_path / "folder" / "images.csv"
    images.write_text("image_id,architecture\nami-0123456789abcdef0,x86_64\n")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for words, said in (
        (
            ("recommend", "--os", "ubuntu", "--pdf", "x", "--markdown", "./x"),
            "--markdown: --pdf writes './x' as well",
        ),
        (("recommend", "--answers", "mine.amiwizard", "--pdf", "link"), "--pdf: 'link' is read from"),
        (
            ("images", "--from", str(images), "--csv", "folder/images.csv"),
            "--csv: 'folder/images.csv' is read from",
        ),
        (
            ("images", "--from", "folder", "--csv", "folder/images.csv"),
            "--csv: 'folder/images.csv' is read from",
        ),
    ):
        assert run(*words).refused().startswith(said)
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert run("images", "--from", "folder", "--csv", "folder/judged.csv").status == 0
    again = ("recommend", "--answers", "mine.amiwizard", "--vcpus", "4", "--save-answers", "mine.amiwizard")
    assert run(*again).status == 0
    assert b"vcpus" in (tmp_path / "mine.amiwizard").read_bytes()


def test_links_that_lead_in_a_circle_are_told_in_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there").symlink_to("back")
    Path("back").symlink_to("there")
    for words in (("images", "--from", "there"), ("recommend", "--answers", "there")):
        assert "'there': not " in run(*words).refused()


def test_who_may_read_a_report_is_up_to_the_person(run: Run, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        run("recommend", "--markdown", tmp_path / "a.md", "--save-answers", tmp_path / "a.amiwizard")
    finally:
        os.umask(before)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("a.*")} == {0o640}
