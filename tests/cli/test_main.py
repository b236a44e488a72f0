from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Window
from wizard import __version__
from wizard.cli import main
from wizard.model.knowledge import Knowledge


def test_without_a_verb_the_window_opens(run: Run, windows: list[Window]) -> None:
    assert run().status == 7
    assert windows == [(None, False)]


def test_a_file_is_opened_in_the_window(run: Run, windows: list[Window], tmp_path: Path) -> None:
    path = tmp_path / "mine.amiwizard"
    path.touch()
    assert run(path, "--smoke").status == 7
    assert windows == [(path, True)]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("recomend", "'recomend': neither a verb nor a file; the nearest verb is recommend"),
        (
            "mine.amiwizard",
            "'mine.amiwizard': no such file; expected an answers file, or one of recommend, check",
        ),
        ("/", "'/': no such file"),
    ],
)
def test_what_is_neither_file_nor_verb(run: Run, windows: list[Window], word: str, said: str) -> None:
    assert run(word).refused().startswith(said)
    assert not windows


@pytest.mark.parametrize("language", [("--lang", "de"), ("--lang=de",)])
@pytest.mark.parametrize("verb", [("recommend", "--os", "ubuntu"), ("rules", "V1"), ("catalog", "show")])
def test_the_language_may_stand_before_the_verb(
    run: Run, language: tuple[str, ...], verb: tuple[str, ...]
) -> None:
    before, after = run(*language, *verb), run(*verb, *language)
    assert before.status == after.status == 0
    assert before.out == after.out != run(*verb).out


@pytest.mark.parametrize(
    "before", [("--json",), ("--os", "ubuntu"), ("--lang", "fr"), ("--lang",), ("--smoke",)]
)
def test_the_verb_comes_before_all_other_options(run: Run, before: tuple[str, ...]) -> None:
    expected = "'recommend': expected the verb before all options"
    assert run(*before, "recommend", "--vcpus", "2").refused() == expected


