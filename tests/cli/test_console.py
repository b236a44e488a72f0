from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from wizard.cli.console import Refusal, complain, prepare_streams, say, silence_output, standard_input
from wizard.model.message import ENGLISH, Message


def test_output_is_utf_8_whatever_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", newline="\n"))
    prepare_streams()
    say("Größe")
    sys.stdout.write("\ud800")
    sys.stdout.flush()
    assert raw.getvalue() == "Größe\n\\ud800".encode()


def test_a_stream_of_another_kind_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    monkeypatch.setattr(sys, "stdout", written)
    prepare_streams()
    say("line")
    silence_output()
    assert written.getvalue() == "line\n"


def test_without_standard_error_a_complaint_goes_nowhere(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    complain(Message("too bad"), ENGLISH)
    assert capsys.readouterr().out == ""


def test_without_standard_input_there_is_nothing_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(Refusal):
        standard_input()


def test_what_nobody_reads_any_more_goes_nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with (tmp_path / "output").open("w", encoding="utf-8") as output:
        monkeypatch.setattr(sys, "stdout", output)
        say("too late")
        silence_output()
    assert (tmp_path / "output").read_text(encoding="utf-8") == ""


def test_no_line_steers_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\x1b[2Jb\nc\u202ed")
    assert capsys.readouterr().out == "aU+001B[2JbU+000AcU+202Ed\n"
