from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from wizard.store.whole_file import NotWritten, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_written_and_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    write_whole(path, b"first, and longer")
    write_whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert names(tmp_path) == ["report.pdf"]


def test_a_failure_keeps_the_old_file_and_leaves_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotWritten, match=r"report.pdf': not written: the disk is full; expected a file in"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["report.pdf"]


def test_an_interruption_leaves_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_file: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "report.pdf", b"new")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("missing/report.pdf", "no such file or folder"),
        ("file/report.pdf", "a part of its path is no folder"),
        ("", "it is a folder"),
        ("a\0b", "embedded null byte"),
        ("x" * 300, "its name is too long"),
    ],
)
def test_what_cannot_be_a_file_is_said_in_one_line(tmp_path: Path, name: str, cause: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotWritten) as caught:
        write_whole(tmp_path / name, b"new")
    assert cause in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="it has no pipes among its files")
def test_a_device_is_not_replaced(tmp_path: Path) -> None:
    """A pipe is one that nobody else needs, should it be replaced."""
    os.mkfifo(pipe := tmp_path / "pipe")
    with pytest.raises(NotWritten, match="it is a device"):
        write_whole(pipe, b"new")
    assert pipe.is_fifo()


def test_a_link_keeps_pointing_at_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    link = tmp_path / "link"
    link.symlink_to("folder/report.pdf")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "folder" / "report.pdf").read_bytes() == b"new"


def test_permissions_are_the_old_files_or_the_persons(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    before = os.umask(0o027)
    try:
        write_whole(path, b"new")
        assert mode(path) == 0o640
        os.umask(0)
        write_whole(tmp_path / "for all.pdf", b"new")
        assert mode(tmp_path / "for all.pdf") == 0o666
        for given in (0o604, 0o777, 0o751, 0o620, 0o612):
            path.chmod(given)
            write_whole(path, b"newer")
            assert mode(path) == given
        write_whole(path, b"secret", private=True)
        assert mode(path) == 0o600
    finally:
        os.umask(before)


def test_a_long_path_is_named_in_full(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 150) / ("y" * 150) / "report.pdf"
    with pytest.raises(NotWritten) as caught:
        write_whole(path, b"new")
    assert str(path) in str(caught.value)


class HeldOpen:
    """Windows, where another program has the file open for a while."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, error: int, times: int) -> None:
        self.left, self.error, self.waited = times, error, 0.0
        replace = Path.replace

        def replaced(part: Path, target: Path) -> Path:
            if not self.left:
                return replace(part, target)
            self.left -= 1
            refused = PermissionError(13, "Access is denied")
            refused.winerror = self.error  # type: ignore[attr-defined]  # it is there on Windows only
            raise refused

        monkeypatch.setattr(Path, "replace", replaced)
        monkeypatch.setattr("wizard.store.whole_file.time.sleep", self.wait)

    def wait(self, seconds: float) -> None:
        self.waited += seconds


@pytest.mark.parametrize("error", [5, 32, 33])
def test_a_virus_scanner_is_given_the_time_to_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    held = HeldOpen(monkeypatch, error, times=3)
    write_whole(tmp_path / "preferences.json", b"new")
    assert (tmp_path / "preferences.json").read_bytes() == b"new"
    assert 0 < held.waited < 1


def test_a_report_that_is_open_in_a_viewer_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    held = HeldOpen(monkeypatch, 5, times=100)
    with pytest.raises(NotWritten, match="another program has it open, or it is read-only; close it there"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["report.pdf"]
    assert held.waited < 2


def test_whoever_may_not_write_there_does_not_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = HeldOpen(monkeypatch, 1314, times=1)
    with pytest.raises(NotWritten, match="permission denied; expected a file in a folder"):
        write_whole(tmp_path / "report.pdf", b"new")
    assert held.waited == 0