@pytest.mark.parametrize(
    ("variables", "opens"),
    [
        ({}, False),
        ({"DISPLAY": ":9"}, True),
        ({"WAYLAND_DISPLAY": "w"}, True),
        ({"QT_QPA_PLATFORM": "vnc"}, True),
    ],
)
def test_without_a_display_no_window_is_tried(
    run: Run, windows: list[Window], variables: dict[str, str], opens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    result = run()
    assert bool(windows) is opens
    if not opens:
        assert "neither DISPLAY nor WAYLAND_DISPLAY is set; try ami-wizard recommend" in result.refused()


def test_without_qt_the_cause_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    def no_qt(_path: Path | None, _smoke: bool, _translations: object) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    assert main([], no_qt) == 2
    said = capsys.readouterr().err
    assert said.startswith(
        "ami-wizard: no window can open: libEGL.so.1: cannot open shared object file; install"
    )


def test_version_and_help(run: Run) -> None:
    assert (run("--version").out, run("--version").status) == (f"AMI Wizard {__version__}\n", 0)
    for arguments in (("--help",), ("recommend", "--help"), ("check", "--help"), ("catalog", "--help")):
        result = run(*arguments)
        assert result.status == 0
        assert result.out.startswith("usage: ami-wizard")
    assert "recommend" in run("--help").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--smok",), "unrecognized arguments: --smok"),
        (("recommend", "--memory", "4"), "recommend: unrecognized arguments: --memory 4"),
        (("recommend", "--gpu"), "recommend: argument --gpu: expected one argument"),
        (("recommend", "--lang", "fr"), "recommend: argument --lang: invalid choice: 'fr'"),
        (("check",), "check: one of FILE, --image, --image-id and --batch is required"),
        (("check", "--image", "-", "--tenancy", "mine"), "check: argument --tenancy: invalid choice: 'mine'"),
        (("catalog",), "catalog: the following arguments are required: action"),
        (("recommend", "a\x1b[31m\nb"), "recommend: unrecognized arguments: aU+001B[31mU+000Ab"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    assert run(*arguments).refused().startswith(said)


@pytest.mark.parametrize("words", [["--lang", "de"], ["--lang=de"], ["--lang", "../x"], ["--lang"]])
def test_the_language_is_found_before_the_options_are_read(
    words: list[str], monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    import gettext

    asked: list[str | None] = []

    def spoken(language: str | None) -> gettext.NullTranslations:
        asked.append(language)
        return gettext.NullTranslations()

    monkeypatch.setattr("wizard.cli.translations", spoken)
    run("catalog", "show", *words)
    assert asked == ["de" if "de" in words[-1] else None]


def test_a_damaged_installation_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(
        "wizard.store.resources.__file__", str(tmp_path / "wizard" / "store" / "resources.py")
    )
    assert main(["catalog", "show"], no_window) == 2
    assert "expected the folder with catalog and rules; install again" in capsys.readouterr().err


def test_damaged_knowledge_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(**_: object) -> None:
        raise ValueError("instance_types.json: schema: expected 1")

    monkeypatch.setattr("wizard.cli.console.load_knowledge", damaged)
    assert main(["recommend"], no_window) == 2
    assert capsys.readouterr().err == "ami-wizard: instance_types.json: schema: expected 1\n"


@pytest.mark.parametrize(
    ("ends", "status"),
    [
        (BrokenPipeError(32, "Broken pipe"), 0),
        # What Windows calls it.
        (OSError(22, "Invalid argument"), 0),
        (KeyboardInterrupt(), 130),
    ],
)
def test_a_reader_that_leaves_and_a_person_who_stops_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, ends: BaseException, status: int
) -> None:
    def end(_as_json: bool, _translations: object) -> int:
        raise ends

    monkeypatch.setattr("wizard.cli.catalog.run", end)
    result = run("catalog", "show")
    assert (result.status, result.err) == (status, "")


def test_a_full_disk_is_said_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_as_json: bool, _translations: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("wizard.cli.catalog.run", full)
    assert run("catalog", "show").refused() == "standard output: not read or written: the disk is full"


def test_too_little_memory_is_said_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def large(_as_json: bool, _translations: object) -> int:
        raise MemoryError

    monkeypatch.setattr("wizard.cli.catalog.run", large)
    assert run("catalog", "show").refused().startswith("not enough memory for this; expected a smaller file")


def test_a_file_that_fails_is_not_called_standard_output(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(_as_json: bool, _translations: object) -> int:
        raise PermissionError(13, "Keine Berechtigung", "/home/me/types.json")

    monkeypatch.setattr("wizard.cli.catalog.run", unreadable)
    assert run("catalog", "show").refused() == "'/home/me/types.json': not read or written: permission denied"


@pytest.mark.parametrize("arguments", [("--help",), ("recommend", "--help"), ("--version",)])
def test_help_that_cannot_be_written_is_no_success(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Full())
    assert main(arguments, no_window) == 2
    assert capsys.readouterr().err == "ami-wizard: standard output: not read or written: the disk is full\n"


def test_a_message_that_cannot_be_written_changes_no_exit_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Full())
    assert main(["check", "--image", "missing.json", "--type", "m5.large"], no_window) == 2


def test_without_standard_output_the_work_is_done_and_the_loss_is_said(
    monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("wizard.cli.console.load_knowledge", lambda **_: knowledge)
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["recommend", "--save-answers", str(tmp_path / "a.amiwizard")], no_window) == 2
    assert (tmp_path / "a.amiwizard").exists()
    assert "standard output: closed" in capsys.readouterr().err


def test_the_window_needs_no_standard_output(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A launcher of the desktop gives none."""
    answers = tmp_path / "a.amiwizard"
    answers.write_text("{}")
    monkeypatch.setattr(sys, "stdout", None)
    for words in ([], [str(answers)]):
        assert main(words, lambda *_: 0) == 0


class Full(io.StringIO):
    """A stream on a full disk, which says so when what was written leaves the buffer."""

    def flush(self) -> None:
        if self.getvalue():
            raise OSError(28, "Kein Platz")


def no_window(_path: Path | None, _smoke: bool, _translations: object) -> int:
    raise AssertionError("no window was asked for")
