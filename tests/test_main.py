from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from wizard import __main__, __version__, app
from wizard.cli.console import INTERRUPTED
from wizard.model.toml_text import parse, read_with


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """What a process is told for good is taken back: this one goes on."""
    yield
    gc.enable()
    read_with(parse)


def test_the_command_line_is_the_processs_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["ami-wizard", "--version"])
    assert __main__.main() == 0
    assert __version__ in capsys.readouterr().out


def test_the_window_is_the_apps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[object] = []

    def window(path: Path | None, smoke: bool, translations: object) -> int:
        opened.append((path, smoke))
        return 5

    monkeypatch.setattr(app, "main", window)
    path = tmp_path / "mine.amiwizard"
    path.touch()
    monkeypatch.setattr(sys, "argv", ["ami-wizard", str(path), "--smoke"])
    assert __main__.main() == 5
    assert opened == [(path, True)]


def test_the_package_can_be_run() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wizard", "--version"], capture_output=True, timeout=60, check=True
    )
    assert done.stdout.decode().strip() == f"AMI Wizard {__version__}"


def test_ctrl_c_while_the_program_is_imported_shows_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_parse: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("wizard.model.toml_text.read_with", interrupted)
    assert __main__.main() == INTERRUPTED
